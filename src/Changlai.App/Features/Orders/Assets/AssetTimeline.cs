using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Orders.Model;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Ui;
using Changlai.Core.Values;

namespace Changlai.App.Features.Orders.Assets;

/// <summary>Assets on the timeline, when they were sold or installed.</summary>
internal sealed class AssetTimeline : ITimelineSource
{
    public string Kind => "assets";

    public Text Name => AssetTexts.Assets;

    public IReadOnlyList<TimelineItem> Read(DatabaseSession session, TimelineRequest request)
    {
        var items = new List<TimelineItem>();
        using var rows = session.Read("""
            SELECT a.started_at, a.id, a.started_on, a.kind, p.name, a.serial_number FROM asset a JOIN product p ON p.id = a.product_id
            WHERE a.customer_id = @customer AND (a.started_at, a.id) < (@at, @id) ORDER BY a.started_at DESC, a.id DESC LIMIT @limit
            """, ("customer", request.CustomerId), ("at", request.At), ("id", request.Id), ("limit", request.Limit));
        while (rows.Next())
        {
            var title = (rows.Text(3) == Asset.Installed ? AssetTexts.InstalledEntry : AssetTexts.SoldEntry).In(request.Language, rows.Text(4));
            items.Add(new TimelineItem(rows.Instant(0), rows.Long(1), new TimelineEntry(rows.Day(2), "assets", title)
            {
                Detail = rows.TextOrNull(5) is { } serial ? AssetTexts.SerialOf.In(request.Language, serial) : null,
                Href = $"/customers/{request.CustomerId}/assets/{rows.Long(1)}",
                Tone = Tone.Info,
            }));
        }
        return items;
    }
}

/// <summary>Repairs on the timeline.</summary>
internal sealed class RepairTimeline : ITimelineSource
{
    public string Kind => "repairs";

    public Text Name => AssetTexts.Repairs;

    public IReadOnlyList<TimelineItem> Read(DatabaseSession session, TimelineRequest request)
    {
        var items = new List<TimelineItem>();
        using var rows = session.Read("""
            SELECT r.done_at, r.id, r.done_on, r.fault, r.work, s.name, p.name, r.asset_id FROM repair r
            JOIN asset a ON a.customer_id = r.customer_id AND a.id = r.asset_id JOIN product p ON p.id = a.product_id LEFT JOIN staff s ON s.id = r.staff_id
            WHERE r.customer_id = @customer AND (r.done_at, r.id) < (@at, @id) ORDER BY r.done_at DESC, r.id DESC LIMIT @limit
            """, ("customer", request.CustomerId), ("at", request.At), ("id", request.Id), ("limit", request.Limit));
        while (rows.Next())
        {
            var fault = Fault.Find(rows.Text(3))?.Name.In(request.Language) ?? rows.Text(3);
            items.Add(new TimelineItem(rows.Instant(0), rows.Long(1), new TimelineEntry(rows.Day(2), "repair", AssetTexts.RepairEntry.In(request.Language, rows.Text(6), fault))
            {
                Detail = rows.TextOrNull(5) is { } by ? $"{rows.Text(4)} · {by}" : rows.Text(4),
                Href = $"/customers/{request.CustomerId}/assets/{rows.Long(7)}",
                Tone = Tone.Risk,
            }));
        }
        return items;
    }
}
