using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.Contracts.Tables;

/// <summary>How much of a date one cell alone tells.</summary>
internal enum DateReading
{
    /// <summary>No calendar has it.</summary>
    Invalid,

    /// <summary>A moment; wall clock.</summary>
    Known,

    /// <summary>Three numbers, the year written last with four digits; day or month first is open.</summary>
    FullYearLast,

    /// <summary>Three numbers of at most two digits; which is which is open.</summary>
    ShortYear,
}

/// <summary>The numbers of a date in the order written, with the time of day.</summary>
internal readonly record struct DateNumbers(int First, int Second, int Third, int Milliseconds)
{
    /// <summary>All of it in one number, small enough for the ticks of a <see cref="DateTime"/>.</summary>
    public long Packed => ((((long)First << 7 | (uint)Second) << 14 | (uint)Third) << 27) | (uint)Milliseconds;

    public static DateNumbers Unpack(long packed) => new(
        (int)(packed >> 48) & 0x7F, (int)(packed >> 41) & 0x7F, (int)(packed >> 27) & 0x3FFF, (int)packed & 0x7FFFFFF);
}

/// <summary>
/// Dates with or without a time of day: <c>2010-12-01 08:26:00</c>, <c>2010/12/1 8:26</c>, <c>20101201</c>,
/// <c>2010年12月1日 上午8时26分</c>, <c>01/12/2010</c>, <c>12/1/10</c>, <c>1 Dec 2010</c>, ISO 8601 with offset, and
/// spreadsheet serial numbers.
/// </summary>
internal static class DateCell
{
    private const int Longest = 64;
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <param name="text">The cell, not empty.</param>
    /// <param name="serials">Whether a bare number may be a spreadsheet's serial number.</param>
    /// <param name="timeZone">The shop's time zone, for dates written with an offset.</param>
    /// <param name="moment">The moment, when <see cref="DateReading.Known"/>.</param>
    /// <param name="numbers">The numbers, when the order of day and month is open.</param>
    public static DateReading Read(
        ReadOnlySpan<char> text, bool serials, TimeZoneInfo timeZone, out DateTime moment, out DateNumbers numbers)
    {
        moment = default;
        numbers = default;
        Span<char> buffer = stackalloc char[Longest];
        text = text.Trim();
        if (text.Length is 0 or > Longest)
            return DateReading.Invalid;
        for (var i = 0; i < text.Length; i++)
            buffer[i] = FullWidth.Fold(text[i]);
        ReadOnlySpan<char> rest = buffer[..text.Length];

        if (serials && TrySerial(rest, out moment))
            return DateReading.Known;
        if (!rest.ContainsAnyExceptInRange('0', '9'))
            return TryDigits(rest, out moment) ? DateReading.Known : DateReading.Invalid;

        var first = TakePart(ref rest, out var firstIsMonth, out var firstLength);
        var second = TakePart(ref rest, out var secondIsMonth, out _);
        var third = TakePart(ref rest, out _, out var thirdLength, last: true);
        if (first < 0 || second is < 0 or > 99 || third < 0 || !TimeCell.TryRead(rest, out var time, out var offset))
            return DateReading.Invalid;

        if (firstLength == 4)
            return Known(first, second, third, time, offset, timeZone, out moment);
        if (firstIsMonth || secondIsMonth)
        {
            if (thirdLength is not (2 or 4))
                return DateReading.Invalid;
            var year = thirdLength == 4 ? third : FullYear(third);
            return firstIsMonth
                ? Known(year, first, second, time, offset, timeZone, out moment)
                : Known(year, second, first, time, offset, timeZone, out moment);
        }

        if (offset is not null || firstLength > 2 || thirdLength is not (1 or 2 or 4))
            return DateReading.Invalid;
        numbers = new DateNumbers(first, second, third, (int)time.TotalMilliseconds);
        return thirdLength == 4 ? DateReading.FullYearLast : DateReading.ShortYear;
    }

    /// <summary>A year of two digits lies between 1980 and 2079.</summary>
    public static int FullYear(int shortYear) => shortYear >= 80 ? 1900 + shortYear : 2000 + shortYear;

    public static bool TryDay(int year, int month, int day, out DateTime date)
    {
        var valid = year is >= 1900 and <= 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        date = valid ? new DateTime(year, month, day) : default;
        return valid;
    }

    private static DateReading Known(
        int year, int month, int day, TimeSpan time, TimeSpan? offset, TimeZoneInfo timeZone, out DateTime moment)
    {
        if (!TryDay(year, month, day, out moment))
            return DateReading.Invalid;
        moment += time;
        if (offset is { } ahead)
            moment = DateTime.SpecifyKind(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(moment - ahead, DateTimeKind.Utc), timeZone), DateTimeKind.Unspecified);
        return DateReading.Known;
    }

    private static bool TryDigits(ReadOnlySpan<char> digits, out DateTime moment)
    {
        moment = default;
        return digits.Length is 8 or 12 or 14
            && TryDay(int.Parse(digits[..4]), int.Parse(digits[4..6]), int.Parse(digits[6..8]), out moment)
            && TryClock(digits[8..], ref moment);
    }

    private static bool TryClock(ReadOnlySpan<char> digits, ref DateTime moment)
    {
        if (digits.IsEmpty)
            return true;
        var (hour, minute, second) = (int.Parse(digits[..2]), int.Parse(digits[2..4]), digits.Length == 6 ? int.Parse(digits[4..]) : 0);
        moment += new TimeSpan(hour, minute, second);
        return hour < 24 && minute < 60 && second < 60;
    }

    /// <summary>Days since 1899-12-30; only numbers between the years 1954 and 2119, so that no other number passes for a date.</summary>
    private static bool TrySerial(ReadOnlySpan<char> text, out DateTime moment)
    {
        moment = default;
        if (!NumberCell.TryRead(text, commaDecimals: false, out var days) || days is < 20000 or > 80000)
            return false;
        var seconds = decimal.Round(days * 86400);
        moment = new DateTime(1899, 12, 30).AddTicks((long)seconds * TimeSpan.TicksPerSecond);
        return true;
    }

    /// <summary>Takes a number or an English month and the separator behind it; −1 when there is neither.</summary>
    private static int TakePart(ref ReadOnlySpan<char> rest, out bool isMonth, out int length, bool last = false)
    {
        isMonth = false;
        length = rest.IndexOfAnyExceptInRange('0', '9');
        if (length < 0)
            length = rest.Length;
        int value;
        if (length > 0)
        {
            value = length <= 4 ? int.Parse(rest[..length]) : -1;
        }
        else
        {
            while (length < rest.Length && char.IsAsciiLetter(rest[length]))
                length++;
            value = MonthOf(rest[..length]);
            isMonth = true;
        }

        rest = rest[length..];
        if (last)
        {
            if (rest is ['日' or '号', ..])
                rest = rest[1..];
            return value;
        }

        if (rest is not [' ' or '-' or '/' or '.' or ',' or '年' or '月', ..])
            return -1;
        while (rest is [' ' or '-' or '/' or '.' or ',' or '年' or '月', ..])
            rest = rest[1..];
        return value;
    }

    private static int MonthOf(ReadOnlySpan<char> letters)
    {
        if (letters.Length < 3)
            return -1;
        for (var i = 0; i < Months.Length; i++)
        {
            if (letters[..3].Equals(Months[i], StringComparison.OrdinalIgnoreCase))
                return i + 1;
        }

        return -1;
    }
}
