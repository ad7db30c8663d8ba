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
    public const int Longest = 500;
    private const int PageSize = 30;
    private static readonly TimeSpan Counted = TimeSpan.FromDays(366);

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
        HttpContext http, Database database, UiContext ui, IEnumerable<INeedProducts> products, SweepSignal signal, IEnumerable<ICustomersChanged> listeners, TimeProvider time, long id, [FromForm] string? words, [FromForm] string? product, [FromForm] string? idempotencyKey)
    {
        var viewer = Viewer.Of(http.User);
        using var session = database.OpenSession();
        if (CustomerAccess.Find(session, viewer, id) is not { } customer) return Results.NotFound();
        var (need, about) = ((words ?? "").Trim(), (product ?? "").Trim());
        var found = about.Length == 0 ? null : products.Select(one => one.Find(session, about)).FirstOrDefault(one => one is not null);
        var wordsProblem = need.Length == 0 ? ui[NeedTexts.Empty] : need.Length > Longest ? NeedTexts.Long.In(ui.Language, Longest, need.Length) : null;
        var productProblem = about.Length > 0 && found is null ? ui[NeedTexts.NoProduct] : null;
        if (wordsProblem is not null || productProblem is not null)
            return UiSetup.Page<NeedPage>(new
            {
                CustomerId = id,
                CustomerName = customer.Name,
                Products = products.SelectMany(one => one.Offered(session)).ToList(),
                Words = need,
                Product = about,
                WordsProblem = wordsProblem,
                ProductProblem = productProblem,
            }, StatusCodes.Status422UnprocessableEntity);
        session.Begin();
        if (FormKeys.Take(session, $"need/{id}", idempotencyKey, time.GetUtcNow()) is null)
        {
            StoredNeed.Add(session, id, need, found?.Id, viewer.StaffId, time.GetUtcNow());
            foreach (var listener in listeners) listener.CustomersChanged(session, [id]);
        }
        session.Commit();
        signal.RunSoon();
        Notice.Leave(http, ui[NeedTexts.Saved]);
        return Results.LocalRedirect($"/customers/{id}#needs");
    }

    private static IResult Change(
        HttpContext http, Database database, StoreDirectory stores, UiContext ui, SweepSignal signal, IEnumerable<ICustomersChanged> listeners, TimeProvider time, long id, long needId, [FromForm] string? state, [FromForm] string? answer)
    {
        var viewer = Viewer.Of(http.User);
        using var session = database.OpenSession();
        if (CustomerAccess.Find(session, viewer, id) is not { } customer) return Results.NotFound();
        if (StoredNeed.Find(session, id, needId) is not { } need) return Results.NotFound();
        if (state is null || !NeedTexts.States.Knows(state))
        {
            Notice.Leave(http, ui[NeedTexts.NoState], Tone.Risk);
            return Results.LocalRedirect($"/customers/{id}#needs");
        }
        var said = answer is null ? need.Answer : answer.Trim() is { Length: > 0 } typed ? typed : null;
        var problem = said is null && state == StoredNeed.Answered ? ui[NeedTexts.NoAnswer] : said?.Length > Longest ? NeedTexts.Long.In(ui.Language, Longest, said.Length) : null;
        if (problem is not null)
            return UiSetup.Page<NeedAnswerPage>(new { Need = need with { State = state, Answer = said }, Problem = problem }, StatusCodes.Status422UnprocessableEntity);
        session.Begin();
        if (StoredNeed.Change(session, need, state, said, viewer.StaffId, time.GetUtcNow(), stores.TodayOf(customer.StoreId)))
            foreach (var listener in listeners) listener.CustomersChanged(session, [id]);
        session.Commit();
        signal.RunSoon();
        Notice.Leave(http, ui[state == StoredNeed.Met ? NeedTexts.MetTold : NeedTexts.Changed]);
        return Results.LocalRedirect($"/customers/{id}#needs");
    }
}
