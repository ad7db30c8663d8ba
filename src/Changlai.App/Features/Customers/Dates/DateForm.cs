using Changlai.App.Features.Customers.Contracts;
using Changlai.Core.Calendars;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Dates;

/// <summary>A special date as typed, and what is wrong with it.</summary>
public sealed record DateForm
{
    public string Kind { get; init; } = CustomerCodes.Birthday;
    public string Name { get; init; } = "";
    public string Calendar { get; init; } = GregorianCode;
    public string Month { get; init; } = "";
    public string Day { get; init; } = "";
    public bool Leap { get; init; }
    public string Year { get; init; } = "";

    /// <summary>What was stored when the form was made, so that a change by somebody else is noticed; empty for a new date.</summary>
    public string Was { get; init; } = "";

    /// <summary>By field name.</summary>
    public IReadOnlyDictionary<string, Text> Errors { get; init; } = new Dictionary<string, Text>(StringComparer.Ordinal);

    public const string GregorianCode = "gregorian";
    public const string LunarCode = "lunar";
    public const int LongestName = 40;

    /// <summary>The tables of the lunar calendar begin here, and nobody is older.</summary>
    private const int EarliestYear = LunarDate.MinYear;

    public static DateForm Of(StoredDate date) => new()
    {
        Kind = date.Kind,
        Name = date.Name ?? "",
        Calendar = date.Day.Calendar == AnnualCalendar.Lunar ? LunarCode : GregorianCode,
        Month = date.Day.Month.ToString(),
        Day = date.Day.Day.ToString(),
        Leap = date.Day.IsLeapMonth,
        Year = date.Day.Year?.ToString() ?? "",
        Was = date.Fingerprint,
    };

    /// <summary>The date; null when something is wrong, which the form then says.</summary>
    /// <param name="today">The store's day: nothing that is remembered lies after it.</param>
    internal (NewSpecialDate? Date, DateForm Form) Check(DateOnly today)
    {
        var errors = new Dictionary<string, Text>(StringComparer.Ordinal);
        if (!CustomerCodes.DateKinds.Knows(Kind)) errors["kind"] = DateTexts.NoKind;
        if (Kind == CustomerCodes.NamedDate && Name.Trim().Length is 0 or > LongestName) errors["name"] = DateTexts.NoName.With(LongestName);
        if (Calendar is not (GregorianCode or LunarCode)) errors["calendar"] = DateTexts.NoCalendar;
        if (Leap && Calendar == GregorianCode) errors["leap"] = DateTexts.LeapIsLunar;
        var year = ReadYear(today, errors);
        var day = errors.Count == 0 ? ReadDay(year, errors) : null;
        if (day is { } found && year is { } known && found.In(known) > today) errors["year"] = DateTexts.Future;
        return errors.Count == 0 && day is { } date
            ? (new NewSpecialDate(Kind, date, Kind == CustomerCodes.NamedDate ? Name.Trim() : null), this)
            : (null, this with { Errors = errors });
    }

    private int? ReadYear(DateOnly today, Dictionary<string, Text> errors)
    {
        var typed = FullWidth.Fold(Year).Trim();
        if (typed.Length == 0) return null;
        if (int.TryParse(typed, out var year) && year >= EarliestYear && year <= today.Year) return year;
        errors["year"] = DateTexts.NoYear.With(EarliestYear, today.Year);
        return null;
    }

    private AnnualDay? ReadDay(int? year, Dictionary<string, Text> errors)
    {
        if (!int.TryParse(Month, out var month) || month is < 1 or > 12 || !int.TryParse(Day, out var day) || day is < 1 or > 31)
        {
            errors["day"] = DateTexts.NoMonth;
            return null;
        }
        if (Calendar == GregorianCode)
        {
            if (AnnualDay.ExistsGregorian(month, day, year)) return AnnualDay.Gregorian(month, day, year);
            errors["day"] = DateTexts.NoDay.With(month, DateTime.DaysInMonth(year ?? 2000, month));
            return null;
        }
        if (AnnualDay.ExistsLunar(month, day, Leap, year)) return AnnualDay.Lunar(month, day, Leap, year);
        errors["day"] = year is not { } known ? DateTexts.NoLunarDay
            : Leap && LunarDate.LeapMonthOf(known) != month ? DateTexts.NoLeapThatYear.With(known, month)
            : DateTexts.NoDayThatYear.With(known);
        return null;
    }
}
