using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Search;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Customers.List;

/// <summary>The list of customers, and finding one.</summary>
internal static class CustomersEndpoints
{
    private const int PageSize = 30;
    private const int Suggestions = 8;

    private static readonly CustomerView[] Named = [CustomerView.LastOrder, CustomerView.Total, CustomerView.Silent, CustomerView.DueSoon, CustomerView.NewThisMonth];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/customers", Show);
        routes.MapGet("/customers/suggestions", Suggest);
    }

    /// <summary>How a view is called in the address.</summary>
    public static string Code(CustomerView view) => view switch
    {
        CustomerView.Newest => "newest",
        CustomerView.LastOrder => "last-order",
        CustomerView.Total => "total",
        CustomerView.Silent => "silent",
        CustomerView.DueSoon => "due",
        CustomerView.NewThisMonth => "new",
        _ => throw new ArgumentOutOfRangeException(nameof(view)),
    };

    private static IResult Show(
        HttpContext http, Database database, StoreDirectory directory, UiContext ui, IEnumerable<ISearchSource> sources,
        string? q, string? show, string? sort, string? owner, string? store, string? after)
    {
        var viewer = Viewer.Of(http.User);
        var stores = viewer.StoreScope is null ? directory.Stores() : new Dictionary<long, StoreEntry>();
        var view = Find(show, IsFilter) ?? Find(sort, one => !IsFilter(one)) ?? CustomerView.Newest;
        var filter = new CustomerListFilter(view, ui.Today, viewer.StoreScope ?? (long.TryParse(store, out var chosen) ? chosen : null), owner == "me" ? viewer.StaffId : null, ListPosition.Parse(after));
        using var session = database.OpenSession();
        if (!string.IsNullOrWhiteSpace(q))
        {
            var found = Find(session, viewer, sources, q, PageSize);
            return UiSetup.Page<CustomersPage>(new { Filter = filter, Rows = found, Words = q.Trim(), More = found.Count == PageSize, Stores = stores.Values, MayAdd = viewer.Role != StaffRole.Auditor });
        }
        var rows = CustomerListQuery.Read(session, filter, PageSize + 1);
        ListPosition? next = rows.Count > PageSize ? CustomerListQuery.PositionOf(rows[PageSize - 1], view) : null;
        if (next is not null) rows.RemoveAt(PageSize);
        return UiSetup.Page<CustomersPage>(new { Filter = filter, Rows = rows, After = next, Stores = stores.Values, MayAdd = viewer.Role != StaffRole.Auditor });
    }

    private static IResult Suggest(HttpContext http, Database database, StoreDirectory directory, IEnumerable<ISearchSource> sources, string? q)
    {
        if (string.IsNullOrWhiteSpace(q)) return Results.Content("", "text/html");
        var viewer = Viewer.Of(http.User);
        using var session = database.OpenSession();
        var found = Find(session, viewer, sources, q, Suggestions);
        var stores = viewer.StoreScope is null ? directory.Stores().ToDictionary(store => store.Key, store => store.Value.Name) : [];
        return UiSetup.Page<SuggestionList>(new { Rows = found, Words = q.Trim(), More = found.Count == Suggestions, Stores = stores });
    }

    private static List<CustomerRow> Find(DatabaseSession session, Viewer viewer, IEnumerable<ISearchSource> sources, string typed, int limit)
    {
        var found = new CustomerFinder(session, viewer.StoreScope, sources).Find(typed, limit);
        var by = found.ToDictionary(one => one.Id, one => one.By);
        return [.. CustomerListQuery.Read(session, [.. found.Select(one => one.Id)]).Select(row => row with { FoundBy = by[row.Id] })];
    }

    private static bool IsFilter(CustomerView view) => view is CustomerView.Silent or CustomerView.DueSoon or CustomerView.NewThisMonth;

    private static CustomerView? Find(string? code, Func<CustomerView, bool> which) =>
        Named.Where(which).Select(view => (CustomerView?)view).FirstOrDefault(view => Code(view!.Value) == code);
}
