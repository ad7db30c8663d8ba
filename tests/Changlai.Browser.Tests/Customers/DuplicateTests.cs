using Changlai.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Changlai.Browser.Tests.Customers;

/// <summary>Two cards of one customer: compared, merged, taken apart again; customers handed over.</summary>
public sealed class DuplicateTests(Chromium chromium) : BrowserTest(chromium)
{
    private ChanglaiProcess? program;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (program is not null) await program.DisposeAsync();
    }

    [Theory]
    [InlineData(Screen.Phone, "zh-CN", false)]
    [InlineData(Screen.Desktop, "en", true)]
    public async Task A_pair_is_merged_field_by_field_and_taken_apart_again(Screen screen, string language, bool dark)
    {
        var page = await ShopAsync(screen, language, dark);
        await RegisterAsync(page, "李明华", "13800138000", "李老师");
        await RegisterAsync(page, "李鸣华", "138 0013 8000", "李总");
        await Assertions.Expect(page.Locator("#duplicates")).ToContainTextAsync("李明华");
        await LookAsync(page, "card with a hint");

        await page.GotoAsync("/duplicates");
        await LookAsync(page, "list");
        await page.Locator("a[data-row]").First.ClickAsync();
        await LookAsync(page, "side by side");
        await page.Locator("[name=side-name][value=high]").CheckAsync();
        await page.Locator("[name=side-salutation][value=low]").CheckAsync();
        await page.Locator("form.compare button.btn-primary").ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("李鸣华");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("李老师");

        await page.GotoAsync("/customers/2");
        await page.WaitForURLAsync("**/customers/1");
        await page.GotoAsync("/duplicates?show=merged");
        await LookAsync(page, "merged");
        await page.Locator("form[action$='/undo'] button").ClickAsync();
        await page.GotoAsync("/customers/2");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("李总");
    }

    [Theory]
    [InlineData(Screen.Phone, "zh-CN", true)]
    [InlineData(Screen.Desktop, "en", false)]
    public async Task Handover_needs_and_relations_fit_the_screen_and_are_accessible(Screen screen, string language, bool dark)
    {
        var page = await ShopAsync(screen, language, dark);
        People.Add(program!.Database, "wang", "manager");
        await RegisterAsync(page, "李明华", "13800138000", "李老师");
        await RegisterAsync(page, "王芳", "13900139000", "王女士");

        await page.Locator("#needs summary").ClickAsync();
        await page.Locator("#needs [name=words]").FillAsync("想要小包装的龙井");
        await page.Locator("#needs form[action$='/needs'] button").ClickAsync();
        await Assertions.Expect(page.Locator("#needs")).ToContainTextAsync("想要小包装的龙井");
        await page.GotoAsync("/customers/2/relations?q=li");
        await LookAsync(page, "relations");
        await page.Locator("form[action$='/relations'] button.btn-primary").ClickAsync();
        await page.GotoAsync("/customers/1");
        await Assertions.Expect(page.Locator("#relations")).ToContainTextAsync("王芳");
        await LookAsync(page, "card");
        await page.GotoAsync("/needs");
        await LookAsync(page, "needs");

        await page.GotoAsync("/handover");
        await LookAsync(page, "handover");
        await page.GotoAsync("/handover/preview");
        await LookAsync(page, "a rule that says nothing");
        await page.GotoAsync("/handover/preview?from=1&to=2");
        await LookAsync(page, "preview");
    }

    private async Task<IPage> ShopAsync(Screen screen, string language, bool dark)
    {
        program = await ChanglaiProcess.StartAsync("serve");
        People.Add(program.Database, "lin", "head-office", "一店");
        var page = await OpenAsync(program.Address, new View(screen, language, dark), "/sign-in");
        await People.SignInAsync(page, "lin");
        return page;
    }

    private static async Task RegisterAsync(IPage page, string name, string phone, string salutation)
    {
        await page.GotoAsync("/customers/new");
        await page.Locator("[name=name]").FillAsync(name);
        await page.Locator("[name=salutation]").FillAsync(salutation);
        await page.Locator("[name=phone-0]").FillAsync(phone);
        await page.Locator(".edit-end button[type=submit]").First.ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync(name);
    }

    private static async Task LookAsync(IPage page, string what)
    {
        var pages = new CustomerPages(page);
        (await pages.Title.CountAsync()).ShouldBe(1, what);
        (await pages.OverflowsAsync()).ShouldBeFalse($"{what} is wider than the screen");
        if (Environment.GetEnvironmentVariable("SHOTS") is { Length: > 0 } folder)
            await pages.ScreenshotAsync(Path.Combine(folder, $"{what} {page.ViewportSize!.Width}.png"));
        (await Axe.ViolationsAsync(page)).ShouldBeEmpty(what);
    }
}
