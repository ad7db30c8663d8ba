using Changlai.App.Features.FollowUps.Model;
using Changlai.App.Features.FollowUps.Rules;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.FollowUps.Planning;

/// <summary>What the shop has changed about the ready-made plans: on or off, and how many are held out.</summary>
internal static class PlanSettings
{
    public static ActivePlans Read(DatabaseSession session)
    {
        var changed = new Dictionary<string, (bool Enabled, int HoldoutPercent)>(StringComparer.Ordinal);
        using (var rows = session.Read("SELECT plan, enabled, holdout_percent FROM plan_setting"))
            while (rows.Next()) changed[rows.Text(0)] = (rows.Flag(1), rows.Int(2));
        return new ActivePlans(ReadyMadePlans.All.Select(plan => changed.TryGetValue(plan.Code, out var setting)
            ? (plan, setting.Enabled, setting.HoldoutPercent)
            : (plan, true, plan.HoldoutPercent)));
    }
}
