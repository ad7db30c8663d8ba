using Changlai.App.Features.Customers.Contracts;
using Changlai.Core.Calendars;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Consent;

/// <summary>Wishes and consent as typed, and what is wrong with them.</summary>
public sealed record WishForm
{
    public Weekdays Days { get; init; } = Weekdays.None;
    public string From { get; init; } = "";
    public string Until { get; init; } = "";
    public ChannelSet Liked { get; init; }
    public ChannelSet Refused { get; init; }
    public bool NotAtWork { get; init; }
    public bool DoNotContact { get; init; }
    public string Reason { get; init; } = "";
    public string Topics { get; init; } = "";
    public bool Consented { get; init; }

    /// <summary>How we heard of what changed: a code of <see cref="ConsentTexts.Sources"/>.</summary>
    public string Source { get; init; } = "";

    /// <summary>In whose words it changed, or which text was agreed to.</summary>
    public string Wording { get; init; } = "";
    public int Version { get; init; }

    /// <summary>By field name.</summary>
    public IReadOnlyDictionary<string, Text> Errors { get; init; } = new Dictionary<string, Text>(StringComparer.Ordinal);

    public static WishForm Of(ContactWishes wishes, IReadOnlyList<string> topics, int version) => new()
    {
        Days = wishes.PreferredWeekdays,
        From = wishes.PreferredFrom?.ToString("HH:mm") ?? "",
        Until = wishes.PreferredUntil?.ToString("HH:mm") ?? "",
        Liked = wishes.Liked,
        Refused = wishes.Refused,
        NotAtWork = wishes.NotAtWork,
        DoNotContact = wishes.DoNotContact,
        Reason = wishes.DoNotContactReason ?? "",
        Topics = string.Join('、', topics),
        Consented = wishes.PrivacyConsentAt is not null,
        Version = version,
    };
}

/// <summary>What a form of wishes comes to.</summary>
internal sealed record Wishes(
    Weekdays Days, TimeOnly? From, TimeOnly? Until, ChannelSet Liked, ChannelSet Refused, bool NotAtWork, string? DoNotContactReason, IReadOnlyList<string> Topics,
    bool Consented, string Source, string Wording)
{
    /// <summary>What these change of refusals and consent, each of which is kept as an event.</summary>
    public IEnumerable<(string Kind, ContactChannel? Channel)> EventsSince(ContactWishes before)
    {
        foreach (var channel in ContactChannel.All)
        {
            if (Refused.Contains(channel) && !before.Refused.Contains(channel)) yield return (ConsentEvents.Refused, channel);
            if (!Refused.Contains(channel) && before.Refused.Contains(channel)) yield return (ConsentEvents.Allowed, channel);
        }
        if (DoNotContactReason is not null && !before.DoNotContact) yield return (ConsentEvents.DoNotContact, null);
        if (DoNotContactReason is null && before.DoNotContact) yield return (ConsentEvents.MayContact, null);
        if (Consented && before.PrivacyConsentAt is null) yield return (ConsentEvents.Consented, null);
        if (!Consented && before.PrivacyConsentAt is not null) yield return (ConsentEvents.Withdrawn, null);
    }
}
