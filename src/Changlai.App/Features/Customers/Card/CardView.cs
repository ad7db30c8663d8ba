namespace Changlai.App.Features.Customers.Card;

/// <summary>What of a card is asked for.</summary>
/// <param name="Kind">The one kind the timeline is narrowed to; null for all.</param>
/// <param name="Before">Where the timeline goes on; null for its newest.</param>
internal sealed record CardView(string? Kind, string? Before)
{
    /// <summary>A note that was typed and could not be kept.</summary>
    public string? Note { get; init; }

    public string? NoteProblem { get; init; }

    /// <summary>A reason to see them in full that could not be taken.</summary>
    public Privacy.RevealTyped? Reveal { get; init; }
}
