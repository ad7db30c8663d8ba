using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Contracts;

/// <summary>
/// What a feature keeps of customers, for merging two of them and taking that back. Every table with a column
/// <c>customer_id</c> belongs to exactly one of these; a test reads the catalogs of both databases and says which does not.
/// </summary>
internal interface ICustomerRows
{
    /// <summary>Lookup tables before the tables that say what they hold.</summary>
    IReadOnlyList<CustomerTable> Tables { get; }

    /// <summary>Locks that whoever writes these tables holds, in the order in which they are always taken.</summary>
    IReadOnlyList<string> Locks => [];

    /// <summary>Before any row moves: settles what both have and only one can keep.</summary>
    void BeforeMerge(DatabaseSession session, long survivor, long merged)
    {
    }

    /// <summary>After all rows have moved: works out anew what stands in one row a customer.</summary>
    void AfterMerge(DatabaseSession session, long survivor)
    {
    }

    /// <summary>After all rows stand where they stood before.</summary>
    void AfterUndo(DatabaseSession session, IReadOnlyList<long> customers)
    {
    }
}
