using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.People.Rules;
using Changlai.App.Tests.Harness;
using Changlai.Browser.Tests.Harness;

namespace Changlai.Browser.Tests.Pages;

/// <summary>From a program that nobody can sign in to yet, to a second person at work: every page on the way in.</summary>
public sealed class DoorTests(Chromium chromium) : BrowserTest(chromium)
{
    private const string Chosen = "tea before breakfast";

    [Theory]
    [InlineData(Screen.Phone, "zh-CN", false)]
    [InlineData(Screen.Desktop, "en", true)]
    public async Task The_first_administrator_comes_in_by_a_link_and_invites_a_second_person(Screen screen, string language, bool dark)
    {
        await using var program = await ChanglaiProcess.StartAsync("serve");
        string token;
        using (var database = new Database(program.Database))
        using (var session = database.OpenSession()) token = StaffAccounts.SetUpLink(session, TimeProvider.System);
        var view = new View(screen, language, dark);
        var page = await OpenAsync(program.Address, view, "/sign-in");
        var look = new PageLook(page, view, ScriptErrors);

        await look.AtAsync($"/set-up/{token}");
        await page.Locator("[name=name]").FillAsync("顾文英");
        await page.Locator("[name=signIn]").FillAsync("gu");
        await page.Locator("[name=store]").FillAsync("总店");
        await page.Locator("[name=password]").FillAsync(Chosen);
        await page.Locator("[name=again]").FillAsync(Chosen);
        await page.Locator("form button[type=submit]").ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("/account/authenticator", StringComparison.Ordinal));

        var key = (await page.Locator(".secret-key").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        var secret = Base32.Decoded(key);
        await page.Locator("main [name=code]").FillAsync(Totp.CodeOf(secret, Totp.StepAt(TimeProvider.System.GetUtcNow()) - 1));
        await page.Locator("main [name=old]").FillAsync(Chosen);
        await page.Locator("main form button[type=submit]").ClickAsync();
        await page.Locator(".recovery-codes li").First.WaitForAsync();
        (await page.Locator(".recovery-codes li").CountAsync()).ShouldBe(10);
        var recovery = await page.Locator(".recovery-codes li").First.InnerTextAsync();

        await look.AtAsync("/staff/new");
        await page.Locator("main [name=name]").FillAsync("陈小红");
        await page.Locator("main [name=signIn]").FillAsync("chen");
        await page.Locator("main [name=store]").SelectOptionAsync("1");
        await page.Locator("main form button[type=submit]").ClickAsync();
        var link = await page.Locator(".secret-key").InnerTextAsync();

        // Without the phone: the password, then a recovery code.
        var again = await OpenAsync(program.Address, view, "/sign-in");
        await again.Locator("[name=userName]").FillAsync("gu");
        await again.Locator("[name=password]").FillAsync(Chosen);
        await again.Locator("form[action='/sign-in'] button[type=submit]").ClickAsync();
        await again.WaitForURLAsync(url => url.Contains("/sign-in/code", StringComparison.Ordinal));
        var lookAgain = new PageLook(again, view, ScriptErrors);
        await lookAgain.AtAsync("/sign-in/code");
        await again.Locator("[name=code]").FillAsync(recovery);
        await again.Locator("form[action='/sign-in/code'] button[type=submit]").ClickAsync();
        await again.WaitForURLAsync(url => url.Contains("/account/authenticator", StringComparison.Ordinal));
        await lookAgain.AtAsync("/account/authenticator");

        var second = await OpenAsync(program.Address, view, "/sign-in");
        var lookSecond = new PageLook(second, view, ScriptErrors);
        await lookSecond.AtAsync(new Uri(link).AbsolutePath);
        await second.Locator("[name=password]").FillAsync(Chosen);
        await second.Locator("[name=again]").FillAsync(Chosen);
        await second.Locator("form button[type=submit]").ClickAsync();
        await second.WaitForURLAsync(url => url.EndsWith("/today", StringComparison.Ordinal));

        string[] found = [.. look.Found, .. lookAgain.Found, .. lookSecond.Found];
        found.ShouldBeEmpty(string.Join('\n', found));
    }
}
