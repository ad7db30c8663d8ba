using Changlai.App.Features.Customers.Contracts.Segments;
using Changlai.App.Features.Customers.Segments.Model;
using Changlai.Core.Calendars;

namespace Changlai.App.Features.Customers.Segments.Query;

/// <summary>The day a segment is asked for.</summary>
/// <param name="Zone">Where days begin, for what is stored as an instant.</param>
internal sealed record SegmentDay(DateOnly Today, TimeZoneInfo Zone);

/// <summary>
/// Turns a rule into one SQL condition. What is not known makes a condition false and its opposite true, on both databases
/// alike: "not" is carried inward to the single conditions, where <c>IS NOT TRUE</c> takes care of NULL. Values are parameters.
/// </summary>
/// <param name="customer">SQL for the customer's id in the query around it.</param>
/// <param name="inward">Whether rows of a history are looked for customer by customer (EXISTS), or listed once (IN).</param>
internal sealed class SegmentSql(IReadOnlyDictionary<string, SegmentField> fields, SegmentDay day, bool isSqlite, string customer = "customer.customer_id", bool inward = true)
{
    private readonly List<(string Name, object? Value)> values = [];
    private bool asksForToday;

    /// <summary>Keeps SQLite from walking an index in an order that makes every other lookup a jump.</summary>
    public bool AvoidsIndexes { get; init; }

    /// <summary>Prefix of parameter names, where two conditions stand in one statement.</summary>
    public string Prefix { get; init; } = "v";

    public IEnumerable<(string Name, object? Value)> Values => asksForToday ? values.Append(("today", day.Today)) : values;

    public string Of(SegmentRule rule, bool negated = false) => rule switch
    {
        SegmentGroup { Rules.Count: 0 } group => (group.Match != GroupMatch.Any) != negated ? "true" : "false",
        SegmentGroup group when group.Rules.Count == 1 => Of(group.Rules[0], negated != (group.Match == GroupMatch.None)),
        // not (a or b) is not a and not b; not (a and b) is not a or not b.
        SegmentGroup { Match: GroupMatch.None } group => Joined(group, !negated, negated ? " OR " : " AND "),
        SegmentGroup group => Joined(group, negated, (group.Match == GroupMatch.All) != negated ? " AND " : " OR "),
        SegmentCondition condition => OfCondition(condition, negated),
        _ => throw new InvalidOperationException("Unknown rule."),
    };

    /// <summary>The condition alone on the rows of its summary or history, for finding those few customers first.</summary>
    public string TestOf(SegmentCondition condition) => Test(fields[condition.Field], condition);

    private string Joined(SegmentGroup group, bool negated, string between) => $"({string.Join(between, group.Rules.Select(part => Of(part, negated)))})";

    private string OfCondition(SegmentCondition condition, bool negated)
    {
        var field = fields[condition.Field];
        var (plain, opposite) = Plain(condition);
        var holds = negated == opposite;
        var test = Test(field, plain);
        if (field.History is not { } history) return holds ? $"({test})" : $"(({test}) IS NOT TRUE)";
        var where = history.Where is { } all ? $"{all} AND ({test})" : $"({test})";
        var found = inward
            ? $"EXISTS (SELECT 1 FROM {history.From} WHERE {history.Customer} = {customer} AND {where})"
            : $"{customer} IN (SELECT {history.Customer} FROM {history.From} WHERE {where})";
        return holds ? found : $"NOT {found}";
    }

    /// <summary>The condition as a question that a row can answer, and whether the opposite was asked.</summary>
    public static (SegmentCondition Plain, bool Opposite) Plain(SegmentCondition condition) => condition.Operator switch
    {
        SegmentOperator.NoneOf => (condition with { Operator = SegmentOperator.AnyOf }, true),
        SegmentOperator.Unknown => (condition with { Operator = SegmentOperator.Known }, true),
        SegmentOperator.No => (condition with { Operator = SegmentOperator.Yes }, true),
        _ => (condition, false),
    };

    private string Test(SegmentField field, SegmentCondition condition)
    {
        var expression = AvoidsIndexes && (field.Summary is not null || inward && field.History is not null) && field.Kind != SegmentFieldKind.YesNo ? "+" + field.Expression : field.Expression;
        if (condition.Operator == SegmentOperator.Known) return $"{field.Expression} IS NOT NULL";
        return field.Kind switch
        {
            SegmentFieldKind.Text => OfText(field.Expression, condition),
            SegmentFieldKind.Number => OfNumber(expression, condition.Operator, [.. condition.Values.Select(long.Parse)]),
            SegmentFieldKind.Decimal => OfNumber(expression, condition.Operator, [.. condition.Values.Select(value => SegmentCheck.Thousandths(value)!.Value)]),
            SegmentFieldKind.Money => $"{field.Currency} = {Value(condition.Values[0])} AND {OfNumber(expression, condition.Operator, [.. condition.Values.Skip(1).Select(long.Parse)])}",
            SegmentFieldKind.Day => OfDays(field, expression, SegmentDays.RangeOf(condition.Operator, condition.Values, day.Today)),
            SegmentFieldKind.Choice => OfChoice(field, expression, condition.Values),
            SegmentFieldKind.YesNo => OfYesNo(field),
            SegmentFieldKind.AnnualDay => OfAnnualDay(expression, day.Today, day.Today.AddDays(int.Parse(condition.Values[0]))),
            _ => throw new InvalidOperationException("Unknown kind of field."),
        };
    }

    /// <summary>Letters of A to Z count as their small ones, on both databases; others as they are.</summary>
    private string OfText(string expression, SegmentCondition condition)
    {
        var small = isSqlite ? $"lower({expression})" : $"lower({expression} COLLATE \"C\")";
        var at = isSqlite ? "instr" : "strpos";
        var value = Value(new string([.. condition.Values[0].Select(letter => letter is >= 'A' and <= 'Z' ? (char)(letter + 32) : letter)]));
        return condition.Operator switch
        {
            SegmentOperator.Contains => $"{at}({small}, {value}) > 0",
            SegmentOperator.Starts => $"{at}({small}, {value}) = 1",
            SegmentOperator.Is => $"{small} = {value}",
            _ => throw new InvalidOperationException("Unknown question about a text."),
        };
    }

    private string OfNumber(string expression, string question, IReadOnlyList<long> numbers) => question switch
    {
        SegmentOperator.AtLeast => $"{expression} >= {Value(numbers[0])}",
        SegmentOperator.AtMost => $"{expression} <= {Value(numbers[0])}",
        SegmentOperator.Between => $"{expression} BETWEEN {Value(numbers[0])} AND {Value(numbers[1])}",
        SegmentOperator.Is => $"{expression} = {Value(numbers[0])}",
        _ => throw new InvalidOperationException("Unknown question about a number."),
    };

    /// <summary>The condition that a day lies in a range.</summary>
    public string OfDays(SegmentField field, string expression, DayRange range)
    {
        // An instant belongs to the day in which it lies: from the first moment of one to before the first of the next.
        var from = range.From is { } first ? $"{expression} >= {Value(field.IsInstant ? StoreDay.StartOf(first, day.Zone) : first)}" : null;
        var to = range.To is not { } last ? null
            : field.IsInstant ? $"{expression} < {Value(StoreDay.StartOf(last.AddDays(1), day.Zone))}"
            : $"{expression} <= {Value(last)}";
        return string.Join(" AND ", new[] { from, to }.OfType<string>());
    }

    private string OfChoice(SegmentField field, string expression, IReadOnlyList<string> chosen) => field.Values switch
    {
        SegmentValues.Bits => $"({field.Expression} & {Value(chosen.Aggregate(0L, (bits, value) => bits | long.Parse(value)))}) <> 0",
        SegmentValues.Flag => $"{expression} IN ({string.Join(", ", chosen.Select(value => Value(value == SegmentOption.Yes.Value)))})",
        SegmentValues.Path => $"({string.Join(" OR ", chosen.Select(path => OfPath(expression, path)))})",
        SegmentValues.Id => $"{expression} IN ({string.Join(", ", chosen.Select(value => Value(long.Parse(value))))})",
        _ => $"{expression} IN ({string.Join(", ", chosen.Select(Value))})",
    };

    /// <summary>The path itself, and what lies below it: between its own slash and the letter after a slash.</summary>
    private string OfPath(string expression, string path) => $"{expression} = {Value(path)} OR {expression} >= {Value(path + '/')} AND {expression} < {Value(path + '0')}";

    private string OfYesNo(SegmentField field)
    {
        asksForToday |= field.Expression.Contains("@today", StringComparison.Ordinal);
        return AvoidsIndexes && field.ChangesOn is { } column ? field.Expression.Replace(column, "+" + column, StringComparison.Ordinal) : field.Expression;
    }

    public string OfAnnualDay(string expression, DateOnly first, DateOnly last) => string.Join(" OR ", AnnualDays.Within(first, last)
        .Select(range => $"{expression} BETWEEN {Value((long)range.First)} AND {Value((long)range.Last)}").DefaultIfEmpty("false"));

    private string Value(object value)
    {
        var name = $"{Prefix}{values.Count}";
        values.Add((name, value));
        return "@" + name;
    }
}
