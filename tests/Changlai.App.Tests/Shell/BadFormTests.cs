using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Tests.Features.Customers;
using Changlai.App.Tests.Features.Orders.Import.Pages;
using Changlai.App.Tests.Features.Platform.Imports;
using Changlai.App.Tests.Harness;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Tests.Shell;

/// <summary>
/// Every form of the program, as its pages show it, sent with nothing, with too much and with what nobody should send. The
/// forms are found by the routes of the program, so that a new one is not forgotten.
/// </summary>
public sealed partial class BadFormTests
{
    private const char Filling = '长';
    private const int TooLong = 10_000;

    private static readonly (string Called, string Value)[] Hostile =
    [
        ("nothing", ""), ("too much", new string(Filling, TooLong)), ("script", "<script>alert(1)</script>"), ("SQL", "' OR 1=1 --"), ("right to left", "\u202e\u200fאב"), ("NUL", "a\0b"),
        ("4-byte", "🍵𠮷"), ("full-width digits", "１２３"), ("negative", "-1"), ("huge", "2.5e300"), ("no date", "0000-00-00"), ("no such day", "2026-02-30"), ("beyond 64 bits", "9223372036854775808"),
        ("no such id", "999999999"), ("a list", "1,2"),
    ];

    /// <summary>Forms that only take somebody in or out.</summary>
    private static readonly string[] Doors = ["/sign-in", "/sign-out"];

    /// <summary>Forms that ask for a secret, and count a wrong one: they have bad-input tests of their own, with the people.</summary>
    internal static readonly string[] AskForSecrets =
        ["/sign-in/code", "/sign-in/passkey", "/sign-in/passkey/challenge", "/account/passkeys/challenge", "/account/passkeys/{passkeyId:long}/removal", "/account/proof/challenge", "/join/{token}", "/set-up/{token}", "/account/password", "/account/authenticator", "/account/authenticator/codes", "/account/authenticator/removal"];

    /// <summary>Fields of a form that are sent while they are typed, to another place than the form.</summary>
    private static readonly Dictionary<string, string> SentWith = new(StringComparer.Ordinal) { ["/segments/preview"] = "/segments/draft", ["/segments/options"] = "/segments/draft" };

    /// <summary>What these take away or bring to an end others still need: they come last.</summary>
    private static readonly string[] Last = ["undo", "merge", "not-same", "removal", "deletion", "withdrawal", "confirmation", "settings", "handover", "alarm", "outcome", "sale", "retirement", "restoration", "end", "end-all", "end-others", "authenticator-removal", "leaving", "return"];

    [Theory, OnBothDatabases]
    public async Task No_form_breaks_and_what_is_refused_is_named_and_changes_nothing(DatabaseKind kind)
    {
        await using var site = await BusyShop.OpenAsync(kind);
        using var shelf = new Shelf(site.Database);
        var wrong = new List<string>();
        foreach (var (route, form) in await FormsAsync(site))
        {
            if (Doors.Contains(route, StringComparer.Ordinal)) continue;
            var now = await AgainAsync(site, form);
            foreach (var (called, send) in Attacks(form, kind))
            {
                // What was taken makes the form another: it has a new key, and what it shows is newer.
                if (shelf.Look()) now = await AgainAsync(site, form);
                if (now is null) break;
                var (status, page) = await SendAsync(site, now, send(now));
                if (Complaint(status, page, shelf.HasChanged()) is { } complaint) wrong.Add($"{route} with {called}: {complaint}");
            }
            foreach (var lost in Lost(form))
            {
                shelf.Look();
                var (status, page, _) = await site.SubmitAsync(lost, form.Fields);
                if (Complaint(status, page, shelf.HasChanged()) is { } complaint) wrong.Add($"{lost}: {complaint}");
                if ((int)status < 400) wrong.Add($"{lost}: {status}, though there is no such thing");
            }
        }
        wrong.ShouldBeEmpty(string.Join('\n', wrong));
        DatabaseContent.Of(site.Database).ShouldAllBe(row => !row.Contains(new string(Filling, TooLong / 2)), "nothing of any length is stored");
    }

    [Theory, OnBothDatabases]
    public async Task Signing_in_with_anything_at_all_is_refused_in_words(DatabaseKind kind)
    {
        await using var site = await ImportSite.OpenAsync(kind);
        await site.SignInAsync("nobody");
        var form = FoundForm.On("/sign-in", await site.PageAsync("/sign-in")).First(form => form.Action == "/sign-in");
        foreach (var (called, value) in Hostile)
        {
            var (status, page, _) = await site.SubmitAsync("/sign-in", form.With(value, form.Names));
            // A form with a NUL in it is no form.
            status.ShouldBe(value.Contains('\0') ? HttpStatusCode.BadRequest : HttpStatusCode.Unauthorized, called);
            if (status == HttpStatusCode.Unauthorized) Words(page).ShouldContain("not right", Case.Sensitive, called);
        }
    }

    /// <summary>Each form once, by the route that takes it.</summary>
    internal static async Task<List<(string Route, FoundForm Form)>> FormsAsync(ImportSite site)
    {
        var sources = new[] { site.Service<EndpointDataSource>() };
        List<string> pages;
        using (var session = site.Database.OpenSession()) pages = [.. EveryPage.Routes(sources).SelectMany(route => EveryPage.Addresses(session, route))];
        // Forms that stand on pages in a state of their own.
        pages.AddRange(["/customers/1", "/customers/1/relations?q=李明5", "/imports/3", "/settings/fields/3", "/staff/3", "/staff/4"]);
        var forms = new List<FoundForm>();
        foreach (var page in pages.Distinct(StringComparer.Ordinal)) forms.AddRange(FoundForm.On(page, await site.PageAsync(page)));
        await site.SignInAsync("nobody");
        forms.AddRange(FoundForm.On("/sign-in", await site.PageAsync("/sign-in")));
        await site.SignInAsync("lin");

        var routes = EveryPage.Of(sources, "POST").Where(route => !route.StartsWith("/api/", StringComparison.Ordinal)).Except(AskForSecrets, StringComparer.Ordinal).ToList();
        foreach (var (route, with) in SentWith) forms.Add(forms.First(form => form.Action == with) with { Action = route });
        routes.Count.ShouldBeGreaterThan(40);
        routes.Where(route => !forms.Exists(form => form.GoesTo(route))).ShouldBeEmpty("the forms of these routes stand on no page that is known");
        return [.. routes.OrderBy(route => Array.FindIndex(Last, last => route.EndsWith(last, StringComparison.Ordinal))).Select(route => (route, forms.First(form => form.GoesTo(route))))];
    }

    private static IEnumerable<(string Called, Func<FoundForm, IEnumerable<KeyValuePair<string, string>>> Send)> Attacks(FoundForm form, DatabaseKind kind)
    {
        if (form.Names.Count == 0) yield break;
        yield return ("no field at all", found => found.Empty);
        yield return ("every field twice", found => [.. found.Fields, .. found.Fields.Where(field => found.Names.Contains(field.Key, StringComparer.Ordinal))]);
        foreach (var (called, value) in Hostile)
        {
            yield return ($"{called} in every field", found => found.With(value, found.Names));
            // What a form makes of a field does not depend on the database; what the database makes of it, all fields show at once.
            if (kind == DatabaseKind.Sqlite)
                foreach (var name in form.Kinds) yield return ($"{called} in {name}", found => found.With(value, name));
        }
    }

    /// <summary>The form's address with ids that nothing has.</summary>
    private static IEnumerable<string> Lost(FoundForm form) =>
        from id in (string[])["999999999", "9223372036854775808", "-1"]
        where Number().IsMatch(form.Action)
        select Number().Replace(form.Action, "/" + id);

    /// <summary>The form as its page shows it now; null when what it belongs to is gone.</summary>
    private static async Task<FoundForm?> AgainAsync(ImportSite site, FoundForm form)
    {
        var (status, page) = await site.GetAsync(form.Page);
        var action = SentWith.GetValueOrDefault(form.Action, form.Action);
        return status == HttpStatusCode.OK && FoundForm.On(form.Page, page).FirstOrDefault(found => found.Action == action) is { } now ? now with { Action = form.Action } : null;
    }

    private static async Task<(HttpStatusCode Status, IHtmlDocument Page)> SendAsync(ImportSite site, FoundForm form, IEnumerable<KeyValuePair<string, string>> fields)
    {
        if (form.IsUpload) return await site.UploadAsync("A1", [.. fields.Select(field => (field.Key, field.Value))]);
        var (status, page, _) = await site.SubmitAsync(form.Action, fields);
        return (status, page);
    }

    private static string? Complaint(HttpStatusCode status, IHtmlDocument page, bool changed) => (int)status switch
    {
        >= 500 => $"{status}",
        >= 400 when changed => $"{status}, but the database changed",
        409 or 422 when Words(page).Length == 0 => $"{status} without a word",
        >= 400 when page.QuerySelector("h1") is null && page.QuerySelector(".notice, .field-error") is null => $"{status} without a page",
        _ when page.Scripts.Any(script => script.Source is null) => "a script that is not ours stands in the page",
        _ => null,
    };

    private static string Words(IHtmlDocument page) => string.Join(' ', page.QuerySelectorAll(".notice, .field-error").Select(words => words.TextContent.Trim()));

    [GeneratedRegex(@"/\d+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
