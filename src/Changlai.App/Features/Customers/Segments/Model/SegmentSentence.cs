using Changlai.App.Features.Customers.Contracts.Segments;
using Changlai.App.Ui;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Segments.Model;

/// <summary>Says in a sentence whom a rule chooses.</summary>
/// <param name="fields">All fields by code.</param>
/// <param name="names">Names of chosen values that no list holds, by field and value.</param>
internal sealed class SegmentSentence(IReadOnlyDictionary<string, SegmentField> fields, IReadOnlyDictionary<(string Field, string Value), Text> names)
{
    /// <summary>So many chosen values are named; the rest are counted.</summary>
    private const int NamedValues = 5;

    public Text Of(SegmentGroup rule)
    {
        if (rule.Rules.Count == 0) return rule.Match == GroupMatch.All ? SegmentWords.Everybody : SegmentWords.Nobody;
        return Filled(SegmentWords.Whole, Inside(rule));
    }

    private Text Inside(SegmentGroup group)
    {
        var parts = group.Rules.Select(rule => rule is SegmentGroup inner ? Inner(inner) : OfCondition((SegmentCondition)rule)).ToList();
        return group.Match switch
        {
            GroupMatch.All => Joined(parts, SegmentWords.And),
            GroupMatch.Any => Joined(parts, SegmentWords.Or),
            GroupMatch.None => Filled(SegmentWords.Not, Joined(parts, SegmentWords.Or)),
            _ => throw new InvalidOperationException("Unknown match."),
        };
    }

    private Text Inner(SegmentGroup group) => group switch
    {
        { Rules.Count: 0 } => SegmentWords.Unfinished,
        { Match: GroupMatch.None } or { Rules.Count: 1 } => Inside(group),
        _ => Filled(SegmentWords.Grouped, Inside(group)),
    };

    private Text OfCondition(SegmentCondition condition)
    {
        if (!fields.TryGetValue(condition.Field, out var field) || SegmentOperator.Find(field, condition.Operator) is not { } question) return SegmentWords.Unfinished;
        if (field.Phrases is { } phrases)
        {
            if (question.Code is SegmentOperator.AnyOf or SegmentOperator.Yes) return Filled(phrases.Holds, Chosen(field, condition.Values), field.Name);
            if (question.Code is SegmentOperator.NoneOf or SegmentOperator.No) return Filled(phrases.HoldsNot, Chosen(field, condition.Values), field.Name);
        }
        return question.Operand == OperandKind.Choice
            ? Filled(question.Says, field.Name, Chosen(field, condition.Values))
            : Filled(question.Says, [field.Name, .. Values(field, question, condition.Values)]);
    }

    private static IEnumerable<Text> Values(SegmentField field, SegmentOperator question, IReadOnlyList<string> values)
    {
        if (question.Operand == OperandKind.Amount)
            return values.Skip(1).Select(value => SegmentCheck.WholeNumber(value, SegmentLimits.Number) is { } minor && values[0].Length == 3 ? Same(Formats.Money(minor, values[0])) : Same(value));
        var last = question.Count - 1;
        return values.Select((value, index) => question.Operand switch
        {
            OperandKind.Date when SegmentCheck.Day(value) is { } day => new Text(" " + Formats.Date(day, Language.Chinese), Formats.Date(day, Language.English)),
            OperandKind.Number when index == last && field.Unit is { } unit => new Text($"{value} {unit.Chinese}", $"{value} {unit.English}"),
            _ => Same(value),
        });
    }

    private Text Chosen(SegmentField field, IReadOnlyList<string> values)
    {
        var shown = values.Take(NamedValues).Select(value => NameOf(field, value)).ToList();
        var words = Joined(shown, SegmentWords.OrValue);
        return values.Count > NamedValues ? Filled(SegmentWords.AndMore, words, Same((values.Count - NamedValues).ToString())) : words;
    }

    private Text NameOf(SegmentField field, string value) =>
        field.Options.FirstOrDefault(option => option.Value == value)?.InSentence
        ?? (names.TryGetValue((field.Code, value), out var name) ? name : SegmentWords.Gone);

    private static Text Same(string words) => new(words, words);

    private static Text Joined(IReadOnlyList<Text> parts, Text between) =>
        new(string.Join(between.Chinese, parts.Select(part => part.Chinese)), string.Join(between.English, parts.Select(part => part.English)));

    private static Text Filled(Text text, params Text[] values) => new(
        text.In(Language.Chinese, [.. values.Select(value => (object)value.Chinese)]), text.In(Language.English, [.. values.Select(value => (object)value.English)]));
}

/// <summary>What joins the parts of a sentence.</summary>
internal static class SegmentWords
{
    public static readonly Text Everybody = new("所有客户", "All customers");
    public static readonly Text Nobody = new("没有客户", "No customers");
    public static readonly Text Whole = new("{0}的客户", "Customers with: {0}");
    public static readonly Text And = new("，且", ", and ");
    public static readonly Text Or = new("，或", ", or ");
    public static readonly Text OrValue = new("或", " or ");
    public static readonly Text Not = new("不符合（{0}）", "not ({0})");
    public static readonly Text Grouped = new("（{0}）", "({0})");
    public static readonly Text AndMore = new("{0}等（另 {1} 项）", "{0} or {1} more");
    public static readonly Text Unfinished = new("（未填完）", "(unfinished)");
    public static readonly Text Gone = new("（已不存在）", "(no longer there)");
}
