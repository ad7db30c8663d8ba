using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Ui;
using Changlai.Core.Calendars;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Consent;

/// <summary>Refusals and consents on the timeline, with their source and wording.</summary>
internal sealed class ConsentTimeline : ITimelineSource
{
    public string Kind => "consent";

    public Text Name => ConsentTexts.Name;

    public IReadOnlyList<TimelineItem> Read(DatabaseSession session, TimelineRequest request)
    {
        var items = new List<TimelineItem>();
        using var rows = session.Read("""
            SELECT e.at, e.id, e.kind, e.channel, e.source, e.wording, s.name FROM consent_event e LEFT JOIN staff s ON s.id = e.staff_id
            WHERE e.customer_id = @customer AND (e.at, e.id) < (@at, @id) ORDER BY e.at DESC, e.id DESC LIMIT @limit
            """, ("customer", request.CustomerId), ("at", request.At), ("id", request.Id), ("limit", request.Limit));
        while (rows.Next())
        {
            var (at, kind, language) = (rows.Instant(0), rows.Text(2), request.Language);
            var channel = ContactChannel.Find(rows.TextOrNull(3))?.Name.In(language) ?? rows.TextOrNull(3) ?? "";
            string?[] detail = [rows.Text(5), ConsentTexts.Sources.NameOf(rows.Text(4)).In(language), rows.TextOrNull(6)];
            var refuses = kind is ConsentEvents.Refused or ConsentEvents.DoNotContact or ConsentEvents.Withdrawn;
            items.Add(new TimelineItem(at, rows.Long(1), new TimelineEntry(StoreDay.On(at, request.Zone), refuses ? "refused" : "check", Title(kind, channel, language))
            {
                At = TimeOnly.FromDateTime(StoreDay.WallClock(at, request.Zone)),
                Detail = string.Join(" · ", detail.Where(part => !string.IsNullOrEmpty(part))),
                Tone = refuses ? Tone.Late : Tone.Good,
            }));
        }
        return items;
    }

    private static string Title(string kind, string channel, Language language) => kind switch
    {
        ConsentEvents.Refused => ConsentTexts.EventRefused.In(language, channel),
        ConsentEvents.Allowed => ConsentTexts.EventAllowed.In(language, channel),
        ConsentEvents.DoNotContact => ConsentTexts.EventDoNotContact.In(language),
        ConsentEvents.MayContact => ConsentTexts.EventMayContact.In(language),
        ConsentEvents.Consented => ConsentTexts.EventConsented.In(language),
        ConsentEvents.Withdrawn => ConsentTexts.EventWithdrawn.In(language),
        _ => kind,
    };
}
