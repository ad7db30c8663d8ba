using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Ui;
using Changlai.Core.Calendars;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Needs;

/// <summary>What the customer asked for, on the timeline, with the answer.</summary>
internal sealed class NeedTimeline : ITimelineSource
{
    public string Kind => "needs";

    public Text Name => NeedTexts.Needs;

    public IReadOnlyList<TimelineItem> Read(DatabaseSession session, TimelineRequest request)
    {
        var items = new List<TimelineItem>();
        using var rows = session.Read($"""
            SELECT n.noted_at, n.id, n.words, n.answer, n.state FROM customer_need n
            WHERE n.customer_id = @customer AND (n.noted_at, n.id) < (@at, @id) ORDER BY n.noted_at DESC, n.id DESC LIMIT {request.Limit}
            """, ("customer", request.CustomerId), ("at", request.At), ("id", request.Id));
        while (rows.Next())
        {
            var at = rows.Instant(0);
            items.Add(new TimelineItem(at, rows.Long(1), new TimelineEntry(StoreDay.On(at, request.Zone), "note", NeedTexts.TimelineAsked.In(request.Language, rows.Text(2)))
            {
                At = TimeOnly.FromDateTime(StoreDay.WallClock(at, request.Zone)),
                Detail = rows.TextOrNull(3) is { } answer ? NeedTexts.AnswerWas.In(request.Language, answer) : NeedTexts.States.NameOf(rows.Text(4)).In(request.Language),
            }));
        }
        return items;
    }
}
