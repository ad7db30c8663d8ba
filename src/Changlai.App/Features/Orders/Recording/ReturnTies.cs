using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Orders.Recording;

/// <summary>
/// Ties the stored returns of some customers anew, by the rule of <see cref="ReturnMatching"/>: an order may arrive after its return,
/// or be corrected. The outcome depends on what is stored, not on which file brought it first.
/// </summary>
internal static class ReturnTies
{
    private const string Retied = "retied_customer";

    /// <summary>What each return takes back. In a table of its own: left to itself, PostgreSQL compares every line of a customer with every other.</summary>
    private const string Wanted = "returned_thing";

    /// <summary>What a person stated stays, as long as that order is there.</summary>
    private const string Guessed = """
        r.kind = 'return' AND (NOT r.return_stated OR NOT EXISTS (
            SELECT 1 FROM customer_order b WHERE b.customer_id = r.customer_id AND b.id = r.returns_order_id))
        """;

    public static void Refresh(DatabaseSession session, IReadOnlyCollection<long> customers)
    {
        session.CreateTemporaryTable(Retied, "customer_id bigint PRIMARY KEY");
        using (var insert = session.Insert(Retied, "customer_id"))
        {
            foreach (var customer in customers) insert.Add(customer).EndRow();
            insert.Complete();
        }
        session.Analyze(Retied);
        var ties = new SortedDictionary<(long Customer, long Return), (long? Before, long? Now)>();
        session.Execute($"DROP TABLE IF EXISTS {Wanted}");
        session.Execute($"""
            CREATE TEMPORARY TABLE {Wanted} AS
            SELECT r.customer_id, r.id, r.returns_order_id, r.ordered_at, first.product_id, -first.quantity_milli AS least_milli
            FROM {Retied} t CROSS JOIN customer_order r LEFT JOIN order_line first ON first.customer_id = r.customer_id AND first.order_id = r.id AND first.line = 1
            WHERE r.customer_id = t.customer_id AND {Guessed}
            """);
        session.Analyze(Wanted);
        using (var rows = session.Read($"SELECT customer_id, id, returns_order_id FROM {Wanted}"))
            while (rows.Next()) ties[(rows.Long(0), rows.Long(1))] = (rows.LongOrNull(2), null);
        if (ties.Count > 0) Match(session, ties);
        var changed = ties.Where(tie => tie.Value.Before != tie.Value.Now).ToList();
        Keep(session, [.. changed.Select(tie => tie.Key)]);
        foreach (var ((customer, id), (_, now)) in changed)
            session.Execute("UPDATE customer_order SET returns_order_id = @order WHERE customer_id = @customer AND id = @id", ("order", now), ("customer", customer), ("id", id));
        session.Execute($"DROP TABLE {Wanted}");
        session.Execute($"DROP TABLE {Retied}");
    }

    private static void Keep(DatabaseSession session, IReadOnlyCollection<(long Customer, long Return)> returns)
    {
        if (session.Journal is not { } journal || returns.Count == 0) return;
        const string Changed = "retied_return";
        session.CreateTemporaryTable(Changed, "customer_id bigint, id bigint");
        using (var insert = session.Insert(Changed, "customer_id", "id"))
        {
            foreach (var (customer, id) in returns) insert.Add(customer).Add(id).EndRow();
            insert.Complete();
        }
        journal.Keep(OrderTables.Orders, Changed, "customer_id", "id");
        session.Execute($"DROP TABLE {Changed}");
    }

    private static void Match(DatabaseSession session, SortedDictionary<(long Customer, long Return), (long? Before, long? Now)> ties)
    {
        using var rows = session.Read($"""
            SELECT r.customer_id, r.id, o.id FROM {Wanted} r CROSS JOIN order_line l CROSS JOIN customer_order o
            WHERE l.customer_id = r.customer_id AND l.product_id = r.product_id AND l.quantity_milli >= r.least_milli
                AND o.customer_id = l.customer_id AND o.id = l.order_id AND o.kind = 'order' AND o.ordered_at <= r.ordered_at
            ORDER BY o.ordered_at, o.id
            """);
        while (rows.Next())
        {
            var key = (rows.Long(0), rows.Long(1));
            ties[key] = ties[key] with { Now = rows.Long(2) };
        }
    }
}
