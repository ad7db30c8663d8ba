using Changlai.App.Features.Customers.Contracts.Segments;
using Changlai.App.Features.FollowUps.Model;
using Changlai.App.Features.FollowUps.Rules;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.FollowUps.Planning;

/// <summary>What the shop has changed about the ready-made plans: on or off, how many are held out, and whom they are for.</summary>
internal static class PlanSettings
{
    public static ActivePlans Read(DatabaseSession session)
    {
        var changed = new Dictionary<string, (bool Enabled, int HoldoutPercent)>(StringComparer.Ordinal);
        var audiences = new Dictionary<string, SegmentHead>(StringComparer.Ordinal);
        using (var rows = session.Read("""
            SELECT p.plan, p.enabled, p.holdout_percent, p.segment_id, coalesce(g.name, ''), coalesce(g.version, 0)
            FROM plan_setting p LEFT JOIN segment g ON g.id = p.segment_id
            """))
            while (rows.Next())
            {
                changed[rows.Text(0)] = (rows.Flag(1), rows.Int(2));
                if (rows.LongOrNull(3) is { } segment) audiences[rows.Text(0)] = new SegmentHead(segment, rows.Text(4), rows.Int(5));
            }
        return new ActivePlans(ReadyMadePlans.All.Select(plan => changed.TryGetValue(plan.Code, out var setting)
            ? (plan, setting.Enabled, setting.HoldoutPercent)
            : (plan, true, plan.HoldoutPercent)), audiences);
    }
}
