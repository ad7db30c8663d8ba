namespace Changlai.App.Features.Platform.Contracts;

/// <summary>SQLite stores a calendar day as the whole days since 1970-01-01; PostgreSQL as a date.</summary>
public static class StoredDay
{
    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    public static int ToNumber(DateOnly day) => day.DayNumber - Epoch;

    public static DateOnly FromNumber(long number) => DateOnly.FromDayNumber((int)number + Epoch);
}
