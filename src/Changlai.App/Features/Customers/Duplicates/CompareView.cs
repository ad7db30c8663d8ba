using Changlai.App.Features.Customers.Contracts;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Duplicates;

/// <summary>Two cards side by side.</summary>
/// <param name="Keep">Which card is proposed to stay.</param>
/// <param name="For">What speaks for one customer, in words.</param>
public sealed record CompareView(
    ComparedCard Low, ComparedCard High, long Keep, int Score, IReadOnlyList<Text> For, IReadOnlyList<Text> Against, IReadOnlyList<ComparedField> Fields,
    IReadOnlyList<ComparedRows> Rows, IReadOnlyList<string> WishesAfter, bool IsToldApart)
{
    /// <summary>What is wrong with what was sent; null when nothing is.</summary>
    public Text? Problem { get; init; }

    /// <summary>Where both have a photo, of which one can stay.</summary>
    public ComparedPhotos? Photos { get; init; }
}

/// <param name="Wishes">In words, line by line.</param>
public sealed record ComparedCard(long Id, int Version, string Name, string? Store, int Orders, IReadOnlyList<string> Wishes);

/// <summary>One field as both cards have it.</summary>
/// <param name="Chosen"><c>low</c>, <c>high</c> or <c>both</c>.</param>
public sealed record ComparedField(string Code, Text Name, string Low, string High, bool IsMany, bool Differs, string Chosen);

/// <param name="Chosen"><c>low</c> or <c>high</c>.</param>
public sealed record ComparedPhotos(CustomerPhoto Low, CustomerPhoto High, string Chosen);

/// <summary>How many rows of a kind each of the two has.</summary>
public sealed record ComparedRows(Text Name, long Low, long High);
