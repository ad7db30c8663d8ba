using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Privacy;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Search;

/// <summary>What a customer can be found by.</summary>
/// <param name="StoreId">People of one store find this store's customers only, so the store stands in the index too.</param>
/// <param name="Further">What else they can be found by, as <see cref="FurtherFinds"/> writes it; null for most.</param>
internal sealed record FindableCustomer(long Id, string Name, string? Phone, string? Email, string? Number, long? StoreId, string? Further = null)
{
    /// <summary>The columns of table customer (as <c>c</c>) that <see cref="From"/> reads.</summary>
    public const string Columns = "c.customer_id, c.name, c.phone, c.email, c.external_number, c.store_id, c.found_by";

    public static FindableCustomer From(Rows rows) =>
        new(rows.Long(0), rows.Text(1), rows.TextOrNull(2), rows.TextOrNull(3), rows.TextOrNull(4), rows.LongOrNull(5), rows.TextOrNull(6));

    public string FoldedName => Fold(Name);

    public string? FoldedNumber => Number is null ? null : Fold(Number);

    public string? FoldedEmail => Email is null ? null : Fold(Email);

    /// <summary>The digits as people dial them at home: a landline with the 0 before its area code.</summary>
    public string? DialledPhone => Phone is null ? null : Dialled(Phone);

    /// <summary>
    /// For somebody from whom numbers are kept: a fragment of one finds nobody, or it could be guessed sign by sign. Who knows the whole of it may look it up.
    /// </summary>
    public FindableCustomer AsSeenBy(Masking masking, FindWords words)
    {
        bool Known(string? folded) => folded is not null && (folded == words.Whole || words.Words.Contains(folded));
        return this with
        {
            Phone = masking.Hides(Id, MaskedPart.Phone) && !Known(DialledPhone) ? null : Phone,
            Email = masking.Hides(Id, MaskedPart.Email) && !Known(FoldedEmail) ? null : Email,
            Further = Further is null ? null : string.Concat(Others.Where(other => Known(other.Folded)).Select(other => $"{other.Kind}{other.Text}\n")) is { Length: > 0 } known ? known : null,
        };
    }

    public IEnumerable<FurtherFind> Others => FurtherFinds.Read(Further);

    public static string Dialled(string e164) => e164 switch
    {
        ['+', '8', '6', '1', ..] when e164.Length == 14 => e164[3..],
        ['+', '8', '6', ..] => "0" + e164[3..],
        ['+', ..] => e164[1..],
        _ => e164,
    };

    /// <summary>The name spelled in pinyin; null when it has no Chinese character.</summary>
    public string? Spelled => HasHan(Name) ? Pinyin.Full(Name) : null;

    public string? Initials => HasHan(Name) ? Pinyin.Initials(Name) : null;

    /// <summary>
    /// Lower case, letters and digits only, full-width forms made plain: what people type between them does not count,
    /// and nothing that is left means anything to a database.
    /// </summary>
    public static string Fold(string text)
    {
        Span<char> folded = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var plain = rune.IsBmp ? new System.Text.Rune(FullWidth.Fold((char)rune.Value)) : rune;
            if (System.Text.Rune.IsLetterOrDigit(plain)) length += System.Text.Rune.ToLowerInvariant(plain).EncodeToUtf16(folded[length..]);
        }
        return new string(folded[..length]);
    }

    public static bool IsHan(char letter) => letter is >= '\u3400' and <= '\u9fff' || char.IsSurrogate(letter);

    private static bool HasHan(string text)
    {
        foreach (var letter in text)
            if (letter is >= '\u4e00' and <= '\u9fff') return true;
        return false;
    }
}
