namespace Changlai.Core.Planning;

/// <summary>How far apart, and how many in any stretch of days, the things that happen to one person may be.</summary>
/// <param name="LeastGapDays">Least difference between the days of two of them: 3 lets Monday be followed by Thursday. 1 means one a day.</param>
/// <param name="MostInStretch">Most of them in any stretch of <paramref name="StretchDays"/> consecutive days; 1 or more.</param>
/// <param name="StretchDays">Length of the stretch in days; 1 or more.</param>
public sealed record SpacingRule(int LeastGapDays, int MostInStretch, int StretchDays)
{
    /// <summary>Whether one more on <paramref name="day"/> keeps the rule, and if not, what it would break.</summary>
    /// <param name="taken">Days already taken, in any order; equal days may repeat.</param>
    /// <param name="day">The day asked about.</param>
    public SpacingVerdict Check(ReadOnlySpan<int> taken, int day)
    {
        foreach (var other in taken)
            if (Math.Abs(other - day) < LeastGapDays) return SpacingVerdict.TooClose;

        // Any stretch that holds the new day begins on it or up to a stretch before; a fullest one begins on a taken day or on the new one.
        if (StretchHolds(taken, day, day) > MostInStretch) return SpacingVerdict.TooMany;
        foreach (var start in taken)
            if (start <= day && day < start + StretchDays && StretchHolds(taken, day, start) > MostInStretch) return SpacingVerdict.TooMany;
        return SpacingVerdict.Free;
    }

    private int StretchHolds(ReadOnlySpan<int> taken, int day, int start)
    {
        var count = day >= start && day < start + StretchDays ? 1 : 0;
        foreach (var other in taken)
            if (other >= start && other < start + StretchDays) count++;
        return count;
    }
}

/// <summary>What a <see cref="SpacingRule"/> says of a day.</summary>
public enum SpacingVerdict
{
    /// <summary>The day may be taken.</summary>
    Free,

    /// <summary>Another one lies less than the least gap away.</summary>
    TooClose,

    /// <summary>Some stretch around the day would hold too many.</summary>
    TooMany,
}
