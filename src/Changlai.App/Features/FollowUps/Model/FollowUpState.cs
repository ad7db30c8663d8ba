namespace Changlai.App.Features.FollowUps.Model;

/// <summary>Where a follow-up stands, as stored.</summary>
internal static class FollowUpState
{
    public const string Planned = "planned";
    public const string Done = "done";
    public const string Skipped = "skipped";
    public const string Cancelled = "cancelled";
    public const string Expired = "expired";

    /// <summary>Left out on purpose, to measure what the care achieves.</summary>
    public const string HeldOut = "held-out";

    /// <summary>Its occasion has come but no day was free for it.</summary>
    public const string NotPlaced = "not-placed";
}
