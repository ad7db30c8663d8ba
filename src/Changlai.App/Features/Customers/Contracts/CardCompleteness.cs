using Changlai.App.Features.Customers.Completing;
using Changlai.App.Features.Customers.Rules;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Contracts;

/// <summary>How much is known of a customer, and the next few things worth asking.</summary>
/// <param name="Score">0 to 100.</param>
/// <param name="Ask">At most three, what is told most easily first.</param>
public sealed record CardCompleteness(int Score, IReadOnlyList<AskNext> Ask)
{
    /// <summary>Works it out from what is stored now: two small reads, nothing to keep in step.</summary>
    internal static CardCompleteness Read(DatabaseSession session, long customerId)
    {
        var (states, purchases) = CardStates.Read(session, customerId);
        return new CardCompleteness(Completeness.Score(states), [.. Completeness.Next(states, purchases).Select(state => new AskNext(state.Name, state.Question))]);
    }
}

/// <param name="Question">How to ask it.</param>
public sealed record AskNext(Text What, Text Question);
