using Changlai.App.Features.FollowUps.Model;
using Changlai.Core.Calendars;

namespace Changlai.App.Features.FollowUps.Rules;

/// <summary>What is known of an open follow-up when its outcome is told.</summary>
/// <param name="Today">The day it is in its store.</param>
/// <param name="Working">The days on which its store is open and its person works.</param>
internal sealed record TriedFollowUp(DateOnly LatestOn, DateTimeOffset? CallBackAt, int Attempts, DateOnly Today, WorkingDays Working, TimeZoneInfo Zone);

/// <summary>Where a follow-up goes after an outcome.</summary>
internal static class AfterOutcome
{
    /// <summary>So many tries without an answer are enough.</summary>
    public const int MostAttempts = 3;

    /// <summary>An agreed call-back that nobody answers may be tried again for so many days, whatever the window.</summary>
    public const int CallBackGraceDays = 7;

    public static FollowUpNow Decide(Outcome outcome, TriedFollowUp tried, DateTimeOffset? callBackAt) => outcome.Code switch
    {
        "no-answer" => TryAgain(tried),
        "call-back" => new FollowUpNow(FollowUpState.Planned, null, StoreDay.On(callBackAt!.Value, tried.Zone), callBackAt, tried.Attempts),
        "wrong-number" => Closed(FollowUpState.Skipped, "phone-wrong", tried),
        "refused" => Closed(FollowUpState.Skipped, "refused", tried),
        _ => Closed(FollowUpState.Done, null, tried),
    };

    private static FollowUpNow Closed(string state, string? reason, TriedFollowUp tried) => new(state, reason, null, null, tried.Attempts);

    private static FollowUpNow TryAgain(TriedFollowUp tried)
    {
        var attempts = tried.Attempts + 1;
        var latest = tried.LatestOn;
        if (tried.CallBackAt is { } agreed && StoreDay.On(agreed, tried.Zone).AddDays(CallBackGraceDays) is var grace && grace > latest) latest = grace;
        var given = new FollowUpNow(FollowUpState.Skipped, "no-answer", null, null, attempts);
        if (attempts >= MostAttempts || tried.Working.NextOnOrAfter(tried.Today.AddDays(1)) is not { } next || next > latest) return given;
        // A call-back keeps its hour: that is when the customer said they could talk.
        var at = tried.CallBackAt is { } hour ? StoreDay.At(next, TimeOnly.FromDateTime(StoreDay.WallClock(hour, tried.Zone)), tried.Zone) : (DateTimeOffset?)null;
        return new FollowUpNow(FollowUpState.Planned, null, next, at, attempts);
    }
}
