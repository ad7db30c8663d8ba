using System.Text.RegularExpressions;
using Changlai.Core.Values;

namespace Changlai.Core.Calendars;

/// <summary>
/// Reads yearly dates as people write them, in either calendar: <c>1990-02-03</c>, <c>2月3日</c>, <c>3 Feb 1990</c>,
/// <c>农历八月十五</c>, <c>8-15 lunar</c>, <c>闰六月初三</c>, <c>1990年腊月廿三</c>.
/// </summary>
public static partial class AnnualDayText
{
    private const int Longest = 60;
    private const string Digits = "零一二三四五六七八九十";
    private static readonly string[] LunarWords = ["农历", "阴历", "旧历", "lunar"];
    private static readonly string[] GregorianWords = ["公历", "阳历", "新历", "gregorian", "solar"];
    private static readonly string[] EnglishMonths = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The date that a text says.</summary>
    /// <param name="text">What was written; full-width characters and brackets do not matter.</param>
    /// <param name="calendar">The calendar when the text does not say; null to take the lunar one for lunar names of months and days, else the Gregorian.</param>
    /// <returns>
    /// The date, with its year where one is written; null when the text is no date, no calendar has it, or day and month could
    /// be either way round, as in <c>3/4/1990</c>.
    /// </returns>
    public static AnnualDay? Parse(string text, AnnualCalendar? calendar = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > Longest) return null;
        var plain = FullWidth.Fold(text).ToLowerInvariant().Replace("(", " ", StringComparison.Ordinal).Replace(")", " ", StringComparison.Ordinal);
        var english = EnglishLunar().Match(plain);
        if (english.Success)
            return Of(AnnualCalendar.Lunar, Number(english.Groups["y"].Value), Number(english.Groups["m"].Value), Number(english.Groups["d"].Value), english.Groups["leap"].Success);

        var said = Take(ref plain, LunarWords) ? AnnualCalendar.Lunar : Take(ref plain, GregorianWords) ? AnnualCalendar.Gregorian : calendar;
        var leap = Take(ref plain, ["闰", "leap"]);
        plain = plain.Trim().TrimStart(':', '：').Trim();
        var (year, month, day, lunarName) = Numbers(plain);
        if (month == 0 || day == 0) return null;
        return Of(said ?? (lunarName || leap ? AnnualCalendar.Lunar : AnnualCalendar.Gregorian), year, month, day, leap);
    }

    private static AnnualDay? Of(AnnualCalendar calendar, int year, int month, int day, bool leap)
    {
        int? known = year == 0 ? null : year;
        if (calendar == AnnualCalendar.Lunar) return AnnualDay.ExistsLunar(month, day, leap, known) ? AnnualDay.Lunar(month, day, leap, known) : null;
        return !leap && AnnualDay.ExistsGregorian(month, day, known) ? AnnualDay.Gregorian(month, day, known) : null;
    }

    /// <summary>Year (0 when none is written), month and day; 0 for what cannot be read.</summary>
    private static (int Year, int Month, int Day, bool LunarName) Numbers(string plain)
    {
        var numeric = Numeric().Match(plain);
        if (numeric.Success) return (Number(numeric.Groups["y"].Value), Number(numeric.Groups["m"].Value), Number(numeric.Groups["d"].Value), false);
        var named = Named().Match(plain);
        if (named.Success)
            return (Number(named.Groups["y"].Value), Month(named.Groups["m"].Value), Day(named.Groups["d"].Value),
                named.Groups["m"].Value is "正" or "冬" or "腊" || named.Groups["d"].Value is ['初' or '廿', ..] || named.Groups["d"].Value.Length > 0 && named.Groups["d"].Value[0] > '9' && !named.Groups["u"].Success);
        var western = Western().Match(plain);
        return western.Success
            ? (Number(western.Groups["y"].Value), 1 + Array.IndexOf(EnglishMonths, western.Groups["m"].Value[..3]), Number(western.Groups["d"].Value), false)
            : default;
    }

    private static bool Take(ref string text, ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (!text.Contains(word, StringComparison.Ordinal)) continue;
            text = text.Replace(word, " ", StringComparison.Ordinal).Trim();
            return true;
        }
        return false;
    }

    private static int Number(string text) => text.Length == 0 ? 0 : int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static int Month(string name) => name switch
    {
        "正" => 1,
        "冬" => 11,
        "腊" => 12,
        _ => Spoken(name),
    };

    private static int Day(string name) => name switch
    {
        ['初', .. var rest] => Spoken(rest) is <= 10 and var day ? day : 0,
        ['廿', .. var rest] => 20 + Spoken(rest),
        _ => Spoken(name),
    };

    /// <summary>十五, 二十一, 三十; digits as they are; nothing is 0.</summary>
    private static int Spoken(string name)
    {
        if (name.Length == 0) return 0;
        if (char.IsAsciiDigit(name[0])) return Number(name);
        var ten = name.IndexOf('十', StringComparison.Ordinal);
        if (ten < 0) return name.Length == 1 ? Math.Max(0, Digits.IndexOf(name[0], StringComparison.Ordinal)) : 0;
        var tens = ten == 0 ? 1 : Digits.IndexOf(name[0], StringComparison.Ordinal);
        return ten > 1 || name.Length > ten + 2 ? 0 : tens * 10 + (ten == name.Length - 1 ? 0 : Digits.IndexOf(name[^1], StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^(?:(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})|(?:(?<y>\d{4})\s*[-/.年]\s*)?(?<m>\d{1,2})\s*[-/.月]\s*(?<d>\d{1,2})\s*[日号]?)(?:[ t]0{1,2}:00(?::00)?)?$", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Numeric();

    [GeneratedRegex(@"^(?:(?<y>\d{4})年?\s*)?(?<m>正|冬|腊|[一二三四五六七八九十]{1,2}|\d{1,2})月\s*(?<d>初?[一二三四五六七八九十]{1,3}|廿[一二三四五六七八九]?|\d{1,2})(?<u>[日号])?$", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Named();

    [GeneratedRegex(@"^(?:(?<d>\d{1,2})(?:st|nd|rd|th)?[ -](?<m>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|(?<m>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* (?<d>\d{1,2})(?:st|nd|rd|th)?)(?:[ ,-]+(?<y>\d{4}))?$", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Western();

    [GeneratedRegex(@"^(?<leap>leap )?(?<m>\d{1,2})(?:st|nd|rd|th) lunar month, day (?<d>\d{1,2})(?:,? (?<y>\d{4}))?$", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex EnglishLunar();
}
