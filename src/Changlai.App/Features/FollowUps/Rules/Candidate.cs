using Changlai.App.Features.FollowUps.Model;

namespace Changlai.App.Features.FollowUps.Rules;

/// <summary>A follow-up that could be: an occasion whose ideal day falls into the horizon. It has no day yet.</summary>
/// <param name="Step">Index into <see cref="ActivePlans.Steps"/>.</param>
/// <param name="AnchorOn">Day number of the trigger: the order, the expected purchase, the day of silence.</param>
internal readonly record struct Candidate(int Step, Occasion Occasion, int AnchorOn, ValueAtStake Value);

/// <summary>An occasion that makes no follow-up, and why.</summary>
internal readonly record struct Excluded(int Step, Occasion Occasion, int AnchorOn, Exclusion Why);

internal enum Exclusion : byte
{
    None,
    DoNotContact,
    PhoneRefused,
    PhoneWrong,
    OpenComplaint,
    NewOrder,
    SameDayOrder,
    PlanOff,
    Returned,
    Bought,
    NoLongerDue,
    ChannelRefused,
}

internal static class Exclusions
{
    private static readonly string[] Codes =
        ["none", "do-not-contact", "phone-refused", "phone-wrong", "open-complaint", "new-order", "same-day-order", "plan-off", "returned", "bought", "no-longer-due", "channel-refused"];

    public static string Code(this Exclusion why) => Codes[(int)why];
}
