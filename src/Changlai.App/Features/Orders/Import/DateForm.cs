using Changlai.App.Features.Platform.Contracts.Tables;
using Changlai.Core.Values;

namespace Changlai.App.Features.Orders.Import;

/// <summary>What the order was decided by.</summary>
public enum DateEvidence
{
    /// <summary>No date left it open.</summary>
    NotNeeded,

    /// <summary>Someone said so.</summary>
    Stated,

    /// <summary>Some dates can be read in this order only.</summary>
    Decisive,

    /// <summary>Read so, the lines follow one another in time better than read otherwise.</summary>
    FileOrder,

    /// <summary>Nothing told; the usual order was taken.</summary>
    Assumed,
}

/// <summary>How the dates of a file were read, and why.</summary>
/// <param name="Order">The order of day and month.</param>
/// <param name="Evidence">What it was decided by.</param>
/// <param name="Sentence">Both in a sentence for the person who imports.</param>
internal sealed record DateForm(DateOrder Order, DateEvidence Evidence, Text Sentence);
