using Changlai.App.Features.FollowUps.Contracts;
using Changlai.App.Features.FollowUps.Model;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.FollowUps.Plans;

/// <summary>What becomes of one plan's follow-ups in the coming days, and what was done in as many days past.</summary>
public sealed record PlanTotals(string Plan)
{
    public long Planned { get; set; }

    public long HeldOut { get; set; }

    public long NotPlaced { get; set; }

    public long Done { get; set; }

    /// <summary>Planned follow-ups by day; those late stand under the day they were due.</summary>
    public SortedDictionary<DateOnly, long> ByDay { get; } = [];
}

/// <summary>
/// The figures of all plans. They read every follow-up of the time around today, so they are kept: for a minute they are
/// shown as they are; after that they are shown once more while new ones are counted behind the page's back.
/// </summary>
internal sealed class PlanFigures(Database database, TimeProvider time)
{
    public const int Days = 35;

    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private readonly Lock gate = new();
    private readonly Dictionary<CustomerScope, Kept> kept = [];
    private readonly HashSet<CustomerScope> counting = [];

    /// <param name="scope">Whose the reader may see.</param>
    public IReadOnlyDictionary<string, PlanTotals> Read(DatabaseSession session, CustomerScope scope, DateOnly today)
    {
        var now = time.GetUtcNow();
        lock (gate)
        {
            if (kept.TryGetValue(scope, out var known) && known.Today == today)
            {
                if (now - known.At >= Fresh && counting.Add(scope)) Refreshing = Task.Run(() => Refresh(scope, today));
                return known.Plans;
            }
        }
        return Keep(session, scope, today);
    }

    /// <summary>The last count begun behind a page's back.</summary>
    internal Task Refreshing { get; private set; } = Task.CompletedTask;

    private void Refresh(CustomerScope scope, DateOnly today)
    {
        try
        {
            using var session = database.OpenSession();
            Keep(session, scope, today);
        }
        finally
        {
            lock (gate) counting.Remove(scope);
        }
    }

    private Dictionary<string, PlanTotals> Keep(DatabaseSession session, CustomerScope scope, DateOnly today)
    {
        var plans = Count(session, scope, today);
        lock (gate) kept[scope] = new Kept(time.GetUtcNow(), today, plans);
        return plans;
    }

    private static Dictionary<string, PlanTotals> Count(DatabaseSession session, CustomerScope scope, DateOnly today)
    {
        var plans = ReadyMadePlans.All.ToDictionary(plan => plan.Code, plan => new PlanTotals(plan.Code), StringComparer.Ordinal);
        using var rows = session.Read($"""
            SELECT plan, state, CASE WHEN state = 'planned' THEN due_on END, count(*) FROM follow_up
            WHERE ((state = 'planned' AND due_on <= @until) OR (state IN ('held-out', 'not-placed') AND latest_on >= @today AND earliest_on <= @until)
                OR (state = 'done' AND closed_on > @since)) {FollowUpScope.And(scope, "follow_up")}
            GROUP BY 1, 2, 3
            """, [("until", today.AddDays(Days - 1)), ("today", today), ("since", today.AddDays(-Days)), .. scope.Values]);
        while (rows.Next())
        {
            if (!plans.TryGetValue(rows.Text(0), out var plan)) continue;
            var count = rows.Long(3);
            switch (rows.Text(1))
            {
                case FollowUpState.Planned:
                    plan.Planned += count;
                    plan.ByDay[rows.Day(2)] = count;
                    break;
                case FollowUpState.HeldOut: plan.HeldOut += count; break;
                case FollowUpState.NotPlaced: plan.NotPlaced += count; break;
                default: plan.Done += count; break;
            }
        }
        return plans;
    }

    private sealed record Kept(DateTimeOffset At, DateOnly Today, IReadOnlyDictionary<string, PlanTotals> Plans);
}
