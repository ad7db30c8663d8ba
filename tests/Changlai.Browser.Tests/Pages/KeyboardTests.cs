using Changlai.App.Features.Platform.Contracts;
using Changlai.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Changlai.Browser.Tests.Pages;

/// <summary>The pages of people, access and privacy, with the keyboard alone.</summary>
public sealed class KeyboardTests(Chromium chromium, SampleBusiness business) : BrowserTest(chromium)
{
    private static readonly string[] Addresses = ["/audit", "/staff", "/staff/2", "/account", "/account/keys", "/settings/privacy", "/settings/second-factor", "/customers/1/privacy"];

    /// <summary>What has the focus, whether somebody sees it there, and what every control of the page is called.</summary>
    private const string Focused = """
        () => {
            const one = document.activeElement;
            if (!one || one === document.body) return null;
            // A link may go on in a second line.
            const box = one.getClientRects()[0];
            const at = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
            const style = getComputedStyle(one);
            const seen = !!at && (one.contains(at) || at.closest('label')?.contains(one));
            // Of a day the browser itself marks the part that has the focus.
            const marked = one.type === 'date' || style.outlineStyle !== 'none' || style.boxShadow !== 'none';
            return (seen ? '' : 'hidden ') + (marked ? '' : 'unmarked ') + one.outerHTML.slice(0, 160);
        }
        """;

    private const string Controls = """
        () => [...document.querySelectorAll('main :is(a[href], button, input:not([type=hidden]), select, summary, textarea)')]
            .filter(one => !one.disabled && one.tabIndex >= 0 && one.checkVisibility({ visibilityProperty: true }) && !one.closest('details:not([open]) > :not(summary)')).length
        """;

    [Theory, OnPhoneAndDesktop]
    public async Task Every_control_is_reached_is_seen_while_it_has_the_focus_and_nothing_holds_it(View view)
    {
        var page = await OpenAsync(await business.AddressAsync(), view, "/sign-in");
        await People.SignInAsync(page, SampleExtras.Administrator);
        var look = new PageLook(page, view, ScriptErrors);
        var found = new List<string>();
        foreach (var address in Addresses)
        {
            await look.AtAsync(address);
            var controls = await page.EvaluateAsync<int>(Controls);
            var reached = 0;
            for (var step = 0; step < controls + 60; step++)
            {
                await page.Keyboard.PressAsync("Tab");
                if (await page.EvaluateAsync<string?>(Focused) is not { } focused) break;
                if (focused.StartsWith("hidden ", StringComparison.Ordinal) || focused.StartsWith("unmarked ", StringComparison.Ordinal)) found.Add($"{address} ({view}): {focused}");
                if (await page.EvaluateAsync<bool>("() => !!document.activeElement.closest('main')")) reached++;
            }
            if (reached < controls) found.Add($"{address} ({view}): {reached} of {controls} controls are reached");
        }
        found.AddRange(look.Found);
        found.ShouldBeEmpty(string.Join('\n', found));
    }

    [Theory, OnPhoneAndDesktop]
    public async Task What_hits_somebody_at_once_takes_two_steps(View view)
    {
        await using var program = await ChanglaiProcess.StartAsync("serve");
        People.Add(program.Database, "lin", "admin");
        People.Add(program.Database, "chen", "staff", "一店");
        var page = await OpenAsync(program.Address, view, "/sign-in");
        await People.SignInAsync(page, "lin");
        var look = new PageLook(page, view, ScriptErrors);

        await page.GotoAsync("/staff/2");
        var ask = page.Locator("#leaving summary");
        var act = page.Locator("#leaving button[type=submit]");
        await Assertions.Expect(act).ToBeHiddenAsync();
        await ask.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(act).ToBeVisibleAsync();
        await look.HereAsync("/staff-asked");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(act).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("main > .notice")).ToContainTextAsync("chen");
        using (var database = new Database(program.Database))
        using (var session = database.OpenSession())
            session.Scalar<long>("SELECT count(*) FROM staff WHERE active").ShouldBe(1);

        await page.GotoAsync("/account/keys");
        await page.Locator("[name=name]").FillAsync("收银系统");
        await page.Locator("[name=scope]").First.CheckAsync();
        await page.Locator("form[action='/account/keys'] button[type=submit]").ClickAsync();
        await page.GotoAsync("/account/keys");
        await page.Locator(".asked summary").ClickAsync();
        await look.HereAsync("/keys-asked");
        await page.Locator(".asked button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator("main > .notice")).ToContainTextAsync("收银系统");
        await Assertions.Expect(page.Locator(".asked")).ToHaveCountAsync(0);
        look.Found.ShouldBeEmpty(string.Join('\n', look.Found));
    }
}
