using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.List;
using Changlai.App.Features.Customers.Search;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Ui;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Customers.Relations;

/// <summary>Who belongs to whom.</summary>
internal static class RelationEndpoints
{
    private const int Offered = 8;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/customers/{id:long}/relations", Show).For(Access.ChangeCustomers);
        routes.MapPost("/customers/{id:long}/relations", Add).For(Access.ChangeCustomers).Audits(CustomerAudit.RelationAdded);
        routes.MapPost("/customers/{id:long}/relations/removal", Remove).For(Access.ChangeCustomers).Audits(CustomerAudit.RelationRemoved);
    }

    private static IResult Show(HttpContext http, Database database, IEnumerable<ISearchSource> sources, long id, string? q)
    {
        using var session = database.OpenSession();
        return Open(http, session, id) is { } customer ? Page(http, session, customer, sources, q, null, StatusCodes.Status200OK) : Results.NotFound();
    }

    private static IResult Add(HttpContext http, RelationWork work, UiContext ui, IEnumerable<ISearchSource> sources, long id, [FromForm] string? other, [FromForm] string? kind)
    {
        using var session = work.Database.OpenSession();
        if (Open(http, session, id) is not { } customer) return Results.NotFound();
        if (work.Add(session, Viewer.Of(http.User), customer, long.TryParse(other, out var otherId) ? otherId : null, kind) is (_, var problem))
            return Page(http, session, customer, sources, null, problem, StatusCodes.Status422UnprocessableEntity);
        Notice.Leave(http, ui[RelationTexts.Saved]);
        return Results.LocalRedirect($"/customers/{id}/relations");
    }

    private static IResult Remove(HttpContext http, RelationWork work, UiContext ui, long id, [FromForm] string? other, [FromForm] string? kind)
    {
        using var session = work.Database.OpenSession();
        if (Open(http, session, id) is not { } customer || !long.TryParse(other, out var otherId) || otherId == id || kind is null) return Results.NotFound();
        work.Remove(session, customer, otherId, kind);
        Notice.Leave(http, ui[RelationTexts.Removed], Tone.Plain);
        return Results.LocalRedirect($"/customers/{id}/relations");
    }

    private static CustomerHead? Open(HttpContext http, DatabaseSession session, long id) =>
        CustomerAccess.Find(session, Viewer.Of(http.User), id);

    private static IResult Page(HttpContext http, DatabaseSession session, CustomerHead customer, IEnumerable<ISearchSource> sources, string? words, Text? problem, int status)
    {
        var viewer = Viewer.Of(http.User);
        var masking = ((Masks)http.RequestServices.GetService(typeof(Masks))!).Of(session, viewer);
        var found = string.IsNullOrWhiteSpace(words) ? [] : new CustomerFinder(session, viewer.Scope, sources, masking).Find(words, Offered).Select(one => one.Id).Where(id => id != customer.Id).ToList();
        return UiSetup.Page<RelationsPage>(new
        {
            CustomerId = customer.Id,
            CustomerName = customer.Name,
            Relations = CustomerRelations.Read(session, viewer.Scope, customer.Id),
            Found = found.Count == 0 ? [] : CustomerListQuery.Read(session, found, masking),
            Words = words?.Trim(),
            Problem = problem is { } text && http.RequestServices.GetService(typeof(UiContext)) is UiContext ui ? ui[text] : null,
        }, status);
    }
}
