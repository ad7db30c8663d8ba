using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Editing;
using Changlai.App.Ui;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Fields;

/// <summary>A field's definition in words, line by line, for reading two versions side by side.</summary>
internal static class FieldLines
{
    public static IReadOnlyList<Difference> Differences(FieldForm yours, FieldForm theirs, Language language)
    {
        var count = Math.Max(yours.Choices.Count, theirs.Choices.Count);
        return Difference.Between(Lines(yours, count, language), Lines(theirs, count, language));
    }

    private static IEnumerable<(Text What, string Words)> Lines(FieldForm form, int choices, Language language) =>
    [
        (FieldSettingTexts.NameChinese, form.NameChinese), (FieldSettingTexts.NameEnglish, form.NameEnglish),
        (FieldSettingTexts.Type, FieldTypes.Find(form.Type) is { } type ? FieldSettingTexts.TypeName(type).In(language) : form.Type),
        (FieldSettingTexts.Position, form.Position), (FieldSettingTexts.Least, form.Least), (FieldSettingTexts.Most, form.Most), (FieldSettingTexts.Initial, Initial(form, language)),
        (FieldSettingTexts.Required, YesNo(form.Required, language)), (FieldSettingTexts.Searchable, YesNo(form.Searchable, language)),
        .. Enumerable.Range(0, choices).Select(at => (FieldSettingTexts.Choice.With(at + 1), at < form.Choices.Count ? Words(form.Choices[at], language) : "")),
    ];

    private static string Words(ChoiceForm choice, Language language) =>
        $"{choice.Chinese} / {choice.English}{(choice.IsRetired ? $" ({FieldSettingTexts.Retired.In(language)})" : "")}";

    /// <summary>A choice that forms begin with is stored by its id and typed by its name.</summary>
    private static string Initial(FieldForm form, Language language) =>
        form.Choices.FirstOrDefault(choice => choice.Id != 0 && choice.Id.ToString() == form.Initial || choice.Chinese == form.Initial || choice.English == form.Initial) is { } choice && form.Initial.Length > 0
            ? new Text(choice.Chinese, choice.English).In(language)
            : form.Initial;

    private static string YesNo(bool yes, Language language) => (yes ? EditTexts.Yes : EditTexts.No).In(language);
}
