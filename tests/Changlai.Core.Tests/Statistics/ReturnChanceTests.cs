using Changlai.Core.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace Changlai.Core.Tests.Statistics;

public sealed class ReturnChanceTests
{
    [Theory]
    [InlineData(1, 30, 0, 0.5)]
    [InlineData(1, 30, 30, 2 / 3.0)]
    [InlineData(4, 30, 0, 0.2)]
    [InlineData(4, 30, 60, 0.5)]
    public void The_formula_worked_by_hand(int purchases, double typicalDays, double elapsedDays, double lost) =>
        ReturnChance.Lost(purchases, typicalDays, elapsedDays).ShouldBe(lost, 1e-12);

    [Fact]
    public void It_is_a_chance_that_grows_with_silence_and_falls_with_purchases()
    {
        var cases =
            from purchases in Gen.Choose(1, 200)
            from typical in Gen.Choose(1, 400)
            from elapsed in Gen.Choose(0, 2000)
            select (purchases, typical, elapsed);

        Prop.ForAll(cases.ToArbitrary(), one =>
        {
            var lost = ReturnChance.Lost(one.purchases, one.typical, one.elapsed);
            return lost > 0 && lost <= 1
                && ReturnChance.Lost(one.purchases, one.typical, one.elapsed + 1) >= lost
                && ReturnChance.Lost(one.purchases + 1, one.typical, one.elapsed) <= lost;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Days_before_the_last_purchase_count_as_none() => ReturnChance.Lost(2, 30, -5).ShouldBe(ReturnChance.Lost(2, 30, 0));

    [Theory]
    [InlineData(0, 30)]
    [InlineData(1, 0)]
    public void Without_a_purchase_or_an_interval_there_is_no_chance_to_tell(int purchases, double typicalDays) =>
        Should.Throw<ArgumentOutOfRangeException>(() => ReturnChance.Lost(purchases, typicalDays, 10));
}
