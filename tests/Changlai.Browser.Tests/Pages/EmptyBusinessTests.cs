using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Tests.Shell;
using Changlai.Browser.Tests.Harness;

namespace Changlai.Browser.Tests.Pages;

/// <summary>The first minute: nothing is there yet, and every page says what to do first.</summary>
public sealed class EmptyBusinessTests(Chromium chromium, EmptyBusinessTests.Business business) : BrowserTest(chromium), IClassFixture<EmptyBusinessTests.Business>
{
    /// <summary>By page: where it sends somebody who has nothing yet, or what they can fill in on it.</summary>
    private static readonly Dictionary<string, string> FirstSteps = new(StringComparer.Ordinal)
    {
        ["/today"] = ".empty-state a[href='/imports/new']",
        ["/today/team"] = "a[href^='/today?staff=']",
        ["/plans"] = ".empty-state a[href='/imports/new']",
        ["/customers"] = ".empty-state a[href='/imports/new']",
        ["/customers/new"] = "form[action='/customers'] [name=name]",
        ["/customers/completeness"] = ".empty-state a[href='/customers']",
        ["/needs"] = ".empty-state a[href='/customers']",
        ["/duplicates"] = ".empty-state a[href='/customers']",
        ["/handover"] = "form[action='/handover/preview'] [name=to]",
        ["/segments"] = ".empty-state a[href='/segments/new']",
        ["/segments/new"] = "#segment-form [name=name]",
        ["/products"] = ".empty-state a[href='/products/new']",
        ["/products/new"] = "form[action='/products'] [name=code]",
        ["/assets"] = ".empty-state a[href='/customers']",
        ["/imports"] = ".empty-state a[href='/imports/new']",
        ["/imports/new"] = "form[action='/imports'] [type=file]",
        ["/settings"] = "a[href='/settings/fields']",
        ["/settings/fields"] = ".empty-state a[href='/settings/fields/new']",
        ["/settings/fields/new"] = "form[action='/settings/fields'] [name=nameChinese]",
        ["/settings/stores"] = "a[href='/settings/stores/new']",
        ["/settings/stores/new"] = "form[method=post] [name=name]",
        ["/settings/holidays"] = "form[method=post] [name=days]",
        ["/settings/keys"] = ".empty-state",
        ["/account"] = "form[action='/account/password'] [name=old]",
        ["/account/authenticator"] = "form[action='/account/authenticator'] [name=code]",
        ["/account/keys"] = "form[action='/account/keys'] [name=name]",
        ["/staff"] = "a[href='/staff/new']",
        ["/staff/new"] = "form[action='/staff'] [name=signIn]",
        ["/audit"] = "form[action='/audit'] [name=person]",
        ["/api"] = "a[href='/account/keys']",
        ["/settings/second-factor"] = "form[action='/settings/second-factor'] input[type=checkbox]",
        ["/settings/privacy"] = "form[action='/settings/privacy'] [name=hide]",
        ["/privacy/erasures"] = ".empty-state a[href='/customers']",
        ["/settings/completeness"] = "form[action='/settings/completeness'] input.form-control",
    };

    /// <summary>They take a thing or a person to be there.</summary>
    private static readonly string[] OtherPages = ["/sign-in", "/ui-kit", "/handover/preview"];

    [Theory]
    [InlineData(Screen.Phone, "zh-CN", false)]
    [InlineData(Screen.Desktop, "en", true)]
    public async Task Every_page_says_what_to_do_first(Screen screen, string language, bool dark)
    {
        var view = new View(screen, language, dark);
        var page = await OpenAsync(business.Program.Address, view, "/sign-in");
        await People.SignInAsync(page, Business.Administrator);
        var look = new PageLook(page, view, ScriptErrors);
        IReadOnlyList<string> routes;
        using (var database = new Database(business.Program.Database)) routes = [.. (await PageRoutes.AllAsync(database)).Where(EveryPage.NeedsNothing).Except(OtherPages)];

        routes.ShouldBe(FirstSteps.Keys, ignoreOrder: true, "each page has a first step here");
        foreach (var route in routes)
        {
            await look.AtAsync(route);
            (await page.Locator($"main {FirstSteps[route]}").CountAsync()).ShouldBeGreaterThan(0, $"{route} does not say what to do first");
        }
        foreach (var also in (string[])["/customers?q=wang", "/assets?show=alarm", "/duplicates?show=merged", "/needs?state=met", "/products?q=x", "/plans/win-back", "/plans/days/2026-12-01"]) await look.AtAsync(also);
        look.Found.ShouldBeEmpty(string.Join('\n', look.Found));
    }

    public sealed class Business : IAsyncLifetime
    {
        public const string Administrator = "lin";

        internal ChanglaiProcess Program { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Program = await ChanglaiProcess.StartAsync("serve");
            People.Add(Program.Database, Administrator, "admin");
        }

        public ValueTask DisposeAsync() => Program.DisposeAsync();
    }
}
