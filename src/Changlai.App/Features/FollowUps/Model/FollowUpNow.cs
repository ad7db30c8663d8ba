using System.Globalization;

namespace Changlai.App.Features.FollowUps.Model;

/// <summary>Where a follow-up stands after an outcome.</summary>
/// <param name="DueOn">The day of the next try; null when it is closed.</param>
/// <param name="CallBackAt">The moment agreed with the customer; null when none was.</param>
/// <param name="Attempts">Tries without an answer so far.</param>
internal sealed record FollowUpNow(string State, string? Reason, DateOnly? DueOn, DateTimeOffset? CallBackAt, int Attempts)
{
    /// <summary>One line, as it is kept with the idempotency key.</summary>
    public string Stored => string.Join('|', State, DueOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        CallBackAt?.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), Attempts.ToString(CultureInfo.InvariantCulture), Reason);

    public static FollowUpNow Parse(string stored)
    {
        // The reason comes last because a person's own words may hold a bar.
        var parts = stored.Split('|', 5);
        return new FollowUpNow(parts[0], parts[4].Length == 0 ? null : parts[4],
            parts[1].Length == 0 ? null : DateOnly.ParseExact(parts[1], "yyyy-MM-dd"),
            parts[2].Length == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(parts[2])), int.Parse(parts[3]));
    }
}
