using System.Globalization;
using Changlai.Core.Calendars;
using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.Holidays;

/// <summary>Days of the official calendar as typed or pasted, a day a line, and what is wrong with them.</summary>
public sealed record HolidayForm
{
    public const int MostDays = 200;
    public const int LongestName = 40;
    public const int LongestSource = 100;

    public string Days { get; init; } = "";
    public string Source { get; init; } = "";

    /// <summary>By field name.</summary>
    public IReadOnlyDictionary<string, Text> Errors { get; init; } = new Dictionary<string, Text>(StringComparer.Ordinal);

    /// <returns>The days, and the year that the notice arranges; null when it names none.</returns>
    internal (IReadOnlyList<OfficialDay>? Days, int? Year, HolidayForm Form) Check()
    {
        var errors = new Dictionary<string, Text>(StringComparer.Ordinal);
        var days = new List<OfficialDay>();
        var lines = Days.Split('\n');
        if (lines.Length > MostDays + 1) errors["days"] = HolidayTexts.TooManyDays.With(MostDays);
        else
            for (var index = 0; index < lines.Length && errors.Count == 0; index++)
            {
                var line = FullWidth.Fold(lines[index]).Trim();
                if (line.Length == 0 || line.StartsWith("day,", StringComparison.OrdinalIgnoreCase)) continue;
                if (Read(line) is not { } day) errors["days"] = HolidayTexts.WrongLine.With(index + 1);
                else if (days.Exists(other => other.Day == day.Day)) errors["days"] = HolidayTexts.Twice.With(index + 1);
                else days.Add(day);
            }
        if (days.Count == 0) errors.TryAdd("days", HolidayTexts.NoDays);
        var source = Source.Trim();
        if (source.Length > LongestSource) errors["source"] = HolidayTexts.TooLong.With(LongestSource, source.Length);
        // The New Year holiday of a year may begin in the last days of the year before.
        var years = days.Select(day => day.Day.AddDays(3).Year).Distinct().ToList();
        if (source.Length > 0 && years.Count > 1) errors["source"] = HolidayTexts.SeveralYears;
        return errors.Count > 0 ? (null, null, this with { Errors = errors }) : (days, source.Length > 0 ? years[0] : null, this);
    }

    private static OfficialDay? Read(string line)
    {
        var cells = line.Split([',', '\t'], StringSplitOptions.TrimEntries);
        if (cells.Length != 3 || cells[2].Length is 0 or > LongestName) return null;
        if (!DateOnly.TryParseExact(cells[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day.Year is < StatutoryHolidays.FirstYear or > LunarDate.MaxYear) return null;
        return cells[1] switch
        {
            "holiday" or "放假" => new OfficialDay(day, HolidayKind.Holiday, cells[2]),
            "working" or "上班" or "调休上班" => new OfficialDay(day, HolidayKind.Working, cells[2]),
            _ => null,
        };
    }
}
