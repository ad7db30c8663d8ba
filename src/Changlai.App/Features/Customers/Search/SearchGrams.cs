namespace Changlai.App.Features.Customers.Search;

/// <summary>
/// Breaks what a customer can be found by into overlapping fragments of one to three characters, the same for both databases.
/// A fragment that begins a field is marked with <c>^</c>, so that one or two letters find beginnings quickly.
/// </summary>
internal static class SearchGrams
{
    public const int Longest = 3;

    public static string[] Of(FindableCustomer customer)
    {
        var grams = new HashSet<string>(StringComparer.Ordinal);
        AddField(grams, Fold(customer.Name));
        if (customer.Phone is { } phone) AddField(grams, phone.StartsWith("+86", StringComparison.Ordinal) ? phone[3..] : phone.TrimStart('+'));
        if (customer.Number is { } number) AddField(grams, Fold(number));
        if (customer.Email is { } email) AddField(grams, Fold(email));
        return [.. grams];
    }

    /// <summary>Lower case, letters and digits only: what people type between them does not count.</summary>
    public static string Fold(string text)
    {
        Span<char> folded = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        foreach (var letter in text)
            if (char.IsLetterOrDigit(letter) || char.IsSurrogate(letter)) folded[length++] = char.ToLowerInvariant(letter);
        return new string(folded[..length]);
    }

    private static void AddField(HashSet<string> grams, string field)
    {
        for (var length = 1; length <= Longest; length++)
            for (var start = 0; start + length <= field.Length; start++)
            {
                if (start == 0) grams.Add("^" + field[..length]);
                if (length == Longest || IsHan(field[start])) grams.Add(field.Substring(start, length));
            }
    }

    private static bool IsHan(char letter) => letter is >= '\u4e00' and <= '\u9fff';
}
