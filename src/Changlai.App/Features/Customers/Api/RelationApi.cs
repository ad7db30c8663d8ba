using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Relations;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Api;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Ui;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Customers.Api;

/// <summary>Who belongs to whom, for other programs. Whom the caller may not see is not named.</summary>
internal static class RelationApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var relations = routes.MapGroup("/api/customers/{customerId:long}/relations");
        relations.MapGet("", List).For(Access.ReadCustomers).NeedsScope(ApiScope.CustomersRead)
            .Says("客户的家人、同事和介绍人", "List whom a customer belongs to", typeof(RelationListing));
        relations.MapPost("", AddAsync).For(Access.ChangeCustomers).NeedsScope(ApiScope.CustomersWrite).Audits(CustomerAudit.RelationAdded)
            .Says("添加关系", "Add a relation", typeof(RelationEntry), typeof(RelationBody), 201);
        relations.MapDelete("/{otherId:long}/{kind}", Remove).For(Access.ChangeCustomers).NeedsScope(ApiScope.CustomersWrite).Audits(CustomerAudit.RelationRemoved)
            .SaysRemoval("删除关系", "Remove a relation");
    }

    private static IResult List(HttpContext http, RelationWork work, UiContext ui, long customerId)
    {
        var viewer = Viewer.Of(http.User);
        using var session = work.Database.OpenSession();
        return CustomerAccess.Find(session, viewer, customerId) is not null
            ? Results.Ok(new RelationListing([.. CustomerRelations.Read(session, viewer.Scope, customerId).Select(RelationEntry.Of)], null))
            : JsonRequests.NotFound(ui);
    }

    private static async Task<IResult> AddAsync(HttpContext http, RelationWork work, UiContext ui, long customerId)
    {
        var (body, refusal) = await JsonRequests.ReadAsync<RelationBody>(http);
        if (body is null) return refusal!;
        var viewer = Viewer.Of(http.User);
        using var session = work.Database.OpenSession();
        if (CustomerAccess.Find(session, viewer, customerId) is not { } customer) return JsonRequests.NotFound(ui);
        if (work.Add(session, viewer, customer, body.OtherId, body.Kind) is (var field, var problem))
            return JsonRequests.Invalid(ui, new Dictionary<string, Text>(StringComparer.Ordinal) { [field] = problem });
        return Results.Json(new RelationEntry(body.OtherId!.Value, CustomerAccess.Find(session, viewer, body.OtherId.Value)?.Name ?? "", body.Kind!), statusCode: StatusCodes.Status201Created);
    }

    private static IResult Remove(HttpContext http, RelationWork work, UiContext ui, long customerId, long otherId, string kind)
    {
        var viewer = Viewer.Of(http.User);
        using var session = work.Database.OpenSession();
        if (CustomerAccess.Find(session, viewer, customerId) is not { } customer
            || !CustomerRelations.Read(session, viewer.Scope, customerId).Exists(one => one.OtherId == otherId && one.Kind == kind)) return JsonRequests.NotFound(ui);
        work.Remove(session, customer, otherId, kind);
        return Results.NoContent();
    }
}

/// <param name="Kind">What the other is to this customer: <c>family</c>, <c>colleague</c>, <c>introduced-by</c> or <c>introduced</c>.</param>
internal sealed record RelationBody(long? OtherId, string? Kind);

internal sealed record RelationEntry(long OtherId, string Other, string Kind)
{
    public static RelationEntry Of(CustomerRelation relation) => new(relation.OtherId, relation.Other, relation.Kind);
}

/// <param name="Next">Always null: all come at once.</param>
internal sealed record RelationListing(IReadOnlyList<RelationEntry> Items, string? Next);
