using Changlai.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Changlai.Browser.Tests.Customers;

/// <summary>Entering a customer, changing the card, finding them again.</summary>
public sealed class CardEditTests(Chromium chromium, SampleBusiness business) : BrowserTest(chromium)
{
    private ChanglaiProcess? program;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (program is not null) await program.DisposeAsync();
    }

    [Theory]
    [InlineData(Screen.Phone, "zh-CN")]
    [InlineData(Screen.Desktop, "en")]
    public async Task A_new_customer_is_entered_changed_and_found_by_the_new_phone(Screen screen, string language)
    {
        program = await ChanglaiProcess.StartAsync("serve");
        People.Add(program.Database, "lin", "manager", "一店");
        var page = await OpenAsync(program.Address, new View(screen, language), "/sign-in");
        await People.SignInAsync(page, "lin");
        var pages = new CustomerPages(page);

        await page.GotoAsync("/customers");
        await page.Locator("a[href='/customers/new']").ClickAsync();
        await page.Locator("[name=name]").FillAsync("李明华");
        await page.Locator("[name=phone-0]").FillAsync("１３８ 0013-8000");
        await page.Locator("[name=province-0]").FillAsync("浙江");
        await page.Locator("[name=city-0]").FillAsync("杭州市");
        await SaveAsync(page);
        await Assertions.Expect(pages.Title).ToContainTextAsync("李明华");
        await Assertions.Expect(page.Locator("a[href='tel:+8613800138000']").First).ToBeVisibleAsync();

        await page.Locator("a[href$='/edit']").First.ClickAsync();
        await page.Locator("[name=phone-1]").FillAsync("139 1111");
        await SaveAsync(page);
        await Assertions.Expect(page.Locator("#field-phone-1-error")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[name=phone-1]")).ToHaveValueAsync("139 1111");
        (await pages.OverflowsAsync()).ShouldBeFalse("a refused card is wider than the screen");
        (await Axe.ViolationsAsync(page)).ShouldBeEmpty("a refused card");
        await page.Locator("[name=phone-1]").FillAsync("139 1111 2222");
        await SaveAsync(page);
        await Assertions.Expect(pages.Title).ToContainTextAsync("李明华");

        await pages.FindBox.PressSequentiallyAsync("2222");
        await Assertions.Expect(pages.Suggestions.First).ToContainTextAsync("李明华");
        await Assertions.Expect(pages.Suggestions.First).ToContainTextAsync("139 1111 2222");
        await pages.Suggestions.First.ClickAsync();
        await Assertions.Expect(pages.Title).ToContainTextAsync("李明华");
    }

    [Fact]
    public async Task What_to_ask_next_stands_beside_the_script()
    {
        var pages = new CustomerPages(await OpenAsync(await business.AddressAsync(), new View(Screen.Desktop), "/sign-in"));
        await pages.SignInAsync("guwenying");
        await pages.Page.GotoAsync("/today?staff=all");
        await Assertions.Expect(pages.Page.Locator(".cl-split-detail .ask-next")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_slash_finds_from_every_page()
    {
        var pages = new CustomerPages(await OpenAsync(await business.AddressAsync(), new View(Screen.Desktop), "/sign-in"));
        await pages.SignInAsync("guwenying");
        foreach (var path in (string[])["/today", "/customers", "/customers/11", "/customers/11/edit", "/plans", "/imports", "/settings", "/settings/fields"])
        {
            await pages.Page.GotoAsync(path);
            await pages.Page.Keyboard.PressAsync("/");
            await Assertions.Expect(pages.FindBox).ToBeFocusedAsync();
        }
    }

    private static Task SaveAsync(IPage page) => page.Locator(".edit-end button[type=submit]").ClickAsync();
}
