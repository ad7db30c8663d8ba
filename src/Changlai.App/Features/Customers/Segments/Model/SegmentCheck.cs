using System.Globalization;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Contracts.Segments;
using Changlai.App.Features.Customers.Rules;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Segments.Model;

/// <summary>Finds everything that keeps a rule from being asked. What passes compiles.</summary>
internal sealed class SegmentCheck(IReadOnlyDictionary<string, SegmentField> fields)
{
    private readonly List<SegmentProblem> problems = [];

    /// <summary>Empty when the rule can be asked.</summary>
    public static IReadOnlyList<SegmentProblem> Problems(SegmentGroup rule, IReadOnlyDictionary<string, SegmentField> fields)
    {
        var check = new SegmentCheck(fields);
        check.Look(rule, SegmentPaths.Root, 1);
        if (rule.Conditions.Skip(SegmentLimits.Conditions).Any()) check.Add(SegmentPaths.Root, SegmentProblems.TooMany, SegmentLimits.Conditions);
        return check.problems;
    }

    /// <summary>What is wrong with one condition by itself.</summary>
    public static IReadOnlyList<SegmentProblem> Problems(SegmentCondition condition, IReadOnlyDictionary<string, SegmentField> fields, string path = SegmentPaths.Root)
    {
        var check = new SegmentCheck(fields);
        check.Look(condition, path);
        return check.problems;
    }

    private void Look(SegmentGroup group, string path, int depth)
    {
        if (depth > SegmentLimits.Depth)
        {
            Add(path, SegmentProblems.TooDeep, SegmentLimits.Depth);
            return;
        }
        // An empty outermost group is everybody, which is a segment too.
        if (group.Rules.Count == 0 && path != SegmentPaths.Root) Add(path, SegmentProblems.EmptyGroup);
        foreach (var (index, part) in group.Rules.Index())
        {
            if (part is SegmentGroup inner) Look(inner, SegmentPaths.Part(path, index), depth + 1);
            else if (part is SegmentCondition condition) Look(condition, SegmentPaths.Part(path, index));
        }
    }

    private void Look(SegmentCondition condition, string path)
    {
        if (condition.Field.Length == 0)
        {
            Add(path, SegmentProblems.NoField);
            return;
        }
        if (!fields.TryGetValue(condition.Field, out var field))
        {
            Add(path, SegmentProblems.UnknownField, Short(condition.Field));
            return;
        }
        if (SegmentOperator.Find(field, condition.Operator) is not { } question)
        {
            problems.Add(new SegmentProblem(path, Said(SegmentProblems.UnknownOperator, field.Name)));
            return;
        }
        LookAtValues(field, question, condition.Values, path);
    }

    private void LookAtValues(SegmentField field, SegmentOperator question, IReadOnlyList<string> values, string path)
    {
        if (question.Operand == OperandKind.Choice)
        {
            LookAtChoice(field, values, path);
            return;
        }
        var wanted = question.Count + (question.Operand == OperandKind.Amount ? 1 : 0);
        if (values.Count != wanted)
        {
            Add(path, SegmentProblems.WrongCount, question.Count);
            return;
        }
        var operands = values;
        if (question.Operand == OperandKind.Amount)
        {
            if (!IsCurrency(values[0])) Add(path, SegmentProblems.NotCurrency, Short(values[0]));
            operands = [.. values.Skip(1)];
        }
        if (operands.Any(value => value.Length == 0))
        {
            Add(path, SegmentProblems.NoValue);
            return;
        }
        var before = problems.Count;
        foreach (var value in operands) LookAtValue(field, question.Operand, value, path);
        if (problems.Count == before && operands.Count == 2 && IsBackwards(question.Operand, operands)) Add(path, SegmentProblems.WrongOrder);
    }

    private void LookAtChoice(SegmentField field, IReadOnlyList<string> values, string path)
    {
        if (values.Count == 0) Add(path, SegmentProblems.NoValue);
        else if (values.Count > SegmentLimits.Values) Add(path, SegmentProblems.TooManyValues, SegmentLimits.Values);
        else if (values.Any(value => !IsChoice(field, value))) Add(path, SegmentProblems.UnknownChoice);
    }

    private static bool IsChoice(SegmentField field, string value) => field.Choices is null
        ? field.Options.Any(option => option.Value == value)
        : field.Values is SegmentValues.Code or SegmentValues.Path ? IsText(value) && value.Length <= SegmentLimits.CodeLength : WholeNumber(value, long.MaxValue) is not null;

    private void LookAtValue(SegmentField field, OperandKind operand, string value, string path)
    {
        switch (operand)
        {
            case OperandKind.Text when value.Length > SegmentLimits.TextLength: Add(path, SegmentProblems.TextTooLong, SegmentLimits.TextLength); break;
            case OperandKind.Text when !IsText(value): Add(path, SegmentProblems.NotText); break;
            case OperandKind.Number when WholeNumber(value, SegmentLimits.Number) is null: Add(path, SegmentProblems.NotNumber, Short(value), SegmentLimits.Number); break;
            case OperandKind.Decimal when Thousandths(value) is null: Add(path, SegmentProblems.NotDecimal, Short(value)); break;
            case OperandKind.Amount when WholeNumber(value, SegmentLimits.Number) is null: Add(path, SegmentProblems.NotAmount, Short(value)); break;
            case OperandKind.Date when Day(value) is null: Add(path, SegmentProblems.NotDay, Short(value), SegmentLimits.FirstYear, SegmentLimits.LastYear); break;
            case OperandKind.Days when WholeNumber(value, MostDays(field)) is null: Add(path, SegmentProblems.NotDays, Short(value), MostDays(field)); break;
            default: break;
        }
    }

    private static bool IsBackwards(OperandKind operand, IReadOnlyList<string> values) => operand switch
    {
        OperandKind.Date => Day(values[0]) > Day(values[1]),
        OperandKind.Decimal => Thousandths(values[0]) > Thousandths(values[1]),
        _ => WholeNumber(values[0], SegmentLimits.Number) > WholeNumber(values[1], SegmentLimits.Number),
    };

    public static long? WholeNumber(string value, long most) =>
        value.Length <= 18 && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most ? number : null;

    /// <summary>A number of up to three decimals in thousandths; only in the one form in which it is stored.</summary>
    public static long? Thousandths(string value) => FieldCheck.Number(value) is { } milli && FieldValue.WriteNumber(milli) == value ? milli : null;

    public static DateOnly? Day(string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year is >= SegmentLimits.FirstYear and <= SegmentLimits.LastYear ? day : null;

    private static int MostDays(SegmentField field) => field.Kind == SegmentFieldKind.AnnualDay ? SegmentLimits.AnnualDays : SegmentLimits.Days;

    private static bool IsCurrency(string value) => value.Length == 3 && value.All(char.IsAsciiLetterUpper);

    /// <summary>PostgreSQL takes no NUL and no half of a surrogate pair.</summary>
    private static bool IsText(string value) =>
        !value.Contains('\0') && value.EnumerateRunes().All(rune => rune != System.Text.Rune.ReplacementChar) && !value.Any(char.IsControl);

    private void Add(string path, Text words, params object?[] values) => problems.Add(new SegmentProblem(path, values.Length == 0 ? words : words.With(values)));

    private static Text Said(Text words, Text name) => new(words.In(Language.Chinese, name.Chinese), words.In(Language.English, name.English));

    private static string Short(string value) => value.Length <= 20 ? value : value[..(char.IsHighSurrogate(value[18]) ? 18 : 19)] + "…";
}
