using Changlai.App.Features.Customers.Contracts.Segments;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Contracts;

/// <summary>Names the products that a need can be about.</summary>
internal interface INeedProducts
{
    /// <summary>By code or whole name, as somebody typed it; null when there is none or more than one.</summary>
    NeedProduct? Find(DatabaseSession session, string typed);

    /// <summary>For segments to find them by part of their name.</summary>
    ISegmentChoices Choices { get; }

    /// <summary>For a form to offer.</summary>
    IReadOnlyList<NeedProduct> Offered(DatabaseSession session);
}

public sealed record NeedProduct(long Id, string Name);
