using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Ui;
using Changlai.Core.Calendars;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Notes;

/// <summary>New owners and stores on the timeline.</summary>
internal sealed class ChangeTimeline : ITimelineSource
{
    public string Kind => "changes";

    public Text Name => NoteTexts.Changes;

    public IReadOnlyList<TimelineItem> Read(DatabaseSession session, TimelineRequest request)
    {
        var items = new List<TimelineItem>();
        using var rows = session.Read("""
            SELECT e.at, e.id, e.kind, e.words, s.name FROM customer_event e LEFT JOIN staff s ON s.id = e.staff_id
            WHERE e.customer_id = @customer AND e.kind IN ('owner', 'store') AND (e.at, e.id) < (@at, @id) ORDER BY e.at DESC, e.id DESC LIMIT @limit
            """, ("customer", request.CustomerId), ("at", request.At), ("id", request.Id), ("limit", request.Limit));
        while (rows.Next())
        {
            var (at, isOwner, words, language) = (rows.Instant(0), rows.Text(2) == CustomerEvents.Owner, rows.Text(3), request.Language);
            var title = isOwner
                ? NoteTexts.NewOwner.In(language, words.Length == 0 ? NoteTexts.Company.In(language) : words)
                : NoteTexts.NewStore.In(language, words.Length == 0 ? NoteTexts.NoStore.In(language) : words);
            items.Add(new TimelineItem(at, rows.Long(1), new TimelineEntry(StoreDay.On(at, request.Zone), isOwner ? "person" : "store", title)
            {
                At = TimeOnly.FromDateTime(StoreDay.WallClock(at, request.Zone)),
                Detail = rows.TextOrNull(4),
            }));
        }
        return items;
    }
}
