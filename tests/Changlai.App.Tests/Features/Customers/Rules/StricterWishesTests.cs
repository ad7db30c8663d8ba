using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Rules;
using Changlai.Core.Calendars;
using FsCheck;
using FsCheck.Fluent;

namespace Changlai.App.Tests.Features.Customers.Rules;

public sealed class StricterWishesTests
{
    private static readonly DateOnly Monday = new(2026, 11, 23);

    private static readonly Gen<ContactWishes> Wishes =
        from never in Gen.Elements(true, false)
        from day in Gen.Choose(0, 5)
        from liked in Gen.Choose(0, 63)
        from refused in Gen.Choose(0, 63)
        from days in Gen.Choose(0, 127)
        from first in Gen.Elements<int?>(null, 9, 14)
        from last in Gen.Elements<int?>(null, 12, 18)
        from work in Gen.Elements(true, false)
        from consent in Gen.Elements<int?>(null, 1, 2)
        select new ContactWishes(never, never ? $"reason {day}" : null, never ? Monday.AddDays(day) : null, false, new ChannelSet(liked & ~refused), new ChannelSet(refused), Weekdays.FromBits(days),
            Hour(first), Hour(last), work,
            consent is null ? null : new DateTimeOffset(2026, 1, consent.Value, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Whatever_either_card_refuses_is_refused_whichever_stays() => Prop.ForAll(Wishes.ToArbitrary(), Wishes.ToArbitrary(), (one, other) =>
    {
        foreach (var both in (ContactWishes[])[StricterWishes.Of(one, other, false, false), StricterWishes.Of(other, one, false, false)])
        {
            both.DoNotContact.ShouldBe(one.DoNotContact || other.DoNotContact);
            both.NotAtWork.ShouldBe(one.NotAtWork || other.NotAtWork);
            both.Refused.Bits.ShouldBe(one.Refused.Bits | other.Refused.Bits);
            (both.Liked.Bits & both.Refused.Bits).ShouldBe(0);
            foreach (var channel in ContactChannel.All)
                foreach (var card in (ContactWishes[])[one, other])
                    if (card.Check(channel, Monday.ToDateTime(new TimeOnly(10, 0))) is { From: null, Why: not null })
                        both.Check(channel, Monday.ToDateTime(new TimeOnly(10, 0))).IsNow.ShouldBeFalse();
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_reason_and_its_day_are_those_of_who_said_it_first()
    {
        var first = ContactWishes.None with { DoNotContact = true, DoNotContactReason = "moved away", DoNotContactOn = Monday };
        var later = ContactWishes.None with { DoNotContact = true, DoNotContactReason = "again", DoNotContactOn = Monday.AddDays(3) };
        StricterWishes.Of(later, first, false, false).DoNotContactReason.ShouldBe("moved away");
        StricterWishes.Of(ContactWishes.None, later, false, false).DoNotContactReason.ShouldBe("again");
        StricterWishes.Of(first, ContactWishes.None, false, false).DoNotContactOn.ShouldBe(Monday);
    }

    [Fact]
    public void Days_and_hours_are_those_that_suit_both_or_those_of_the_card_that_stays()
    {
        var morning = ContactWishes.None with { PreferredWeekdays = Weekdays.Of(DayOfWeek.Monday, DayOfWeek.Tuesday), PreferredFrom = new TimeOnly(9, 0), PreferredUntil = new TimeOnly(12, 0) };
        var late = ContactWishes.None with { PreferredWeekdays = Weekdays.Of(DayOfWeek.Tuesday), PreferredFrom = new TimeOnly(11, 0) };
        var both = StricterWishes.Of(morning, late, false, false);
        (both.PreferredWeekdays, both.PreferredFrom, both.PreferredUntil).ShouldBe((Weekdays.Of(DayOfWeek.Tuesday), new TimeOnly(11, 0), new TimeOnly(12, 0)));

        var evening = ContactWishes.None with { PreferredWeekdays = Weekdays.Of(DayOfWeek.Sunday), PreferredFrom = new TimeOnly(18, 0) };
        var neither = StricterWishes.Of(morning, evening, false, false);
        (neither.PreferredWeekdays, neither.PreferredFrom, neither.PreferredUntil).ShouldBe((morning.PreferredWeekdays, morning.PreferredFrom, morning.PreferredUntil));
    }

    [Fact]
    public void A_consent_taken_back_on_either_card_is_taken_back()
    {
        var agreed = ContactWishes.None with { PrivacyConsentAt = DateTimeOffset.UnixEpoch };
        StricterWishes.Of(agreed, ContactWishes.None, withdrawn: true, phoneWrong: false).PrivacyConsentAt.ShouldBeNull();
        StricterWishes.Of(ContactWishes.None, agreed, withdrawn: false, phoneWrong: false).PrivacyConsentAt.ShouldBe(DateTimeOffset.UnixEpoch);
    }

    private static TimeOnly? Hour(int? hour) => hour is null ? null : new TimeOnly(hour.Value, 0);
}
