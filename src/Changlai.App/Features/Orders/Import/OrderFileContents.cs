using Changlai.App.Features.Platform.Contracts.Tables;
using Changlai.Core.Values;

namespace Changlai.App.Features.Orders.Import;

/// <summary>One accepted line. The integers are places in the lists of <see cref="OrderFileContents"/>; −1 is none.</summary>
/// <param name="LineNumber">Its line in the file, counted from 1 with the headings.</param>
/// <param name="Order">Place in the order numbers.</param>
/// <param name="Customer">Place in the customers.</param>
/// <param name="Product">Place in the products.</param>
/// <param name="Store">Place in the stores.</param>
/// <param name="Staff">Place in the staff.</param>
/// <param name="OrderedAt">Wall clock of the shop; kind unspecified.</param>
/// <param name="QuantityMilli">Thousandths; negative when goods came back.</param>
/// <param name="UnitPriceMinor">Price of one in minor units, rounded; the amount was worked out from the exact one.</param>
/// <param name="AmountMinor">Amount of the line in minor units; as the file has it, else quantity × price. Negative with the quantity.</param>
/// <param name="Cancelled">
/// A negative quantity, a cancellation's order number, or a state that says so. In the last two cases the quantity can be positive.
/// </param>
internal readonly record struct OrderFileLine(
    int LineNumber, int Order, int Customer, int Product, int Store, int Staff,
    DateTime OrderedAt, long QuantityMilli, long UnitPriceMinor, long AmountMinor, bool Cancelled);

/// <summary>A customer of a file.</summary>
/// <param name="Key"><c>n:</c> and the number; without a number <c>p:</c> and the phone in E.164; without either <c>m:</c> and the name.</param>
/// <param name="Number">The normalised number.</param>
/// <param name="Name">The first name seen, as written.</param>
/// <param name="Phone">The first usable phone seen, in E.164.</param>
internal sealed record OrderFileCustomer(string Key, string? Number, string? Name, string? Phone);

/// <summary>A product of a file.</summary>
/// <param name="Code">The normalised code; where there is none, the normalised name.</param>
/// <param name="Name">The first name seen, as written; the code where there was none.</param>
/// <param name="Category">The first category seen, as written.</param>
internal sealed record OrderFileProduct(string Code, string Name, string? Category);

/// <summary>A line that was not taken.</summary>
/// <param name="Line">Its line in the file.</param>
/// <param name="Reason">Stable code of the reason.</param>
/// <param name="Heading">The column at fault; empty when the line as a whole is.</param>
/// <param name="Value">What the column had, shortened.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="WhatWouldBeRight">What would be right.</param>
/// <param name="Cells">The whole line, each cell shortened.</param>
internal sealed record RejectedRow(
    int Line, string Reason, string Heading, string Value, Text Message, Text WhatWouldBeRight, IReadOnlyList<string> Cells);

/// <summary>What an order file says. With a <see cref="Problem"/> nothing of it may be taken.</summary>
internal sealed record OrderFileContents
{
    /// <summary>Why the file cannot be taken at all; null when it can.</summary>
    public TableProblem? Problem { get; init; }

    public string Encoding { get; init; } = "";

    /// <summary>The character between cells; null for a workbook.</summary>
    public char? Delimiter { get; init; }

    /// <summary>Every heading of the file.</summary>
    public IReadOnlyList<string> AllHeadings { get; init; } = [];

    /// <summary>The fields recognised, with their headings.</summary>
    public IReadOnlyDictionary<OrderField, string> Headings { get; init; } = new Dictionary<OrderField, string>();

    /// <summary>The first rows as they are, each cell shortened, for people to look at.</summary>
    public IReadOnlyList<IReadOnlyList<string>> SampleRows { get; init; } = [];

    public DateForm? DateForm { get; init; }

    /// <summary>The currency that the file names; null when it names none.</summary>
    public string? Currency { get; init; }

    /// <summary>
    /// Whether the file has no order numbers, so that the lines of one customer on one day are one order. Then the order
    /// numbers are the customer's key and the day, <c>n:17850 2010-12-01</c>.
    /// </summary>
    public bool OrderNumbersDerived { get; init; }

    public IReadOnlyList<string> OrderNumbers { get; init; } = [];

    public IReadOnlyList<OrderFileCustomer> Customers { get; init; } = [];

    public IReadOnlyList<OrderFileProduct> Products { get; init; } = [];

    public IReadOnlyList<string> Stores { get; init; } = [];

    public IReadOnlyList<string> Staff { get; init; } = [];

    /// <summary>The accepted lines in file order.</summary>
    public OrderFileLines Lines { get; init; } = new();

    /// <summary>Rows with anything in them, headings apart.</summary>
    public long Rows { get; init; }

    /// <summary>Lines not taken, by code of the reason.</summary>
    public IReadOnlyDictionary<string, long> Rejected { get; init; } = new Dictionary<string, long>(StringComparer.Ordinal);

    /// <summary>The first of the lines not taken.</summary>
    public IReadOnlyList<RejectedRow> FirstRejected { get; init; } = [];
}
