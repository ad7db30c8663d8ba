using Changlai.App.Features.Customers.Rules;
using FsCheck;
using FsCheck.Fluent;

namespace Changlai.App.Tests.Features.Customers.Rules;

public sealed class CompletenessTests
{
    private static readonly Gen<List<CardState>> Cards =
        from known in Gen.Elements(true, false).ListOf(CardItem.All.Count)
        from weights in Gen.Choose(0, 100).ListOf(CardItem.All.Count)
        select CardItem.All.Select((item, index) => new CardState(item, weights[index], known[index])).ToList();

    private static readonly Gen<int> Purchases = Gen.Choose(0, 30);

    [Fact]
    public void Nothing_known_is_0_and_everything_known_is_100()
    {
        Completeness.Score([.. CardItem.All.Select(item => new CardState(item, item.Weight, false))]).ShouldBe(0);
        Completeness.Score([.. CardItem.All.Select(item => new CardState(item, item.Weight, true))]).ShouldBe(100);
        Completeness.Score([.. CardItem.All.Select(item => new CardState(item, 0, true))]).ShouldBe(0);
    }

    [Fact]
    public void The_score_lies_between_0_and_100_and_100_means_that_nothing_is_missing() => Prop.ForAll(Cards.ToArbitrary(), card =>
    {
        var score = Completeness.Score(card);
        score.ShouldBeInRange(0, 100);
        (score == 100).ShouldBe(card.Sum(state => state.Weight) > 0 && card.TrueForAll(state => state.IsKnown || state.Weight == 0));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Learning_one_thing_more_never_lowers_the_score() => Prop.ForAll(Cards.ToArbitrary(), card =>
    {
        var before = Completeness.Score(card);
        for (var index = 0; index < card.Count; index++)
        {
            var more = card.ToList();
            more[index] = more[index] with { IsKnown = true };
            Completeness.Score(more).ShouldBeGreaterThanOrEqualTo(before);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void At_most_three_unknown_things_are_asked_in_the_order_of_trust_and_none_too_early() =>
        Prop.ForAll(Cards.ToArbitrary(), Purchases.ToArbitrary(), (card, purchases) =>
        {
            var next = Completeness.Next(card, purchases);
            next.Count.ShouldBeLessThanOrEqualTo(3);
            next.ShouldAllBe(state => !state.IsKnown && state.Weight > 0 && state.Item.AfterPurchases <= purchases);
            next.Select(state => state.Item.Trust).ShouldBeInOrder();
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Nobody_is_asked_their_income_while_anything_else_is_unknown_or_at_first() =>
        Prop.ForAll(Cards.ToArbitrary(), Purchases.ToArbitrary(), (card, purchases) =>
        {
            if (Completeness.Next(card, purchases).All(state => state.Item.Code != CardItem.Income)) return;
            purchases.ShouldBeGreaterThanOrEqualTo(12);
            card.Count(state => !state.IsKnown && state.Weight > 0).ShouldBe(1);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_first_meeting_asks_how_to_reach_them_what_to_call_them_and_how_they_came() =>
        Completeness.Next([.. CardItem.All.Select(item => new CardState(item, item.Weight, false))], purchases: 0)
            .Select(state => state.Item.Code).ShouldBe(["phone", "called", "source"]);
}
