using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.FollowUps.Model;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Ui;
using Changlai.Core.Values;

namespace Changlai.App.Features.FollowUps.Card;

/// <summary>Follow-ups that somebody closed without a contact: skipped, or done some other way. Those with a contact show as that.</summary>
internal sealed class FollowUpTimeline : ITimelineSource
{
    public string Kind => "follow-ups";

    public Text Name => FollowUpCardTexts.FollowUps;

    public IReadOnlyList<TimelineItem> Read(DatabaseSession session, TimelineRequest request)
    {
        var items = new List<TimelineItem>();
        using var rows = session.Read($"""
            SELECT f.closed_at, f.id, f.closed_on, f.plan, f.step, f.state, f.state_reason, s.name FROM follow_up f LEFT JOIN staff s ON s.id = f.closed_by
            WHERE f.customer_id = @customer AND f.closed_at IS NOT NULL AND f.closed_on IS NOT NULL AND f.state IN ('done', 'skipped') AND (f.closed_at, f.id) < (@at, @id)
                AND NOT EXISTS (SELECT 1 FROM interaction i WHERE i.customer_id = f.customer_id AND i.follow_up_id = f.id AND i.at = f.closed_at)
            ORDER BY f.closed_at DESC, f.id DESC LIMIT {request.Limit}
            """, ("customer", request.CustomerId), ("at", request.At), ("id", request.Id));
        while (rows.Next())
        {
            var isDone = rows.Text(5) == FollowUpState.Done;
            var detail = isDone ? FollowUpCardTexts.Done.In(request.Language)
                : FollowUpCardTexts.Skipped.In(request.Language, rows.TextOrNull(6) is { } why ? Rules.Why.State(why).In(request.Language) : "");
            items.Add(new TimelineItem(rows.Instant(0), rows.Long(1), new TimelineEntry(rows.Day(2), isDone ? "check" : "close", FollowUpName.Of(rows.Text(3), rows.Text(4), request.Language))
            {
                At = TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(rows.Instant(0), request.Zone).DateTime),
                Detail = rows.TextOrNull(7) is { } staff ? $"{detail} · {staff}" : detail,
            }));
        }
        return items;
    }
}
