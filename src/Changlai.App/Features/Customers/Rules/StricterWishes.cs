using Changlai.App.Features.Customers.Contracts;
using Changlai.Core.Calendars;

namespace Changlai.App.Features.Customers.Rules;

/// <summary>
/// The wishes of two cards of one person as one: whatever either of them refuses is refused, and nothing that is asked of us
/// on one card is lost because the other does not say it.
/// </summary>
internal static class StricterWishes
{
    /// <param name="one">Wishes of the card that stays; where neither is stricter, they hold.</param>
    /// <param name="withdrawn">Whether on either card a privacy consent was taken back last.</param>
    /// <param name="phoneWrong">Whether the number that will be dialled is known to be wrong.</param>
    public static ContactWishes Of(ContactWishes one, ContactWishes other, bool withdrawn, bool phoneWrong)
    {
        var refused = new ChannelSet(one.Refused.Bits | other.Refused.Bits);
        var (from, until) = Hours(one, other);
        var never = Never(one, other);
        return new ContactWishes(
            one.DoNotContact || other.DoNotContact, never?.DoNotContactReason, never?.DoNotContactOn, phoneWrong,
            new ChannelSet((one.Liked.Bits | other.Liked.Bits) & ~refused.Bits), refused, Days(one.PreferredWeekdays, other.PreferredWeekdays), from, until,
            one.NotAtWork || other.NotAtWork, withdrawn ? null : Earlier(one.PrivacyConsentAt, other.PrivacyConsentAt));
    }

    /// <summary>The card that was told first not to contact.</summary>
    private static ContactWishes? Never(ContactWishes one, ContactWishes other) =>
        !one.DoNotContact ? other.DoNotContact ? other : null
        : !other.DoNotContact || one.DoNotContactOn is not { } day || other.DoNotContactOn is not { } otherDay || day <= otherDay ? one : other;

    /// <summary>Days that suit both; where none does, those of the card that stays.</summary>
    private static Weekdays Days(Weekdays one, Weekdays other)
    {
        if (one.Count == 0 || other.Count == 0) return one.Count == 0 ? other : one;
        var both = Weekdays.FromBits(one.Bits & other.Bits);
        return both.Count == 0 ? one : both;
    }

    /// <summary>Hours that suit both; where none does, those of the card that stays.</summary>
    private static (TimeOnly? From, TimeOnly? Until) Hours(ContactWishes one, ContactWishes other)
    {
        var from = one.PreferredFrom is null || other.PreferredFrom > one.PreferredFrom ? other.PreferredFrom ?? one.PreferredFrom : one.PreferredFrom;
        var until = one.PreferredUntil is null || other.PreferredUntil < one.PreferredUntil ? other.PreferredUntil ?? one.PreferredUntil : one.PreferredUntil;
        return from is not null && until is not null && from >= until ? (one.PreferredFrom, one.PreferredUntil) : (from, until);
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other ?? one : one;
}
