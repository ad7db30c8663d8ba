using Changlai.App.Features.Customers.Contracts.Segments;
using Changlai.App.Features.FollowUps.Planning;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.FollowUps.Contracts;

/// <summary>The nightly run of the planner, for whoever has just changed a whole business at once.</summary>
internal static class NightlyPlanning
{
    /// <summary>Plans the horizon from a day on, inside the caller's transaction.</summary>
    /// <param name="segments">Needed where a plan may be for a segment: not in a business that was made a moment ago.</param>
    /// <returns>How many follow-ups are new.</returns>
    public static int Run(DatabaseSession session, DateOnly day, TimeProvider time, SegmentMembership? segments = null) =>
        new Planner(session, time, segments).Run(day).Created;
}
