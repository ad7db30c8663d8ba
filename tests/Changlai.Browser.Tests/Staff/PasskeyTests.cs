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
        await page.Locator("#passkey-new-old").FillAsync(People.Password);
        await page.Locator("cl-passkey button").ClickAsync();
        await page.Locator("#passkeys li").WaitForAsync();
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
