using Changlai.App.Features.Customers.Contracts.Segments;
using Changlai.App.Features.Customers.Segments.Model;

namespace Changlai.App.Tests.Features.Customers.Segments;

/// <summary>Rules drawn from a seed that every field and every question takes part in.</summary>
internal sealed class RandomRules(IReadOnlyList<SegmentField> fields, IReadOnlyDictionary<string, string[]> choices, DateOnly today, int seed)
{
    private readonly Random random = new(seed);

    public SegmentGroup Rule() => Group(1);

    public SegmentCondition Condition() => Condition(fields[random.Next(fields.Count)]);

    public SegmentCondition Condition(SegmentField field)
    {
        var questions = SegmentOperator.Of(field);
        var question = questions[random.Next(questions.Count)];
        return new SegmentCondition(field.Code, question.Code, Values(field, question));
    }

    private SegmentGroup Group(int depth) => new((GroupMatch)random.Next(3),
        [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => depth < SegmentLimits.Depth && random.Next(3) == 0 ? Group(depth + 1) : (SegmentRule)Condition())]);

    private string[] Values(SegmentField field, SegmentOperator question) => question.Operand switch
    {
        OperandKind.None => [],
        OperandKind.Text => [((string[])["李", "a", "A", "明", "'", "%", "_", "\\", "海", "师"])[random.Next(10)]],
        OperandKind.Number => Numbers(question.Count, field.Unit is null ? 5 : 60),
        OperandKind.Decimal => [.. Enumerable.Range(0, question.Count).Select(_ => random.Next(-20, 41) / 4m).Order().Select(number => number.ToString("0.###", System.Globalization.CultureInfo.InvariantCulture))],
        OperandKind.Amount => [random.Next(6) == 0 ? "USD" : "CNY", .. Numbers(question.Count, 400)],
        OperandKind.Days => Numbers(question.Count, 120),
        OperandKind.Date => [.. Enumerable.Range(0, question.Count).Select(_ => today.AddDays(random.Next(-150, 60))).Order().Select(day => day.ToString("yyyy-MM-dd"))],
        OperandKind.Choice => Chosen(choices.GetValueOrDefault(field.Code) ?? [.. field.Options.Select(option => option.Value)]),
        _ => throw new InvalidOperationException(),
    };

    private string[] Numbers(int count, int most) => [.. Enumerable.Range(0, count).Select(_ => random.Next(most + 1)).Order().Select(number => number.ToString())];

    private string[] Chosen(string[] values) => [.. values.OrderBy(_ => random.Next()).Take(random.Next(1, Math.Min(3, values.Length) + 1))];
}
