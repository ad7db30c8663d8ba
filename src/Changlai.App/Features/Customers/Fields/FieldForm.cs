using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Rules;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Fields;

/// <summary>A field's definition as typed, and what is wrong with it.</summary>
public sealed record FieldForm
{
    public string Type { get; init; } = FieldType.Text.Code();
    public string NameChinese { get; init; } = "";
    public string NameEnglish { get; init; } = "";
    public bool Required { get; init; }
    public bool Searchable { get; init; }
    public string Least { get; init; } = "";
    public string Most { get; init; } = "";
    public string Initial { get; init; } = "";
    public string Position { get; init; } = "";
    public int Version { get; init; }

    /// <summary>Those there are, with their ids, then blank ones for new.</summary>
    public IReadOnlyList<ChoiceForm> Choices { get; init; } = [];

    /// <summary>By field name.</summary>
    public IReadOnlyDictionary<string, Text> Errors { get; init; } = new Dictionary<string, Text>(StringComparer.Ordinal);

    public const int MostChoices = 30;
    private const int BlankChoices = 3;
    private const int LongestName = 40;

    public static FieldForm Of(CustomerField field) => new()
    {
        Type = field.Type.Code(),
        NameChinese = field.Name.Chinese,
        NameEnglish = field.Name.English,
        Required = field.Required,
        Searchable = field.Searchable,
        Least = field.Least ?? "",
        Most = field.Most ?? "",
        Initial = field.Initial ?? "",
        Position = field.Position.ToString(),
        Version = field.Version,
        Choices = [.. field.Choices.Select(choice => new ChoiceForm(choice.Id, choice.Name.Chinese, choice.Name.English, choice.IsRetired))],
    };

    /// <summary>With room for more choices.</summary>
    public IReadOnlyList<ChoiceForm> Offered =>
        [.. Choices, .. Enumerable.Repeat(new ChoiceForm(0, "", "", false), Math.Min(BlankChoices, Math.Max(0, MostChoices - Choices.Count)))];

    /// <summary>The definition; null when something is wrong, which the form then says.</summary>
    /// <param name="before">What is stored; null for a new field.</param>
    /// <param name="isUsed">Whether customers hold values of it: then its type and being searched stay as they are.</param>
    public (CustomerField? Field, FieldForm Form) Check(CustomerField? before, bool isUsed)
    {
        var errors = new Dictionary<string, Text>(StringComparer.Ordinal);
        var type = FieldTypes.Find(Type);
        if (type is null || isUsed && type != before!.Type) errors["type"] = FieldSettingTexts.TypeStays;
        var (chinese, english) = (NameChinese.Trim(), NameEnglish.Trim());
        if (chinese.Length is 0 or > LongestName) errors["nameChinese"] = FieldSettingTexts.NameNeeded.With(LongestName);
        if (english.Length is 0 or > LongestName) errors["nameEnglish"] = FieldSettingTexts.NameNeeded.With(LongestName);
        if (!int.TryParse(Position, out var position) || position is < 0 or > 9999) errors["position"] = FieldSettingTexts.PositionNeeded;
        var choices = CheckChoices(type, errors);
        var field = new CustomerField(before?.Id ?? 0, type ?? FieldType.Text, new Text(chinese, english), Required, isUsed ? before!.Searchable : Searchable && IsSearched(type),
            Bound(Least, type, "least", errors), Bound(Most, type, "most", errors), null, position, before?.IsRetired ?? false, Version)
        {
            Choices = choices,
        };
        if (errors.Count == 0 && IsEmptyRange(field)) errors["most"] = FieldSettingTexts.EmptyRange;
        if (errors.Count == 0) field = field with { Initial = CheckInitial(field, errors) };
        return errors.Count == 0 ? (field, this) : (null, this with { Errors = errors });
    }

    private static bool IsSearched(FieldType? type) => type is FieldType.Text or FieldType.Number;

    private List<FieldChoice> CheckChoices(FieldType? type, Dictionary<string, Text> errors)
    {
        if (type?.HasChoices() != true) return [];
        var choices = Choices.Where(choice => choice.Id != 0 || (choice.Chinese + choice.English).Trim().Length > 0)
            .Select(choice => new FieldChoice(choice.Id, new Text(choice.Chinese.Trim(), choice.English.Trim()), choice.IsRetired)).ToList();
        if (choices.TrueForAll(choice => choice.IsRetired)) errors["choices"] = FieldSettingTexts.ChoiceNeeded;
        else if (choices.Exists(choice => choice.Name.Chinese.Length is 0 or > LongestName || choice.Name.English.Length is 0 or > LongestName)) errors["choices"] = FieldSettingTexts.ChoiceNames.With(LongestName);
        else if (choices.Count > MostChoices) errors["choices"] = FieldSettingTexts.ManyChoices.With(MostChoices);
        else if (choices.DistinctBy(choice => choice.Name.Chinese, StringComparer.Ordinal).Count() < choices.Count) errors["choices"] = FieldSettingTexts.SameChoice;
        return choices;
    }

    private static string? Bound(string typed, FieldType? type, string name, Dictionary<string, Text> errors)
    {
        var plain = FullWidth.Fold(typed).Trim();
        if (plain.Length == 0 || type?.HasRange() != true) return null;
        switch (type)
        {
            case FieldType.Text when int.TryParse(plain, out var length) && length is > 0 and <= FieldCheck.LongestText:
                return length.ToString();
            case FieldType.Number when FieldCheck.Number(plain) is { } milli:
                return FieldValue.WriteNumber(milli);
            case FieldType.Date when FieldCheck.Day(plain) is { } day:
                return day.ToString("yyyy-MM-dd");
            default:
                errors[name] = type == FieldType.Text ? FieldSettingTexts.LengthBound.With(FieldCheck.LongestText) : type == FieldType.Number ? FieldSettingTexts.NumberBound : FieldSettingTexts.DateBound;
                return null;
        }
    }

    private static bool IsEmptyRange(CustomerField field) => field is { Least: { } least, Most: { } most } && (field.Type switch
    {
        FieldType.Number => FieldCheck.Number(least) > FieldCheck.Number(most),
        FieldType.Date => FieldCheck.Day(least) > FieldCheck.Day(most),
        _ => int.Parse(least) > int.Parse(most),
    });

    /// <summary>What a new form begins with must be a value the field would take.</summary>
    private string? CheckInitial(CustomerField field, Dictionary<string, Text> errors)
    {
        var typed = Initial.Trim();
        if (typed.Length == 0) return null;
        if (field.Type.HasChoices())
        {
            // A new choice has no id yet, so a beginning value is named by its words.
            var named = field.Choices.FirstOrDefault(choice => choice.Id != 0 && (choice.Id.ToString() == typed || choice.Name.Chinese == typed || choice.Name.English == typed));
            if (named is null) errors["initial"] = FieldSettingTexts.InitialChoice;
            return named?.Id.ToString();
        }
        var yes = field.Type != FieldType.YesNo ? typed : typed is "是" or "yes" or "true" ? "true" : typed is "否" or "no" or "false" ? "false" : typed;
        var (value, problem) = FieldCheck.Read(field with { Required = false }, [yes]);
        if (problem is { } wrong) errors["initial"] = wrong;
        return value?.Written[0];
    }
}

/// <param name="Id">0 for a new one.</param>
public sealed record ChoiceForm(long Id, string Chinese, string English, bool IsRetired);
