using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Search;

/// <summary>What a customer can be found by.</summary>
/// <param name="StoreId">People of one store find this store's customers only, so the store stands in the index too.</param>
internal sealed record FindableCustomer(long Id, string Name, string? Phone, string? Email, string? Number, long? StoreId)
{
    /// <summary>The columns of table customer (as <c>c</c>) that <see cref="From"/> reads.</summary>
    public const string Columns = "c.customer_id, c.name, c.phone, c.email, c.external_number, c.store_id";

    public static FindableCustomer From(Rows rows) =>
        new(rows.Long(0), rows.Text(1), rows.TextOrNull(2), rows.TextOrNull(3), rows.TextOrNull(4), rows.LongOrNull(5));

    public string FoldedName => Fold(Name);

    public string? FoldedNumber => Number is null ? null : Fold(Number);

    public string? FoldedEmail => Email is null ? null : Fold(Email);

    /// <summary>The digits as people dial them at home: a landline with the 0 before its area code.</summary>
    public string? DialledPhone => Phone switch
    {
        null => null,
        ['+', '8', '6', '1', ..] when Phone.Length == 14 => Phone[3..],
        ['+', '8', '6', ..] => "0" + Phone[3..],
        ['+', ..] => Phone[1..],
        _ => Phone,
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
