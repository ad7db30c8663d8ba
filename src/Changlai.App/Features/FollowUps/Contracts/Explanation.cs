using Changlai.App.Features.Orders.Contracts;
using Changlai.Core.Values;

namespace Changlai.App.Features.FollowUps.Contracts;

/// <summary>One occasion of a customer and what became of it.</summary>
/// <param name="State">A stored state, or <c>excluded</c> when a rule kept it from becoming a follow-up.</param>
/// <param name="WhyState">What became of it and why, in a sentence.</param>
internal sealed record ExplainedOccasion(
    string Plan, string Step, string Occasion, DateOnly EarliestOn, DateOnly IdealOn, DateOnly LatestOn, string State, DateOnly? DueOn,
    Text WhyOccasion, Text WhyState, Text? Stake, long? ValueMinor);

/// <summary>Every occasion of a customer within the horizon, what became of it, and the facts it rests on.</summary>
/// <param name="Currency">Of the customer's store; empty for a customer of none.</param>
internal sealed record Explanation(long CustomerId, DateOnly Day, string Currency, PurchaseHistory History, IReadOnlyList<ExplainedOccasion> Occasions);
