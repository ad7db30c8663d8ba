using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Ui;
using Changlai.Core.Calendars;

namespace Changlai.App.Features.Customers.Card;

/// <summary>A recurring date of a customer.</summary>
public sealed record CardDate(string Kind, AnnualDay Day);

/// <summary>What the card says of the customer themselves.</summary>
public sealed record CustomerFacts(
    long Id, string Name, string? Salutation, string? Phone, string? Email, string? Number, string? Tier, string? Store, string? Owner,
    Weekdays PreferredWeekdays, bool DoNotContact, string? DoNotContactReason, bool PhoneWrong, bool PhoneRefused, IReadOnlyList<CardDate> Dates);

/// <summary>A kind of moment that the timeline can be narrowed to.</summary>
public sealed record TimelineKind(string Code, Changlai.Core.Values.Text Name);

/// <summary>All that the card shows.</summary>
public sealed record CustomerCard(
    CustomerFacts Facts, IReadOnlyList<CardPanel> Panels, IReadOnlyList<TimelineEntry> Timeline, long? Older, string? Kind, IReadOnlyList<TimelineKind> Kinds);

internal static class CustomerCards
{
    private const int PageSize = 20;

    /// <summary>Null when there is no such customer, or none that this reader may see.</summary>
    public static CustomerCard? Read(
        DatabaseSession session, CardRequest request, long? store, IEnumerable<ICardPanel> panels, IReadOnlyList<ITimelineSource> sources, string? kind, long? before)
    {
        if (ReadFacts(session, request.CustomerId, store) is not { } facts) return null;
        var chosen = sources.Any(source => source.Kind == kind) ? kind : null;
        var until = before is > 0 and < 253402300799999 ? DateTimeOffset.FromUnixTimeMilliseconds(before.Value) : new DateTimeOffset(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var moments = sources.Where(source => chosen is null || source.Kind == chosen)
            .SelectMany(source => source.Before(session, request, until, PageSize + 1))
            .OrderByDescending(moment => moment.At).ToList();
        var shown = WithTies(moments);
        return new CustomerCard(facts,
            panels.OrderBy(panel => panel.Place).Select(panel => panel.Read(session, request)).OfType<CardPanel>().ToList(),
            moments.Take(shown).Select(moment => moment.Entry).ToList(),
            shown < moments.Count ? moments[shown - 1].At.ToUnixTimeMilliseconds() : null,
            chosen, sources.Select(source => new TimelineKind(source.Kind, source.Name)).ToList());
    }

    /// <summary>Moments of one instant stay on one page, since the next begins before that instant.</summary>
    private static int WithTies(List<TimelineMoment> moments)
    {
        var shown = Math.Min(PageSize, moments.Count);
        while (shown < moments.Count && shown > 0 && moments[shown].At == moments[shown - 1].At) shown++;
        return shown;
    }

    private static CustomerFacts? ReadFacts(DatabaseSession session, long id, long? store)
    {
        var dates = new List<CardDate>();
        using (var rows = session.Read("SELECT kind, calendar, month, day, leap_month, year FROM special_date WHERE customer_id = @id ORDER BY id", ("id", id)))
            while (rows.Next())
                dates.Add(new CardDate(rows.Text(0), rows.Text(1) == "lunar"
                    ? AnnualDay.Lunar(rows.Int(2), rows.Int(3), rows.Flag(4), rows.IntOrNull(5))
                    : AnnualDay.Gregorian(rows.Int(2), rows.Int(3), rows.IntOrNull(5))));
        var values = new List<(string, object?)> { ("id", id) };
        if (store is not null) values.Add(("store", store));
        using var read = session.Read($"""
            SELECT c.name, c.salutation, c.phone, c.email, c.external_number, c.tier, t.name, s.name, c.preferred_weekdays, c.do_not_contact,
                c.do_not_contact_reason, c.phone_wrong, c.phone_refused
            FROM customer c LEFT JOIN store t ON t.id = c.store_id LEFT JOIN staff s ON s.id = c.owner_id
            WHERE c.customer_id = @id {(store is null ? "" : "AND c.store_id = @store")}
            """, values.ToArray());
        return !read.Next() ? null : new CustomerFacts(id, read.Text(0), read.TextOrNull(1), read.TextOrNull(2), read.TextOrNull(3), read.TextOrNull(4),
            read.TextOrNull(5), read.TextOrNull(6), read.TextOrNull(7), Weekdays.FromBits(read.Int(8)), read.Flag(9), read.TextOrNull(10), read.Flag(11), read.Flag(12), dates);
    }
}
