using Changlai.Core.Planning;

namespace Changlai.App.Features.FollowUps.Rules;

/// <summary>When and how often a customer may be contacted: the defaults of the whole product, in this one place.</summary>
/// <param name="Spacing">Across all plans: at least three days between two follow-ups (so never two on one day), at most two in any seven days.</param>
/// <param name="ContentAgainAfterDays">The same content reaches the same customer at most once in so many days.</param>
internal sealed record ContactPolicy(SpacingRule Spacing, int ContentAgainAfterDays)
{
    public static readonly ContactPolicy Default = new(
        new SpacingRule(LeastGapDays: 3, MostInStretch: 2, StretchDays: 7), ContentAgainAfterDays: 30);

    /// <summary>Contacts older than this cannot stand in the way of a new one.</summary>
    public int MemoryDays => Math.Max(ContentAgainAfterDays, Math.Max(Spacing.LeastGapDays, Spacing.StretchDays));
}
