using Changlai.App.Features.Orders.Contracts;

namespace Changlai.App.Tests.Features.Orders.Contracts;

public sealed class PurchaseRhythmTests
{
    [Fact]
    public void Two_boxes_of_thirty_days_are_used_up_on_day_sixty()
    {
        var rhythm = PurchaseRhythm.From([1000], supplyDays: 60);

        (rhythm.NextPurchaseOn, rhythm.Basis).ShouldBe((1060, RhythmBasis.Product));
    }

    [Fact]
    public void Without_a_product_that_runs_out_two_purchases_tell_nothing()
    {
        var rhythm = PurchaseRhythm.From([1000, 1020], supplyDays: 0);

        (rhythm.NextPurchaseOn, rhythm.Basis, rhythm.TypicalDays).ShouldBe((null, RhythmBasis.None, PurchaseRhythm.UnknownTypicalDays));
    }

    [Fact]
    public void From_three_purchases_on_the_own_intervals_count_and_the_product_weighs_as_one_of_them()
    {
        // Intervals 20 and 30, median 25; the product says 60: (25 × 2 + 60) / 3 = 36.67.
        var rhythm = PurchaseRhythm.From([1000, 1020, 1050], supplyDays: 60);

        (rhythm.NextPurchaseOn, rhythm.Basis, rhythm.TypicalDays).ShouldBe((1050 + 37, RhythmBasis.Personal, 37));
    }

    [Fact]
    public void One_long_holiday_does_not_slow_the_rhythm() => PurchaseRhythm.From([1000, 1020, 1040, 1240, 1260], supplyDays: 0).TypicalDays.ShouldBe(20);

    [Fact]
    public void Silence_begins_after_the_own_eightieth_percentile()
    {
        // Intervals 50, 60, 70, 80, 100: the 80th percentile is at position 3.2, so 80 + 0.2 × 20 = 84; day 85 is later.
        PurchaseRhythm.From([1000, 1050, 1110, 1180, 1260, 1360], supplyDays: 0).SilentAfterDays.ShouldBe(85);
    }

    [Theory]
    [InlineData(new[] { 1000 }, 7)]
    [InlineData(new[] { 1000, 1007, 1014, 1021 }, 7)]
    [InlineData(new[] { 1000, 1001, 1002 }, 0)]
    public void Nobody_is_silent_before_day_forty_five(int[] days, int supplyDays) => PurchaseRhythm.From(days, supplyDays).SilentAfterDays.ShouldBe(45);

    [Fact]
    public void With_few_purchases_silence_begins_after_one_and_a_half_supplies() => PurchaseRhythm.From([1000], supplyDays: 61).SilentAfterDays.ShouldBe(92);
}
