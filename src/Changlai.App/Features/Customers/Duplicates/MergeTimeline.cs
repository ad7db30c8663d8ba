using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Ui;
using Changlai.Core.Calendars;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Duplicates;

/// <summary>Which cards were merged into this one.</summary>
internal sealed class MergeTimeline : ITimelineSource
{
    public string Kind => "merges";

    public Text Name => DuplicateTexts.TimelineName;

    public IReadOnlyList<TimelineItem> Read(DatabaseSession session, TimelineRequest request)
    {
        var items = new List<TimelineItem>();
        using var rows = session.Read($"""
            SELECT m.merged_at, m.id, m.merged_id, m.merged_name, CASE WHEN m.undone_at IS NULL THEN 0 ELSE 1 END, s.name
            FROM customer_merge m LEFT JOIN staff s ON s.id = m.merged_by
            WHERE m.survivor_id = @customer AND (m.merged_at, m.id) < (@at, @id) ORDER BY m.merged_at DESC, m.id DESC LIMIT {request.Limit}
            """, ("customer", request.CustomerId), ("at", request.At), ("id", request.Id));
        while (rows.Next())
        {
            var at = rows.Instant(0);
            var title = (rows.Int(4) == 1 ? DuplicateTexts.TimelineUndone : DuplicateTexts.TimelineMerged).In(request.Language, rows.Text(3), rows.Long(2));
            items.Add(new TimelineItem(at, rows.Long(1), new TimelineEntry(StoreDay.On(at, request.Zone), "customers", title)
            {
                At = TimeOnly.FromDateTime(StoreDay.WallClock(at, request.Zone)),
                Detail = rows.TextOrNull(5),
            }));
        }
        return items;
    }
}
