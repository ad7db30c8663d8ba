using Changlai.App.Features.Platform.Contracts.Imports;
using Changlai.App.Features.Platform.Contracts.Tables;

namespace Changlai.App.Features.Orders.Import;

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

    /// <summary>The lines of the sample in the file.</summary>
    public IReadOnlyList<int> SampleLines { get; init; } = [];

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
