using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Changlai.App.Features.Customers.Api;
using Changlai.App.Features.Customers.Card;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Editing;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Api;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Customers.Privacy;

/// <summary>All that is held on one customer, to read, to print and to take away.</summary>
internal static class PrivacyEndpoints
{
    private const int MostEntries = 1_000;
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/customers/{id:long}/privacy", Show).For(Access.ManageStore).Audits(CustomerAudit.HeldRead);
        routes.MapGet("/customers/{id:long}/privacy/held.json", Download).For(Access.ManageStore).Audits(CustomerAudit.HeldExported);
        routes.MapGet("/api/customers/{id:long}/held", Call).For(Access.ManageStore).NeedsScope(ApiScope.CustomersRead).Audits(CustomerAudit.HeldExported)
            .Says("一位客户的全部资料", "All that is held on one customer", typeof(HeldBody));
    }

    private static IResult Show(HttpContext http, Database database, StoreDirectory stores, UiContext ui, Masks masks, IEnumerable<ICustomerRows> owners, IEnumerable<ICustomersChanged> listeners, IEnumerable<ITimelineSource> sources, TimeProvider time, long id)
    {
        var viewer = Viewer.Of(http.User);
        using var session = database.OpenSession();
        if (CustomerAccess.Find(session, viewer, id) is null || CustomerCard.Read(session, id) is not { } card) return Results.NotFound();
        if (masks.Of(session, viewer).IsOn(id)) return AskFirst(http, ui, id);
        AuditPen.Current?.WriteNow(database);
        var zone = stores.ZoneOf(card.StoreId);
        return UiSetup.Page<HeldPage>(new
        {
            Card = card,
            Store = stores.NameOf(card.StoreId),
            Today = stores.TodayOf(card.StoreId),
            Zone = zone,
            Counts = new CustomerErasure(session, owners, listeners, time).Count(id),
            Timeline = CustomerTimeline.Read(session, sources, id, null, null, MostEntries, ui.Language, zone),
        });
    }

    private static IResult Download(HttpContext http, Database database, UiContext ui, Masks masks, IEnumerable<ICustomerRows> owners, TimeProvider time, long id)
    {
        var viewer = Viewer.Of(http.User);
        using var session = database.OpenSession();
        if (Held(session, viewer, owners, time, id) is not { } held) return Results.NotFound();
        if (masks.Of(session, viewer).IsOn(id)) return AskFirst(http, ui, id);
        AuditPen.Current?.WriteNow(database);
        return Results.File(JsonSerializer.SerializeToUtf8Bytes(held, Json), "application/json; charset=utf-8", $"customer-{id}.json");
    }

    private static IResult Call(HttpContext http, Database database, UiContext ui, Masks masks, IEnumerable<ICustomerRows> owners, TimeProvider time, long id)
    {
        var viewer = Viewer.Of(http.User);
        using var session = database.OpenSession();
        if (Held(session, viewer, owners, time, id) is not { } held) return JsonRequests.NotFound(ui);
        if (masks.Of(session, viewer).IsOn(id)) return Results.Problem(ui[PrivacyTexts.RevealFirst], statusCode: StatusCodes.Status403Forbidden);
        AuditPen.Current?.WriteNow(database);
        return Results.Ok(held);
    }

    private static HeldBody? Held(DatabaseSession session, Viewer viewer, IEnumerable<ICustomerRows> owners, TimeProvider time, long id) =>
        CustomerAccess.Find(session, viewer, id) is not null && StoredCustomer.Read(session, id) is { } stored
            ? new HeldBody(time.GetUtcNow(), CustomerBody.Of(stored), HeldData.Read(session, owners, id))
            : null;

    private static IResult AskFirst(HttpContext http, UiContext ui, long id)
    {
        AuditPen.Current?.Drop();
        Notice.Leave(http, ui[PrivacyTexts.RevealFirst], Tone.Risk);
        return Results.LocalRedirect($"/customers/{id}");
    }
}

/// <param name="Records">By the name of the table: its rows, column by column.</param>
internal sealed record HeldBody(DateTimeOffset MadeAt, CustomerBody Customer, JsonObject Records);
