using Changlai.Core.Planning;
using FsCheck;
using FsCheck.Fluent;

namespace Changlai.Core.Tests.Planning;

public sealed class SpacingRuleTests
{
    private static readonly SpacingRule ThreeApartTwoAWeek = new(LeastGapDays: 3, MostInStretch: 2, StretchDays: 7);

    [Theory]
    [InlineData(102, SpacingVerdict.TooClose)]
    [InlineData(98, SpacingVerdict.TooClose)]
    [InlineData(100, SpacingVerdict.TooClose)]
    [InlineData(103, SpacingVerdict.Free)]
    [InlineData(97, SpacingVerdict.Free)]
    public void Monday_may_be_followed_by_Thursday_but_not_by_Wednesday(int day, SpacingVerdict verdict) =>
        ThreeApartTwoAWeek.Check([100], day).ShouldBe(verdict);

    [Theory]
    [InlineData(106, SpacingVerdict.TooMany)]
    [InlineData(107, SpacingVerdict.Free)]
    [InlineData(97, SpacingVerdict.TooMany)]
    [InlineData(96, SpacingVerdict.Free)]
    public void A_third_one_waits_until_seven_days_hold_two_again(int day, SpacingVerdict verdict) =>
        ThreeApartTwoAWeek.Check([100, 103], day).ShouldBe(verdict);

    [Fact]
    public void A_day_between_two_that_are_far_enough_from_it_may_still_be_too_many() =>
        ThreeApartTwoAWeek.Check([100, 106], 103).ShouldBe(SpacingVerdict.TooMany);

    [Fact]
    public void The_verdict_is_that_of_looking_at_every_stretch_of_days()
    {
        var small = Gen.Choose(1, 6);
        var cases =
            from gap in Gen.Choose(0, 4)
            from most in small
            from stretch in small
            from taken in Gen.Choose(0, 25).ListOf()
            from day in Gen.Choose(0, 25)
            select (Rule: new SpacingRule(gap, most, stretch), Taken: taken.ToArray(), Day: day);

        Prop.ForAll(cases.ToArbitrary(), one => one.Rule.Check(one.Taken, one.Day) == BruteForce(one.Rule, one.Taken, one.Day)).QuickCheckThrowOnFailure();
    }

    private static SpacingVerdict BruteForce(SpacingRule rule, int[] taken, int day)
    {
        if (taken.Any(other => Math.Abs(other - day) < rule.LeastGapDays)) return SpacingVerdict.TooClose;
        int[] all = [.. taken, day];
        var stretches = Enumerable.Range(day - rule.StretchDays + 1, rule.StretchDays);
        return stretches.Any(start => all.Count(one => one >= start && one < start + rule.StretchDays) > rule.MostInStretch)
            ? SpacingVerdict.TooMany
            : SpacingVerdict.Free;
    }
}
