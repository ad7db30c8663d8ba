using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Ui;
using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.Stores;

/// <summary>A store in words, line by line, for reading two versions side by side.</summary>
internal static class StoreLines
{
    public static IReadOnlyList<Difference> Differences(StoreForm yours, StoreForm theirs, Language language) => Difference.Between(Lines(yours, language), Lines(theirs, language));

    private static IEnumerable<(Text What, string Words)> Lines(StoreForm form, Language language) =>
    [
        (StoreTexts.Name, form.Name), (StoreTexts.City, form.City), (StoreTexts.Zone, form.Zone), (StoreTexts.Currency, form.Currency),
        (StoreTexts.Holidays, (form.Holidays == StoreCalendars.Official ? StoreTexts.HolidaysOfficial : StoreTexts.HolidaysOpen).In(language)),
        .. StoreRecord.Week.Select(day => (new Text(Formats.Weekday(day, Language.Chinese), Formats.Weekday(day, Language.English)), form.Open.Contains(day) ? Hours(form, day, language) : StoreTexts.Closed.In(language))),
    ];

    private static string Hours(StoreForm form, DayOfWeek day, Language language) => form.Hours.GetValueOrDefault(day, "") is { Length: > 0 } hours ? hours : StoreTexts.Open.In(language);
}
