using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Contracts;

/// <summary>Finds customers by something of theirs that another feature keeps, such as an order's number.</summary>
internal interface ISearchSource
{
    /// <summary>Whole numbers only; fragments are the customer's own. What the reader may see is decided by the caller.</summary>
    IReadOnlyList<SearchFinding> Find(DatabaseSession session, string typed, int limit);
}

/// <param name="By">What it was found by, as people read it: the number.</param>
internal sealed record SearchFinding(long CustomerId, string By);
