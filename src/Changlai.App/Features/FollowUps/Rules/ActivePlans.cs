using Changlai.App.Features.FollowUps.Model;
using Changlai.Core.Planning;

namespace Changlai.App.Features.FollowUps.Rules;

/// <summary>The plans as a shop runs them: which are on, how many are held out, all steps in one row.</summary>
internal sealed class ActivePlans
{
    public ActivePlans(IEnumerable<(Plan Plan, bool Enabled, int HoldoutPercent)> plans)
    {
        var contents = new Dictionary<string, int>(StringComparer.Ordinal);
        var steps = new List<ActiveStep>();
        foreach (var (plan, enabled, holdout) in plans)
            foreach (var step in plan.Steps)
            {
                if (!contents.TryGetValue(step.Content, out var content)) contents[step.Content] = content = contents.Count;
                steps.Add(new ActiveStep(steps.Count, plan, step, enabled, holdout, content));
            }
        Steps = steps;
    }

    public static ActivePlans Defaults => new(ReadyMadePlans.All.Select(plan => (plan, true, plan.HoldoutPercent)));

    public IReadOnlyList<ActiveStep> Steps { get; }

    /// <summary>Changes when a plan is switched, its holdout or its steps change: then everyone is looked at again.</summary>
    public string Fingerprint => string.Join(';', Steps.Select(step =>
        $"{step.Plan.Code}/{step.Step.Code}:{step.Enabled}:{step.HoldoutPercent}:{step.Step.OffsetDays},{step.Step.DaysBefore},{step.Step.DaysAfter}"));

    public int IndexOf(string plan, string step)
    {
        for (var i = 0; i < Steps.Count; i++)
            if (Steps[i].Step.Code == step && Steps[i].Plan.Code == plan) return i;
        return -1;
    }
}

internal sealed record ActiveStep(int Index, Plan Plan, PlanStep Step, bool Enabled, int HoldoutPercent, int Content)
{
    public DayWindow WindowAt(int anchorOn) => DayWindow.Around(anchorOn + Step.OffsetDays, Step.DaysBefore, Step.DaysAfter);
}
