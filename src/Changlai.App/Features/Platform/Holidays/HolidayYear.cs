using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Calendars;
using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.Holidays;

/// <summary>One day of a year as its page shows it.</summary>
/// <param name="Kind">Null where only the festival is known.</param>
/// <param name="Festival">The festival that falls on it by the rules, or that the notice names; null where the notice says something else.</param>
/// <param name="Name">What the notice calls it.</param>
public sealed record HolidayRow(DateOnly Day, HolidayKind? Kind, Text? Festival, string? Name);

/// <summary>The public holidays of a year.</summary>
/// <param name="Source">The notice; null where none is entered.</param>
public sealed record HolidayYear(int Year, string? Source, IReadOnlyList<HolidayRow> Rows)
{
    internal static HolidayYear Read(DatabaseSession session, int year)
    {
        var source = session.Scalar<string>("SELECT source FROM public_holiday_year WHERE year = @year", ("year", year));
        var festivals = StatutoryHolidays.In(year).GroupBy(holiday => holiday.Day).ToDictionary(day => day.Key, day => Joined([.. day.Select(holiday => holiday.Festival.Name).Distinct()]));
        var names = StatutoryHolidays.In(year).Select(holiday => holiday.Festival.Name).DistinctBy(name => name.Chinese).ToDictionary(name => name.Chinese, StringComparer.Ordinal);
        var days = new Dictionary<DateOnly, HolidayRow>();
        using (var rows = session.Read("SELECT day, kind, name FROM public_holiday WHERE day BETWEEN @from AND @to", ("from", new DateOnly(year, 1, 1)), ("to", new DateOnly(year, 12, 31))))
            while (rows.Next())
                days[rows.Day(0)] = new HolidayRow(rows.Day(0), rows.Text(1) == "working" ? HolidayKind.Working : HolidayKind.Holiday,
                    festivals.TryGetValue(rows.Day(0), out var festival) || names.TryGetValue(rows.Text(2), out festival) ? festival : null, rows.Text(2));
        foreach (var (day, festival) in festivals) days.TryAdd(day, new HolidayRow(day, null, festival, null));
        return new HolidayYear(year, source, [.. days.Values.OrderBy(row => row.Day)]);
    }

    internal static void Write(DatabaseSession session, IReadOnlyList<OfficialDay> days, int? year, string source)
    {
        foreach (var day in days)
            session.Execute("INSERT INTO public_holiday (day, kind, name) VALUES (@day, @kind, @name) ON CONFLICT (day) DO UPDATE SET kind = excluded.kind, name = excluded.name",
                ("day", day.Day), ("kind", OfficialDays.Code(day.Kind)), ("name", day.Name));
        if (year is { } arranged)
            session.Execute("INSERT INTO public_holiday_year (year, source) VALUES (@year, @source) ON CONFLICT (year) DO UPDATE SET source = excluded.source", ("year", arranged), ("source", source.Trim()));
    }

    private static Text Joined(IReadOnlyList<Text> names) => new(string.Join('、', names.Select(name => name.Chinese)), string.Join(", ", names.Select(name => name.English)));
}
