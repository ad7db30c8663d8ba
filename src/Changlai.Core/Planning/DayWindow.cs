namespace Changlai.Core.Planning;

/// <summary>
/// The days on which something may be done, and the day on which it is best done. Days are <see cref="DateOnly.DayNumber"/>s;
/// both ends belong to the window.
/// </summary>
/// <param name="Earliest">First acceptable day.</param>
/// <param name="Ideal">Best day, between the other two.</param>
/// <param name="Latest">Last acceptable day.</param>
public readonly record struct DayWindow(int Earliest, int Ideal, int Latest)
{
    /// <summary>A window around an ideal day.</summary>
    /// <param name="ideal">Best day, as a day number.</param>
    /// <param name="before">Days it may come earlier, 0 or more.</param>
    /// <param name="after">Days it may come later, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A tolerance is negative.</exception>
    public static DayWindow Around(int ideal, int before, int after)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(before);
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        return new DayWindow(ideal - before, ideal, ideal + after);
    }

    /// <summary>What is left of the window on a day: nothing before that day, the ideal day moved up to it when it has passed.</summary>
    public DayWindow From(int day) => new(Math.Max(Earliest, day), Math.Max(Ideal, day), Latest);

    /// <summary>True when no day is left.</summary>
    public bool IsOver => Latest < Earliest;

    /// <summary>True when the day lies in the window.</summary>
    public bool Contains(int day) => day >= Earliest && day <= Latest;
}
