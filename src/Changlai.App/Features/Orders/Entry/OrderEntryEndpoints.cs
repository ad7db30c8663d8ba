using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Orders.Forms;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Ui;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Orders.Entry;

/// <summary>Entering an order, changing one, and taking goods back.</summary>
internal static class OrderEntryEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var orders = routes.MapGroup("/customers/{customerId:long}/orders").For(Access.ChangeCustomers);
        orders.MapGet("/new", New);
        orders.MapGet("/expectation", Expect);
        orders.MapPost("", Enter).Audits(OrderAudit.Entered);
        orders.MapGet("/{orderId:long}/change", ShowChange);
        orders.MapPost("/{orderId:long}/change", Change).Audits(OrderAudit.Changed, "order", "orderId");
        orders.MapGet("/{orderId:long}/return", ShowReturn);
        orders.MapPost("/{orderId:long}/return", Return).Audits(OrderAudit.Returned, "order", "orderId");
    }

    private static IResult New(HttpContext http, OrderEntry entry, UiContext ui, long customerId)
    {
        using var session = entry.Database.OpenSession();
        return Open(http, session, entry, customerId) is var (customer, desk) && customer is not null
            ? OrderPage(session, desk!, customer, ui, desk!.Fresh(), null)
            : Results.NotFound();
    }

    /// <summary>The fragment with the expected date, asked for while somebody types.</summary>
    private static IResult Expect(HttpContext http, OrderEntry entry, UiContext ui, long customerId, long? replaces)
    {
        using var session = entry.Database.OpenSession();
        if (Open(http, session, entry, customerId) is not ({ } customer, { } desk)) return Results.NotFound();
        http.Response.Headers.CacheControl = "no-store";
        var form = OrderForm.Of(field => http.Request.Query[field].ToString().Trim());
        return UiSetup.Page<ExpectationPart>(new { Expected = OrderEntry.Expect(session, desk, customer.Id, form, ui.Today, replaces) });
    }

    private static IResult Enter(HttpContext http, OrderEntry entry, UiContext ui, long customerId, [FromForm] IFormCollection fields)
    {
        using var session = entry.Database.OpenSession();
        if (Open(http, session, entry, customerId) is not ({ } customer, { } desk)) return Results.NotFound();
        var form = FormOf(fields);
        if (fields.ContainsKey("add")) return OrderPage(session, desk, customer, ui, form.WithAnotherLine(), null);
        var taken = entry.Enter(session, desk, customerId, form, fields["idempotencyKey"]);
        if (taken.Id is not { } id) return OrderPage(session, desk, customer, ui, taken.Form, null);
        return Leave(http, ui, session, taken.Again, EntryTexts.Entered, customerId, id);
    }

    private static IResult ShowChange(HttpContext http, OrderEntry entry, UiContext ui, long customerId, long orderId)
    {
        using var session = entry.Database.OpenSession();
        return Open(http, session, entry, customerId) is ({ } customer, { } desk) && Changeable(session, customerId, orderId) is { } stored
            ? OrderPage(session, desk, customer, ui, stored.Form, stored)
            : Results.NotFound();
    }

    private static IResult Change(HttpContext http, OrderEntry entry, UiContext ui, long customerId, long orderId, [FromForm] IFormCollection fields)
    {
        using var session = entry.Database.OpenSession();
        if (Open(http, session, entry, customerId) is not ({ } customer, { } desk) || Changeable(session, customerId, orderId) is not { } stored) return Results.NotFound();
        var form = FormOf(fields);
        if (fields.ContainsKey("add")) return OrderPage(session, desk, customer, ui, form.WithAnotherLine(), stored);
        var taken = entry.Change(session, desk, customerId, stored, form, form.Version);
        if (taken.IsStale && Changeable(session, customerId, orderId) is { } now)
            return OrderPage(session, desk, customer, ui, form with { Version = now.Version }, now,
                new Conflict(StoredOrder.Differences(form, now.Form, NameOf), LastChange.Words(http, session, $"order:{orderId}", customerId, OrderAudit.Changed)));
        if (taken.IsStale) return Results.NotFound();
        return taken.Id is { } id
            ? Leave(http, ui, session, taken.Again, EntryTexts.Changed, customerId, id)
            : OrderPage(session, desk, customer, ui, taken.Form, stored);

        string NameOf(string field, string value) => field switch
        {
            "store" => desk.Stores.FirstOrDefault(store => store.Id.ToString() == value)?.Name ?? value,
            "staff" => desk.People().FirstOrDefault(person => person.Value == value)?.Name ?? value,
            _ => Formats.TypedDate(value, ui.Language),
        };
    }

    private static IResult ShowReturn(HttpContext http, OrderEntry entry, UiContext ui, long customerId, long orderId)
    {
        using var session = entry.Database.OpenSession();
        if (Open(http, session, entry, customerId) is not ({ } customer, { } desk) || Bought(session, customerId, orderId) is not { } stored) return Results.NotFound();
        var fresh = desk.Fresh();
        // Goods come back where they were bought, unless the person stands elsewhere.
        var store = desk.StoreOf(stored.StoreId.ToString()) is { } same ? same.Id.ToString() : fresh.Store;
        return ReturnPage(session, desk, customer, stored, new ReturnForm { ReturnedOn = fresh.OrderedOn, Store = store, Staff = fresh.Staff });
    }

    private static IResult Return(HttpContext http, OrderEntry entry, UiContext ui, long customerId, long orderId, [FromForm] IFormCollection fields)
    {
        using var session = entry.Database.OpenSession();
        if (Open(http, session, entry, customerId) is not ({ } customer, { } desk) || Bought(session, customerId, orderId) is not { } stored) return Results.NotFound();
        var form = ReturnForm.Of(field => fields[field].ToString().Trim(), Returnable.Of(session, customerId, stored));
        var taken = entry.Return(session, desk, customerId, stored, form, fields["idempotencyKey"]);
        return taken.Id is { } id
            ? Leave(http, ui, session, taken.Again, EntryTexts.Returned, customerId, id)
            : ReturnPage(session, desk, customer, stored, taken.Form);
    }

    /// <summary>An order that may be changed here: one that was entered here.</summary>
    public static StoredOrder? Changeable(DatabaseSession session, long customerId, long orderId) =>
        StoredOrder.Find(session, customerId, orderId) is { IsByHand: true, IsReturn: false } stored ? stored : null;

    public static StoredOrder? Bought(DatabaseSession session, long customerId, long orderId) =>
        StoredOrder.Find(session, customerId, orderId) is { IsReturn: false } stored ? stored : null;

    private static (CustomerHead? Customer, OrderDesk? Desk) Open(HttpContext http, DatabaseSession session, OrderEntry entry, long customerId)
    {
        var viewer = Viewer.Of(http.User);
        return CustomerAccess.Find(session, viewer, customerId) is { } customer
            ? (customer, entry.DeskOf(session, viewer, customer.StoreId))
            : (null, null);
    }

    private static OrderForm FormOf(IFormCollection fields) => OrderForm.Of(field => fields[field].ToString().Trim());

    private static IResult OrderPage(DatabaseSession session, OrderDesk desk, CustomerHead customer, UiContext ui, OrderForm form, StoredOrder? stored, Conflict? conflict = null) => UiSetup.Page<OrderEntryPage>(new
    {
        Customer = customer,
        Form = form,
        Stores = desk.Stores,
        People = desk.People(),
        Expected = OrderEntry.Expect(session, desk, customer.Id, form, ui.Today, stored?.Id),
        ChangedId = stored?.Id,
        ChangedNumber = stored?.Number,
        Conflict = conflict,
    }, conflict is null ? Status(form.Errors) : StatusCodes.Status409Conflict);

    private static IResult ReturnPage(DatabaseSession session, OrderDesk desk, CustomerHead customer, StoredOrder stored, ReturnForm form) => UiSetup.Page<ReturnPage>(new
    {
        Customer = customer,
        OrderId = stored.Id,
        OrderNumber = stored.Number,
        stored.Currency,
        Form = form,
        Products = Returnable.Of(session, customer.Id, stored),
        Stores = desk.Stores,
        People = desk.People(),
    }, Status(form.Errors));

    private static int Status(IReadOnlyDictionary<string, Text> errors) => errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;

    private static IResult Leave(HttpContext http, UiContext ui, DatabaseSession session, bool again, Text said, long customerId, long orderId)
    {
        var number = session.Scalar<string>("SELECT external_number FROM customer_order WHERE customer_id = @customer AND id = @order", ("customer", customerId), ("order", orderId));
        Notice.Leave(http, again ? ui[FormTexts.Again] : said.In(ui.Language, number), again ? Tone.Info : Tone.Good);
        return Results.LocalRedirect($"/customers/{customerId}/orders/{orderId}");
    }
}
