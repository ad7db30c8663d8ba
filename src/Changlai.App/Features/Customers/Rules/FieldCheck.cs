using System.Globalization;
using Changlai.App.Features.Customers.Contracts;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Rules;

/// <summary>Reads what was typed into a field that the organisation defined. Pure.</summary>
internal static class FieldCheck
{
    public const int LongestText = 500;
    private const decimal LargestNumber = 1_000_000_000_000m;

    /// <returns>The value, nothing when nothing was typed, or what is wrong and would be right.</returns>
    public static (FieldValue? Value, Text? Problem) Read(CustomerField field, IReadOnlyList<string> typed)
    {
        var written = typed.Select(one => one.Trim()).Where(one => one.Length > 0).ToList();
        if (written.Count == 0) return field.Required ? (null, FieldTexts.Missing.With(field.Name)) : (null, null);
        return field.Type switch
        {
            FieldType.Text => ReadText(field, typed[0].Trim()),
            FieldType.Number => ReadNumber(field, written[0]),
            FieldType.Date => ReadDay(field, written[0]),
            FieldType.Choice or FieldType.Choices => ReadChoices(field, written),
            FieldType.YesNo => written[0] is "true" or "false" ? (new FieldValue(Yes: written[0] == "true"), null) : (null, FieldTexts.YesOrNo.With(field.Name)),
            _ => throw new InvalidOperationException($"Unknown type {field.Type}."),
        };
    }

    /// <summary>A number as people type it, in thousandths; null when it is none or has more than three decimals.</summary>
    public static long? Number(string typed)
    {
        var plain = FullWidth.Fold(typed).Replace(",", "", StringComparison.Ordinal).Trim();
        return decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && Math.Abs(number) <= LargestNumber && number * 1000 == decimal.Truncate(number * 1000) ? (long)(number * 1000) : null;
    }

    public static DateOnly? Day(string typed) =>
        DateOnly.TryParseExact(FullWidth.Fold(typed).Trim(), ["yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d", "yyyy年M月d日"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static (FieldValue?, Text?) ReadText(CustomerField field, string typed)
    {
        var least = field.Least is null ? 0 : int.Parse(field.Least);
        var most = field.Most is null ? LongestText : int.Parse(field.Most);
        return typed.Length < least || typed.Length > most
            ? (null, FieldTexts.Length.With(field.Name, least, most, typed.Length))
            : (new FieldValue(Text: typed), null);
    }

    private static (FieldValue?, Text?) ReadNumber(CustomerField field, string typed)
    {
        if (Number(typed) is not { } milli) return (null, FieldTexts.NoNumber.With(field.Name));
        return field.Least is { } least && milli < Number(least) || field.Most is { } most && milli > Number(most)
            ? (null, Range(field))
            : (new FieldValue(Milli: milli), null);
    }

    private static (FieldValue?, Text?) ReadDay(CustomerField field, string typed)
    {
        if (Day(typed) is not { } day) return (null, FieldTexts.NoDay.With(field.Name));
        return field.Least is { } least && day < Day(least) || field.Most is { } most && day > Day(most)
            ? (null, Range(field))
            : (new FieldValue(Day: day), null);
    }

    private static (FieldValue?, Text?) ReadChoices(CustomerField field, List<string> typed)
    {
        var chosen = typed.Select(one => long.TryParse(one, out var id) && field.Choices.Any(choice => choice.Id == id) ? id : 0).Distinct().ToList();
        return chosen.Contains(0) || field.Type == FieldType.Choice && chosen.Count > 1
            ? (null, FieldTexts.NotOffered.With(field.Name))
            : (new FieldValue { Choices = [.. field.Choices.Select(choice => choice.Id).Where(chosen.Contains)] }, null);
    }

    private static Text Range(CustomerField field) => (field.Least, field.Most) switch
    {
        (null, { } most) => FieldTexts.AtMost.With(field.Name, most),
        ({ } least, null) => FieldTexts.AtLeast.With(field.Name, least),
        var (least, most) => FieldTexts.Between.With(field.Name, least, most),
    };

    /// <summary>The field's name is a text of both languages itself.</summary>
    private static Text With(this Text sentence, Text name, params object?[] values) => new(
        string.Format(CultureInfo.InvariantCulture, sentence.Chinese, [name.Chinese, .. values]),
        string.Format(CultureInfo.InvariantCulture, sentence.English, [name.English, .. values]));
}

/// <summary>What is wrong with a value, and what would be right.</summary>
internal static class FieldTexts
{
    public static readonly Text Missing = new("请填写“{0}”。", "“{0}” is needed.");
    public static readonly Text Length = new("“{0}”应有 {1} 到 {2} 个字，现在是 {3} 个。", "“{0}” takes {1} to {2} characters; these are {3}.");
    public static readonly Text NoNumber = new("“{0}”应是数字，最多三位小数，例如 12.5。", "“{0}” takes a number with at most three decimals, such as 12.5.");
    public static readonly Text NoDay = new("“{0}”应是日期，例如 2026-11-22。", "“{0}” takes a date such as 2026-11-22.");
    public static readonly Text NotOffered = new("“{0}”的选项不在列表里，请重新选择。", "“{0}” has no such choice; please choose one of the list.");
    public static readonly Text YesOrNo = new("“{0}”请选是或否。", "“{0}” takes yes or no.");
    public static readonly Text AtMost = new("“{0}”不能大于 {1}。", "“{0}” is at most {1}.");
    public static readonly Text AtLeast = new("“{0}”不能小于 {1}。", "“{0}” is at least {1}.");
    public static readonly Text Between = new("“{0}”应在 {1} 到 {2} 之间。", "“{0}” lies between {1} and {2}.");
}
