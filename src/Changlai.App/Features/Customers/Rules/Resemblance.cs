using Changlai.Core.Calendars;

namespace Changlai.App.Features.Customers.Rules;

/// <summary>One thing that speaks for or against two cards being the same customer.</summary>
/// <param name="Points">Above 0 for, below 0 against.</param>
internal readonly record struct Evidence(EvidenceKind Kind, int Points);

internal enum EvidenceKind
{
    SamePhone,
    NearPhone,
    OtherPhone,
    SameEmail,
    OtherEmail,
    SameWeCom,
    OtherWeCom,
    SameName,
    SameSound,
    NearName,
    OtherName,
    SameBirthday,
    SameBirthdayOfUnknownYear,
    OtherBirthday,
    SameStreet,
    SameNumberElsewhere,
    OtherNumberOfSameSource,
    OtherGender,
    SameStore,
}

/// <summary>
/// How much two cards look like one customer: the points of all evidence added up, 0 to 100. What is not known on one side
/// says nothing. Each kind of evidence is one criterion of which only the strongest counts, so that more agreement never lowers the score.
/// </summary>
internal static class Resemblance
{
    /// <summary>From so many points on somebody should look at the two.</summary>
    public const int WorthALook = 50;

    private const int LeastPhoneDigits = 8;
    private const int LeastLatinLetters = 5;
    private const int LeastCharacters = 3;

    public static int Score(IReadOnlyList<Evidence> evidence) => Math.Clamp(evidence.Sum(one => one.Points), 0, 100);

    /// <summary>The strongest first; the same for both orders of the two.</summary>
    public static IReadOnlyList<Evidence> Compare(ResemblanceFacts one, ResemblanceFacts other) =>
    [
        .. new[] { Name(one, other), Phone(one, other), Email(one, other), WeCom(one, other), Birthday(one, other), Street(one, other), Number(one, other), Gender(one, other), Store(one, other) }
            .OfType<Evidence>().OrderByDescending(evidence => Math.Abs(evidence.Points)).ThenBy(evidence => evidence.Kind),
    ];

    private static Evidence? Name(ResemblanceFacts one, ResemblanceFacts other)
    {
        if (!one.Named || !other.Named) return null;
        if (one.Name == other.Name) return new(EvidenceKind.SameName, 30);
        if (one.Sound == other.Sound) return new(EvidenceKind.SameSound, 15);
        return OneLetterApart(one.Sound, other.Sound) || OneCharacterApart(one.Name, other.Name) ? new(EvidenceKind.NearName, 10) : new(EvidenceKind.OtherName, -30);
    }

    private static Evidence? Phone(ResemblanceFacts one, ResemblanceFacts other)
    {
        if (one.Phones.Count == 0 || other.Phones.Count == 0) return null;
        if (one.Phones.Any(other.Phones.Contains)) return new(EvidenceKind.SamePhone, 50);
        return one.Phones.Any(phone => other.Phones.Any(another => OneSlipApart(phone, another))) ? new(EvidenceKind.NearPhone, 25) : new(EvidenceKind.OtherPhone, -10);
    }

    private static Evidence? Email(ResemblanceFacts one, ResemblanceFacts other) =>
        one.Emails.Count == 0 || other.Emails.Count == 0 ? null
        : one.Emails.Any(other.Emails.Contains) ? new(EvidenceKind.SameEmail, 45) : new(EvidenceKind.OtherEmail, -5);

    private static Evidence? WeCom(ResemblanceFacts one, ResemblanceFacts other) =>
        one.WeComId is null || other.WeComId is null ? null
        : one.WeComId == other.WeComId ? new(EvidenceKind.SameWeCom, 50) : new(EvidenceKind.OtherWeCom, -20);

    private static Evidence? Birthday(ResemblanceFacts one, ResemblanceFacts other)
    {
        if (one.Birthdays.Count == 0 || other.Birthdays.Count == 0) return null;
        var agreeing = one.Birthdays.SelectMany(_ => other.Birthdays, (a, b) => (a, b)).Where(pair => Agree(pair.a, pair.b)).ToList();
        if (agreeing.Count == 0) return SameCalendar(one, other) ? new(EvidenceKind.OtherBirthday, -30) : null;
        return agreeing.Exists(pair => pair.a.Year is not null && pair.b.Year is not null)
            ? new(EvidenceKind.SameBirthday, 30) : new(EvidenceKind.SameBirthdayOfUnknownYear, 20);
    }

    private static bool Agree(AnnualDay a, AnnualDay b) =>
        (a.Calendar, a.Month, a.Day, a.IsLeapMonth) == (b.Calendar, b.Month, b.Day, b.IsLeapMonth) && (a.Year is null || b.Year is null || a.Year == b.Year);

    /// <summary>A lunar and a Gregorian birthday may well be the same day.</summary>
    private static bool SameCalendar(ResemblanceFacts one, ResemblanceFacts other) =>
        one.Birthdays.All(a => other.Birthdays.All(b => a.Calendar == b.Calendar));

    private static Evidence? Street(ResemblanceFacts one, ResemblanceFacts other) =>
        one.Streets.Any(other.Streets.Contains) ? new(EvidenceKind.SameStreet, 30) : null;

    private static Evidence? Number(ResemblanceFacts one, ResemblanceFacts other)
    {
        if (one.Numbers.Any(number => other.Numbers.Any(another => number.Number == another.Number))) return new(EvidenceKind.SameNumberElsewhere, 20);
        return one.Numbers.Any(number => other.Numbers.Any(another => number.Source == another.Source)) ? new(EvidenceKind.OtherNumberOfSameSource, -5) : null;
    }

    private static Evidence? Gender(ResemblanceFacts one, ResemblanceFacts other) =>
        one.Gender is null || other.Gender is null || one.Gender == other.Gender ? null : new(EvidenceKind.OtherGender, -25);

    private static Evidence? Store(ResemblanceFacts one, ResemblanceFacts other) =>
        one.StoreId is not null && one.StoreId == other.StoreId ? new(EvidenceKind.SameStore, 5) : null;

    /// <summary>A slip of the finger: one digit wrong, or two beside each other swapped.</summary>
    private static bool OneSlipApart(string one, string other)
    {
        if (one.Length != other.Length || one.Length < LeastPhoneDigits) return false;
        var different = Enumerable.Range(0, one.Length).Where(i => one[i] != other[i]).ToList();
        return different.Count == 1 || different is [var first, var second] && second == first + 1 && one[first] == other[second] && one[second] == other[first];
    }

    /// <summary>One of three Chinese characters or more is another.</summary>
    private static bool OneCharacterApart(string one, string other) =>
        one.Length == other.Length && one.Length >= LeastCharacters && one[0] is >= '\u4e00' and <= '\u9fff' && one.Zip(other).Count(pair => pair.First != pair.Second) == 1;

    /// <summary>One letter wrong, missing or too many; short names differ by a letter too easily.</summary>
    private static bool OneLetterApart(string one, string other)
    {
        var (shorter, longer) = one.Length <= other.Length ? (one, other) : (other, one);
        if (shorter.Length < LeastLatinLetters || longer.Length - shorter.Length > 1) return false;
        var start = 0;
        while (start < shorter.Length && shorter[start] == longer[start]) start++;
        var rest = longer.Length == shorter.Length ? start + 1 : start;
        return shorter.AsSpan(Math.Min(rest, shorter.Length)).SequenceEqual(longer.AsSpan(start + 1));
    }
}
