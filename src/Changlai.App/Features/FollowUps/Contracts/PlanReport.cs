namespace Changlai.App.Features.FollowUps.Contracts;

/// <summary>What one planning run did.</summary>
internal sealed record PlanReport
{
    public int Created => ByPlan.Values.Sum(plan => plan.Created);

    public int Moved => ByPlan.Values.Sum(plan => plan.Moved);

    public int Cancelled => ByPlan.Values.Sum(plan => plan.Cancelled);

    /// <summary>Newly left out for the control group.</summary>
    public int HeldOut => ByPlan.Values.Sum(plan => plan.HeldOut);

    /// <summary>Occasions that newly found no day.</summary>
    public int NotPlaced => ByPlan.Values.Sum(plan => plan.NotPlaced);

    /// <summary>Planned follow-ups that stay as they were.</summary>
    public long Unchanged { get; set; }

    public SortedDictionary<string, PlanCounts> ByPlan { get; } = new(StringComparer.Ordinal);

    public double Seconds { get; set; }

    /// <summary>Adds what a further pass of the same run did.</summary>
    public void Add(PlanReport pass)
    {
        foreach (var (plan, counts) in pass.ByPlan)
        {
            var sum = Of(plan);
            sum.Created += counts.Created;
            sum.Moved += counts.Moved;
            sum.Cancelled += counts.Cancelled;
            sum.HeldOut += counts.HeldOut;
            sum.NotPlaced += counts.NotPlaced;
        }
    }

    public PlanCounts Of(string plan)
    {
        if (!ByPlan.TryGetValue(plan, out var counts)) ByPlan[plan] = counts = new PlanCounts();
        return counts;
    }
}

internal sealed record PlanCounts
{
    public int Created { get; set; }
    public int Moved { get; set; }
    public int Cancelled { get; set; }
    public int HeldOut { get; set; }
    public int NotPlaced { get; set; }
}
