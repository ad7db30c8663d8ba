using Changlai.App.Features.FollowUps.Planning;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.FollowUps.Contracts;

/// <summary>The planner, for those who run it from outside: at night, after an import, by hand.</summary>
internal static class HorizonPlanning
{
    /// <summary>Plans from a day on, inside the caller's transaction.</summary>
    public static PlanReport Run(DatabaseSession session, DateOnly day, TimeProvider time, int? horizonDays = null) =>
        new Planner(session, time).Run(day, horizonDays ?? Planner.DefaultHorizonDays);

    /// <summary>Every occasion of one customer within the horizon and what became of it; writes nothing that stays.</summary>
    public static Explanation Explain(DatabaseSession session, long customerId, DateOnly day, TimeProvider time) =>
        new Planner(session, time).Explain(customerId, day);
}
