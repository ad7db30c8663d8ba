namespace Changlai.App.Features.Customers.Rules;

/// <summary>How much a card tells, and what to ask next. Pure.</summary>
internal static class Completeness
{
    public const int Questions = 3;

    /// <summary>0 for an empty card to 100 for a full one, by weight; rounded so that only a full card has 100.</summary>
    public static int Score(IReadOnlyList<CardState> states)
    {
        var whole = states.Sum(state => state.Weight);
        return whole == 0 ? 0 : states.Where(state => state.IsKnown).Sum(state => state.Weight) * 100 / whole;
    }

    /// <summary>
    /// At most three, in the order trust allows. What weighs nothing is not asked. Income comes up only with somebody
    /// who buys for long and of whom everything else is known.
    /// </summary>
    public static IReadOnlyList<CardState> Next(IReadOnlyList<CardState> states, int purchases)
    {
        var unknown = states.Where(state => !state.IsKnown && state.Weight > 0).ToList();
        return
        [
            .. unknown.Where(state => state.Item.AfterPurchases <= purchases && (state.Item.Code != CardItem.Income || unknown.Count == 1))
                .OrderBy(state => state.Item.Trust).Take(Questions),
        ];
    }
}
