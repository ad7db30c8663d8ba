namespace Changlai.App.Features.Customers.Search;

/// <summary>How well a customer fits what was typed; the smaller the better.</summary>
internal static class FindRank
{
    public const int Exact = 0;
    private const int WholeName = 1;
    private const int NameBegins = 2;
    private const int SpellingBegins = 3;
    private const int NumberBegins = 4;

    /// <summary>The last rank of those that begin with what was typed.</summary>
    public const int LastBeginning = NumberBegins;

    private const int NameContains = 5;
    private const int Contains = 6;
    private const int InWords = 7;

    /// <summary>Null when the customer does not fit: the index knows fragments only, and they may lie apart.</summary>
    public static int? Of(FindableCustomer customer, FindWords words)
    {
        if (Of(customer, words.Whole) is { } whole) return whole;
        if (words.Words.Count == 0) return null;
        var worst = Exact;
        foreach (var word in words.Words)
        {
            if (Of(customer, word) is not { } rank) return null;
            worst = Math.Max(worst, rank);
        }
        return worst;
    }

    /// <summary>What of theirs fits where nothing that a list shows does: a second phone, an address, a card.</summary>
    public static FurtherFind? By(FindableCustomer customer, FindWords words)
    {
        if (customer.Further is null) return null;
        IReadOnlyList<string> typed = OfOwn(customer, words.Whole) is not null || OfOthers(customer, words.Whole) is not null ? [words.Whole] : words.Words;
        return typed.Where(word => OfOwn(customer, word) is null)
            .Select(word => customer.Others.FirstOrDefault(other => OfOther(other, word) is not null)).FirstOrDefault(other => other is not null);
    }

    private static int? Of(FindableCustomer customer, string typed) => (OfOwn(customer, typed), OfOthers(customer, typed)) switch
    {
        ({ } own, { } other) => Math.Min(own, other),
        var (own, other) => own ?? other,
    };

    private static int? OfOthers(FindableCustomer customer, string typed)
    {
        int? best = null;
        foreach (var other in customer.Others)
            if (OfOther(other, typed) is { } rank && !(rank >= best)) best = rank;
        return best;
    }

    private static int? OfOther(FurtherFind other, string typed) => other.Kind switch
    {
        FurtherFinds.Words => Has(other.Folded, typed, 2) ? InWords : null,
        _ when typed == other.Folded => Exact,
        FurtherFinds.Phone when typed.Length >= SearchGrams.Longest && other.Folded.EndsWith(typed, StringComparison.Ordinal) => NumberBegins,
        FurtherFinds.Number when Begins(other.Folded, typed) => NumberBegins,
        _ => Has(other.Folded, typed, SearchGrams.Longest) ? Contains : null,
    };

    private static int? OfOwn(FindableCustomer customer, string typed)
    {
        var (number, phone, name) = (customer.FoldedNumber, customer.DialledPhone, customer.FoldedName);
        if (typed == number || typed == phone) return Exact;
        if (typed == name) return WholeName;
        if (name.StartsWith(typed, StringComparison.Ordinal)) return NameBegins;
        var isLatin = char.IsAsciiLetter(typed[0]);
        var (spelled, initials) = isLatin ? (customer.Spelled, customer.Initials) : (null, null);
        if (Begins(initials, typed) || Begins(spelled, typed)) return SpellingBegins;
        if (Begins(number, typed) || phone?.EndsWith(typed, StringComparison.Ordinal) == true && typed.Length >= SearchGrams.Longest) return NumberBegins;
        if (Has(name, typed, shortest: 1)) return NameContains;
        return Has(spelled, typed, 2) || Has(initials, typed, 2) || Has(phone, typed, SearchGrams.Longest) || Has(number, typed, SearchGrams.Longest)
            || Begins(customer.FoldedEmail, typed) || Has(customer.FoldedEmail, typed, SearchGrams.Longest)
            ? Contains
            : null;
    }

    private static bool Begins(string? field, string typed) => field?.StartsWith(typed, StringComparison.Ordinal) == true;

    private static bool Has(string? field, string typed, int shortest) => typed.Length >= shortest && field?.Contains(typed, StringComparison.Ordinal) == true;
}
