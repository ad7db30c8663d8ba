using Changlai.App.Features.Customers.Privacy;

namespace Changlai.App.Features.Customers.Contracts;

/// <summary>
/// What one person does not see. What is masked never leaves the server in full: pages, the API, exports and search all ask here. A masked value that comes
/// back in a form stands for what is stored.
/// </summary>
/// <param name="hidden">Codes of <see cref="MaskedPart"/>.</param>
/// <param name="revealed">Customers whom they see in full for now.</param>
internal sealed class Masking(IReadOnlySet<string> hidden, IReadOnlySet<long> revealed)
{
    /// <summary>Nothing is kept from them.</summary>
    public static readonly Masking None = new(new HashSet<string>(), new HashSet<long>());

    private const char Star = '*';

    /// <summary>Whether anything of this customer is masked.</summary>
    public bool IsOn(long customerId) => hidden.Count > 0 && !revealed.Contains(customerId);

    public bool Hides(long customerId, MaskedPart part) => Hides(customerId, part.Code);

    private bool Hides(long customerId, string part) => hidden.Contains(part) && !revealed.Contains(customerId);

    /// <summary>A number that cannot be dialled because it is masked.</summary>
    public static bool IsMasked(string? value) => value?.Contains(Star, StringComparison.Ordinal) == true;

    public string? Phone(long customerId, string? e164) => e164 is not null && Hides(customerId, MaskedPart.Phone) ? MaskPhone(e164) : e164;

    public CustomerDetails Of(long customerId, CustomerDetails details)
    {
        if (!IsOn(customerId)) return details;
        var (phone, email, number, street) = (Hides(customerId, MaskedPart.Phone), Hides(customerId, MaskedPart.Email), Hides(customerId, MaskedPart.Number), Hides(customerId, MaskedPart.Street));
        return details with
        {
            Phones = phone ? [.. details.Phones.Select(one => one with { E164 = MaskPhone(one.E164) })] : details.Phones,
            Emails = email ? [.. details.Emails.Select(MaskEmail)] : details.Emails,
            WeComId = details.WeComId is { } id && Hides(customerId, MaskedPart.WeCom) ? MaskEnd(id, 0) : details.WeComId,
            Numbers = number ? [.. details.Numbers.Select(one => one with { Number = MaskEnd(one.Number, 4) })] : details.Numbers,
            Addresses = street ? [.. details.Addresses.Select(one => one with { Street = one.Street is null ? null : MaskStreet })] : details.Addresses,
            Values = details.Values.ToDictionary(value => value.Key, value => Hides(customerId, MaskedPart.Of(value.Key)) ? new FieldValue(MaskStreet) : value.Value),
        };
    }

    public Editing.StoredCustomer Of(Editing.StoredCustomer stored) => stored with { Details = Of(stored.Id, stored.Details) };

    /// <summary>Fields that are masked are not asked in a form either; what they hold stays.</summary>
    public IReadOnlyList<CustomerField> Asked(long customerId, IReadOnlyList<CustomerField> fields) =>
        IsOn(customerId) ? [.. fields.Select(field => Hides(customerId, MaskedPart.Of(field.Id)) ? field with { IsRetired = true } : field)] : fields;

    /// <summary>Enough to tell one from another on the telephone: +8613812345678 → 138****5678.</summary>
    public static string MaskPhone(string e164)
    {
        var digits = e164.StartsWith("+86", StringComparison.Ordinal) ? e164[3..] : e164.TrimStart('+');
        return digits.Length >= 11 ? $"{digits[..3]}{new string(Star, digits.Length - 7)}{digits[^4..]}" : MaskEnd(digits, Math.Min(2, digits.Length / 3));
    }

    /// <summary>wang@example.com → w***@example.com.</summary>
    public static string MaskEmail(string address)
    {
        var at = address.LastIndexOf('@');
        return at <= 0 ? MaskStreet : $"{(at > 1 ? address[..1] : "")}***{address[at..]}";
    }

    /// <summary>Stars, and as many of the last signs as are said, of what is at least twice as long.</summary>
    public static string MaskEnd(string value, int shown) => shown > 0 && value.Length >= 2 * shown ? $"****{value[^shown..]}" : "****";

    private const string MaskStreet = "***";
}
