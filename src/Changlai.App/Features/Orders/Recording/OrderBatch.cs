using Changlai.App.Features.Orders.Import;

namespace Changlai.App.Features.Orders.Recording;

/// <summary>
/// Order lines on their way into the database, with what they name held once: a line's numbers index the lists.
/// </summary>
internal sealed record OrderBatch(
    OrderFileLines Lines,
    IReadOnlyList<string> OrderNumbers,
    IReadOnlyList<OrderFileCustomer> Customers,
    IReadOnlyList<OrderFileProduct> Products,
    IReadOnlyList<string> Stores,
    IReadOnlyList<string> Staff);

/// <summary>How a batch is to be read.</summary>
/// <param name="Source">Name of the system the numbers come from: order 7 of the till is not order 7 of the web shop.</param>
/// <param name="Store">Store of lines that name none; null takes the only store there is, or makes one.</param>
/// <param name="TimeZone">Time zone of stores that are new; null takes the default.</param>
/// <param name="Currency">Currency of stores that are new; null takes the default.</param>
/// <param name="OnlyThisStore">Turn down orders whose number is known as an order of another store, or whose customer is another store's: whoever answers for one store alone must not change another's.</param>
internal sealed record RecordingOptions(string Source, string? Store = null, string? TimeZone = null, string? Currency = null, bool OnlyThisStore = false);

/// <summary>What came of a batch.</summary>
internal sealed record RecordingReport
{
    public int Orders { get; set; }

    public int OrderLines { get; set; }

    public int Returns { get; set; }

    public int ReturnLines { get; set; }

    public int Customers { get; set; }

    public int NewCustomers { get; set; }

    public int Products { get; set; }

    public int New { get; set; }

    public int Updated { get; set; }

    public int Unchanged { get; set; }

    /// <summary>Lines whose order number already belongs to another customer in the same batch.</summary>
    public List<int> LinesOfAnotherCustomer { get; } = [];

    /// <summary>Lines whose order number is known as an order of another store.</summary>
    public List<int> LinesOfAnotherStore { get; } = [];

    /// <summary>Lines whose customer is known as another store's.</summary>
    public List<int> LinesOfAnotherStoresCustomer { get; } = [];

    /// <summary>Of customers who asked to be erased.</summary>
    public List<int> LinesOfErased { get; } = [];
}
