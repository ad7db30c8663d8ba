namespace Changlai.Core.Calendars;

/// <summary>A stretch of one day during which a store is open, in minutes since midnight on its wall clock.</summary>
/// <param name="Opens">0 to 1439.</param>
/// <param name="Closes">The first minute it is closed again, later than <paramref name="Opens"/> and at most 1440, which is midnight.</param>
public readonly record struct OpenSpan(int Opens, int Closes)
{
    /// <summary>Minutes of a day.</summary>
    public const int Day = 1440;

    /// <summary>From midnight to midnight.</summary>
    public static OpenSpan WholeDay => new(0, Day);

    /// <summary>Whether it lies within one day and is not empty.</summary>
    public bool IsSound => Opens >= 0 && Opens < Closes && Closes <= Day;

    /// <summary>As on a shop door: <c>09:00-12:30</c>.</summary>
    public override string ToString() => $"{Opens / 60:00}:{Opens % 60:00}-{Closes / 60:00}:{Closes % 60:00}";
}
