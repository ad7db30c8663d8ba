namespace Changlai.Benchmarks.Shops;

/// <summary>The day it is in the generated stores.</summary>
internal static class BusinessToday
{
    private const int HoursAhead = 8;

    public static DateOnly Day => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(HoursAhead));
}
