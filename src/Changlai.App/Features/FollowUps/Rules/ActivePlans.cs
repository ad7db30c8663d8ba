using Changlai.App.Features.Customers.Contracts.Segments;
using Changlai.App.Features.FollowUps.Model;
using Changlai.Core.Planning;

namespace Changlai.App.Features.FollowUps.Rules;

/// <summary>The plans as a shop runs them: which are on, how many are held out, all steps in one row.</summary>
internal sealed class ActivePlans
{
    /// <param name="plans">All plans.</param>
    /// <param name="audiences">By plan, the segment it is for; a plan without one is for everybody.</param>
    public ActivePlans(IEnumerable<(Plan Plan, bool Enabled, int HoldoutPercent)> plans, IReadOnlyDictionary<string, SegmentHead>? audiences = null)
    {
        Audiences = audiences is null ? [] : [.. audiences.Values.DistinctBy(audience => audience.Id).OrderBy(audience => audience.Id)];
        var contents = new Dictionary<string, int>(StringComparer.Ordinal);
        var steps = new List<ActiveStep>();
        foreach (var (plan, enabled, holdout) in plans)
            foreach (var step in plan.Steps)
            {
                if (!contents.TryGetValue(step.Content, out var content)) contents[step.Content] = content = contents.Count;
                var audience = audiences?.GetValueOrDefault(plan.Code);
                steps.Add(new ActiveStep(steps.Count, plan, step, enabled, holdout, content)
                {
                    Audience = audience,
                    AudienceBit = audience is null ? 0 : 1 << Audiences.Index().First(one => one.Item.Id == audience.Id).Index,
                });
            }
        Steps = steps;
    }

    public static ActivePlans Defaults => new(ReadyMadePlans.All.Select(plan => (plan, true, plan.HoldoutPercent)));

    public IReadOnlyList<ActiveStep> Steps { get; }

    /// <summary>The segments that plans are for, each once.</summary>
    public IReadOnlyList<SegmentHead> Audiences { get; }

    /// <summary>Changes when a plan is switched, when its holdout, its steps or whom it is for changes: then everyone is looked at again.</summary>
    public string Fingerprint => string.Join(';', Steps.Select(step =>
        $"{step.Plan.Code}/{step.Step.Code}:{step.Enabled}:{step.HoldoutPercent}:{step.Step.OffsetDays},{step.Step.DaysBefore},{step.Step.DaysAfter}{(step.Audience is { } audience ? $",for {audience.Id}v{audience.Version}" : "")}"));

    public int IndexOf(string plan, string step)
    {
        for (var i = 0; i < Steps.Count; i++)
            if (Steps[i].Step.Code == step && Steps[i].Plan.Code == plan) return i;
        return -1;
    }
}

internal sealed record ActiveStep(int Index, Plan Plan, PlanStep Step, bool Enabled, int HoldoutPercent, int Content)
{
    /// <summary>The segment its plan is for; null for everybody.</summary>
    public SegmentHead? Audience { get; init; }

    /// <summary>Its place in what is noted of each customer; 0 when it is for everybody.</summary>
    public int AudienceBit { get; init; }

    public DayWindow WindowAt(int anchorOn) => DayWindow.Around(anchorOn + Step.OffsetDays, Step.DaysBefore, Step.DaysAfter);
}
