using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.FollowUps.Model;
using Changlai.App.Features.FollowUps.Storage;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Ui;
using Changlai.Core.Calendars;
using Changlai.Core.Values;

namespace Changlai.App.Features.FollowUps.Card;

/// <summary>What is planned for the customer, each with its reasons.</summary>
internal sealed class FollowUpsPanel : ICardPanel
{
    private const int Most = 10;

    public int Place => 2;

    public CardPanel? Read(DatabaseSession session, CardRequest request)
    {
        var planned = FollowUpQuery.Read(session, new FollowUpFilter { CustomerId = request.CustomerId, State = FollowUpState.Planned, Limit = Most })
            .OrderBy(row => row.DueOn).ToList();
        return new CardPanel(typeof(FollowUpsCard), new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(FollowUpsCard.Planned)] = planned });
    }
}

/// <summary>Contacts in the customer's timeline.</summary>
internal sealed class ContactsTimeline : ITimelineSource
{
    public string Kind => "contacts";

    public Text Name => FollowUpCardTexts.Contacts;

    public IReadOnlyList<TimelineMoment> Before(DatabaseSession session, CardRequest request, DateTimeOffset before, int limit)
    {
        var moments = new List<TimelineMoment>();
        using var rows = session.Read("""
            SELECT i.at, i.channel, i.outcome, i.mood, i.note, s.name FROM interaction i LEFT JOIN staff s ON s.id = i.staff_id
            WHERE i.customer_id = @id AND i.at < @before ORDER BY i.at DESC, i.id DESC LIMIT @limit
            """, ("id", request.CustomerId), ("before", before), ("limit", limit));
        while (rows.Next())
        {
            var at = rows.Instant(0);
            var local = StoreDay.WallClock(at, request.Zone);
            var outcome = Outcome.Find(rows.Text(2)) is { } known ? known.Name.In(request.Language) : rows.Text(2);
            moments.Add(new TimelineMoment(at, new TimelineEntry(DateOnly.FromDateTime(local), "phone", $"{Channel.Of(rows.Text(1)).Name.In(request.Language)} · {outcome}")
            {
                At = TimeOnly.FromDateTime(local),
                Detail = string.Join(" · ", new[] { rows.TextOrNull(5), Mood.Find(rows.TextOrNull(3))?.Name.In(request.Language), rows.TextOrNull(4) }.Where(part => !string.IsNullOrEmpty(part))),
            }));
        }
        return moments;
    }
}

internal static class FollowUpCardTexts
{
    public static readonly Text Contacts = new("联系", "Contacts");
    public static readonly Text Planned = new("已排的回访", "Planned follow-ups");
    public static readonly Text None = new("最近没有排回访。", "Nothing is planned at the moment.");
}
