using System.Globalization;

namespace Changlai.App.Features.Customers.Rules;

/// <summary>
/// What two cards of one person have in common: only cards that share one of these are compared at all. Each is a number of
/// 64 bits, so that a million customers' keys fit a small index; two texts with the same number cost one comparison too many.
/// </summary>
internal static class ResemblanceKeys
{
    private const int LeastNumber = 4;

    public static IReadOnlyCollection<long> Of(ResemblanceFacts facts)
    {
        var keys = new HashSet<long>();
        foreach (var phone in facts.Phones) keys.Add(Hash("p", phone, ""));
        foreach (var email in facts.Emails) keys.Add(Hash("e", email, ""));
        if (facts.WeComId is { } wecom) keys.Add(Hash("w", wecom, ""));
        foreach (var number in facts.Numbers)
            if (number.Number.Length >= LeastNumber) keys.Add(Hash("n", number.Number, ""));
        if (!facts.Named) return keys;
        foreach (var birthday in facts.Birthdays)
            keys.Add(Hash("b", facts.Sound, string.Create(CultureInfo.InvariantCulture, $"{birthday.Calendar}{birthday.Month}/{birthday.Day}")));
        foreach (var street in facts.Streets) keys.Add(Hash("a", facts.Sound, street));
        if (facts.StoreId is { } store) keys.Add(Hash("s", facts.Sound, store.ToString(CultureInfo.InvariantCulture)));
        return keys;
    }

    /// <summary>FNV-1a over the characters, the same on every machine and in every version.</summary>
    private static long Hash(string kind, string one, string other)
    {
        var hash = 14695981039346656037UL;
        foreach (var part in (ReadOnlySpan<string>)[kind, one, other])
        {
            foreach (var letter in part) hash = (hash ^ letter) * 1099511628211UL;
            hash = (hash ^ '\u001f') * 1099511628211UL;
        }
        return unchecked((long)hash);
    }
}
