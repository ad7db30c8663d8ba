using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.FollowUps.Model;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Ui;
using Changlai.Core.Values;

namespace Changlai.App.Features.FollowUps.Card;

/// <summary>Contacts that happened, on the timeline.</summary>
internal sealed class ContactTimeline : ITimelineSource
{
    public string Kind => "contacts";

    public Text Name => FollowUpCardTexts.Contacts;

    public IReadOnlyList<TimelineItem> Read(DatabaseSession session, TimelineRequest request)
    {
        var items = new List<TimelineItem>();
        using var rows = session.Read($"""
            SELECT i.at, i.id, i.day, i.channel, i.outcome, i.mood, i.note, s.name, f.plan, f.step
            FROM interaction i LEFT JOIN staff s ON s.id = i.staff_id LEFT JOIN follow_up f ON f.customer_id = i.customer_id AND f.id = i.follow_up_id
            WHERE i.customer_id = @customer AND (i.at, i.id) < (@at, @id) ORDER BY i.at DESC, i.id DESC LIMIT {request.Limit}
            """, ("customer", request.CustomerId), ("at", request.At), ("id", request.Id));
        while (rows.Next())
        {
            var language = request.Language;
            var (channel, outcome) = (Channel.Of(rows.Text(3)), Outcome.Find(rows.Text(4)));
            var title = FollowUpCardTexts.Contact.In(language, channel.Name.In(language), outcome?.Name.In(language) ?? rows.Text(4));
            string?[] beside = [rows.TextOrNull(8) is { } plan ? FollowUpName.Of(plan, rows.Text(9), language) : null, Mood.Find(rows.TextOrNull(5))?.Name.In(language), rows.TextOrNull(7), rows.TextOrNull(6)];
            items.Add(new TimelineItem(rows.Instant(0), rows.Long(1), new TimelineEntry(rows.Day(2), channel.IsPhone && channel != Channel.Sms ? "phone" : "message", title)
            {
                At = TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(rows.Instant(0), request.Zone).DateTime),
                Detail = string.Join(" · ", beside.Where(part => !string.IsNullOrEmpty(part))),
                Tone = ToneOf(outcome),
            }));
        }
        return items;
    }

    private static Tone ToneOf(Outcome? outcome) =>
        outcome == Outcome.Reached || outcome == Outcome.Bought ? Tone.Good
        : outcome == Outcome.Complained || outcome == Outcome.Refused ? Tone.Late
        : outcome == Outcome.WrongNumber ? Tone.Risk
        : Tone.Plain;
}
