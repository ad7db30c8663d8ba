using Changlai.App.Features.Customers.Search;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.Benchmarks.Serving;

/// <summary>Who signs in to a generated business, and what they look at.</summary>
internal sealed record ServedShop(IReadOnlyList<string> Lists, IReadOnlyList<string> Cards, IReadOnlyList<string> Searches)
{
    /// <summary>Somebody in a store with a worklist of their own.</summary>
    public const string Staff = "bench-staff";

    /// <summary>Somebody who sees every customer.</summary>
    public const string HeadOffice = "bench-head";
    public const string Password = "loopback only";
    private const int Some = 200;

    public static ServedShop Prepare(string location)
    {
        using var database = new Database(location);
        using var session = database.OpenSession();
        session.Begin();
        var hash = StaffAccounts.Hash(Password);
        var (busiest, store) = Busiest(session);
        StaffAccounts.GiveAccess(session, busiest, Staff, hash, "staff", store);
        StaffAccounts.Add(session, [new NewStaff("总部", HeadOffice, hash, "head-office", null, Core.Calendars.Weekdays.All, 0, "zh")]);
        session.Commit();
        var people = Spread(session);
        return new ServedShop(
            [.. people.Take(20).SelectMany(person => new[] { "/customers", $"/customers?after=0.{person.Id}", "/customers?sort=last-order", "/customers?sort=total", "/customers?show=silent", "/customers?show=due" })],
            [.. people.Select(person => $"/customers/{person.Id}")],
            [.. people.Select((person, index) => $"/customers?q={Uri.EscapeDataString(Fragment(person, index))}")]);
    }

    private static (long Id, long Store) Busiest(DatabaseSession session)
    {
        using var rows = session.Read("""
            SELECT s.id, s.store_id FROM staff s JOIN follow_up f ON f.assignee_id = s.id AND f.state = 'planned'
            WHERE f.due_on <= @today GROUP BY s.id, s.store_id ORDER BY count(*) DESC, s.id LIMIT 1
            """, ("today", BusinessDay.Today(session, TimeProvider.System)));
        return rows.Next() ? (rows.Long(0), rows.Long(1)) : throw new InvalidOperationException("Nobody has anything to do.");
    }

    /// <summary>Customers from all over the base.</summary>
    private static List<FindableCustomer> Spread(DatabaseSession session)
    {
        var step = Math.Max(1, session.Scalar<long>("SELECT max(customer_id) FROM customer") / Some);
        var people = new List<FindableCustomer>();
        using var rows = session.Read($"SELECT {FindableCustomer.Columns} FROM customer c WHERE c.customer_id % @step = 0 ORDER BY c.customer_id LIMIT {Some}", ("step", step));
        while (rows.Next()) people.Add(FindableCustomer.From(rows));
        return people;
    }

    /// <summary>What people type: a name, part of it, initials, the end or the middle of a phone, a number, part of a number.</summary>
    private static string Fragment(FindableCustomer person, int index) => (index % 7) switch
    {
        0 => person.Name,
        1 => person.Name[1..],
        2 => person.Initials!,
        3 => person.DialledPhone![^5..],
        4 => person.DialledPhone![4..8],
        5 => person.Number!,
        _ => person.Number![2..],
    };
}
