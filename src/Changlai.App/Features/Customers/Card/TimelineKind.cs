using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Card;

/// <summary>One kind the timeline can be narrowed to.</summary>
public sealed record TimelineKind(string Code, Text Name);
