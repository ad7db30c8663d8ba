using System.Globalization;
using Changlai.Core.Values;

namespace Changlai.App.Ui;

/// <summary>Numbers, dates and money as each language writes them. Pure.</summary>
public static class Formats
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;
    private static readonly string[] WeekdaysChinese = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"];
    private static readonly string[] WeekdaysEnglish = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
    private static readonly string[] MonthsEnglish = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    /// <summary>12,345 in both languages.</summary>
    public static string Number(long value) => value.ToString("N0", Plain);

    /// <summary>A number with a fixed count of decimals: 1,234.5.</summary>
    public static string Number(decimal value, int decimals) => value.ToString($"N{decimals}", Plain);

    /// <summary>A large number to read at a glance: 1.2万 / 12K. Below ten thousand it is written out.</summary>
    public static string Compact(long value, Language language)
    {
        var size = Math.Abs((decimal)value);
        if (size < 10_000) return Number(value);
        return language == Language.Chinese
            ? size < 100_000_000 ? Short(value, 10_000, "万") : Short(value, 100_000_000, "亿")
            : size < 1_000_000 ? Short(value, 1_000, "K") : Short(value, 1_000_000, "M");
    }

    /// <summary>A share as a percentage: 0.123 → 12.3%, 0.5 → 50%.</summary>
    public static string Percent(double share) => (share * 100).ToString("0.#", Plain) + "%";

    /// <summary>An amount in minor units: 123450 CNY → ¥1,234.50. A currency without a sign of its own is named.</summary>
    /// <param name="minorUnits">The amount in the currency's smallest unit.</param>
    /// <param name="currency">ISO 4217 code.</param>
    public static string Money(long minorUnits, string currency)
    {
        var decimals = Currencies.Digits(currency);
        var amount = Math.Abs(Currencies.ToMajor(minorUnits, currency));
        var sign = currency switch
        {
            "CNY" => "¥",
            "USD" => "US$",
            "GBP" => "£",
            "EUR" => "€",
            "HKD" => "HK$",
            "TWD" => "NT$",
            _ => currency + " ",
        };
        return (minorUnits < 0 ? "−" : "") + sign + amount.ToString($"N{decimals}", Plain);
    }

    /// <summary>2026年11月22日 周日 / 22 Nov 2026 Sun.</summary>
    public static string Day(DateOnly day, Language language) => $"{Date(day, language)} {Weekday(day.DayOfWeek, language)}";

    /// <summary>2026年11月22日 / 22 Nov 2026.</summary>
    public static string Date(DateOnly day, Language language) => language == Language.Chinese
        ? $"{day.Year}年{day.Month}月{day.Day}日"
        : $"{day.Day} {MonthsEnglish[day.Month - 1]} {day.Year}";

    /// <summary>A day as a form holds it (2026-11-22) as people read it; what is no day stays as it was typed.</summary>
    public static string TypedDate(string typed, Language language) =>
        DateOnly.TryParseExact(typed, "yyyy-MM-dd", Plain, DateTimeStyles.None, out var day) ? Date(day, language) : typed;

    /// <summary>2026年11月22日 14:05 / 22 Nov 2026 14:05, where a clock of <paramref name="zone"/> hangs.</summary>
    public static string Moment(DateTimeOffset at, TimeZoneInfo zone, Language language)
    {
        var clock = TimeZoneInfo.ConvertTime(at, zone).DateTime;
        return $"{Date(DateOnly.FromDateTime(clock), language)} {Time(TimeOnly.FromDateTime(clock))}";
    }

    /// <summary>11月22日 / 22 Nov in the year of <paramref name="today"/>, with its year otherwise.</summary>
    public static string ShortDate(DateOnly day, DateOnly today, Language language) =>
        day.Year != today.Year ? Date(day, language)
        : language == Language.Chinese ? $"{day.Month}月{day.Day}日"
        : $"{day.Day} {MonthsEnglish[day.Month - 1]}";

    /// <summary>周日 / Sun.</summary>
    public static string Weekday(DayOfWeek day, Language language) => (language == Language.Chinese ? WeekdaysChinese : WeekdaysEnglish)[(int)day];

    /// <summary>今天, 明天, 3 天前 … / today, tomorrow, 3 days ago …; further than 30 days it is the date.</summary>
    public static string RelativeDay(DateOnly day, DateOnly today, Language language)
    {
        var days = day.DayNumber - today.DayNumber;
        return days switch
        {
            0 => UiTexts.Today.In(language),
            1 => UiTexts.Tomorrow.In(language),
            -1 => UiTexts.Yesterday.In(language),
            > 1 and <= 30 => UiTexts.InDays.In(language, days),
            < -1 and >= -30 => UiTexts.DaysAgo.In(language, -days),
            _ => ShortDate(day, today, language),
        };
    }

    /// <summary>14:05 in both languages.</summary>
    public static string Time(TimeOnly time) => time.ToString("HH:mm", Plain);

    /// <summary>A Chinese mobile number in its usual groups, 138 1234 5678; any other number as it is.</summary>
    /// <param name="e164">The number with its country, +8613812345678.</param>
    public static string Phone(string e164) =>
        e164.Length == 14 && e164.StartsWith("+861", StringComparison.Ordinal) ? $"{e164[3..6]} {e164[6..10]} {e164[10..]}" : e164;

    /// <summary>An amount as a form shows it for changing: 26800 CNY → 268.00, 1200 JPY → 1200; empty for none.</summary>
    public static string MoneyField(long? minorUnits, string currency) =>
        minorUnits is { } minor ? Currencies.ToMajor(minor, currency).ToString($"F{Currencies.Digits(currency)}", Plain) : "";

    private static string Short(long value, decimal unit, string name) => (value / unit).ToString("0.#", Plain) + name;
}
