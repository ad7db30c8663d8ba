using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Editing;
using Changlai.App.Ui;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Dates;

/// <summary>A special date in words, line by line, for reading two versions side by side.</summary>
internal static class DateLines
{
    public static IReadOnlyList<Difference> Differences(DateForm yours, DateForm theirs, Language language) => Difference.Between(Lines(yours, language), Lines(theirs, language));

    private static IEnumerable<(Text What, string Words)> Lines(DateForm form, Language language) =>
    [
        (DateTexts.Kind, CustomerCodes.DateKinds.NameOf(form.Kind).In(language)),
        // The name is kept for another date alone.
        (DateTexts.OwnNameOf, form.Kind == CustomerCodes.NamedDate ? form.Name.Trim() : ""),
        (DateTexts.Calendar, (form.Calendar == DateForm.LunarCode ? DateTexts.Lunar : DateTexts.Gregorian).In(language)),
        (DateTexts.Month, form.Month), (DateTexts.Day, form.Day), (DateTexts.Leap, (form.Leap ? EditTexts.Yes : EditTexts.No).In(language)), (DateTexts.Year, FullWidth.Fold(form.Year).Trim()),
    ];
}
