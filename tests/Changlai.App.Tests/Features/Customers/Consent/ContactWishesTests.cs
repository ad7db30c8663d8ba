using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Tests.Harness;
using Changlai.Core.Calendars;

namespace Changlai.App.Tests.Features.Customers.Consent;

/// <summary>What every sending path is told when it asks.</summary>
public sealed class ContactWishesTests
{
    private static readonly DateTime Sunday = new(2026, 11, 22, 10, 0, 0);

    [Fact]
    public void Without_wishes_everything_goes_at_once()
    {
        foreach (var channel in ContactChannel.All) ContactWishes.None.Check(channel, Sunday).IsNow.ShouldBeTrue(channel.Code);
    }

    [Fact]
    public void A_refused_channel_is_closed_and_the_others_stay_open()
    {
        var wishes = ContactWishes.None with { Refused = ChannelSet.Of(ContactChannel.Sms) };
        wishes.Check(ContactChannel.Sms, Sunday).ShouldBe(ContactVerdict.Never(WishTexts.ChannelRefused));
        wishes.Check(ContactChannel.Phone, Sunday).IsNow.ShouldBeTrue();
    }

    [Fact]
    public void Who_asked_to_be_left_alone_gets_nothing_by_any_way()
    {
        foreach (var channel in ContactChannel.All)
            (ContactWishes.None with { DoNotContact = true }).Check(channel, Sunday).From.ShouldBeNull(channel.Code);
    }

    [Fact]
    public void A_wrong_number_rings_nowhere_but_a_letter_still_goes()
    {
        var wishes = ContactWishes.None with { PhoneWrong = true };
        wishes.Check(ContactChannel.Sms, Sunday).IsNow.ShouldBeFalse();
        wishes.Check(ContactChannel.Letter, Sunday).IsNow.ShouldBeTrue();
    }

    [Fact]
    public void Never_at_work_closes_the_number_at_work_alone()
    {
        var wishes = ContactWishes.None with { NotAtWork = true };
        wishes.Check(ContactChannel.Phone, Sunday, isWork: true).Why.ShouldBe(WishTexts.NotAtWork);
        wishes.Check(ContactChannel.Phone, Sunday).IsNow.ShouldBeTrue();
    }

    [Theory]
    [InlineData("2026-11-22 10:00", "2026-11-23 18:00")]
    [InlineData("2026-11-23 17:59", "2026-11-23 18:00")]
    [InlineData("2026-11-23 18:30", "2026-11-23 18:30")]
    [InlineData("2026-11-23 20:00", "2026-11-24 18:00")]
    [InlineData("2026-11-24 20:01", "2026-11-30 18:00")]
    public void A_call_waits_for_the_next_wished_hour_of_a_wished_day(string clock, string from)
    {
        var wishes = ContactWishes.None with
        {
            PreferredWeekdays = Weekdays.Parse("1-2"),
            PreferredFrom = new TimeOnly(18, 0),
            PreferredUntil = new TimeOnly(20, 0),
        };
        var verdict = wishes.Check(ContactChannel.Phone, DateTime.Parse(clock));
        (verdict.From ?? DateTime.Parse(clock)).ShouldBe(DateTime.Parse(from));
        wishes.Check(ContactChannel.Email, DateTime.Parse(clock)).IsNow.ShouldBeTrue();
    }

    [Theory, OnBothDatabases]
    public async Task A_refusal_is_stored_with_its_event_and_read_back(DatabaseKind kind)
    {
        await using var shop = await TestCustomers.OpenAsync(kind);
        var id = shop.Add("李明华", "+8613800138000");
        var at = FakeTime.On(TestCustomers.Today).GetUtcNow();
        foreach (var channel in (ContactChannel[])[ContactChannel.Sms, ContactChannel.Sms, ContactChannel.Phone, ContactChannel.Letter])
            ContactWishes.Refuse(shop.Session, new Refusal(id, channel, "sms", "TD", null, at, new DateOnly(2026, 11, 22)));

        var wishes = ContactWishes.Read(shop.Session, id)!;
        wishes.Refused.Channels.ShouldBe([ContactChannel.Phone, ContactChannel.Sms, ContactChannel.Letter]);
        wishes.DoNotContact.ShouldBeFalse();
        shop.Session.Scalar<long>("SELECT count(*) FROM consent_event").ShouldBe(4);
        shop.Session.Scalar<long>("SELECT version FROM customer").ShouldBe(5);
        ContactWishes.Read(shop.Session, 99).ShouldBeNull();
    }
}
