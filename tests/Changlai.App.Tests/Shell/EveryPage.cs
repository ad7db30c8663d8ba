using Changlai.App.Features.Platform.Contracts;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Tests.Shell;

/// <summary>
/// How every page of the program is reached, by its route. The routes come from the program itself, so that a page nobody
/// told a way to fails the tests that walk them all.
/// </summary>
internal static class EveryPage
{
    /// <summary>Answers that are no pages: a redirect, a part of a page, a file; and what only those see who are not in yet (DoorTests looks at those), or what was erased (PrivacyTests).</summary>
    private static readonly string[] NoPages =
    [
        "/", "/assets/{file}", "/join/{token}", "/set-up/{token}", "/sign-in/code", "/audit/entries.csv", "/customers/suggestions", "/customers/{id:long}/photo", "/customers/{customerId:long}/orders/expectation", "/imports/{id:long}/progress", "/openapi/v1.json", "/imports/{id:long}/rejects.csv",
        "/customers/{id:long}/privacy/held.json", "/privacy/erasures/{id:long}", "/products/suggestions", "/segments/{id:long}/count", "/segments/{id:long}/customers.csv",
    ];

    /// <summary>Addresses, or queries for the addresses of things that exist.</summary>
    private static readonly Dictionary<string, string[]> Ways = new(StringComparer.Ordinal)
    {
        ["/sign-in"] = ["/sign-in"],
        ["/ui-kit"] = ["/ui-kit"],
        ["/today"] = ["/today", "/today?staff=all"],
        ["/today/team"] = ["/today/team"],
        ["/customers/{customerId:long}/follow-ups/{id:long}"] = ["SELECT '/customers/' || customer_id || '/follow-ups/' || id FROM follow_up WHERE state = 'planned' ORDER BY strength DESC LIMIT 1"],
        ["/plans"] = ["/plans"],
        ["/plans/days/{day}"] = ["/plans/days/TOMORROW"],
        ["/plans/{code}"] = ["/plans/win-back"],
        ["/customers"] = ["/customers", "/customers?show=silent", "/customers?q=wang", "/customers?q=qqqq", "/customers?sort=total"],
        ["/customers/new"] = ["/customers/new"],
        ["/customers/completeness"] = ["/customers/completeness", "SELECT '/customers/completeness?store=' || min(id) FROM store"],
        ["/customers/{id:long}"] =
        [
            "SELECT '/customers/' || customer_id FROM customer_order GROUP BY customer_id ORDER BY count(*) DESC, customer_id LIMIT 1",
            "SELECT '/customers/' || min(customer_id) FROM asset WHERE repairs > 0",
        ],
        ["/customers/{id:long}/edit"] = ["SELECT '/customers/' || min(customer_id) || '/edit' FROM asset"],
        ["/customers/{id:long}/privacy"] = ["SELECT '/customers/' || min(customer_id) || '/privacy' FROM asset"],
        ["/customers/{id:long}/privacy/erasure"] = ["SELECT '/customers/' || min(customer_id) || '/privacy/erasure' FROM asset"],
        ["/privacy/erasures"] = ["/privacy/erasures"],
        ["/settings/privacy"] = ["/settings/privacy"],
        ["/customers/{id:long}/wishes"] = ["SELECT '/customers/' || min(customer_id) || '/wishes' FROM customer"],
        ["/customers/{id:long}/dates"] = ["SELECT '/customers/' || min(customer_id) || '/dates' FROM special_date"],
        ["/customers/{id:long}/dates/{dateId:long}"] = ["SELECT '/customers/' || customer_id || '/dates/' || id FROM special_date ORDER BY customer_id, id LIMIT 1"],
        ["/customers/{id:long}/relations"] =
            ["SELECT '/customers/' || min(customer_id) || '/relations' FROM customer_relation", "SELECT '/customers/' || min(customer_id) || '/relations?q=li' FROM customer"],
        ["/needs"] = ["/needs"],
        ["/duplicates"] = ["/duplicates", "/duplicates?show=merged"],
        ["/duplicates/{one:long}/{other:long}"] = ["SELECT '/duplicates/' || min(customer_id) || '/' || max(customer_id) FROM customer"],
        ["/handover"] = ["/handover"],
        ["/handover/preview"] = ["SELECT '/handover/preview?from=company&to=' || min(id) FROM staff WHERE store_id IS NOT NULL"],
        ["/segments"] = ["/segments"],
        ["/segments/new"] = ["/segments/new"],
        ["/segments/{id:long}"] = ["SELECT '/segments/' || min(id) FROM segment"],
        ["/products"] = ["/products", "/products?q=qqqq"],
        ["/products/new"] = ["/products/new"],
        ["/products/{id:long}"] = ["SELECT '/products/' || min(id) FROM product"],
        ["/customers/{customerId:long}/orders/new"] = ["SELECT '/customers/' || min(customer_id) || '/orders/new' FROM customer"],
        ["/customers/{customerId:long}/orders/{orderId:long}"] = ["SELECT '/customers/' || customer_id || '/orders/' || id FROM customer_order ORDER BY line_count DESC, customer_id, id LIMIT 1"],
        ["/customers/{customerId:long}/orders/{orderId:long}/change"] = ["SELECT '/customers/' || customer_id || '/orders/' || id || '/change' FROM customer_order WHERE source = 'by-hand' ORDER BY customer_id, id LIMIT 1"],
        ["/customers/{customerId:long}/orders/{orderId:long}/return"] = ["SELECT '/customers/' || customer_id || '/orders/' || id || '/return' FROM customer_order WHERE source = 'by-hand' ORDER BY customer_id, id LIMIT 1"],
        ["/assets"] = ["/assets", "/assets?show=alarm"],
        ["/customers/{customerId:long}/assets/new"] = ["SELECT '/customers/' || min(customer_id) || '/assets/new' FROM customer"],
        ["/customers/{customerId:long}/assets/{assetId:long}"] = ["SELECT '/customers/' || customer_id || '/assets/' || id FROM asset ORDER BY repairs DESC, customer_id, id LIMIT 1"],
        ["/customers/{customerId:long}/assets/{assetId:long}/change"] = ["SELECT '/customers/' || customer_id || '/assets/' || id || '/change' FROM asset ORDER BY customer_id, id LIMIT 1"],
        ["/imports"] = ["/imports"],
        ["/imports/new"] = ["/imports/new", "/imports/new?kind=customers"],
        ["/imports/{id:long}"] = ["SELECT '/imports/' || id FROM import_run ORDER BY id LIMIT 2"],
        ["/account"] = ["/account"],
        ["/account/authenticator"] = ["/account/authenticator"],
        ["/staff"] = ["/staff", "/staff?show=left"],
        ["/staff/new"] = ["/staff/new"],
        ["/staff/{staffId:long}"] = ["SELECT '/staff/' || min(id) FROM staff WHERE store_id IS NOT NULL"],
        ["/audit"] = ["/audit", "/audit?customer=1"],
        ["/api"] = ["/api"],
        ["/account/keys"] = ["/account/keys"],
        ["/settings"] = ["/settings"],
        ["/settings/second-factor"] = ["/settings/second-factor"],
        ["/settings/keys"] = ["/settings/keys"],
        ["/settings/fields"] = ["/settings/fields"],
        ["/settings/fields/new"] = ["/settings/fields/new"],
        ["/settings/fields/{id:long}"] = ["SELECT '/settings/fields/' || id FROM customer_field ORDER BY position, id LIMIT 2"],
        ["/settings/holidays"] = ["/settings/holidays", "/settings/holidays?year=2031"],
        ["/staff/{id:long}/days"] = ["SELECT '/staff/' || min(staff_id) || '/days' FROM staff_day_off", "SELECT '/staff/' || min(id) || '/days' FROM staff"],
        ["/settings/stores"] = ["/settings/stores"],
        ["/settings/stores/new"] = ["/settings/stores/new"],
        ["/settings/stores/{id:long}"] = ["SELECT '/settings/stores/' || min(id) FROM store"],
        ["/settings/completeness"] = ["/settings/completeness"],
    };

    /// <summary>The routes of all pages.</summary>
    public static IReadOnlyList<string> Routes(IEnumerable<EndpointDataSource> sources) =>
        [.. Of(sources, "GET").Where(route => !route.StartsWith("/api/", StringComparison.Ordinal)).Except(NoPages, StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The routes that take a method, such as POST.</summary>
    public static IEnumerable<string> Of(IEnumerable<EndpointDataSource> sources, string method) => sources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        .Where(route => route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains(method) == true)
        .Select(route => "/" + route.RoutePattern.RawText!.Trim('/')).Distinct(StringComparer.Ordinal);

    /// <summary>Where to go for a route; fails when nobody told a way, or when nothing exists there.</summary>
    public static IReadOnlyList<string> Addresses(DatabaseSession session, string route)
    {
        Ways.ContainsKey(route).ShouldBeTrue($"{nameof(EveryPage)} knows no way to {route}");
        var addresses = Ways[route].SelectMany(way => way[0] == '/' ? [way] : Found(session, way))
            .Select(address => address.Replace("TOMORROW", $"{DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(1):yyyy-MM-dd}", StringComparison.Ordinal)).ToList();
        addresses.ShouldNotBeEmpty($"nothing exists to open {route} with");
        return addresses;
    }

    /// <summary>The pages that need nothing to exist first.</summary>
    public static bool NeedsNothing(string route) => !route.Contains('{', StringComparison.Ordinal);

    private static List<string> Found(DatabaseSession session, string query)
    {
        var found = new List<string>();
        using var rows = session.Read(query);
        while (rows.Next()) if (!rows.IsNull(0)) found.Add(rows.Text(0));
        return found;
    }
}
