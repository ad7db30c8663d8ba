using Changlai.App.Features.Orders.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Imports;
using Changlai.Core.Values;

namespace Changlai.App.Features.FollowUps.Planning;

/// <summary>
/// When an import is undone: follow-ups of its customers go with them, those of customers who were there before are again as
/// they were. A contact that was made stays, and stands in the way.
/// </summary>
internal sealed class FollowUpUndo(TimeProvider time) : IImportUndo
{
    private const string Mark = "follow_up_mark";

    /// <summary>The planner changes them as the days go by, so a change since means nothing.</summary>
    private static readonly KeptTable FollowUps = KeptTable.OfCustomer("follow_up", isSealed: false);

    public IReadOnlyList<string> Locks => [OrderLock.Name, Planner.Lock];

    public IReadOnlyList<string> CustomerTables => ["follow_up", "interaction", "contact_summary", "planning_due"];

    /// <summary>Keeps the follow-ups of the customers listed, before a plan changes them because of an import.</summary>
    public static void Keep(DatabaseSession session, string customers)
    {
        if (session.Journal is not { } journal) return;
        journal.Keep(FollowUps, customers, "customer_id");
        journal.Note(Mark, [session.Scalar<long>("SELECT coalesce(max(next_id), 1) FROM id_block WHERE name = 'follow_up'").ToString()]);
    }

    public IEnumerable<Text> InTheWay(DatabaseSession session, UndoScope scope)
    {
        var contacted = session.Scalar<long>($"""
            SELECT count(*) FROM (
                SELECT customer_id FROM interaction WHERE {scope.IsMade("customer", "customer_id")}
                UNION SELECT customer_id FROM follow_up WHERE {scope.IsMade("customer", "customer_id")} AND closed_by IS NOT NULL) c
            """);
        if (contacted > 0) yield return UndoTexts.Contacted.With(contacted);
        if (scope.Notes(Mark) is not [var first, ..]) yield break;
        var done = session.Scalar<long>($"""
            SELECT count(*) FROM {UndoScope.Touched} t CROSS JOIN follow_up f WHERE f.customer_id = t.customer_id AND f.id >= @mark AND f.closed_by IS NOT NULL
            """, ("mark", long.Parse(first)));
        if (done > 0) yield return UndoTexts.Done.With(done);
    }

    public void Restore(DatabaseSession session, UndoScope scope)
    {
        scope.Restore(FollowUps, only: "closed_by IS NULL");
        session.Execute($"""
            INSERT INTO planning_due (customer_id, since) SELECT customer_id, @now FROM {UndoScope.Touched} WHERE true
            ON CONFLICT (customer_id) DO UPDATE SET since = excluded.since
            """, ("now", time.GetUtcNow()));
    }
}

internal static class UndoTexts
{
    public static readonly Text Contacted = new("导入以后，其中 {0} 位客户已经联系过了。", "Customers of this import contacted since: {0}.");
    public static readonly Text Done = new("因这次导入安排的回访，已有 {0} 次完成了。", "Follow-ups that came of this import and are done already: {0}.");
}
