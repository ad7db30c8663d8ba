using Changlai.App.Features.Customers.Contracts;
using Changlai.Core.Calendars;

namespace Changlai.App.Features.Customers.Import;

/// <summary>What a file says of how a customer wishes to be reached.</summary>
/// <param name="RefusedWords">The words in which channels are refused.</param>
/// <param name="NotAtWork">A no is no wish: it lifts nothing.</param>
/// <param name="ConsentAt">When they agreed to the privacy wording; null where the file does not say so.</param>
internal sealed record ImportedWishes(
    ChannelSet Liked, ChannelSet Refused, string RefusedWords, Weekdays Days, TimeOnly? From, TimeOnly? Until, bool NotAtWork, IReadOnlyList<string> Topics, DateTimeOffset? ConsentAt, string ConsentWords)
{
    public static readonly ImportedWishes None = new(ChannelSet.None, ChannelSet.None, "", Weekdays.None, null, null, false, [], null, "");

    /// <summary>What was said first stands; refusals add up, and what one line refuses another does not like.</summary>
    public ImportedWishes And(ImportedWishes later)
    {
        var refused = new ChannelSet(Refused.Bits | later.Refused.Bits);
        var hours = From is null && Until is null ? later : this;
        return new ImportedWishes(
            new ChannelSet((Liked.Bits | later.Liked.Bits) & ~refused.Bits), refused, RefusedWords.Length > 0 ? RefusedWords : later.RefusedWords, Days.Count > 0 ? Days : later.Days,
            hours.From, hours.Until, NotAtWork || later.NotAtWork, [.. Topics.Union(later.Topics, StringComparer.Ordinal)], ConsentAt ?? later.ConsentAt, ConsentAt is null ? later.ConsentWords : ConsentWords);
    }
}

/// <summary>The wishes of one card that a file changes.</summary>
/// <param name="Topics">All topics afterwards.</param>
/// <param name="Refused">Channels newly refused.</param>
internal sealed record WishChange(ContactWishes After, IReadOnlyList<string> Topics, ChannelSet Refused, bool Consents, ImportedWishes Said)
{
    /// <summary>Puts what is said over what is known, so that nothing that was refused, withdrawn or asked of us is lifted. Pure.</summary>
    /// <returns>Null when the file says nothing that is not known.</returns>
    public static WishChange? Of(StoredCard stored, ImportedWishes said)
    {
        var known = stored.Wishes;
        var refused = new ChannelSet(known.Refused.Bits | said.Refused.Bits);
        var saysHours = said.From is not null || said.Until is not null;
        var after = known with
        {
            Refused = refused,
            Liked = new ChannelSet((known.Liked.Bits | said.Liked.Bits) & ~refused.Bits),
            PreferredWeekdays = said.Days.Count > 0 ? said.Days : known.PreferredWeekdays,
            PreferredFrom = saysHours ? said.From : known.PreferredFrom,
            PreferredUntil = saysHours ? said.Until : known.PreferredUntil,
            NotAtWork = known.NotAtWork || said.NotAtWork,
            PrivacyConsentAt = known.PrivacyConsentAt ?? (stored.HasWithdrawn ? null : said.ConsentAt),
        };
        var topics = stored.Topics.Union(said.Topics, StringComparer.Ordinal).Take(WishCells.MostTopics).ToList();
        return after == known && topics.Count == stored.Topics.Count ? null
            : new WishChange(after, topics, new ChannelSet(refused.Bits & ~known.Refused.Bits), known.PrivacyConsentAt is null && after.PrivacyConsentAt is not null, said);
    }
}
