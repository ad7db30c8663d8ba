using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Calendars;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Http;

namespace Changlai.App.Features.Platform.Stores;

/// <summary>A store as typed, and what is wrong with it.</summary>
public sealed record StoreForm
{
    public const int Longest = 60;

    public string Name { get; init; } = "";
    public string City { get; init; } = "";
    public string Zone { get; init; } = BusinessDay.DefaultTimeZone;
    public string Currency { get; init; } = BusinessDay.DefaultCurrency;
    public string Holidays { get; init; } = StoreRecord.OpenOnHolidays;
    public Weekdays Open { get; init; } = Weekdays.All;
    public IReadOnlyDictionary<DayOfWeek, string> Hours { get; init; } = new Dictionary<DayOfWeek, string>();

    /// <summary>Of what was stored when the form was made.</summary>
    public string Version { get; init; } = "";

    /// <summary>By field name.</summary>
    public IReadOnlyDictionary<string, Text> Errors { get; init; } = new Dictionary<string, Text>(StringComparer.Ordinal);

    /// <summary>Those of the IANA database, China's first.</summary>
    public static IReadOnlyList<string> Zones { get; } =
    [
        BusinessDay.DefaultTimeZone,
        .. TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id).Where(id => id.Contains('/') && !id.StartsWith("Etc/", StringComparison.Ordinal) && id != BusinessDay.DefaultTimeZone)
            .Order(StringComparer.Ordinal),
    ];

    public static StoreForm Of(StoreRecord store) => new()
    {
        Name = store.Name,
        City = store.City ?? "",
        Zone = store.TimeZone,
        Currency = store.Currency,
        Holidays = store.Holidays,
        Open = Weekdays.All.Except(store.ClosedWeekdays),
        Hours = StoreRecord.Week.ToDictionary(day => day, day => OpenSpanText.Write(store.Of(day))),
        Version = store.Version,
    };

    public static StoreForm Of(IFormCollection typed) => new()
    {
        Name = typed["name"].ToString().Trim(),
        City = typed["city"].ToString().Trim(),
        Zone = typed["zone"].ToString().Trim(),
        Currency = FullWidth.Fold(typed["currency"].ToString()).Trim().ToUpperInvariant(),
        Holidays = typed["holidays"].ToString(),
        Open = Weekdays.Of([.. StoreRecord.Week.Where(day => typed[$"open-{Number(day)}"].Contains("true"))]),
        Hours = StoreRecord.Week.ToDictionary(day => day, day => typed[$"hours-{Number(day)}"].ToString().Trim()),
        Version = typed["version"].ToString(),
    };

    /// <summary>Its number in the names of fields, Monday 1 to Sunday 7.</summary>
    public static int Number(DayOfWeek day) => day == DayOfWeek.Sunday ? 7 : (int)day;

    /// <param name="id">Zero for a new one.</param>
    /// <param name="isTaken">Whether another store has the name.</param>
    /// <param name="before">Its time zone so far, which may be one that the list leaves out.</param>
    internal (StoreRecord? Store, StoreForm Form) Check(long id, Func<string, bool> isTaken, string? before)
    {
        var errors = new Dictionary<string, Text>(StringComparer.Ordinal);
        if (Name.Length == 0) errors["name"] = StoreTexts.NoName;
        else if (Name.Length > Longest) errors["name"] = StoreTexts.TooLong.With(Longest, Name.Length);
        else if (isTaken(Name)) errors["name"] = StoreTexts.NameTaken.With(Name);
        if (City.Length > Longest) errors["city"] = StoreTexts.TooLong.With(Longest, City.Length);
        if (Zone != before && !Zones.Contains(Zone, StringComparer.Ordinal)) errors["zone"] = StoreTexts.NoZone;
        if (Currency.Length != 3 || !Currency.All(char.IsAsciiLetterUpper)) errors["currency"] = StoreTexts.NoCurrency;
        if (Holidays is not (StoreRecord.OpenOnHolidays or StoreCalendars.Official)) errors["holidays"] = StoreTexts.NoHolidays;
        if (Open == Weekdays.None) errors["open"] = StoreTexts.NeverOpen;
        var hours = new Dictionary<DayOfWeek, IReadOnlyList<OpenSpan>>();
        foreach (var (day, typed) in Hours)
        {
            var problem = OpenSpanText.TryParse(typed, out var spans);
            if (problem != OpenSpanProblem.None) errors[$"hours-{Number(day)}"] = StoreTexts.Of(problem);
            else if (spans.Count > 0) hours[day] = spans;
        }
        return errors.Count > 0
            ? (null, this with { Errors = errors })
            : (new StoreRecord(id, Name, City.Length == 0 ? null : City, Zone, Currency, Weekdays.All.Except(Open), Holidays, hours), this);
    }
}
