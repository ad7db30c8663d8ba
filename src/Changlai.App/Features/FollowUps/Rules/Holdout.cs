namespace Changlai.App.Features.FollowUps.Rules;

/// <summary>
/// Who is left out of a plan on purpose, to measure what it achieves. Drawn from customer and plan alone, so the draw is the
/// same in every run and independent between plans.
/// </summary>
internal static class Holdout
{
    public static bool Holds(long customerId, string plan, int percent)
    {
        if (percent <= 0) return false;
        var hash = 14695981039346656037UL;
        foreach (var letter in plan) hash = (hash ^ letter) * 1099511628211UL;
        hash ^= (ulong)customerId;
        // The finisher of SplitMix64 (Steele, Lea and Flood 2014) spreads neighbouring ids evenly.
        hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9UL;
        hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EBUL;
        hash ^= hash >> 31;
        return hash % 100 < (ulong)percent;
    }
}
