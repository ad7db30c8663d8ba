using Changlai.App.Features.Customers.Contracts.Segments;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Segments.Model;

/// <summary>What a question's values are.</summary>
public enum OperandKind
{
    None,
    Text,
    Number,
    Decimal,
    Amount,
    Date,

    /// <summary>A count of days.</summary>
    Days,
    Choice,
}

/// <summary>A question that can be asked of a kind of field.</summary>
/// <param name="Code">Stable code, stored with each condition.</param>
/// <param name="Name">How the builder calls it.</param>
/// <param name="Says">How a sentence says it: {0} the field, {1} and {2} the values.</param>
/// <param name="Count">How many values it takes; of a choice at least so many.</param>
public sealed record SegmentOperator(string Code, Text Name, Text Says, OperandKind Operand, int Count)
{
    public const string Contains = "contains", Starts = "starts", Is = "is", AtLeast = "at-least", AtMost = "at-most", Between = "between",
        DaysAgo = "days-ago", WithinPast = "within-past", LongerAgo = "longer-ago", WithinNext = "within-next", Before = "before", From = "from",
        AnyOf = "any-of", NoneOf = "none-of", Yes = "yes", No = "no", Known = "known", Unknown = "unknown";

    private static readonly SegmentOperator[] Knowing =
    [
        new(Known, new("已登记", "is known"), new("有{0}", "{0} known"), OperandKind.None, 0),
        new(Unknown, new("没有登记", "is not known"), new("没有{0}", "{0} not known"), OperandKind.None, 0),
    ];

    private static readonly SegmentOperator[] Texts =
    [
        new(Contains, new("含有", "contains"), new("{0}含有“{1}”", "{0} contains “{1}”"), OperandKind.Text, 1),
        new(Starts, new("开头是", "begins with"), new("{0}以“{1}”开头", "{0} begins with “{1}”"), OperandKind.Text, 1),
        new(Is, new("是", "is"), new("{0}是“{1}”", "{0} is “{1}”"), OperandKind.Text, 1),
    ];

    private static readonly SegmentOperator[] Numbers = OfNumbers(OperandKind.Number);
    private static readonly SegmentOperator[] Decimals = OfNumbers(OperandKind.Decimal);
    private static readonly SegmentOperator[] Amounts = OfNumbers(OperandKind.Amount);

    private static readonly SegmentOperator[] Days =
    [
        new(WithinPast, new("最近几天内", "in the last … days"), new("{0}在最近 {1} 天内", "{0} in the last {1} days"), OperandKind.Days, 1),
        new(DaysAgo, new("在几天到几天前", "from … to … days ago"), new("{0}在 {1} 到 {2} 天前", "{0} {1} to {2} days ago"), OperandKind.Days, 2),
        new(LongerAgo, new("早于几天前", "more than … days ago"), new("{0}早于 {1} 天前", "{0} more than {1} days ago"), OperandKind.Days, 1),
        new(WithinNext, new("今后几天内", "in the next … days"), new("{0}在今后 {1} 天内", "{0} in the next {1} days"), OperandKind.Days, 1),
        new(Between, new("在两个日期之间", "between two dates"), new("{0}在{1}至{2}", "{0} between {1} and {2}"), OperandKind.Date, 2),
        new(Before, new("早于某一天", "before a date"), new("{0}早于{1}", "{0} before {1}"), OperandKind.Date, 1),
        new(From, new("从某一天起", "on or after a date"), new("{0}在{1}或以后", "{0} on or after {1}"), OperandKind.Date, 1),
    ];

    private static readonly SegmentOperator[] Choices =
    [
        new(AnyOf, new("是其中之一", "is one of"), new("{0}是{1}", "{0} is {1}"), OperandKind.Choice, 1),
        new(NoneOf, new("不是", "is none of"), new("{0}不是{1}", "{0} is not {1}"), OperandKind.Choice, 1),
    ];

    private static readonly SegmentOperator[] YesNo =
    [
        new(Yes, new("是", "yes"), new("{0}", "{0}"), OperandKind.None, 0),
        new(No, new("否", "no"), new("并非{0}", "not {0}"), OperandKind.None, 0),
    ];

    private static readonly SegmentOperator[] Annual =
    [
        new(WithinNext, new("今后几天内", "in the next … days"), new("{0}在今后 {1} 天内", "{0} in the next {1} days"), OperandKind.Days, 1),
    ];

    /// <summary>The questions that can be asked of a field, the usual first.</summary>
    public static IReadOnlyList<SegmentOperator> Of(SegmentField field)
    {
        var own = field.Kind switch
        {
            SegmentFieldKind.Text => Texts,
            SegmentFieldKind.Number => Numbers,
            SegmentFieldKind.Decimal => Decimals,
            SegmentFieldKind.Money => Amounts,
            SegmentFieldKind.Day => Days,
            SegmentFieldKind.Choice => Choices,
            SegmentFieldKind.YesNo => YesNo,
            SegmentFieldKind.AnnualDay => Annual,
            _ => throw new InvalidOperationException("Unknown kind of field."),
        };
        return field.MayBeUnknown ? [.. own, .. Knowing] : own;
    }

    public static SegmentOperator? Find(SegmentField field, string code) => Of(field).FirstOrDefault(one => one.Code == code);

    private static SegmentOperator[] OfNumbers(OperandKind operand) =>
    [
        new(AtLeast, new("至少", "at least"), new("{0}至少 {1}", "{0} at least {1}"), operand, 1),
        new(AtMost, new("至多", "at most"), new("{0}至多 {1}", "{0} at most {1}"), operand, 1),
        new(Between, new("在两者之间", "between"), new("{0}在 {1} 到 {2} 之间", "{0} between {1} and {2}"), operand, 2),
        new(Is, new("等于", "exactly"), new("{0}等于 {1}", "{0} exactly {1}"), operand, 1),
    ];
}
