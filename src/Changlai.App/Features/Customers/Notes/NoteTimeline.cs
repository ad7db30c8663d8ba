using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Ui;
using Changlai.Core.Calendars;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Notes;

/// <summary>Notes on the timeline.</summary>
internal sealed class NoteTimeline : ITimelineSource
{
    public string Kind => "notes";

    public Text Name => NoteTexts.Notes;

    public IReadOnlyList<TimelineItem> Read(DatabaseSession session, TimelineRequest request)
    {
        var items = new List<TimelineItem>();
        using var rows = session.Read("""
            SELECT e.at, e.id, e.words, s.name FROM customer_event e LEFT JOIN staff s ON s.id = e.staff_id
            WHERE e.customer_id = @customer AND e.kind = 'note' AND (e.at, e.id) < (@at, @id) ORDER BY e.at DESC, e.id DESC LIMIT @limit
            """, ("customer", request.CustomerId), ("at", request.At), ("id", request.Id), ("limit", request.Limit));
        while (rows.Next())
        {
            var at = rows.Instant(0);
            items.Add(new TimelineItem(at, rows.Long(1), new TimelineEntry(StoreDay.On(at, request.Zone), "note", rows.TextOrNull(3) ?? NoteTexts.Note.In(request.Language))
            {
                At = TimeOnly.FromDateTime(StoreDay.WallClock(at, request.Zone)),
                Detail = rows.Text(2),
            }));
        }
        return items;
    }
}
