using Changlai.App.Features.Customers.Contracts.Segments;
using Changlai.App.Features.FollowUps.Model;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.FollowUps.Plans;

/// <summary>Switches plans and says whom they are for, for the pages and for other programs alike; the next run, within a minute or two, plans anew.</summary>
internal sealed class PlanWork(Database database, SegmentMembership segments, SweepSignal signal, TimeProvider time)
{
    public Database Database => database;

    /// <summary>Begins to change one: nobody else does until the transaction ends, and no segment it is for goes away.</summary>
    public static void Open(DatabaseSession session)
    {
        session.Begin();
        session.LockInTransaction(SegmentMembership.Lock);
    }

    public void Switch(DatabaseSession session, Viewer viewer, Plan plan, bool on)
    {
        session.Execute("""
            INSERT INTO plan_setting (plan, enabled, holdout_percent, changed_at, changed_by) VALUES (@plan, @enabled, @holdout, @at, @by)
            ON CONFLICT (plan) DO UPDATE SET enabled = excluded.enabled, changed_at = excluded.changed_at, changed_by = excluded.changed_by
            """, ("plan", plan.Code), ("enabled", on), ("holdout", plan.HoldoutPercent), ("at", time.GetUtcNow()), ("by", viewer.StaffId));
        session.Commit();
        signal.RunSoon();
    }

    /// <param name="segment">Null for every customer.</param>
    /// <returns>Whether there is such a segment for plans, and which.</returns>
    public (bool IsThere, SegmentHead? Chosen) ChooseAudience(DatabaseSession session, Viewer viewer, Plan plan, long? segment)
    {
        var chosen = segment is null ? null : segments.Audiences(session).FirstOrDefault(one => one.Id == segment);
        if (segment is not null && chosen is null) return (false, null);
        session.Execute("""
            INSERT INTO plan_setting (plan, enabled, holdout_percent, changed_at, changed_by, segment_id) VALUES (@plan, @enabled, @holdout, @at, @by, @segment)
            ON CONFLICT (plan) DO UPDATE SET segment_id = excluded.segment_id, changed_at = excluded.changed_at, changed_by = excluded.changed_by
            """, ("plan", plan.Code), ("enabled", true), ("holdout", plan.HoldoutPercent), ("at", time.GetUtcNow()), ("by", viewer.StaffId), ("segment", chosen?.Id));
        session.Commit();
        signal.RunSoon();
        return (true, chosen);
    }
}
