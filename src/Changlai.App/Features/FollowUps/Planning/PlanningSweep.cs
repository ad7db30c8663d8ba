using Changlai.App.Features.Customers.Contracts.Segments;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.FollowUps.Planning;

/// <summary>
/// Plans the horizon once a day, and again soon after something happened to somebody or a plan was switched. It asks what was planned last instead of
/// waiting for midnight, so a server that slept catches up when it wakes.
/// </summary>
internal sealed class PlanningSweep(TimeProvider time, SegmentMembership segments) : ISweep
{
    public string Name => "plan";

    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public void Run(DatabaseSession session, CancellationToken stopping)
    {
        var today = BusinessDay.Today(session, time);
        if (!IsDue(session, today)) return;
        session.Begin();
        new Planner(session, time, segments).Run(today);
        session.Commit();
    }

    private static bool IsDue(DatabaseSession session, DateOnly today)
    {
        var plans = PlanSettings.Read(session);
        using (var rows = session.Read("SELECT planned_for, plans FROM planning_run ORDER BY id DESC LIMIT 1"))
            if (!rows.Next() || rows.Day(0) < today || rows.Text(1) != plans.Fingerprint) return true;
        return session.Scalar<long>("SELECT count(*) FROM (SELECT 1 FROM planning_due LIMIT 1) d") > 0;
    }
}
