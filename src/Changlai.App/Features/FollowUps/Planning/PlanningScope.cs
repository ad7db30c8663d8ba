namespace Changlai.App.Features.FollowUps.Planning;

/// <summary>Whom a planning run looks at.</summary>
internal enum PlanningScope
{
    /// <summary>Everyone who ever bought.</summary>
    Everyone,

    /// <summary>Those whose occasion enters the horizon, to whom something happened, or who wait for a free place.</summary>
    WhatFallsDue,

    /// <summary>A few named customers, right after something happened to them.</summary>
    Named,
}
