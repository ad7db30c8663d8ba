namespace Changlai.App.Features.FollowUps.Rules;

/// <summary>Why a follow-up stands on its day, or why it has none.</summary>
internal enum DayReason : byte
{
    /// <summary>The ideal day.</summary>
    Ideal,

    /// <summary>The ideal day had passed when the occasion became known; the first day still open.</summary>
    Late,

    /// <summary>A day the customer likes to be called on.</summary>
    PreferredDay,

    /// <summary>The store is closed on the ideal day.</summary>
    Closed,

    /// <summary>Another follow-up lies too close to the ideal day.</summary>
    TooClose,

    /// <summary>There would be too many contacts around the ideal day.</summary>
    TooMany,

    /// <summary>The same content reached the customer not long ago.</summary>
    Repeated,

    /// <summary>The person does not work on the ideal day, or is fully booked.</summary>
    Capacity,

    /// <summary>The day carries less load than the ideal one.</summary>
    Levelled,

    /// <summary>It has been shown already, so it stays.</summary>
    Kept,

    /// <summary>Nobody answered the time before.</summary>
    TriedAgain,

    /// <summary>The customer named the day.</summary>
    Agreed,
}

/// <summary>The reason as it is stored.</summary>
internal static class DayReasons
{
    private static readonly string[] Codes =
        ["ideal", "late", "preferred-day", "closed", "too-close", "too-many", "repeated", "capacity", "levelled", "kept", "tried-again", "agreed"];

    public static string Code(this DayReason reason) => Codes[(int)reason];

    public static DayReason Parse(string code) => TryParse(code, out var reason) ? reason : DayReason.Ideal;

    public static bool TryParse(string? code, out DayReason reason)
    {
        var index = Array.IndexOf(Codes, code);
        reason = (DayReason)Math.Max(0, index);
        return index >= 0;
    }
}
