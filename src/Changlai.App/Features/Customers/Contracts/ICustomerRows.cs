using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Values;

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

    /// <summary>What the law wants kept of a customer who is erased.</summary>
    IReadOnlyList<RetainedRecords> Retainable(DatabaseSession session, long customerId) => [];

    /// <summary>Before everything of a customer is deleted: keeps what is retainable, without saying whose it was.</summary>
    void Retain(DatabaseSession session, long customerId)
    {
    }

    /// <summary>After the rows of <see cref="Tables"/> are gone: what else there is of the customer goes too, such as copies kept for undoing.</summary>
    void Erase(DatabaseSession session, long customerId)
    {
    }

    /// <summary>After all rows stand where they stood before.</summary>
    void AfterUndo(DatabaseSession session, IReadOnlyList<long> customers)
    {
    }
}

/// <summary>Records that stay after an erasure, leading to nobody.</summary>
/// <param name="Ground">The law that wants them kept.</param>
internal sealed record RetainedRecords(Text Called, long Count, Text Ground);
