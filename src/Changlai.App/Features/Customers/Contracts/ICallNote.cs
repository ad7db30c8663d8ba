using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Contracts;

/// <summary>What another feature wants in sight before anybody dials.</summary>
internal interface ICallNote
{
    IReadOnlyList<CallNote> Read(DatabaseSession session, long customerId, DateOnly today);
}

/// <param name="IsWarning">Whoever calls must know it first.</param>
/// <param name="Href">Where it opens.</param>
public sealed record CallNote(Text Words, bool IsWarning, string? Href);
