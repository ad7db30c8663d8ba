using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Customers.Needs;

/// <summary>Noting what a customer asks for, what came of it, and what is asked for where.</summary>
internal static class NeedEndpoints
{
    private const int PageSize = 30;
    internal static readonly TimeSpan Counted = TimeSpan.FromDays(366);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/customers/{id:long}/needs", Add).For(Access.ChangeCustomers).Audits(CustomerAudit.NeedAdded);
        routes.MapPost("/customers/{id:long}/needs/{needId:long}/state", Change).For(Access.ChangeCustomers).Audits(CustomerAudit.NeedMoved, "need", "needId");
        routes.MapGet("/needs", Show).For(Access.ManageStore);
    }

    private static IResult Show(HttpContext http, Database database, StoreDirectory stores, TimeProvider time, string? state, string? after)
    {
        var viewer = Viewer.Of(http.User);
        var known = state == NeedFilter.Open || state is not null && NeedTexts.States.Knows(state) ? state : null;
        var filter = new NeedFilter(viewer.Scope, known, time.GetUtcNow() - Counted);
        long? before = long.TryParse(after, out var place) ? place : null;
        using var session = database.OpenSession();
        var needs = StoredNeed.Read(session, filter, before ?? long.MaxValue, PageSize + 1);
        return UiSetup.Page<NeedsPage>(new
        {
            Needs = needs.Take(PageSize).ToList(),
            ByProduct = NeedCounts.ByProduct(session, filter),
            ByStore = stores.Of(viewer).Count > 1 ? NeedCounts.ByStore(session, filter) : [],
            ByRegion = NeedCounts.ByRegion(session, filter),
            State = known,
            Next = needs.Count > PageSize ? needs[PageSize - 1].Id.ToString() : null,
            IsLater = before is not null,
            Zone = stores.ZoneOf(viewer.StoreId),
        });
    }

    private static IResult Add(
        HttpContext http, NeedWork work, UiContext ui, IEnumerable<INeedProducts> products, long id, [FromForm] string? words, [FromForm] string? product, [FromForm] string? idempotencyKey)
    {
        var viewer = Viewer.Of(http.User);
        using var session = work.Database.OpenSession();
        if (CustomerAccess.Find(session, viewer, id) is not { } customer) return Results.NotFound();
        var (need, about) = ((words ?? "").Trim(), (product ?? "").Trim());
        var taken = work.Add(session, viewer, customer, need, about, idempotencyKey);
        if (taken.Errors.Count > 0)
            return UiSetup.Page<NeedPage>(new
            {
                CustomerId = id,
                CustomerName = customer.Name,
                Products = products.SelectMany(one => one.Offered(session)).ToList(),
                Words = need,
                Product = about,
                WordsProblem = Said(ui, taken, "words"),
                ProductProblem = Said(ui, taken, "product"),
            }, StatusCodes.Status422UnprocessableEntity);
        Notice.Leave(http, ui[NeedTexts.Saved]);
        return Results.LocalRedirect($"/customers/{id}#needs");
    }

    private static IResult Change(HttpContext http, NeedWork work, UiContext ui, long id, long needId, [FromForm] string? state, [FromForm] string? answer)
    {
        var viewer = Viewer.Of(http.User);
        using var session = work.Database.OpenSession();
        if (CustomerAccess.Find(session, viewer, id) is not { } customer) return Results.NotFound();
        if (StoredNeed.Find(session, id, needId) is not { } need) return Results.NotFound();
        var taken = work.Move(session, viewer, customer, need, state, answer);
        if (taken.Errors.ContainsKey("state"))
        {
            Notice.Leave(http, ui[NeedTexts.NoState], Tone.Risk);
            return Results.LocalRedirect($"/customers/{id}#needs");
        }
        if (taken.Errors.Count > 0)
            return UiSetup.Page<NeedAnswerPage>(new { Need = need with { State = state!, Answer = taken.Answer }, Problem = Said(ui, taken, "answer") }, StatusCodes.Status422UnprocessableEntity);
        Notice.Leave(http, ui[state == StoredNeed.Met ? NeedTexts.MetTold : NeedTexts.Changed]);
        return Results.LocalRedirect($"/customers/{id}#needs");
    }

    private static string? Said(UiContext ui, NeedTaken taken, string field) => taken.Errors.TryGetValue(field, out var problem) ? ui[problem] : null;
}
