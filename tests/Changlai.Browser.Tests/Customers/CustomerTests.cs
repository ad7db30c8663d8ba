using System.Text.RegularExpressions;
using Changlai.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Changlai.Browser.Tests.Customers;

/// <summary>Finding a customer and reading the card, in the sample business.</summary>
public sealed class CustomerTests(Chromium chromium, SampleBusiness business) : BrowserTest(chromium)
{
    private const string HeadOffice = "guwenying";
    private const string Staff = "chenxiaoyan";

    [Theory]
    [InlineData(Screen.Phone, "zh-CN")]
    [InlineData(Screen.Desktop, "en")]
    public async Task A_few_letters_of_pinyin_open_the_card(Screen screen, string language)
    {
        var pages = await OpenAsync(new View(screen, language), HeadOffice);
        await pages.FindBox.PressSequentiallyAsync("wang");
        await Assertions.Expect(pages.Suggestions.First).ToBeVisibleAsync();
        var first = await pages.Suggestions.First.Locator("span").First.InnerTextAsync();
        first.ShouldStartWith("王");

        await pages.Suggestions.First.ClickAsync();

        await Assertions.Expect(pages.Title).ToContainTextAsync(first);
    }

    [Fact]
    public async Task The_keyboard_alone_finds_somebody()
    {
        var pages = await OpenAsync(new View(Screen.Desktop), HeadOffice);
        await pages.Page.Keyboard.PressAsync("/");
        await pages.Page.Keyboard.TypeAsync("li");
        await pages.Page.Keyboard.PressAsync("Enter");
        await pages.Page.WaitForURLAsync("**/customers?q=li");
        await pages.Page.Keyboard.PressAsync("Escape");
        await pages.Page.Keyboard.PressAsync("j");
        var name = await pages.Rows.First.InnerTextAsync();
        await pages.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(pages.Title).ToContainTextAsync(name);
    }

    [Fact]
    public async Task A_filter_stands_in_the_address_and_pages_follow_it()
    {
        var pages = await OpenAsync(new View(Screen.Desktop), HeadOffice);
        await pages.Page.GotoAsync("/customers");
        await pages.Named("沉默").ClickAsync();
        await pages.Filter("store").SelectOptionAsync("2");
        await pages.Page.WaitForURLAsync(new Regex("show=silent.*store=2"));
        var first = await pages.Rows.First.InnerTextAsync();
        await pages.Named("下一页").ClickAsync();
        await pages.Page.WaitForURLAsync(new Regex("show=silent.*store=2.*after="));

        (await pages.Rows.First.InnerTextAsync()).ShouldNotBe(first);
        (await pages.Filter("store").InputValueAsync()).ShouldBe("2");
    }

    [Fact]
    public async Task History_goes_on_page_by_page_and_narrows_to_one_kind()
    {
        var pages = await OpenAsync(new View(Screen.Phone), HeadOffice);
        await pages.Page.GotoAsync("/customers?sort=total");
        await pages.Rows.First.ClickAsync();
        var newest = await pages.History.First.InnerTextAsync();
        await pages.Named("更早的").ClickAsync();
        await pages.Page.WaitForURLAsync("**before=**");
        (await pages.History.First.InnerTextAsync()).ShouldNotBe(newest);

        await pages.Named("订单与退货").ClickAsync();
        await pages.Page.WaitForURLAsync("**kind=orders**");
        (await pages.History.AllInnerTextsAsync()).ShouldAllBe(entry => entry.Contains("订单") || entry.Contains("退货"));
    }

    [Fact]
    public async Task Staff_find_their_own_stores_customers_alone()
    {
        var all = await OpenAsync(new View(Screen.Desktop), HeadOffice);
        await all.Page.GotoAsync("/customers?store=2");
        var elsewhere = await all.Rows.First.GetAttributeAsync("href");
        var staff = await OpenAsync(new View(Screen.Desktop), Staff);
        await staff.Page.GotoAsync("/customers");
        (await staff.Filter("store").CountAsync()).ShouldBe(0);

        (await staff.Page.GotoAsync(elsewhere!))!.Status.ShouldBe(404);
    }

    private async Task<CustomerPages> OpenAsync(View view, string name)
    {
        var pages = new CustomerPages(await OpenAsync(await business.AddressAsync(), view, "/sign-in"));
        await pages.SignInAsync(name);
        return pages;
    }
}
