using Changlai.App.Features.FollowUps.Model;
using Changlai.App.Features.FollowUps.Rules;
using Changlai.Core.Calendars;

namespace Changlai.App.Tests.Features.FollowUps.Rules;

public sealed class AfterOutcomeTests
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly DateOnly Monday = new(2026, 11, 23);

    [Fact]
    public void Nobody_answered_so_it_is_tried_on_the_next_working_day()
    {
        // Tuesday is closed, on Wednesdays nobody works.
        var week = Weekdays.Of(DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Thursday, DayOfWeek.Friday);
        var tried = Tried() with { Working = new WorkingDays(week, new HashSet<DateOnly> { Monday.AddDays(1) }) };

        var now = AfterOutcome.Decide(Outcome.NoAnswer, tried, null);

        (now.State, now.DueOn, now.Attempts).ShouldBe((FollowUpState.Planned, Monday.AddDays(3), 1));
    }

    [Fact]
    public void Three_tries_are_enough()
    {
        var now = AfterOutcome.Decide(Outcome.NoAnswer, Tried() with { Attempts = 2 }, null);

        (now.State, now.Reason, now.Attempts).ShouldBe((FollowUpState.Skipped, "no-answer", 3));
    }

    [Fact]
    public void On_the_last_day_of_the_window_there_is_no_next_try() =>
        AfterOutcome.Decide(Outcome.NoAnswer, Tried() with { LatestOn = Monday }, null).State.ShouldBe(FollowUpState.Skipped);

    [Fact]
    public void A_store_that_never_opens_again_ends_it() =>
        AfterOutcome.Decide(Outcome.NoAnswer, Tried() with { Working = new WorkingDays(Weekdays.None), LatestOn = DateOnly.MaxValue }, null).State.ShouldBe(FollowUpState.Skipped);

    [Fact]
    public void A_call_back_falls_on_the_day_of_the_store_even_beyond_the_window()
    {
        // 16:30 UTC is half past midnight in Shanghai.
        var at = new DateTimeOffset(2026, 12, 20, 16, 30, 0, TimeSpan.Zero);

        var now = AfterOutcome.Decide(Outcome.CallBack, Tried(), at);

        (now.State, now.DueOn, now.CallBackAt).ShouldBe((FollowUpState.Planned, new DateOnly(2026, 12, 21), at));
    }

    [Fact]
    public void A_call_back_that_nobody_answers_is_tried_the_next_day_at_the_same_hour_though_the_window_is_over()
    {
        var agreed = StoreDay.At(Monday, new TimeOnly(18, 30), Zone);

        var now = AfterOutcome.Decide(Outcome.NoAnswer, Tried() with { LatestOn = Monday.AddDays(-3), CallBackAt = agreed }, null);

        (now.DueOn, now.CallBackAt).ShouldBe((Monday.AddDays(1), agreed.AddDays(1)));
    }

    [Theory]
    [InlineData("reached", "done", null)]
    [InlineData("bought", "done", null)]
    [InlineData("complained", "done", null)]
    [InlineData("refused", "skipped", "refused")]
    [InlineData("wrong-number", "skipped", "phone-wrong")]
    public void Every_other_outcome_closes_it(string outcome, string state, string? reason)
    {
        var now = AfterOutcome.Decide(Outcome.Find(outcome)!, Tried(), null);

        (now.State, now.Reason, now.DueOn).ShouldBe((state, reason, null));
    }

    [Theory]
    [InlineData("planned", null, "2026-11-25", 1)]
    [InlineData("skipped", "客户出国了|明年再说", null, 2)]
    [InlineData("done", null, null, 0)]
    public void Where_it_stands_is_read_back_as_it_was_kept(string state, string? reason, string? due, int attempts)
    {
        var now = new FollowUpNow(state, reason, due is null ? null : DateOnly.ParseExact(due, "yyyy-MM-dd"), due is null ? null : DateTimeOffset.UnixEpoch.AddDays(20_000), attempts);

        FollowUpNow.Parse(now.Stored).ShouldBe(now);
    }

    private static TriedFollowUp Tried() => new(Monday.AddDays(5), null, 0, Monday, new WorkingDays(Weekdays.All), Zone);
}
