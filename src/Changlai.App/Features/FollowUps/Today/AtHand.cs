using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.FollowUps.Rules;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Values;

namespace Changlai.App.Features.FollowUps.Today;

/// <summary>What one wants in sight before dialling: who it is, what they bought, what was said last, what is still open.</summary>
public sealed record AtHand(
    Text SpokenName, string? Tier, bool DoNotContact, bool PhoneWrong, bool PhoneRefused, int PreferredWeekdays, PurchasesAtHand? Purchases,
    IReadOnlyList<OrderAtHand> Orders, IReadOnlyList<ContactAtHand> Contacts, IReadOnlyList<ComplaintAtHand> Complaints)
{
    /// <summary>Hours, refusals, never at work: what the customer asked of us.</summary>
    public ContactWishes Wishes { get; init; } = ContactWishes.None;

    /// <summary>The number shown is that of their work.</summary>
    public bool IsWorkPhone { get; init; }

    /// <summary>What is worth asking while they are on the line.</summary>
    public CardCompleteness Card { get; init; } = new(0, []);

    /// <summary>Their face, where there is a photo.</summary>
    public CustomerPhoto? Photo { get; init; }

    private const int MostOrders = 3;
    private const int MostProducts = 4;
    private const int MostContacts = 4;
    private const int MostComplaints = 3;

    /// <summary>What other features want in sight.</summary>
    public IReadOnlyList<CallNote> Notes { get; init; } = [];

    /// <param name="sources">Features that have something to say before the call.</param>
    internal static AtHand Read(DatabaseSession session, long customerId, IEnumerable<ICallNote> sources, DateOnly today) =>
        Read(session, customerId) with { Notes = [.. sources.SelectMany(source => source.Read(session, customerId, today))] };

    public static AtHand Read(DatabaseSession session, long customerId)
    {
        var orders = ReadOrders(session, customerId);
        var contacts = ReadContacts(session, customerId);
        var complaints = ReadComplaints(session, customerId);
        var wishes = ContactWishes.Read(session, customerId) ?? ContactWishes.None;
        var card = CardCompleteness.Read(session, customerId);
        using var rows = session.Read("""
            SELECT c.name, c.salutation, c.gender, c.tier, c.do_not_contact, c.phone_wrong, c.phone_refused, c.preferred_weekdays,
                s.orders, s.total_minor, s.currency, s.first_order_on, s.median_days, s.next_purchase_on, c.phone_kind,
                p.version, p.width, p.height
            FROM customer c LEFT JOIN order_summary s ON s.customer_id = c.customer_id LEFT JOIN customer_photo p ON p.customer_id = c.customer_id WHERE c.customer_id = @customer
            """, ("customer", customerId));
        rows.Next();
        var purchases = rows.IsNull(8) || rows.DayOrNull(11) is not { } first ? null
            : new PurchasesAtHand(rows.Int(8), rows.Long(9), rows.TextOrNull(10) ?? "", first, rows.IntOrNull(12), rows.DayOrNull(13));
        return new AtHand(Rules.SpokenName.Of(rows.Text(0), rows.TextOrNull(1), rows.TextOrNull(2)), rows.TextOrNull(3), rows.Flag(4), rows.Flag(5), rows.Flag(6), rows.Int(7),
            purchases, orders, contacts, complaints)
        {
            Wishes = wishes,
            IsWorkPhone = rows.TextOrNull(14) == "work",
            Card = card,
            Photo = rows.LongOrNull(15) is { } version ? new CustomerPhoto(customerId, version, rows.Int(16), rows.Int(17)) : null,
        };
    }

    private static List<OrderAtHand> ReadOrders(DatabaseSession session, long customerId)
    {
        var orders = new List<OrderAtHand>();
        using var rows = session.Read($"""
            SELECT o.id, o.kind, o.ordered_on, o.total_minor, o.currency, o.line_count, p.name, l.quantity_milli
            FROM (SELECT customer_id, id, kind, ordered_on, total_minor, currency, line_count FROM customer_order
                WHERE customer_id = @customer ORDER BY ordered_on DESC, id DESC LIMIT {MostOrders}) o
            LEFT JOIN order_line l ON l.customer_id = o.customer_id AND l.order_id = o.id AND l.line <= {MostProducts}
            LEFT JOIN product p ON p.id = l.product_id
            ORDER BY o.ordered_on DESC, o.id DESC, l.line
            """, ("customer", customerId));
        long? last = null;
        while (rows.Next())
        {
            if (last != rows.Long(0)) orders.Add(new OrderAtHand(rows.Day(2), rows.Text(1) == "return", rows.Long(3), rows.Text(4), rows.Int(5), []));
            last = rows.Long(0);
            if (rows.TextOrNull(6) is { } product) orders[^1].Products.Add(new ProductAtHand(product, rows.Long(7)));
        }
        return orders;
    }

    public static List<ContactAtHand> ReadContacts(DatabaseSession session, long customerId)
    {
        var contacts = new List<ContactAtHand>();
        using var rows = session.Read($"""
            SELECT i.day, i.channel, i.outcome, i.mood, i.note, s.name FROM interaction i LEFT JOIN staff s ON s.id = i.staff_id
            WHERE i.customer_id = @customer ORDER BY i.at DESC, i.id DESC LIMIT {MostContacts}
            """, ("customer", customerId));
        while (rows.Next())
            contacts.Add(new ContactAtHand(rows.Day(0), rows.Text(1), rows.Text(2), rows.TextOrNull(3), rows.TextOrNull(4), rows.TextOrNull(5)));
        return contacts;
    }

    private static List<ComplaintAtHand> ReadComplaints(DatabaseSession session, long customerId)
    {
        var complaints = new List<ComplaintAtHand>();
        using var rows = session.Read(
            $"SELECT words, opened_at FROM complaint WHERE customer_id = @customer AND closed_at IS NULL ORDER BY opened_at DESC LIMIT {MostComplaints}",
            ("customer", customerId));
        while (rows.Next()) complaints.Add(new ComplaintAtHand(rows.Text(0), rows.Instant(1)));
        return complaints;
    }
}

/// <summary>The purchases in a line. <paramref name="NextOn"/> is when the customer is expected again.</summary>
public sealed record PurchasesAtHand(int Orders, long TotalMinor, string Currency, DateOnly FirstOn, int? MedianDays, DateOnly? NextOn);

public sealed record OrderAtHand(DateOnly On, bool IsReturn, long TotalMinor, string Currency, int Lines, List<ProductAtHand> Products);

public sealed record ProductAtHand(string Name, long QuantityMilli);

public sealed record ContactAtHand(DateOnly On, string Channel, string Outcome, string? Mood, string? Note, string? Staff);

public sealed record ComplaintAtHand(string Words, DateTimeOffset OpenedAt);
