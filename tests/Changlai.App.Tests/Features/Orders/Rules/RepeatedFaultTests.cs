using Changlai.App.Features.Orders.Model;
using Changlai.App.Features.Orders.Rules;
using FsCheck;
using FsCheck.Fluent;

namespace Changlai.App.Tests.Features.Orders.Rules;

public sealed class RepeatedFaultTests
{
    private static readonly AlarmThreshold TwiceInNinetyDays = new(2, 90);

    [Fact]
    public void The_same_fault_again_within_the_days_raises_the_alarm()
    {
        var alarm = RepeatedFault.Of([Fact(1, "2026-01-01", "leak"), Fact(2, "2026-03-31", "leak")], TwiceInNinetyDays, 0);
        alarm.ShouldBe(new RepeatAlarm("leak", 2, new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 31)));
    }

    [Fact]
    public void A_day_too_late_or_another_fault_is_no_alarm()
    {
        RepeatedFault.Of([Fact(1, "2026-01-01", "leak"), Fact(2, "2026-04-01", "leak")], TwiceInNinetyDays, 0).ShouldBeNull();
        RepeatedFault.Of([Fact(1, "2026-01-01", "leak"), Fact(2, "2026-01-02", "noise")], TwiceInNinetyDays, 0).ShouldBeNull();
    }

    [Fact]
    public void What_was_settled_raises_it_again_only_with_a_further_repair()
    {
        RepairFact[] repairs = [Fact(1, "2026-01-01", "leak"), Fact(2, "2026-02-01", "leak")];
        RepeatedFault.Of(repairs, TwiceInNinetyDays, settledThrough: 2).ShouldBeNull();
        RepeatedFault.Of([.. repairs, Fact(3, "2026-03-01", "leak")], TwiceInNinetyDays, settledThrough: 2)!.Value.Times.ShouldBe(3);
    }

    [Fact]
    public void The_latest_alarm_is_told()
    {
        var alarm = RepeatedFault.Of(
            [Fact(1, "2026-01-01", "leak"), Fact(2, "2026-01-05", "leak"), Fact(3, "2026-02-01", "noise"), Fact(4, "2026-02-05", "noise")], TwiceInNinetyDays, 0);
        alarm!.Value.Fault.ShouldBe("noise");
    }

    [Fact]
    public void Faults_of_another_kind_are_told_apart_by_their_words()
    {
        Fault.KeyOf(Fault.Other, " 壶盖 松 ").ShouldBe(Fault.KeyOf(Fault.Other, "壶盖　松"));
        Fault.KeyOf(Fault.Other, "壶盖松").ShouldNotBe(Fault.KeyOf(Fault.Other, "壶嘴歪"));
    }

    [Fact]
    public void It_rings_exactly_when_enough_repairs_of_a_fault_lie_close_enough()
    {
        var cases =
            from repairs in (from day in Gen.Choose(0, 60) from fault in Gen.Elements("leak", "noise") select (day, fault)).ListOf()
            from times in Gen.Choose(2, 4)
            from days in Gen.Choose(7, 30)
            select (repairs, times, days);
        Prop.ForAll(cases.ToArbitrary(), one =>
        {
            var facts = one.repairs.Select((repair, index) => new RepairFact(index + 1, new DateOnly(2026, 1, 1).AddDays(repair.day), repair.fault)).ToList();
            var expected = facts.Exists(last => facts.Count(other => other.Fault == last.Fault && other.On <= last.On && last.On.DayNumber - other.On.DayNumber < one.days) >= one.times);
            return RepeatedFault.Of(facts, new AlarmThreshold(one.times, one.days), 0) is not null == expected
                && RepeatedFault.Of(Enumerable.Reverse(facts), new AlarmThreshold(one.times, one.days), 0) == RepeatedFault.Of(facts, new AlarmThreshold(one.times, one.days), 0);
        }).QuickCheckThrowOnFailure();
    }

    private static RepairFact Fact(long id, string on, string fault) => new(id, DateOnly.Parse(on), fault);
}
