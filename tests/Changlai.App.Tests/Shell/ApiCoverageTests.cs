using System.Text.RegularExpressions;
using Changlai.App.Tests.Features.Orders.Import.Pages;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.Shell;

/// <summary>What a page changes, a program can change too; what it cannot stays with the pages on purpose (decision 40).</summary>
public sealed partial class ApiCoverageTests
{
    /// <summary>How somebody gets in, and what opens more than it did before: no program does these.</summary>
    private static readonly string[] WithPeople =
    [
        "/sign-in", "/sign-in/code", "/sign-in/passkey", "/sign-in/passkey/challenge", "/sign-out", "/join/{}", "/set-up/{}", "/account/password", "/account/sessions/{}/end", "/account/sessions/end-others",
        "/account/authenticator", "/account/authenticator/codes", "/account/authenticator/removal", "/account/passkeys", "/account/passkeys/challenge", "/account/passkeys/{}/name", "/account/passkeys/{}/removal",
        "/account/proof/challenge", "/account/keys", "/account/keys/{}/revocation", "/settings/keys/{}/revocation", "/settings/second-factor",
        "/staff/{}/link", "/staff/{}/authenticator-removal", "/staff/{}/passkey-removal", "/staff/{}/sessions/{}/end", "/staff/{}/sessions/end-all",
        // Who sees less than before is for a person to decide; and nothing brings back who was erased.
        "/settings/privacy", "/customers/{}/privacy/erasure",
    ];

    private static readonly Dictionary<string, string> Twins = new(StringComparer.Ordinal)
    {
        ["/staff"] = "POST /api/staff",
        ["/staff/{}"] = "PUT /api/staff/{}",
        ["/staff/{}/leaving"] = "POST /api/staff/{}/leaving",
        ["/staff/{}/return"] = "POST /api/staff/{}/return",
        ["/staff/{}/days"] = "POST /api/staff/{}/days",
        ["/staff/{}/days/usual"] = "PUT /api/staff/{}/days/usual",
        ["/staff/{}/days/removal"] = "DELETE /api/staff/{}/days/{}",
        ["/imports"] = "POST /api/imports",
        ["/imports/{}/settings"] = "POST /api/imports/{}/settings",
        ["/imports/{}/confirmation"] = "POST /api/imports/{}/confirmation",
        ["/imports/{}/withdrawal"] = "POST /api/imports/{}/withdrawal",
        ["/imports/{}/undo"] = "POST /api/imports/{}/undo",
        ["/settings/holidays"] = "POST /api/holidays",
        ["/settings/holidays/removal"] = "DELETE /api/holidays",
        ["/settings/stores"] = "POST /api/stores",
        ["/settings/stores/{}"] = "PUT /api/stores/{}",
        ["/settings/stores/{}/days"] = "POST /api/stores/{}/days",
        ["/settings/stores/{}/days/removal"] = "DELETE /api/stores/{}/days",
        ["/settings/fields"] = "POST /api/fields",
        ["/settings/fields/{}"] = "PUT /api/fields/{}",
        ["/settings/fields/{}/restoration"] = "POST /api/fields/{}/restoration",
        ["/settings/fields/{}/retirement"] = "DELETE /api/fields/{}",
        ["/settings/completeness"] = "PUT /api/completeness",
        ["/customers"] = "POST /api/customers",
        ["/customers/{}/details"] = "PUT /api/customers/{}",
        ["/customers/{}/notes"] = "POST /api/customers/{}/notes",
        ["/customers/{}/reveal"] = "POST /api/customers/{}/reveal",
        ["/customers/{}/dates"] = "POST /api/customers/{}/dates",
        ["/customers/{}/dates/{}"] = "PUT /api/customers/{}/dates/{}",
        ["/customers/{}/dates/{}/removal"] = "DELETE /api/customers/{}/dates/{}",
        ["/customers/{}/wishes"] = "PUT /api/customers/{}/wishes",
        ["/customers/{}/needs"] = "POST /api/customers/{}/needs",
        ["/customers/{}/needs/{}/state"] = "PUT /api/customers/{}/needs/{}",
        ["/customers/{}/relations"] = "POST /api/customers/{}/relations",
        ["/customers/{}/relations/removal"] = "DELETE /api/customers/{}/relations/{}/{}",
        ["/duplicates/{}/{}/merge"] = "POST /api/duplicates/{}/{}/merge",
        ["/duplicates/{}/{}/not-same"] = "POST /api/duplicates/{}/{}/not-same",
        ["/duplicates/merges/{}/undo"] = "POST /api/duplicates/merges/{}/undo",
        ["/handover"] = "POST /api/handovers",
        ["/handover/{}/undo"] = "POST /api/handovers/{}/undo",
        ["/segments"] = "POST /api/segments",
        ["/segments/{}"] = "PUT /api/segments/{}",
        ["/segments/{}/deletion"] = "DELETE /api/segments/{}",
        ["/segments/preview"] = "POST /api/segments/count",
        ["/segments/draft"] = "POST /api/segments/count",
        ["/segments/options"] = "GET /api/segments/values",
        ["/segments/fields"] = "GET /api/segments/fields",
        ["/products"] = "POST /api/products",
        ["/products/{}"] = "PUT /api/products/{}",
        ["/products/{}/sale"] = "PUT /api/products/{}/sale",
        ["/customers/{}/orders"] = "POST /api/customers/{}/orders",
        ["/customers/{}/orders/{}/change"] = "PUT /api/customers/{}/orders/{}",
        ["/customers/{}/orders/{}/return"] = "POST /api/customers/{}/orders/{}/returns",
        ["/assets/threshold"] = "PUT /api/assets/threshold",
        ["/customers/{}/assets"] = "POST /api/customers/{}/assets",
        ["/customers/{}/assets/{}/change"] = "PUT /api/customers/{}/assets/{}",
        ["/customers/{}/assets/{}/repairs"] = "POST /api/customers/{}/assets/{}/repairs",
        ["/customers/{}/assets/{}/alarm"] = "POST /api/customers/{}/assets/{}/settlement",
        ["/customers/{}/follow-ups/{}/outcome"] = "POST /api/customers/{}/follow-ups/{}/outcome",
        ["/plans/{}/enabled"] = "PUT /api/plans/{}/enabled",
        ["/plans/{}/audience"] = "PUT /api/plans/{}/audience",
    };

    [Fact]
    public async Task Whatever_a_page_changes_a_program_can_change_or_it_is_said_why_not()
    {
        await using var site = await ImportSite.OpenAsync(DatabaseKind.Sqlite);
        var routes = RoleWalk.Routes(site).Select(route => (route.Method, Path: Place().Replace(route.Route, "{}"))).ToList();
        var pages = routes.Where(route => route.Method != "GET" && !route.Path.StartsWith("/api/", StringComparison.Ordinal)).Select(route => route.Path).ToList();
        pages.Count.ShouldBeGreaterThan(60);
        pages.Where(page => !Twins.ContainsKey(page) && !WithPeople.Contains(page, StringComparer.Ordinal)).ShouldBeEmpty("give the API an operation, or say in decision 40 why it has none");
        Twins.Keys.Concat(WithPeople).Except(pages, StringComparer.Ordinal).ShouldBeEmpty("there are no such pages any more");
        var operations = routes.Select(route => $"{route.Method} {route.Path}").ToHashSet(StringComparer.Ordinal);
        Twins.Values.Where(operation => !operations.Contains(operation)).ShouldBeEmpty("the API has no such operation");
    }

    [Fact]
    public async Task No_operation_lets_somebody_in()
    {
        await using var site = await ImportSite.OpenAsync(DatabaseKind.Sqlite);
        RoleWalk.Routes(site).Where(route => route.IsApi && route.Method != "GET" && WayIn().IsMatch(route.Route)).ShouldBeEmpty();
    }

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();

    [GeneratedRegex("(link|password|passkey|authenticator|session|keys|second-factor|sign-in)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WayIn();
}
