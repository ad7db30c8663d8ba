using Changlai.App.Features.FollowUps.Rules;

namespace Changlai.App.Tests.Features.FollowUps.Rules;

public sealed class HoldoutTests
{
    private const int Customers = 100_000;

    [Theory]
    [InlineData(5)]
    [InlineData(10)]
    [InlineData(50)]
    public void About_the_wished_share_is_held_out(int percent)
    {
        // Five standard errors of a share of 100,000 draws are below one per cent.
        var share = Enumerable.Range(1, Customers).Count(id => Holdout.Holds(id, "win-back", percent)) / (double)Customers;
        share.ShouldBe(percent / 100.0, 0.008);
    }

    [Fact]
    public void A_larger_share_holds_the_smaller_one() =>
        Enumerable.Range(1, 5000).Where(id => Holdout.Holds(id, "win-back", 5)).ShouldAllBe(id => Holdout.Holds(id, "win-back", 10));

    [Fact]
    public void Being_held_out_of_one_plan_says_nothing_about_another()
    {
        var both = Enumerable.Range(1, Customers).Count(id => Holdout.Holds(id, "win-back", 20) && Holdout.Holds(id, "repurchase", 20)) / (double)Customers;
        both.ShouldBe(0.04, 0.004);
    }

    [Fact]
    public void Nobody_is_held_out_of_nothing() => Enumerable.Range(1, 5000).ShouldAllBe(id => !Holdout.Holds(id, "win-back", 0));

    [Fact]
    public void The_draw_is_the_same_in_every_release() =>
        Enumerable.Range(1, 100).Where(id => Holdout.Holds(id, "win-back", 10)).ShouldBe([5, 15, 40, 45, 59, 81, 95]);
}
