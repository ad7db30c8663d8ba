using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Needs;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Api;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Ui;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Customers.Api;

/// <summary>What customers ask for, for other programs: note it, move it on, see what is asked for where.</summary>
internal static class NeedApi
{
    private const int MostEntries = 200;
    private const int UsualEntries = 50;
    private static readonly string[] States = [NeedFilter.Open, .. NeedTexts.States.Select(state => state.Code)];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/needs", List).For(Access.ManageStore).NeedsScope(ApiScope.CustomersRead)
            .Says("一年来客户的需求", "List what customers asked for within a year", typeof(NeedListing));
        var needs = routes.MapGroup("/api/customers/{customerId:long}/needs");
        needs.MapGet("", OfCustomer).For(Access.ReadCustomers).NeedsScope(ApiScope.CustomersRead)
            .Says("一位客户的需求", "List a customer's needs", typeof(NeedListing));
        needs.MapPost("", AddAsync).For(Access.ChangeCustomers).NeedsScope(ApiScope.CustomersWrite).Audits(CustomerAudit.NeedAdded)
            .Says("记下需求", "Note a need", typeof(NeedEntry), typeof(NeedBody), 201);
        needs.MapPut("/{needId:long}", MoveAsync).For(Access.ChangeCustomers).NeedsScope(ApiScope.CustomersWrite).Audits(CustomerAudit.NeedMoved, "need", "needId")
            .Says("更新需求的状态与答复", "Move a need on and answer it", typeof(NeedEntry), typeof(NeedStateBody));
    }

    private static IResult List(HttpContext http, NeedWork work, TimeProvider time, UiContext ui, string? state, string? after, int? limit)
    {
        var errors = new Dictionary<string, Text>(StringComparer.Ordinal);
        if (state is not null && !States.Contains(state, StringComparer.Ordinal)) errors["state"] = CustomerApiTexts.OneOf.With(string.Join(", ", States));
        if (after is not null && !long.TryParse(after, out _)) errors["after"] = CustomerApiTexts.NoPlace;
        if (errors.Count > 0) return JsonRequests.Invalid(ui, errors);
        var count = Math.Clamp(limit ?? UsualEntries, 1, MostEntries);
        using var session = work.Database.OpenSession();
        var found = StoredNeed.Read(session, new NeedFilter(Viewer.Of(http.User).Scope, state, time.GetUtcNow() - NeedEndpoints.Counted), long.TryParse(after, out var place) ? place : long.MaxValue, count + 1);
        return Results.Ok(new NeedListing([.. found.Take(count).Select(NeedEntry.Of)], found.Count > count ? found[count - 1].Id.ToString() : null));
    }

    private static IResult OfCustomer(HttpContext http, NeedWork work, UiContext ui, long customerId)
    {
        using var session = work.Database.OpenSession();
        return CustomerAccess.Find(session, Viewer.Of(http.User), customerId) is not null
            ? Results.Ok(new NeedListing([.. StoredNeed.OfCustomer(session, customerId, MostEntries).Select(NeedEntry.Of)], null))
            : JsonRequests.NotFound(ui);
    }

    private static async Task<IResult> AddAsync(HttpContext http, NeedWork work, UiContext ui, long customerId)
    {
        var (body, refusal) = await JsonRequests.ReadAsync<NeedBody>(http);
        if (body is null) return refusal!;
        var viewer = Viewer.Of(http.User);
        using var session = work.Database.OpenSession();
        if (CustomerAccess.Find(session, viewer, customerId) is not { } customer) return JsonRequests.NotFound(ui);
        var taken = work.Add(session, viewer, customer, (body.Words ?? "").Trim(), (body.Product ?? "").Trim(), JsonRequests.KeyOf(http));
        if (taken.Errors.Count > 0) return JsonRequests.Invalid(ui, taken.Errors);
        return taken.Id is { } id && StoredNeed.Find(session, customerId, id) is { } need
            ? Results.Json(NeedEntry.Of(need), statusCode: taken.Again ? StatusCodes.Status200OK : StatusCodes.Status201Created)
            : JsonRequests.NotFound(ui);
    }

    private static async Task<IResult> MoveAsync(HttpContext http, NeedWork work, UiContext ui, long customerId, long needId)
    {
        var (body, refusal) = await JsonRequests.ReadAsync<NeedStateBody>(http);
        if (body is null) return refusal!;
        var viewer = Viewer.Of(http.User);
        using var session = work.Database.OpenSession();
        if (CustomerAccess.Find(session, viewer, customerId) is not { } customer || StoredNeed.Find(session, customerId, needId) is not { } need) return JsonRequests.NotFound(ui);
        var taken = work.Move(session, viewer, customer, need, body.State, body.Answer);
        return taken.Errors.Count > 0 ? JsonRequests.Invalid(ui, taken.Errors) : Results.Ok(NeedEntry.Of(StoredNeed.Find(session, customerId, needId)!));
    }
}

/// <param name="Product">Name or code of the product it is about.</param>
internal sealed record NeedBody(string? Words, string? Product);

/// <param name="State"><c>noted</c>, <c>passed-on</c>, <c>answered</c> or <c>met</c>.</param>
/// <param name="Answer">What the customer is told; left out, it stays as it is.</param>
internal sealed record NeedStateBody(string? State, string? Answer);

internal sealed record NeedEntry(long Id, long CustomerId, string Customer, string Words, string? Product, string State, string? Answer, DateTimeOffset NotedAt, string? NotedBy, string? Store)
{
    public static NeedEntry Of(StoredNeed need) => new(need.Id, need.CustomerId, need.Customer, need.Words, need.Product, need.State, need.Answer, need.NotedAt, need.NotedBy, need.Store);
}

/// <param name="Next">What to send as <c>after</c> for those noted before; null at the end.</param>
internal sealed record NeedListing(IReadOnlyList<NeedEntry> Items, string? Next);
