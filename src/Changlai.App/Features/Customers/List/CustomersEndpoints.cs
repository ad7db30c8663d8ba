using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Privacy;
using Changlai.App.Features.Customers.Search;
using Changlai.App.Features.Customers.Segments.Pages;
using Changlai.App.Features.Customers.Segments.Query;
using Changlai.App.Features.Customers.Segments.Storage;
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
        routes.MapGet("/customers", Show).For(Access.ReadCustomers);
        routes.MapGet("/customers/suggestions", Suggest).For(Access.ReadCustomers);
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
        HttpContext http, Database database, StoreDirectory directory, UiContext ui, IEnumerable<ISearchSource> sources, SegmentFields contributions, Masks masks, BulkViews views,
        string? q, string? show, string? sort, string? owner, string? store, string? after, string? segment)
    {
        var viewer = Viewer.Of(http.User);
        var stores = directory.Of(viewer);
        var view = Find(show, IsFilter) ?? Find(sort, one => !IsFilter(one)) ?? CustomerView.Newest;
        var chosen = viewer.Chosen(long.TryParse(store, out var asked) ? asked : null);
        var filter = new CustomerListFilter(view, ui.Today, viewer.ScopeIn(chosen), owner == "me" ? viewer.StaffId : null, ListPosition.Parse(after)) { StoreId = chosen };
        using var session = database.OpenSession();
        var masking = masks.Of(session, viewer);
        if (!string.IsNullOrWhiteSpace(q))
        {
            var found = Find(session, viewer, masking, sources, q, PageSize);
            views.Saw(http.User, found.Count);
            return UiSetup.Page<CustomersPage>(new { Filter = filter, Rows = found, Words = q.Trim(), More = found.Count == PageSize, Stores = stores, MayAdd = viewer.May(Access.ChangeCustomers) });
        }
        if (segment is not null) return ShowSegment(session, new SegmentDesk(session, contributions, directory, viewer), viewer, ui, filter, stores, segment, masking, http, views);
        var rows = CustomerListQuery.Read(session, filter, PageSize + 1, masking);
        ListPosition? next = rows.Count > PageSize ? CustomerListQuery.PositionOf(rows[PageSize - 1], view) : null;
        if (next is not null) rows.RemoveAt(PageSize);
        views.Saw(http.User, rows.Count);
        return UiSetup.Page<CustomersPage>(new { Filter = filter, Rows = rows, After = next, Stores = stores, MayAdd = viewer.May(Access.ChangeCustomers) });
    }

    /// <summary>The customers of a segment, those registered last first.</summary>
    private static IResult ShowSegment(DatabaseSession session, SegmentDesk desk, Viewer viewer, UiContext ui, CustomerListFilter filter, IReadOnlyCollection<StoreEntry> stores, string segment,
        Masking masking, HttpContext http, BulkViews views)
    {
        if (!long.TryParse(segment, out var id) || SegmentStore.Find(session, viewer, id) is not { } stored) return Results.NotFound();
        if (desk.ProblemOf(stored) is not null) return Results.LocalRedirect($"/segments/{id}");
        var ids = desk.Customers().Page(stored.Rule!, filter.After?.Id, PageSize + 1);
        var rows = CustomerListQuery.Read(session, [.. ids.Take(PageSize)], masking);
        views.Saw(http.User, rows.Count);
        return UiSetup.Page<CustomersPage>(new
        {
            Filter = filter,
            Rows = rows,
            After = ids.Count > PageSize ? new ListPosition(0, ids[PageSize - 1]) : (ListPosition?)null,
            Stores = stores,
            Segment = new ListedSegment(id, stored.Name, ui[desk.Fields.SentenceOf(session, stored.Rule!)]),
        });
    }

    private static IResult Suggest(HttpContext http, Database database, StoreDirectory directory, IEnumerable<ISearchSource> sources, Masks masks, string? q)
    {
        if (string.IsNullOrWhiteSpace(q)) return Results.Content("", "text/html");
        var viewer = Viewer.Of(http.User);
        using var session = database.OpenSession();
        var found = Find(session, viewer, masks.Of(session, viewer), sources, q, Suggestions);
        var stores = directory.Of(viewer) is { Count: > 1 } several ? several.ToDictionary(store => store.Id, store => store.Name) : [];
        return UiSetup.Page<SuggestionList>(new { Rows = found, Words = q.Trim(), More = found.Count == Suggestions, Stores = stores });
    }

    public static List<CustomerRow> Find(DatabaseSession session, Viewer viewer, Masking masking, IEnumerable<ISearchSource> sources, string typed, int limit)
    {
        var found = new CustomerFinder(session, viewer.Scope, sources, masking).Find(typed, limit);
        var by = found.ToDictionary(one => one.Id, one => one.By);
        return [.. CustomerListQuery.Read(session, [.. found.Select(one => one.Id)], masking).Select(row => row with { FoundBy = by[row.Id] })];
    }

    public static bool IsFilter(CustomerView view) => view is CustomerView.Silent or CustomerView.DueSoon or CustomerView.NewThisMonth;

    public static CustomerView? Find(string? code, Func<CustomerView, bool> which) =>
        Named.Where(which).Select(view => (CustomerView?)view).FirstOrDefault(view => Code(view!.Value) == code);
}
