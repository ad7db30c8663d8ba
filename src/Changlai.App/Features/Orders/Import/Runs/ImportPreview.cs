using Changlai.App.Features.Orders.Recording;
using Changlai.Core.Values;

namespace Changlai.App.Features.Orders.Import.Runs;

/// <summary>What a file would do, shown before anybody says yes.</summary>
public sealed record ImportPreview
{
    public required string Encoding { get; init; }

    /// <summary>The character between cells; null for a workbook.</summary>
    public char? Delimiter { get; init; }

    public IReadOnlyList<string> Headings { get; init; } = [];

    /// <summary>Field code to the heading it was found under.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public IReadOnlyList<IReadOnlyList<string>> SampleRows { get; init; } = [];
    public Text? Dates { get; init; }
    public DateOrder? DateOrder { get; init; }
    public DateEvidence? DateEvidence { get; init; }
    public bool OrderNumbersDerived { get; init; }
    public long Lines { get; init; }
    public IReadOnlyList<RejectedRow> FirstRejected { get; init; } = [];
    public required ImportCounts Counts { get; init; }

    internal static ImportPreview Of(OrderFileContents contents, ImportCounts counts) => new()
    {
        Encoding = contents.Encoding,
        Delimiter = contents.Delimiter,
        Headings = contents.AllHeadings,
        Fields = contents.Headings.ToDictionary(pair => pair.Key.Code(), pair => pair.Value, StringComparer.Ordinal),
        SampleRows = contents.SampleRows,
        Dates = contents.DateForm?.Sentence,
        DateOrder = contents.DateForm?.Order,
        DateEvidence = contents.DateForm?.Evidence,
        OrderNumbersDerived = contents.OrderNumbersDerived,
        Lines = contents.Lines.Count,
        FirstRejected = contents.FirstRejected,
        Counts = counts,
    };
}

/// <summary>The figures of an import, beforehand and afterwards.</summary>
public sealed record ImportCounts
{
    public long Rows { get; init; }
    public int Orders { get; init; }
    public int OrderLines { get; init; }
    public int Returns { get; init; }
    public int ReturnLines { get; init; }
    public int Customers { get; init; }
    public int NewCustomers { get; init; }
    public int Products { get; init; }

    /// <summary>Orders and returns together, by what becomes of them; null when the file was too long to compare beforehand.</summary>
    public ImportChanges? Changes { get; init; }

    /// <summary>Lines not taken, by code of the reason.</summary>
    public IReadOnlyDictionary<string, long> Rejected { get; init; } = new Dictionary<string, long>(StringComparer.Ordinal);

    public long RejectedLines => Rejected.Values.Sum();

    /// <summary>How long it took; null beforehand.</summary>
    public double? Seconds { get; init; }

    internal static ImportCounts Of(OrderImportReport report, double? seconds = null)
    {
        var recorded = report.Recorded;
        return new ImportCounts
        {
            Rows = report.Rows,
            Orders = recorded.Orders,
            OrderLines = recorded.OrderLines,
            Returns = recorded.Returns,
            ReturnLines = recorded.ReturnLines,
            Customers = recorded.Customers,
            NewCustomers = recorded.NewCustomers,
            Products = recorded.Products,
            Changes = new ImportChanges(recorded.New, recorded.Updated, recorded.Unchanged),
            Rejected = report.Rejected,
            Seconds = seconds,
        };
    }

    /// <summary>What a file says, without comparing it with what is stored.</summary>
    internal static ImportCounts Of(OrderFileContents contents)
    {
        var grouped = new BatchOrders(
            new OrderBatch(contents.Lines, contents.OrderNumbers, contents.Customers, contents.Products, contents.Stores, contents.Staff), []);
        var (orders, returns) = (grouped.Orders.Where(order => !order.IsReturn).ToList(), grouped.Orders.Where(order => order.IsReturn).ToList());
        return new ImportCounts
        {
            Rows = contents.Rows,
            Orders = orders.Count,
            OrderLines = orders.Sum(order => order.LineCount),
            Returns = returns.Count,
            ReturnLines = returns.Sum(order => order.LineCount),
            Customers = contents.Customers.Count,
            Products = contents.Products.Count,
            Rejected = contents.Rejected,
        };
    }
}

public sealed record ImportChanges(int New, int Updated, int Unchanged);
