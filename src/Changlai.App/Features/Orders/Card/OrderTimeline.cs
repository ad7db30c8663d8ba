using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Ui;
using Changlai.Core.Values;

namespace Changlai.App.Features.Orders.Card;

/// <summary>Orders and returns on the timeline.</summary>
internal sealed class OrderTimeline : ITimelineSource
{
    public string Kind => "orders";

    public Text Name => OrderWords.Orders;

    public IReadOnlyList<TimelineItem> Read(DatabaseSession session, TimelineRequest request) =>
        [.. OrderGlance.Latest(session, request.CustomerId, request.At, request.Id, request.Limit).Select(order => new TimelineItem(order.At, order.Id, Entry(order, request)))];

    private static TimelineEntry Entry(OrderGlance order, TimelineRequest request)
    {
        var title = $"{OrderWords.Title(order.IsReturn, order.Number, request.Language)} · {Formats.Money(order.TotalMinor, order.Currency)}";
        return new TimelineEntry(order.On, order.IsReturn ? "again" : "orders", title)
        {
            At = TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(order.At, request.Zone).DateTime),
            Detail = OrderWords.Products(order, request.Language),
            Href = order.Href(request.CustomerId),
            Tone = order.IsReturn ? Tone.Risk : Tone.Info,
        };
    }
}
