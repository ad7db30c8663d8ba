using Changlai.App.Features.Platform.Contracts;
using Changlai.Browser.Tests.Harness;
using Changlai.Browser.Tests.Pages;
using Microsoft.Playwright;

namespace Changlai.Browser.Tests.Staff;

/// <summary>Passkeys with Chromium's own virtual authenticator, under the pages' own content security policy.</summary>
public sealed class PasskeyTests(Chromium chromium) : BrowserTest(chromium)
{
    [Theory, OnPhoneAndDesktop]
    public async Task A_passkey_is_added_signs_in_without_a_name_and_removed_does_so_no_more(View view)
    {
        await using var program = await ChanglaiProcess.StartAsync("serve");
        People.Add(program.Database, "lin", "admin");
        // A passkey belongs to a name; a bare number has none.
        var page = await OpenAsync(new UriBuilder(program.Address) { Host = "localhost" }.Uri, view, "/sign-in");
        await WithAuthenticatorAsync(page);
        await People.SignInAsync(page, "lin");

        await page.GotoAsync("/account");
        var look = new PageLook(page, view, ScriptErrors);
        await page.Locator("#passkey-new-old").FillAsync("wrong");
        await page.Locator("cl-passkey button").ClickAsync();
        await page.Locator("cl-passkey [role=alert]:not([hidden])").WaitForAsync();
        await AddAsync(page);
        await look.AtAsync("/account");

        await SignOutAsync(page);
        await look.AtAsync("/sign-in");
        await page.Locator("cl-passkey button").ClickAsync();
        await page.WaitForURLAsync(url => url.EndsWith("/today", StringComparison.Ordinal));

        await page.GotoAsync("/account");
        await page.Locator("#passkeys summary").ClickAsync();
        await page.Locator("#passkeys form[action$='/removal'] [name=old]").FillAsync(People.Password);
        await page.Locator("#passkeys form[action$='/removal'] button").ClickAsync();
        await page.Locator("#passkeys li").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
        await SignOutAsync(page);
        await page.Locator("cl-passkey button").ClickAsync();
        await page.Locator("form[action='/sign-in'] .notice, .card .notice").First.WaitForAsync();
        page.Url.ShouldContain("/sign-in");

        string[] found = [.. look.Found];
        found.ShouldBeEmpty(string.Join('\n', found));
    }

    [Theory]
    [OnPhoneAndDesktop(false)]
    [OnPhoneAndDesktop(true)]
    public async Task Staying_signed_in_is_one_choice_for_passwords_and_passkeys(View view, bool stays)
    {
        await using var program = await ChanglaiProcess.StartAsync("serve");
        People.Add(program.Database, "lin", "admin");
        var page = await OpenAsync(new UriBuilder(program.Address) { Host = "localhost" }.Uri, view, "/sign-in");
        await WithAuthenticatorAsync(page);
        await People.SignInAsync(page, "lin");
        await page.GotoAsync("/account");
        await AddAsync(page);
        await SignOutAsync(page);

        await Assertions.Expect(page.Locator("#field-stay")).Not.ToBeCheckedAsync();
        if (stays) await page.Locator("#field-stay").CheckAsync();
        await page.Locator("cl-passkey button").ClickAsync();
        await page.WaitForURLAsync(url => url.EndsWith("/today", StringComparison.Ordinal));

        // A cookie without an end goes with the browser.
        var week = TimeProvider.System.GetUtcNow().AddDays(7).ToUnixTimeSeconds();
        (await page.Context.CookiesAsync()).Any(cookie => cookie.HttpOnly && cookie.Expires > week).ShouldBe(stays);
    }

    [Theory, OnPhoneAndDesktop]
    public async Task A_passkey_confirms_who_changes_somebody_else_and_nothing_typed_is_lost(View view)
    {
        await using var program = await ChanglaiProcess.StartAsync("serve");
        People.Add(program.Database, "lin", "admin");
        People.Add(program.Database, "chen", "staff", "一店");
        var page = await OpenAsync(new UriBuilder(program.Address) { Host = "localhost" }.Uri, view, "/sign-in");
        await WithAuthenticatorAsync(page);
        await People.SignInAsync(page, "lin");
        await page.GotoAsync("/account");
        await AddAsync(page);
        var look = new PageLook(page, view, ScriptErrors);

        await RenameAsync("陈小红");
        await look.HereAsync("/proof");
        await page.Locator("cl-passkey button").ClickAsync();
        await Assertions.Expect(page.Locator("main > .notice")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#person [name=name]")).ToHaveValueAsync("陈小红");

        await RenameAsync("陈小红红");
        await page.Locator("main a[href='/staff/2']").ClickAsync();
        await Assertions.Expect(page.Locator("#person [name=name]")).ToHaveValueAsync("陈小红");

        await RenameAsync("陈红");
        await Assertions.Expect(page.Locator("[name=proof]")).ToBeFocusedAsync();
        await page.Locator("[name=proof]").FillAsync("wrong");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#field-proof-error").WaitForAsync();
        await look.HereAsync("/proof-wrong");
        await page.Locator("[name=proof]").FillAsync(People.Password);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("main > .notice")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#person [name=name]")).ToHaveValueAsync("陈红");
        look.Found.ShouldBeEmpty(string.Join('\n', look.Found));

        // Somebody comes back to an open browser after a while.
        async Task RenameAsync(string name)
        {
            using (var database = new Database(program.Database))
            using (var session = database.OpenSession())
                session.Execute("UPDATE staff_session SET proven_at = @past", ("past", TimeProvider.System.GetUtcNow().AddMinutes(-11)));
            await page.GotoAsync("/staff/2");
            await page.Locator("#person [name=name]").FillAsync(name);
            await page.Locator("#person button[type=submit]").ClickAsync();
            await page.Locator("[name=proof]").WaitForAsync();
        }
    }

    [Fact]
    public async Task Where_the_address_is_a_number_no_passkey_is_offered()
    {
        await using var program = await ChanglaiProcess.StartAsync("serve");
        People.Add(program.Database, "lin", "admin");
        var page = await OpenAsync(program.Address, new View(Screen.Desktop, "en"), "/sign-in");
        (await page.Locator("cl-passkey").IsVisibleAsync()).ShouldBeFalse();
        await People.SignInAsync(page, "lin");
        await page.GotoAsync("/account");
        (await page.Locator("cl-passkey").IsVisibleAsync()).ShouldBeFalse();
    }

    private static async Task AddAsync(IPage page)
    {
        await page.Locator("#passkey-new-old").FillAsync(People.Password);
        await page.Locator("cl-passkey button").ClickAsync();
        await page.Locator("#passkeys li").WaitForAsync();
    }

    private static async Task SignOutAsync(IPage page)
    {
        await page.EvaluateAsync("document.querySelector(\"form[action='/sign-out']\").submit()");
        await page.WaitForURLAsync(url => url.EndsWith("/sign-in", StringComparison.Ordinal));
    }

    private static async Task WithAuthenticatorAsync(IPage page)
    {
        var tools = await page.Context.NewCDPSessionAsync(page);
        await tools.SendAsync("WebAuthn.enable");
        await tools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
