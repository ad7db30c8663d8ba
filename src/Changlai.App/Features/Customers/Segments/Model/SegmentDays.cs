namespace Changlai.App.Features.Customers.Segments.Model;

/// <summary>A stretch of days, both ends included; open where there is none.</summary>
internal readonly record struct DayRange(DateOnly? From, DateOnly? To)
{
    public bool Contains(DateOnly day) => !(day < From) && !(day > To);
}

/// <summary>Turns what was asked of a day into days of the calendar.</summary>
internal static class SegmentDays
{
    /// <param name="question">Code of an operator on days; the values have been checked.</param>
    public static DayRange RangeOf(string question, IReadOnlyList<string> values, DateOnly today) => question switch
    {
        SegmentOperator.WithinPast => new(today.AddDays(-Count(values[0])), today),
        SegmentOperator.DaysAgo => new(today.AddDays(-Count(values[1])), today.AddDays(-Count(values[0]))),
        SegmentOperator.LongerAgo => new(null, today.AddDays(-Count(values[0]) - 1)),
        SegmentOperator.WithinNext => new(today, today.AddDays(Count(values[0]))),
        SegmentOperator.Between => new(Day(values[0]), Day(values[1])),
        SegmentOperator.Before => new(null, Day(values[0]).AddDays(-1)),
        SegmentOperator.From => new(Day(values[0]), null),
        _ => throw new InvalidOperationException("Unknown question about a day."),
    };

    /// <summary>How many days after a day the passing of time changes the answer: 60 and 90 for "60 to 90 days ago". Empty where it never does.</summary>
    public static IReadOnlyList<int> TurnsAfter(string question, IReadOnlyList<string> values) => question switch
    {
        SegmentOperator.WithinPast => [0, Count(values[0])],
        SegmentOperator.DaysAgo => [Count(values[0]), Count(values[1])],
        SegmentOperator.LongerAgo => [Count(values[0])],
        SegmentOperator.WithinNext => [-Count(values[0]), 0],
        _ => [],
    };

    private static int Count(string value) => (int)SegmentCheck.WholeNumber(value, SegmentLimits.Days)!.Value;

    private static DateOnly Day(string value) => SegmentCheck.Day(value)!.Value;
}
