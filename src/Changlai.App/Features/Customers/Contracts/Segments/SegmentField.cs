using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Contracts.Segments;

/// <summary>What a field's values are, and with that which questions can be asked of it.</summary>
public enum SegmentFieldKind
{
    Text,
    Number,

    /// <summary>A number with up to three decimals, above or below nothing; the expression holds thousandths.</summary>
    Decimal,

    /// <summary>Minor units with a currency.</summary>
    Money,

    /// <summary>A calendar day, asked for absolutely or counted from today.</summary>
    Day,
    Choice,
    YesNo,

    /// <summary>A day that comes back every year, in either calendar.</summary>
    AnnualDay,
}

/// <summary>How the values of a choice are stored.</summary>
public enum SegmentValues
{
    Code,
    Id,

    /// <summary>One number holds several: each value is a bit of it.</summary>
    Bits,

    /// <summary><c>yes</c> or <c>no</c>, kept as a truth value; neither where nobody was asked.</summary>
    Flag,

    /// <summary>A path of a tree, <c>home/浙江省/杭州市</c>: a value stands for all that lies below it too.</summary>
    Path,
}

/// <summary>Rows of which a customer has many. One that fits is enough.</summary>
/// <param name="From">What stands after FROM; all its names are its own.</param>
/// <param name="Customer">Its column with the customer.</param>
/// <param name="Where">What all rows must fulfil; null for nothing.</param>
public sealed record SegmentHistory(string From, string Customer, string? Where = null)
{
    /// <summary>Whether a customer has one row at most of those that fulfil it.</summary>
    public bool IsOneRow { get; init; }

    /// <summary>Whether a customer has one row at most for each value.</summary>
    public bool IsOneRowForEachValue { get; init; }
}

/// <summary>How a sentence says that a condition holds and that it does not: <c>{0}</c> are the values, <c>{1}</c> is the field's name.</summary>
public sealed record SegmentPhrases(Text Holds, Text HoldsNot);

/// <summary>Something known of customers by which they can be chosen.</summary>
/// <param name="Code">Stable code, stored with each segment.</param>
/// <param name="Expression">
/// SQL for its value, the same for both databases: of <c>customer</c>, of <see cref="Summary"/> or of <see cref="History"/>, columns named with
/// their table; null where it is not known. A <see cref="SegmentFieldKind.YesNo"/> is a condition and may ask for <c>@today</c>.
/// An <see cref="SegmentFieldKind.AnnualDay"/> is a number as <c>AnnualDays.Code</c> makes it.
/// </param>
public sealed record SegmentField(string Code, Text Topic, Text Name, SegmentFieldKind Kind, string Expression)
{
    /// <summary>The table with one row a customer that it reads; null for <c>customer</c> itself or a history.</summary>
    public string? Summary { get; init; }

    public SegmentHistory? History { get; init; }

    /// <summary>Whether an index begins with it, so that few customers are found without reading all.</summary>
    public bool IsIndexed { get; init; }

    /// <summary>Whether it may be missing, and that may be asked for.</summary>
    public bool MayBeUnknown { get; init; }

    /// <summary>Whether it has a value even where the summary has no row: the expression takes care of that.</summary>
    public bool IsForEveryone { get; init; }

    /// <summary>A day that is stored as an instant.</summary>
    public bool IsInstant { get; init; }

    /// <summary>SQL for the currency of a <see cref="SegmentFieldKind.Money"/>.</summary>
    public string? Currency { get; init; }

    public SegmentValues Values { get; init; }

    /// <summary>What can be chosen, where that is a list.</summary>
    public IReadOnlyList<SegmentOption> Options { get; init; } = [];

    /// <summary>Finds what can be chosen, where it is too much for a list.</summary>
    internal ISegmentChoices? Choices { get; init; }

    /// <summary>Own words for a choice or a yes/no; otherwise it is said with the name.</summary>
    public SegmentPhrases? Phrases { get; init; }

    /// <summary>What a number counts, as it stands behind it.</summary>
    public Text? Unit { get; init; }

    /// <summary>For a yes/no that asks for <c>@today</c>: the day from which on its answer is another.</summary>
    public string? ChangesOn { get; init; }

    /// <summary>Whether the planner itself writes it: such a segment cannot say whom to plan for.</summary>
    public bool ComesFromPlanning { get; init; }

    /// <summary>Whether many segments ask for it, so that it is offered before all others.</summary>
    public bool IsUsual { get; init; }

    /// <summary>No longer offered; segments that ask for it go on doing so.</summary>
    public bool IsRetired { get; init; }
}
