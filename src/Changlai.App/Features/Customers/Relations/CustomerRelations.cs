using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Relations;

/// <summary>What another customer is to this one.</summary>
/// <param name="Kind">Code of <see cref="RelationTexts.Kinds"/>.</param>
public sealed record CustomerRelation(long OtherId, string Other, string Kind);

/// <summary>Relations stand on both cards: a row with each of the two, so that each customer's rows lie together.</summary>
internal static class CustomerRelations
{
    public const int Most = 100;

    /// <param name="scope">Whom the reader may see: a customer out of sight is not named.</param>
    public static List<CustomerRelation> Read(DatabaseSession session, CustomerScope scope, long customerId)
    {
        var relations = new List<CustomerRelation>();
        using var rows = session.Read($"""
            SELECT r.other_id, c.name, r.kind FROM customer_relation r JOIN customer c ON c.customer_id = r.other_id
            WHERE r.customer_id = @id{scope.And("c")} ORDER BY r.kind, c.name, r.other_id LIMIT {Most}
            """, [("id", customerId), .. scope.Values]);
        while (rows.Next()) relations.Add(new CustomerRelation(rows.Long(0), rows.Text(1), rows.Text(2)));
        return relations;
    }

    public static void Add(DatabaseSession session, long customerId, long otherId, string kind, long staffId, DateTimeOffset now)
    {
        Insert(session, customerId, otherId, kind, staffId, now);
        Insert(session, otherId, customerId, RelationTexts.Mirror(kind), staffId, now);
    }

    public static void Remove(DatabaseSession session, long customerId, long otherId, string kind)
    {
        Delete(session, customerId, otherId, kind);
        Delete(session, otherId, customerId, RelationTexts.Mirror(kind));
    }

    private static void Insert(DatabaseSession session, long customerId, long otherId, string kind, long staffId, DateTimeOffset now) => session.Execute("""
        INSERT INTO customer_relation (customer_id, other_id, kind, noted_at, noted_by) VALUES (@customer, @other, @kind, @now, @by) ON CONFLICT (customer_id, other_id, kind) DO NOTHING
        """, ("customer", customerId), ("other", otherId), ("kind", kind), ("now", now), ("by", staffId));

    private static void Delete(DatabaseSession session, long customerId, long otherId, string kind) => session.Execute(
        "DELETE FROM customer_relation WHERE customer_id = @customer AND other_id = @other AND kind = @kind", ("customer", customerId), ("other", otherId), ("kind", kind));
}
