using System.Text.RegularExpressions;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Orders.Card;
using Changlai.App.Features.Orders.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Api;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Ui;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Orders.Entry;

/// <summary>A customer's orders for other programs: read, enter, change, take goods back, and ask when they are expected again.</summary>
internal static partial class OrderApi
{
    private const int MostEntries = 200;
    private const int UsualEntries = 50;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var orders = routes.MapGroup("/api/customers/{customerId:long}/orders");
        orders.MapGet("", List).For(Access.ReadCustomers).NeedsScope(ApiScope.OrdersRead)
            .Says("客户的订单", "List a customer's orders", typeof(OrderList));
        orders.MapGet("/{orderId:long}", Show).For(Access.ReadCustomers).NeedsScope(ApiScope.OrdersRead)
            .Says("一张订单", "One order", typeof(OrderAnswer), hasVersion: true);
        orders.MapPost("", EnterAsync).For(Access.ChangeCustomers).NeedsScope(ApiScope.OrdersWrite).Audits(OrderAudit.Entered)
            .Says("录入订单", "Enter an order", typeof(OrderAnswer), typeof(OrderBody), 201);
        orders.MapPut("/{orderId:long}", ChangeAsync).For(Access.ChangeCustomers).NeedsScope(ApiScope.OrdersWrite).Audits(OrderAudit.Changed, "order", "orderId")
            .Says("修改订单", "Change an order", typeof(OrderAnswer), typeof(OrderBody), hasVersion: true);
        orders.MapPost("/{orderId:long}/returns", ReturnAsync).For(Access.ChangeCustomers).NeedsScope(ApiScope.OrdersWrite).Audits(OrderAudit.Returned, "order", "orderId")
            .Says("登记退货", "Take goods back", typeof(OrderAnswer), typeof(ReturnBody), 201);
        orders.MapPost("/expectation", ExpectAsync).For(Access.ChangeCustomers).NeedsScope(ApiScope.OrdersRead).AuditsNothing()
            .Says("预计下次购买的日子", "When the next purchase is expected", typeof(ExpectationAnswer), typeof(OrderBody));
    }

    private static IResult List(HttpContext http, OrderEntry entry, UiContext ui, long customerId, long? after, int? limit)
    {
        using var session = entry.Database.OpenSession();
        if (CustomerAccess.Find(session, Viewer.Of(http.User), customerId) is null) return JsonRequests.NotFound(ui);
        var count = Math.Clamp(limit ?? UsualEntries, 1, MostEntries);
        var at = after is { } id && session.Scalar<long>("SELECT count(*) FROM customer_order WHERE customer_id = @customer AND id = @id", ("customer", customerId), ("id", id)) > 0
            ? MomentOf(session, customerId, id) : DateTimeOffset.MaxValue;
        var found = OrderGlance.Latest(session, customerId, at, after ?? long.MaxValue, count + 1);
        return Results.Ok(new OrderList(
            [.. found.Take(count).Select(order => new OrderListEntry(order.Id, order.Number, order.IsReturn ? "return" : "order", order.On, order.TotalMinor, order.Currency, order.LineCount))],
            found.Count > count ? found[count - 1].Id : null));
    }

    private static IResult Show(HttpContext http, OrderEntry entry, UiContext ui, long customerId, long orderId)
    {
        using var session = entry.Database.OpenSession();
        return CustomerAccess.Find(session, Viewer.Of(http.User), customerId) is not null && OrderAnswer.Of(session, customerId, orderId) is { } order
            ? ETags.Answer(http, StoredOrder.Find(session, customerId, orderId)!.Version, order)
            : JsonRequests.NotFound(ui);
    }

    private static async Task<IResult> EnterAsync(HttpContext http, OrderEntry entry, UiContext ui, long customerId)
    {
        var (body, refusal) = await JsonRequests.ReadAsync<OrderBody>(http);
        if (body is null) return refusal!;
        using var session = entry.Database.OpenSession();
        if (Open(http, session, entry, customerId) is not { } desk) return JsonRequests.NotFound(ui);
        return Answer(http, session, ui, customerId, entry.Enter(session, desk, customerId, body.Form(desk), JsonRequests.KeyOf(http)), form => form.Errors);
    }

    private static async Task<IResult> ChangeAsync(HttpContext http, OrderEntry entry, UiContext ui, long customerId, long orderId)
    {
        var (body, refusal) = await JsonRequests.ReadAsync<OrderBody>(http);
        if (body is null) return refusal!;
        using var session = entry.Database.OpenSession();
        if (Open(http, session, entry, customerId) is not { } desk || OrderEntryEndpoints.Bought(session, customerId, orderId) is not { } stored) return JsonRequests.NotFound(ui);
        if (!stored.IsByHand) return Results.Problem(ui[EntryTexts.Imported], statusCode: StatusCodes.Status409Conflict);
        if (ETags.Refusal(http, ui, stored.Version) is { } stale) return stale;
        var taken = entry.Change(session, desk, customerId, stored, body.Form(desk), stored.Version);
        if (taken.Id is null && !taken.IsStale) return JsonRequests.Invalid(ui, Named(taken.Form.Errors));
        return StoredOrder.Find(session, customerId, orderId) is not { } now ? JsonRequests.NotFound(ui)
            : taken.IsStale ? ETags.Stale(http, ui, now.Version)
            : ETags.Answer(http, now.Version, OrderAnswer.Of(session, customerId, orderId));
    }

    private static async Task<IResult> ReturnAsync(HttpContext http, OrderEntry entry, UiContext ui, long customerId, long orderId)
    {
        var (body, refusal) = await JsonRequests.ReadAsync<ReturnBody>(http);
        if (body is null) return refusal!;
        using var session = entry.Database.OpenSession();
        if (Open(http, session, entry, customerId) is not { } desk || OrderEntryEndpoints.Bought(session, customerId, orderId) is not { } stored) return JsonRequests.NotFound(ui);
        var products = Returnable.Of(session, customerId, stored);
        var (form, unknown) = body.Form(products);
        if (unknown.Count > 0) return JsonRequests.Invalid(ui, unknown);
        return Answer(http, session, ui, customerId, entry.Return(session, desk, customerId, stored, form, JsonRequests.KeyOf(http)), taken => taken.Errors);
    }

    private static async Task<IResult> ExpectAsync(HttpContext http, OrderEntry entry, UiContext ui, long customerId)
    {
        var (body, refusal) = await JsonRequests.ReadAsync<OrderBody>(http);
        if (body is null) return refusal!;
        using var session = entry.Database.OpenSession();
        if (Open(http, session, entry, customerId) is not { } desk) return JsonRequests.NotFound(ui);
        var read = desk.Check(body.Form(desk));
        if (read.Order is not { } order) return JsonRequests.Invalid(ui, Named(read.Form.Errors));
        var expected = ExpectedPurchase.Of(session, customerId, DateOnly.FromDateTime(order.OrderedAt), order.Store.Currency, order.Lines, null);
        return Results.Ok(new ExpectationAnswer(
            expected.Rhythm is { NextPurchaseOn: { } next } ? DateOnly.FromDayNumber(next) : null,
            expected.Rhythm?.Basis switch { RhythmBasis.Personal => "personal", RhythmBasis.Product => "product", _ => null },
            expected.SupplyDays, expected.TotalMinor, expected.Currency));
    }

    private static OrderDesk? Open(HttpContext http, DatabaseSession session, OrderEntry entry, long customerId)
    {
        var viewer = Viewer.Of(http.User);
        return CustomerAccess.Find(session, viewer, customerId) is { } customer ? entry.DeskOf(session, viewer, customer.StoreId) : null;
    }

    private static IResult Answer<TForm>(HttpContext http, DatabaseSession session, UiContext ui, long customerId, Taken<TForm> taken, Func<TForm, IReadOnlyDictionary<string, Text>> errors) =>
        taken.Id is { } id
            ? ETags.Made(http, StoredOrder.Find(session, customerId, id)!.Version, $"/api/customers/{customerId}/orders/{id}", OrderAnswer.Of(session, customerId, id), taken.Again)
            : JsonRequests.Invalid(ui, Named(errors(taken.Form)));

    private static DateTimeOffset MomentOf(DatabaseSession session, long customerId, long orderId)
    {
        using var rows = session.Read("SELECT ordered_at FROM customer_order WHERE customer_id = @customer AND id = @id", ("customer", customerId), ("id", orderId));
        return rows.Next() ? rows.Instant(0) : DateTimeOffset.MaxValue;
    }

    /// <summary>Fields as the caller sent them: <c>price-0</c> of the form is <c>lines[0].priceMinor</c>.</summary>
    private static Dictionary<string, Text> Named(IReadOnlyDictionary<string, Text> errors) =>
        errors.ToDictionary(error => error.Key is "store" or "staff" ? error.Key + "Id" : FieldOfLine().Replace(error.Key, line => $"lines[{line.Groups["at"].Value}].{line.Groups["name"].Value switch { "price" => "priceMinor", "discount" => "discountMinor", var name => name }}"), error => error.Value, StringComparer.Ordinal);

    [GeneratedRegex(@"^(?<name>product|quantity|price|discount)-(?<at>\d+)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FieldOfLine();
}
