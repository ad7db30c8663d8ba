using System.Globalization;
using Changlai.App.Features.Customers.Rules;

namespace Changlai.App.Features.Customers.Duplicates;

/// <summary>Evidence as a pair keeps it: <c>same-phone:50,other-gender:-25</c>. What an older version found and nobody knows any more is left out.</summary>
internal static class StoredEvidence
{
    public static string Write(IEnumerable<Evidence> evidence) =>
        string.Join(',', evidence.Select(one => string.Create(CultureInfo.InvariantCulture, $"{Code(one.Kind)}:{one.Points}")));

    public static IReadOnlyList<Evidence> Read(string stored)
    {
        var evidence = new List<Evidence>();
        foreach (var part in stored.Split(',', StringSplitOptions.RemoveEmptyEntries))
            if (part.Split(':') is [var code, var points] && int.TryParse(points, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
                foreach (var kind in Enum.GetValues<EvidenceKind>())
                    if (Code(kind) == code) evidence.Add(new Evidence(kind, number));
        return evidence;
    }

    public static string Code(EvidenceKind kind) => kind switch
    {
        EvidenceKind.SamePhone => "same-phone",
        EvidenceKind.NearPhone => "near-phone",
        EvidenceKind.OtherPhone => "other-phone",
        EvidenceKind.SameEmail => "same-email",
        EvidenceKind.OtherEmail => "other-email",
        EvidenceKind.SameWeCom => "same-wecom",
        EvidenceKind.OtherWeCom => "other-wecom",
        EvidenceKind.SameName => "same-name",
        EvidenceKind.SameSound => "same-sound",
        EvidenceKind.NearName => "near-name",
        EvidenceKind.OtherName => "other-name",
        EvidenceKind.SameBirthday => "same-birthday",
        EvidenceKind.SameBirthdayOfUnknownYear => "same-day-of-birth",
        EvidenceKind.OtherBirthday => "other-birthday",
        EvidenceKind.SameStreet => "same-street",
        EvidenceKind.SameNumberElsewhere => "same-number",
        EvidenceKind.OtherNumberOfSameSource => "other-number",
        EvidenceKind.OtherGender => "other-gender",
        EvidenceKind.SameStore => "same-store",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
