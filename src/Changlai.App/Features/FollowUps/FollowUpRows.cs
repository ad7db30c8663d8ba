using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.FollowUps.Model;
using Changlai.App.Features.FollowUps.Planning;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.FollowUps;

/// <summary>What follow-ups and contacts keep of customers. What the planner writes may change after a merge; what people did may not.</summary>
internal sealed class FollowUpRows : ICustomerRows
{
    private static readonly CustomerTable[] All =
    [
        new("follow_up", RowFate.Moves) { Called = FollowUpRowTexts.FollowUps, Watched = ["outcome", "closed_at", "closed_by"], WatchedWhere = "closed_by" },
        new("interaction", RowFate.Moves) { Called = FollowUpRowTexts.Contacts },
        new("contact_summary", RowFate.Rewritten) { IsWatched = false },
        CustomerTable.Apart("planning_due", "a mark for the next planning run, which is set again for whoever is left"),
    ];

    /// <summary>The furthest along stays.</summary>
    private static readonly string[] Furthest =
        [FollowUpState.Done, FollowUpState.Skipped, FollowUpState.Expired, FollowUpState.Planned, FollowUpState.HeldOut, FollowUpState.NotPlaced, FollowUpState.Cancelled];

    private static readonly string Spoken = string.Join(", ", Outcome.All.Where(outcome => outcome.Spoke).Select(outcome => $"'{outcome.Code}'"));

    public IReadOnlyList<CustomerTable> Tables => All;

    public IReadOnlyList<string> Locks => [Planner.Lock];

    /// <summary>Of two follow-ups for the same plan, step and occasion one stays; contacts made for the other count for it.</summary>
    public void BeforeMerge(DatabaseSession session, long survivor, long merged)
    {
        var same = "k.plan = f.plan AND k.step = f.step AND k.occasion = f.occasion";
        foreach (var (kept, dropped, wins) in new[] { (survivor, merged, "<="), (merged, survivor, "<") })
        {
            session.Execute($"""
                UPDATE interaction SET follow_up_id = (
                    SELECT k.id FROM follow_up f JOIN follow_up k ON k.customer_id = @kept AND {same}
                    WHERE f.customer_id = @dropped AND f.id = interaction.follow_up_id)
                WHERE customer_id = @dropped AND follow_up_id IN (
                    SELECT f.id FROM follow_up f JOIN follow_up k ON k.customer_id = @kept AND {same} WHERE f.customer_id = @dropped AND {Rank("k")} {wins} {Rank("f")})
                """, ("kept", kept), ("dropped", dropped));
            session.Execute($"""
                DELETE FROM follow_up WHERE customer_id = @dropped AND id IN (
                    SELECT f.id FROM follow_up f JOIN follow_up k ON k.customer_id = @kept AND {same} WHERE f.customer_id = @dropped AND {Rank("k")} {wins} {Rank("f")})
                """, ("kept", kept), ("dropped", dropped));
        }
        session.Execute("DELETE FROM planning_due WHERE customer_id = @merged", ("merged", merged));
    }

    public void AfterMerge(DatabaseSession session, long survivor)
    {
        session.Execute("DELETE FROM contact_summary WHERE customer_id = @id", ("id", survivor));
        session.Execute($"""
            INSERT INTO contact_summary (customer_id, contacts, last_contact_on, last_outcome, last_mood)
            SELECT customer_id, sum(CASE WHEN outcome IN ({Spoken}) THEN 1 ELSE 0 END), max(CASE WHEN outcome IN ({Spoken}) THEN day END),
                (SELECT l.outcome FROM interaction l WHERE l.customer_id = @id ORDER BY l.at DESC, l.id DESC LIMIT 1),
                (SELECT l.mood FROM interaction l WHERE l.customer_id = @id AND l.mood IS NOT NULL ORDER BY l.at DESC, l.id DESC LIMIT 1)
            FROM interaction WHERE customer_id = @id GROUP BY customer_id
            """, ("id", survivor));
    }

    private static string Rank(string table) =>
        $"CASE {table}.state {string.Join(' ', Furthest.Select((state, rank) => $"WHEN '{state}' THEN {rank}"))} ELSE {Furthest.Length} END";
}
