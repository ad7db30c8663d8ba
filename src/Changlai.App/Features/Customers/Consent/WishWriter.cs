using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Editing;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Consent;

/// <summary>Writes wishes, and an event for each refusal or consent that changed, inside the caller's transaction.</summary>
internal sealed class WishWriter(DatabaseSession session, IEnumerable<ICustomersChanged> listeners, TimeProvider time)
{
    /// <param name="before">What stood there when the form was checked.</param>
    /// <param name="today">The store's day.</param>
    /// <returns>False when somebody has changed the customer since this version was read; nothing is written then.</returns>
    public bool Change(long id, int version, Wishes wishes, ContactWishes before, long staffId, DateOnly today)
    {
        var now = time.GetUtcNow();
        var changed = session.Execute("""
            UPDATE customer SET preferred_weekdays = @days, preferred_from = @from, preferred_until = @until, liked_channels = @liked, refused_channels = @refused,
                phone_refused = @phoneRefused, not_at_work = @notAtWork, do_not_contact = @never, do_not_contact_reason = @reason, do_not_contact_on = @on,
                privacy_consent_at = @consent, version = version + 1
            WHERE customer_id = @id AND version = @version
            """,
            ("days", (int)wishes.Days.Bits), ("from", Minutes(wishes.From)), ("until", Minutes(wishes.Until)), ("liked", wishes.Liked.Bits),
            ("refused", wishes.Refused.Without(ContactChannel.Phone).Bits), ("phoneRefused", wishes.Refused.Contains(ContactChannel.Phone)), ("notAtWork", wishes.NotAtWork),
            ("never", wishes.DoNotContactReason is not null), ("reason", wishes.DoNotContactReason),
            ("on", wishes.DoNotContactReason is null ? null : before.DoNotContactOn ?? today),
            ("consent", wishes.Consented ? before.PrivacyConsentAt ?? now : null), ("id", id), ("version", version));
        if (changed == 0) return false;
        Tags.Replace(session, id, Tags.Topic, wishes.Topics);
        foreach (var (kind, channel) in wishes.EventsSince(before)) ConsentEvents.Add(session, id, kind, channel, wishes.Source, wishes.Wording, staffId, now);
        foreach (var listener in listeners) listener.CustomersChanged(session, [id]);
        return true;
    }

    private static int? Minutes(TimeOnly? hour) => hour is { } known ? known.Hour * 60 + known.Minute : null;
}
