using BenchmarkDotNet.Attributes;
using Changlai.App.Features.FollowUps.Rules;
using Changlai.App.Features.Orders.Contracts;
using Changlai.Core.Planning;

namespace Changlai.Benchmarks.Kernels;

/// <summary>What the planner does for each customer: rhythm, occasions, and the days that may be taken.</summary>
[MemoryDiagnoser]
public class PlanningKernels
{
    private const int Today = 740_000;
    private static readonly int[] Days = [.. Enumerable.Range(0, 12).Select(index => Today - 400 + index * 31 + index % 5)];
    private readonly SpacingRule spacing = ContactPolicy.Default.Spacing;
    private readonly int[] taken = [Today + 2, Today + 9, Today + 13, Today + 30];
    private readonly CustomerFacts facts = new();
    private readonly List<Candidate> candidates = [];
    private readonly Expansion expansion = new(ActivePlans.Defaults);

    [Benchmark]
    public PurchaseRhythm Rhythm_of_twelve_purchases() => PurchaseRhythm.From(Days, supplyDays: 30);

    [Benchmark]
    public int Spacing_of_a_window_of_twenty_days()
    {
        var free = 0;
        for (var day = Today; day < Today + 20; day++)
            if (spacing.Check(taken, day) == SpacingVerdict.Free) free++;
        return free;
    }

    [Benchmark]
    public int Occasions_of_a_customer_with_twelve_orders()
    {
        facts.Clear();
        candidates.Clear();
        for (var i = 0; i < Days.Length; i++) facts.History.Add(new OrderFact(i + 1, Days[i], 12_000, 3_600, 30, IsReturn: false, 0));
        expansion.Expand(facts, Today, Today + 35, candidates);
        return candidates.Count;
    }
}
