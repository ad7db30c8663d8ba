using Changlai.App.Features.Complaints.Model;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Ui;
using Changlai.Core.Calendars;
using Changlai.Core.Values;

namespace Changlai.App.Features.Complaints;

/// <summary>Complaints on the timeline, when they came.</summary>
internal sealed class ComplaintTimeline : ITimelineSource
{
    private static readonly Text Complaints = new("投诉", "Complaints");
    private static readonly Text Opened = new("投诉", "Complaint");
    private static readonly Text StillOpen = new("投诉，尚未解决", "Complaint, still open");

    public string Kind => "complaints";

    public Text Name => Complaints;

    public IReadOnlyList<TimelineItem> Read(DatabaseSession session, TimelineRequest request)
    {
        var items = new List<TimelineItem>();
        using var rows = session.Read($"""
            SELECT c.opened_at, c.id, c.state, c.words, s.name FROM complaint c LEFT JOIN staff s ON s.id = c.opened_by
            WHERE c.customer_id = @customer AND (c.opened_at, c.id) < (@at, @id) ORDER BY c.opened_at DESC, c.id DESC LIMIT {request.Limit}
            """, ("customer", request.CustomerId), ("at", request.At), ("id", request.Id));
        while (rows.Next())
        {
            var (at, isOpen) = (rows.Instant(0), rows.Text(2) == ComplaintState.Open);
            string?[] detail = [rows.Text(3), rows.TextOrNull(4)];
            items.Add(new TimelineItem(at, rows.Long(1), new TimelineEntry(StoreDay.On(at, request.Zone), "complaint", (isOpen ? StillOpen : Opened).In(request.Language))
            {
                At = TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, request.Zone).DateTime),
                Detail = string.Join(" · ", detail.Where(part => !string.IsNullOrEmpty(part))),
                Tone = isOpen ? Tone.Late : Tone.Plain,
            }));
        }
        return items;
    }
}
