using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Editing;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Duplicates;

/// <summary>One of two customers that are to be merged, as they are stored.</summary>
/// <param name="Source">The system they came from.</param>
/// <param name="Number">Their number there.</param>
/// <param name="HasWithdrawn">The last thing they said about privacy was that they take their consent back.</param>
internal sealed record MergedPart(StoredCustomer Stored, ContactWishes Wishes, string? Source, string? Number, DateTimeOffset CreatedAt, bool HasWithdrawn)
{
    public static MergedPart? Read(DatabaseSession session, long id)
    {
        if (StoredCustomer.Read(session, id) is not { } stored || ContactWishes.Read(session, id) is not { } wishes) return null;
        var last = session.Scalar<string>("SELECT kind FROM consent_event WHERE customer_id = @id AND kind IN ('consented', 'withdrawn') ORDER BY at DESC, id DESC LIMIT 1", ("id", id));
        using var rows = session.Read("SELECT external_source, external_number, created_at FROM customer WHERE customer_id = @id", ("id", id));
        return rows.Next() ? new MergedPart(stored, wishes, rows.TextOrNull(0), rows.TextOrNull(1), rows.Instant(2), last == ConsentEvents.Withdrawn) : null;
    }
}

/// <summary>Writes the wishes that hold for both.</summary>
internal static class MergedWishes
{
    public static void Write(DatabaseSession session, long id, ContactWishes wishes) => session.Execute("""
        UPDATE customer SET preferred_weekdays = @days, preferred_from = @from, preferred_until = @until, liked_channels = @liked, refused_channels = @refused,
            phone_refused = @phoneRefused, phone_wrong = @phoneWrong, not_at_work = @notAtWork, do_not_contact = @never, do_not_contact_reason = @reason,
            do_not_contact_on = @on, privacy_consent_at = @consent
        WHERE customer_id = @id
        """,
        ("days", (int)wishes.PreferredWeekdays.Bits), ("from", Minutes(wishes.PreferredFrom)), ("until", Minutes(wishes.PreferredUntil)), ("liked", wishes.Liked.Bits),
        ("refused", wishes.Refused.Without(ContactChannel.Phone).Bits), ("phoneRefused", wishes.Refused.Contains(ContactChannel.Phone)), ("phoneWrong", wishes.PhoneWrong),
        ("notAtWork", wishes.NotAtWork), ("never", wishes.DoNotContact), ("reason", wishes.DoNotContactReason), ("on", wishes.DoNotContactOn),
        ("consent", wishes.PrivacyConsentAt), ("id", id));

    private static int? Minutes(TimeOnly? hour) => hour is { } known ? known.Hour * 60 + known.Minute : null;
}
