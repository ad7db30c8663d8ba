using System.Globalization;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Contracts.Segments;
using Changlai.App.Features.Customers.Rules;
using Changlai.App.Ui;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Segments.Model;

/// <summary>
/// Between what people type and what a rule keeps: "１，２００.50" and 120050 minor units. What cannot be read is left as it was
/// typed, and the check says what is wrong with it.
/// </summary>
internal static class SegmentInput
{
    /// <summary>The rule with its values as they are stored.</summary>
    public static SegmentGroup Stored(SegmentGroup typed, IReadOnlyDictionary<string, SegmentField> fields) => (SegmentGroup)Each(typed, condition => Stored(condition, fields));

    /// <summary>The rule with its values as they are typed.</summary>
    public static SegmentGroup Typed(SegmentGroup stored, IReadOnlyDictionary<string, SegmentField> fields) => (SegmentGroup)Each(stored, condition => Typed(condition, fields));

    /// <summary>A question that the field does not know gives way to its first; values that belonged to another question go.</summary>
    public static SegmentGroup Fitting(SegmentGroup typed, IReadOnlyDictionary<string, SegmentField> fields) => (SegmentGroup)Each(typed, condition =>
    {
        if (!fields.TryGetValue(condition.Field, out var field)) return condition;
        var question = SegmentOperator.Find(field, condition.Operator);
        if (question is null) return new SegmentCondition(field.Code, SegmentOperator.Of(field)[0].Code, []);
        if (question.Operand != OperandKind.Choice || field.Choices is not null) return condition;
        return condition with { Values = [.. condition.Values.Where(value => field.Options.Any(option => option.Value == value))] };
    });

    /// <summary>The rule without conditions that cannot be asked yet and without groups that hold nothing: what can be counted while somebody is still typing.</summary>
    public static SegmentGroup Finished(SegmentGroup stored, IReadOnlyDictionary<string, SegmentField> fields) => stored with
    {
        Rules = [.. stored.Rules.Select(rule => rule is SegmentGroup group ? Finished(group, fields) : rule)
            .Where(rule => rule is SegmentGroup { Rules.Count: > 0 } || rule is SegmentCondition condition && SegmentCheck.Problems(condition, fields).Count == 0)],
    };

    private static SegmentRule Each(SegmentRule rule, Func<SegmentCondition, SegmentCondition> change) => rule switch
    {
        SegmentGroup group => group with { Rules = [.. group.Rules.Select(part => Each(part, change))] },
        SegmentCondition condition => change(condition),
        _ => throw new InvalidOperationException("Unknown rule."),
    };

    private static SegmentCondition Stored(SegmentCondition typed, IReadOnlyDictionary<string, SegmentField> fields)
    {
        if (!fields.TryGetValue(typed.Field, out var field) || SegmentOperator.Find(field, typed.Operator) is not { } question) return typed;
        return typed with
        {
            Values = question.Operand switch
            {
                OperandKind.None => [],
                OperandKind.Text => [.. typed.Values.Take(question.Count).Select(value => value.Trim())],
                OperandKind.Number or OperandKind.Days => [.. typed.Values.Take(question.Count).Select(WholeNumber)],
                OperandKind.Decimal => [.. typed.Values.Take(question.Count).Select(value => FieldCheck.Number(value) is { } milli ? FieldValue.WriteNumber(milli) : value.Trim())],
                OperandKind.Amount => [.. typed.Values.Take(question.Count + 1).Select((value, index) => index == 0 ? value : MinorUnits(value, typed.Values[0]))],
                OperandKind.Date => [.. typed.Values.Take(question.Count).Select(value => value.Trim())],
                OperandKind.Choice => [.. typed.Values.Where(value => value.Length > 0).Distinct(StringComparer.Ordinal)],
                _ => throw new InvalidOperationException("Unknown operand."),
            },
        };
    }

    private static SegmentCondition Typed(SegmentCondition stored, IReadOnlyDictionary<string, SegmentField> fields)
    {
        if (!fields.TryGetValue(stored.Field, out var field) || SegmentOperator.Find(field, stored.Operator) is not { Operand: OperandKind.Amount }) return stored;
        return stored with { Values = [.. stored.Values.Select((value, index) => index == 0 ? value : MajorUnits(value, stored.Values[0]))] };
    }

    private static string WholeNumber(string typed)
    {
        var plain = Plain(typed);
        return plain.Length is > 0 and <= 18 && plain.All(char.IsAsciiDigit) ? plain.TrimStart('0') is { Length: > 0 } number ? number : "0" : typed.Trim();
    }

    private static string MinorUnits(string typed, string currency)
    {
        var plain = Plain(typed).TrimStart('¥', '$', '£', '€');
        return plain.Length <= 20 && decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            && Currencies.ToMinor(amount, currency) is { } minor && minor <= SegmentLimits.Number
            ? minor.ToString(CultureInfo.InvariantCulture)
            // Not a digit in front, so that what was typed is never taken for minor units.
            : "?" + typed.Trim();
    }

    private static string MajorUnits(string stored, string currency)
    {
        if (stored.StartsWith('?')) return stored[1..];
        return SegmentCheck.WholeNumber(stored, SegmentLimits.Number) is { } minor ? Currencies.ToMajor(minor, currency).ToString("0.###", CultureInfo.InvariantCulture) : stored;
    }

    private static string Plain(string typed) => FullWidth.Fold(typed).Replace(",", "").Replace("，", "").Replace(" ", "").Trim();
}
