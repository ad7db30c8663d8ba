using System.Globalization;
using System.Text;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Calendars;

namespace Changlai.App.Features.Platform.Holidays;

/// <summary>A day off or a make-up working day, as announced.</summary>
/// <param name="Name">Of the festival it is for.</param>
public sealed record OfficialDay(DateOnly Day, HolidayKind Kind, string Name);

/// <summary>What one notice arranged.</summary>
/// <param name="Source">The notice, by its number.</param>
internal sealed record OfficialYear(int Year, string Source, IReadOnlyList<OfficialDay> Days);

/// <summary>The arrangements that come with the program, for the years whose notice is out.</summary>
internal static class OfficialDays
{
    private const string Resource = "holidays/official-days.csv";

    public static IReadOnlyList<OfficialYear> Years { get; } = Read();

    /// <summary>
    /// Brings each year once: one that stands in the database already, whoever entered it, is left as it is.
    /// </summary>
    public static void Bring(Database database)
    {
        using var session = database.OpenSession();
        var known = StoreCalendars.Holidays(session).AnnouncedYears;
        var missing = Years.Where(year => !known.Contains(year.Year)).ToList();
        if (missing.Count == 0) return;
        session.Begin();
        foreach (var year in missing)
        {
            if (session.Execute("INSERT INTO public_holiday_year (year, source) VALUES (@year, @source) ON CONFLICT DO NOTHING", ("year", year.Year), ("source", year.Source)) == 0) continue;
            foreach (var day in year.Days)
                session.Execute("INSERT INTO public_holiday (day, kind, name) VALUES (@day, @kind, @name) ON CONFLICT DO NOTHING", ("day", day.Day), ("kind", Code(day.Kind)), ("name", day.Name));
        }
        session.Commit();
    }

    public static string Code(HolidayKind kind) => kind == HolidayKind.Working ? "working" : "holiday";

    private static List<OfficialYear> Read()
    {
        using var reader = new StreamReader(typeof(OfficialDays).Assembly.GetManifestResourceStream(Resource)!, Encoding.UTF8);
        var years = new List<OfficialYear>();
        var days = new List<OfficialDay>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var cells = line.Split(',');
            if (cells[1] == "notice")
            {
                days = [];
                years.Add(new OfficialYear(int.Parse(cells[0], CultureInfo.InvariantCulture), cells[2], days));
                continue;
            }
            for (var (day, last) = (Day(cells[0]), Day(cells[1])); day <= last; day = day.AddDays(1))
                days.Add(new OfficialDay(day, cells[2] == "working" ? HolidayKind.Working : HolidayKind.Holiday, cells[3]));
        }
        return years;
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
