using Changlai.Core.Statistics;

namespace Changlai.App.Features.FollowUps.Rules;

/// <summary>
/// What a follow-up is about in money: the expected margin of the next purchase × the chance that it would be lost
/// (<see cref="ReturnChance"/>), from the customer's own history. The margin expected is the mean of the past ones, what came
/// back taken off.
/// </summary>
internal readonly record struct ValueAtStake(long Minor, int Purchases, int TypicalDays, int ElapsedDays, int LostPerMille, long MarginMinor)
{
    /// <summary>Of somebody who has bought nothing yet nobody can say.</summary>
    public static readonly ValueAtStake Unknown;

    /// <param name="purchases">Days with a purchase, 1 or more.</param>
    /// <param name="marginMinor">Margin of the whole history in minor units, returns taken off.</param>
    /// <param name="typicalDays">Typical days between two purchases, above 0.</param>
    /// <param name="elapsedDays">Days from the last purchase to the follow-up's ideal day.</param>
    public static ValueAtStake Of(int purchases, long marginMinor, int typicalDays, int elapsedDays)
    {
        var margin = Math.Max(0, marginMinor / purchases);
        var lost = ReturnChance.Lost(purchases, typicalDays, elapsedDays);
        return new ValueAtStake((long)Math.Round(margin * lost, MidpointRounding.AwayFromZero), purchases, typicalDays,
            Math.Max(0, elapsedDays), (int)Math.Round(lost * 1000, MidpointRounding.AwayFromZero), margin);
    }

    /// <summary>Compact form for storing: the figures a person is shown when asking why.</summary>
    public string Stored => $"{Purchases}|{TypicalDays}|{ElapsedDays}|{LostPerMille}|{MarginMinor}";

    public static ValueAtStake Parse(string stored, long minor)
    {
        var parts = stored.Split('|');
        return new ValueAtStake(minor, int.Parse(parts[0]), int.Parse(parts[1]), int.Parse(parts[2]), int.Parse(parts[3]), long.Parse(parts[4]));
    }
}
