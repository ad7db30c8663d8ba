using Changlai.App.Features.Customers.Contracts.Segments;
using Changlai.App.Features.FollowUps.Planning;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.FollowUps.Contracts;

/// <summary>The planner, for those who run it from outside: at night, after an import, by hand.</summary>
internal static class HorizonPlanning
{
    /// <summary>Plans from a day on, inside the caller's transaction.</summary>
    /// <param name="segments">Needed where a plan may be for a segment: not in a business that was made a moment ago.</param>
    public static PlanReport Run(DatabaseSession session, DateOnly day, TimeProvider time, SegmentMembership? segments = null, int? horizonDays = null) =>
        new Planner(session, time, segments).Run(day, horizonDays ?? Planner.DefaultHorizonDays);

    /// <summary>Every occasion of one customer within the horizon and what became of it; writes nothing that stays.</summary>
    public static Explanation Explain(DatabaseSession session, long customerId, DateOnly day, TimeProvider time, SegmentMembership? segments = null) =>
        new Planner(session, time, segments).Explain(customerId, day);
}
