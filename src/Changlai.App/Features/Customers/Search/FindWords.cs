using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Search;

/// <summary>What somebody typed into the find box, ready to be looked for.</summary>
/// <param name="Whole">All of it as one run of letters and digits: "138 0013" is 1380013, "Li Ming" is liming.</param>
/// <param name="Words">The words apart, when there are several: "Ming Li" also finds Li Ming.</param>
internal sealed record FindWords(string Whole, IReadOnlyList<string> Words)
{
    private const int Longest = 64;
    private const int MostWords = 5;

    public static FindWords? Parse(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        var text = FullWidth.Fold(typed.Length > Longest ? typed[..Longest] : typed).Trim();
        if (IsDialled(text))
        {
            var digits = FindableCustomer.Fold(text);
            return digits.Length == 0 ? null : new FindWords(WithoutCountry(text, digits), []);
        }
        var whole = FindableCustomer.Fold(text);
        if (whole.Length == 0) return null;
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(FindableCustomer.Fold).Where(word => word.Length > 0).Distinct(StringComparer.Ordinal).ToArray();
        return new FindWords(whole, words.Length is > 1 and <= MostWords ? words : []);
    }

    private static bool IsDialled(string text) => text.All(letter => !char.IsLetter(letter) && !char.IsSurrogate(letter));

    /// <summary>The country is left out where the index leaves it out.</summary>
    private static string WithoutCountry(string text, string digits)
    {
        var international = text.StartsWith('+') ? digits : text.StartsWith("00", StringComparison.Ordinal) ? digits[2..] : null;
        if (international is null) return digits;
        if (!international.StartsWith("86", StringComparison.Ordinal)) return text.StartsWith('+') ? international : digits;
        var national = international[2..];
        return national.Length == 0 ? digits : national[0] == '1' ? national : "0" + national.TrimStart('0');
    }
}
