using Changlai.Core.Calendars;

namespace Changlai.App.Features.Customers.Segments.Model;

/// <summary>
/// Dates that come back every year as numbers, so that a database without a lunar calendar can be asked which of them fall
/// into a stretch of days: they are worked out here and asked for as a few ranges.
/// </summary>
internal static class AnnualDays
{
    /// <summary>SQL for the number of a row of <c>special_date</c>.</summary>
    public const string Code = """
        (CASE WHEN special_date.calendar = 'lunar' THEN 1024 ELSE 0 END + CASE WHEN special_date.leap_month THEN 512 ELSE 0 END + special_date.month * 32 + special_date.day)
        """;

    private static readonly (int Code, AnnualDay Day)[] All =
    [
        .. from month in Enumerable.Range(1, 12) from day in Enumerable.Range(1, 31) where AnnualDay.ExistsGregorian(month, day) select (CodeOf(month, day), AnnualDay.Gregorian(month, day)),
        .. from leap in (bool[])[false, true] from month in Enumerable.Range(1, 12) from day in Enumerable.Range(1, 30) select (CodeOf(month, day, leap), AnnualDay.Lunar(month, day, leap)),
    ];

    /// <summary>The numbers of all dates that are kept on one of these days, as ranges.</summary>
    public static IReadOnlyList<(int First, int Last)> Within(DateOnly first, DateOnly last)
    {
        var ranges = new List<(int First, int Last)>();
        foreach (var code in All.Where(one => one.Day.NextOnOrAfter(first) <= last).Select(one => one.Code).Order())
        {
            if (ranges.Count > 0 && ranges[^1].Last == code - 1) ranges[^1] = (ranges[^1].First, code);
            else ranges.Add((code, code));
        }
        return ranges;
    }

    // Lunar dates lie above all Gregorian ones: 12 × 32 + 31 is less than 512.
    private static int CodeOf(int month, int day) => month * 32 + day;

    private static int CodeOf(int month, int day, bool isLeapMonth) => 1024 + (isLeapMonth ? 512 : 0) + month * 32 + day;
}
