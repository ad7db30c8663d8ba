using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Calendars;

namespace Changlai.App.Features.Customers.Contracts;

/// <summary>
/// How a customer wishes to be contacted, and not to be. The one place that everything that calls, writes or sends must ask
/// (<see cref="Check"/>), and through which every refusal goes (<see cref="Refuse"/>).
/// </summary>
/// <param name="PreferredFrom">From this hour, in the store's day; null when none was told.</param>
/// <param name="PreferredUntil">Until this hour, not included.</param>
/// <param name="NotAtWork">Never to be called at work.</param>
public sealed record ContactWishes(
    bool DoNotContact, string? DoNotContactReason, DateOnly? DoNotContactOn, bool PhoneWrong, ChannelSet Liked, ChannelSet Refused, Weekdays PreferredWeekdays,
    TimeOnly? PreferredFrom, TimeOnly? PreferredUntil, bool NotAtWork, DateTimeOffset? PrivacyConsentAt)
{
    public static readonly ContactWishes None = new(false, null, null, false, ChannelSet.None, ChannelSet.None, Weekdays.None, null, null, false, null);

    /// <summary>Null when there is no such customer.</summary>
    internal static ContactWishes? Read(DatabaseSession session, long customerId)
    {
        using var rows = session.Read($"SELECT {Columns} FROM customer c WHERE c.customer_id = @id", ("id", customerId));
        return rows.Next() ? From(rows, 0) : null;
    }

    /// <summary>The columns of table customer (as <c>c</c>) that <see cref="From"/> reads.</summary>
    internal const string Columns = """
        c.do_not_contact, c.do_not_contact_reason, c.do_not_contact_on, c.phone_wrong, c.liked_channels, c.refused_channels, c.phone_refused, c.preferred_weekdays,
        c.preferred_from, c.preferred_until, c.not_at_work, c.privacy_consent_at
        """;

    internal static ContactWishes From(Rows rows, int at) => new(
        rows.Flag(at), rows.TextOrNull(at + 1), rows.DayOrNull(at + 2), rows.Flag(at + 3), new ChannelSet(rows.Int(at + 4)),
        new ChannelSet(rows.Int(at + 5) | (rows.Flag(at + 6) ? ContactChannel.Phone.Bit : 0)), Weekdays.FromBits(rows.Int(at + 7)),
        Hour(rows.IntOrNull(at + 8)), Hour(rows.IntOrNull(at + 9)), rows.Flag(at + 10), rows.IsNull(at + 11) ? null : rows.Instant(at + 11));

    /// <summary>Whether the customer may be reached now, or from when on, by their wishes alone.</summary>
    /// <param name="channel">How.</param>
    /// <param name="clock">The wall clock of the customer's store.</param>
    /// <param name="isWork">The number that would be dialled is that of their work.</param>
    public ContactVerdict Check(ContactChannel channel, DateTime clock, bool isWork = false)
    {
        if (DoNotContact) return ContactVerdict.Never(WishTexts.DoNotContact);
        if (Refused.Contains(channel)) return ContactVerdict.Never(WishTexts.ChannelRefused);
        var rings = channel == ContactChannel.Phone || channel == ContactChannel.Sms;
        if (rings && PhoneWrong) return ContactVerdict.Never(WishTexts.PhoneWrong);
        if (channel == ContactChannel.Phone && isWork && NotAtWork) return ContactVerdict.Never(WishTexts.NotAtWork);
        // A letter lies there until it is opened; only what rings waits for its hour.
        if (!rings && channel != ContactChannel.Visit) return ContactVerdict.Now;
        var moment = FirstMoment(clock);
        return moment == clock ? ContactVerdict.Now : new ContactVerdict(moment, WishTexts.AnotherHour);
    }

    /// <summary>The customer refuses a channel, once and for good, or any contact at all; inside the caller's transaction.</summary>
    internal static void Refuse(DatabaseSession session, Refusal refusal)
    {
        if (refusal.Channel is null)
        {
            session.Execute("""
                UPDATE customer SET do_not_contact = @yes, do_not_contact_reason = @reason, do_not_contact_on = @on, version = version + 1 WHERE customer_id = @id
                """, ("yes", true), ("reason", refusal.Wording.Length == 0 ? "refused" : refusal.Wording), ("on", refusal.On), ("id", refusal.CustomerId));
        }
        else if (refusal.Channel == ContactChannel.Phone)
        {
            session.Execute("UPDATE customer SET phone_refused = @yes, version = version + 1 WHERE customer_id = @id", ("yes", true), ("id", refusal.CustomerId));
        }
        else
        {
            session.Execute("UPDATE customer SET refused_channels = refused_channels | @bit, version = version + 1 WHERE customer_id = @id",
                ("bit", refusal.Channel.Bit), ("id", refusal.CustomerId));
        }
        ConsentEvents.Add(session, refusal.CustomerId, refusal.Channel is null ? ConsentEvents.DoNotContact : ConsentEvents.Refused, refusal.Channel, refusal.Source, refusal.Wording,
            refusal.StaffId, refusal.At);
    }

    /// <summary>The first moment from a clock on that lies on a wished day and within the wished hours.</summary>
    private DateTime FirstMoment(DateTime clock)
    {
        var day = DateOnly.FromDateTime(clock);
        for (var ahead = 0; ahead <= 7; ahead++)
        {
            var on = day.AddDays(ahead);
            if (PreferredWeekdays.Count > 0 && !PreferredWeekdays.Contains(on.DayOfWeek)) continue;
            var from = on.ToDateTime(PreferredFrom ?? TimeOnly.MinValue);
            var moment = ahead == 0 && clock > from ? clock : from;
            if (PreferredUntil is not { } until || TimeOnly.FromDateTime(moment) < until) return moment;
        }
        return clock;
    }

    private static TimeOnly? Hour(int? minutes) => minutes is { } known ? TimeOnly.MinValue.AddMinutes(known) : null;
}

/// <summary>Whether somebody may be contacted, and why not.</summary>
/// <param name="From">The wall clock from which on they may; null for never.</param>
/// <param name="Why">Null when it may be now.</param>
public sealed record ContactVerdict(DateTime? From, Core.Values.Text? Why)
{
    public static readonly ContactVerdict Now = new(null, null);

    public bool IsNow => Why is null;

    public static ContactVerdict Never(Core.Values.Text why) => new(null, why);
}

/// <summary>What a customer does not want any more.</summary>
/// <param name="Channel">Null for any contact at all.</param>
/// <param name="Source">How we heard of it: phone, sms, shop …</param>
/// <param name="Wording">In whose words.</param>
/// <param name="On">The day in the store.</param>
internal sealed record Refusal(long CustomerId, ContactChannel? Channel, string Source, string Wording, long? StaffId, DateTimeOffset At, DateOnly On);
