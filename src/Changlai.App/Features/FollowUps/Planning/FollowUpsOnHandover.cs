using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Values;

namespace Changlai.App.Features.FollowUps.Planning;

/// <summary>
/// Open follow-ups go with the customer to the new owner: those that the old one had, and with a change of store all of them.
/// The customers are marked as well (<see cref="FollowUpsOnCustomers"/>), so the next run levels what the new owner has now.
/// </summary>
internal sealed class FollowUpsOnHandover : IHandoverPart
{
    private const string Going = $"""
        f.state IN ('planned', 'not-placed')
            AND (f.assignee_id = m.from_owner OR m.from_owner IS NULL AND f.assignee_id IS NULL OR coalesce(m.from_store, 0) <> coalesce(m.to_store, 0))
        """;

    public Text Name => FollowUpRowTexts.Open;

    public IReadOnlyList<string> Locks => [Planner.Lock];

    public IReadOnlyDictionary<long, int> OfPeople(DatabaseSession session) => Counts(session,
        "SELECT assignee_id, count(*) FROM follow_up WHERE state = 'planned' AND assignee_id IS NOT NULL GROUP BY assignee_id");

    public IReadOnlyDictionary<long, int> OfCustomers(DatabaseSession session) => Counts(session, $"""
        SELECT f.customer_id, count(*) FROM {HandoverMoves.Table} m CROSS JOIN follow_up f
        WHERE f.customer_id = m.customer_id AND f.state = 'planned' AND (f.assignee_id = m.from_owner OR f.assignee_id IS NULL) GROUP BY f.customer_id
        """);

    public int HandOver(DatabaseSession session)
    {
        var planned = session.Scalar<int>($"SELECT count(*) FROM {HandoverMoves.Table} m CROSS JOIN follow_up f WHERE f.customer_id = m.customer_id AND f.state = 'planned' AND {Going}");
        session.Execute($"""
            UPDATE follow_up SET assignee_id = (SELECT m.to_owner FROM {HandoverMoves.Table} m WHERE m.customer_id = follow_up.customer_id),
                store_id = coalesce((SELECT m.to_store FROM {HandoverMoves.Table} m WHERE m.customer_id = follow_up.customer_id), store_id)
            WHERE customer_id IN (SELECT customer_id FROM {HandoverMoves.Table})
                AND id IN (SELECT f.id FROM {HandoverMoves.Table} m CROSS JOIN follow_up f WHERE f.customer_id = m.customer_id AND {Going})
            """);
        return planned;
    }

    private static Dictionary<long, int> Counts(DatabaseSession session, string sql)
    {
        var counts = new Dictionary<long, int>();
        using var rows = session.Read(sql);
        while (rows.Next()) counts[rows.Long(0)] = (int)rows.Long(1);
        return counts;
    }
}
