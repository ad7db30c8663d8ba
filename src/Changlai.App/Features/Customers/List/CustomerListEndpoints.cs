using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Customers.List;

internal static class CustomerListEndpoints
{
    private const int Suggested = 8;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/customers", Show);
        routes.MapGet("/customers/suggestions", Suggest);
    }

    private static IResult Show(HttpContext http, Database database, UiContext ui, IEnumerable<ISearchSource> sources, string? q, string? view, string? after)
    {
        var store = Viewer.Of(http.User).StoreScope;
        var typed = string.IsNullOrWhiteSpace(q) ? null : q.Trim();
        var shown = Enum.TryParse<CustomerView>(view, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : CustomerView.All;
        using var session = database.OpenSession();
        var page = typed is null ? CustomerList.Read(session, shown, store, ui.Today, after) : CustomerList.Find(session, typed, store, sources);
        return UiSetup.Page<CustomersPage>(new { Customers = page, View = shown, Typed = typed, IsLater = after is not null });
    }

    private static IResult Suggest(HttpContext http, Database database, IEnumerable<ISearchSource> sources, string? q)
    {
        if (string.IsNullOrWhiteSpace(q)) return UiSetup.Page<Suggestions>(new { Customers = new CustomerPage([], null) });
        using var session = database.OpenSession();
        return UiSetup.Page<Suggestions>(new { Customers = CustomerList.Find(session, q.Trim(), Viewer.Of(http.User).StoreScope, sources, Suggested) });
    }
}
