namespace Changlai.App.Features.Customers.Search;

/// <summary>
/// Breaks what a customer can be found by into overlapping fragments of one to three letters, of digits also four, the same
/// for both databases. A fragment that begins a field is marked <c>^</c>, so that one or two letters find beginnings quickly;
/// a whole name or number is marked <c>^…$</c>; <c>@12</c> is the store.
/// </summary>
internal static class SearchGrams
{
    public const int Longest = 3;

    /// <summary>The last four digits of a phone are what people remember, and 8888 is not to be taken for every 888.</summary>
    private const int LongestOfDigits = 4;

    public static string[] Of(FindableCustomer customer)
    {
        var grams = new HashSet<string>(StringComparer.Ordinal);
        grams.Add(Whole(customer.FoldedName));
        AddBeginning(grams, customer.FoldedName);
        AddAnywhere(grams, customer.FoldedName, shortest: 1);
        if (customer.Spelled is { } spelled)
        {
            AddBeginning(grams, spelled);
            AddAnywhere(grams, spelled, Longest);
            AddSyllables(grams, customer.Name);
        }
        if (customer.Initials is { } initials)
        {
            AddBeginning(grams, initials);
            AddAnywhere(grams, initials, shortest: 2);
        }
        if (customer.DialledPhone is { } phone) AddAnywhere(grams, phone, Longest);
        if (customer.FoldedNumber is { Length: > 0 } number)
        {
            grams.Add(Whole(number));
            AddBeginning(grams, number);
            AddAnywhere(grams, number, Longest);
        }
        if (customer.FoldedEmail is { } email)
        {
            AddBeginning(grams, email);
            AddAnywhere(grams, email, Longest);
        }
        foreach (var other in customer.Others) AddOther(grams, other);
        if (customer.StoreId is { } store) grams.Add(Store(store));
        return [.. grams];
    }

    // Of an address every two letters count, one alone says nothing: 路 is in all of them.
    private static void AddOther(HashSet<string> grams, FurtherFind other)
    {
        if (other.Folded.Length == 0) return;
        if (other.Kind == FurtherFinds.Number) grams.Add(Whole(other.Folded));
        if (other.Kind is FurtherFinds.Number or FurtherFinds.Email) AddBeginning(grams, other.Folded);
        AddAnywhere(grams, other.Folded, other.Kind == FurtherFinds.Words ? 2 : Longest);
    }

    public static string Store(long id) => $"@{id}";

    public static string Whole(string folded) => $"^{folded}$";

    /// <summary>What is in the index of everything that begins with the letters.</summary>
    public static IReadOnlyList<string> Beginning(string folded)
    {
        var starts = Starts(folded);
        var letters = starts.Length - 1;
        return letters <= Longest ? ["^" + folded] : ["^" + folded[..starts[Longest]], .. Anywhere(folded)!];
    }

    /// <summary>What is in the index of everything that contains the letters; null when so little is kept at beginnings only.</summary>
    public static IReadOnlyList<string>? Anywhere(string folded)
    {
        var starts = Starts(folded);
        return (starts.Length - 1) switch
        {
            0 => null,
            1 when !FindableCustomer.IsHan(folded[0]) => null,
            1 or 2 => [folded],
            >= LongestOfDigits when AllDigits(folded) => [.. Runs(folded, starts, LongestOfDigits)],
            _ => [.. Runs(folded, starts, Longest)],
        };
    }

    /// <summary>
    /// Of fragments that are all wanted, those worth looking up one by one: the first, and those that lie across two syllables. "ang" is in every third
    /// name and "ngx" in every twentieth; whoever has all the others has nearly always this one too, and the row decides.
    /// </summary>
    public static IReadOnlyList<string> Telling(IReadOnlyList<string> grams)
    {
        List<string> telling = [.. grams.Where((gram, place) => place == 0 || !Pinyin.IsWithinSyllable(gram))];
        return telling.Count > 1 ? telling : grams;
    }

    private static void AddBeginning(HashSet<string> grams, string field)
    {
        var starts = Starts(field);
        for (var length = 1; length <= Longest && length < starts.Length; length++) grams.Add("^" + field[..starts[length]]);
    }

    // A single letter is kept where it is a word of its own.
    private static void AddAnywhere(HashSet<string> grams, string field, int shortest)
    {
        var starts = Starts(field);
        for (var length = shortest; length <= Longest; length++)
            foreach (var run in Runs(field, starts, length))
                if (length > 1 || FindableCustomer.IsHan(run[0])) grams.Add(run);
        foreach (var run in Runs(field, starts, LongestOfDigits))
            if (AllDigits(run)) grams.Add(run);
    }

    private static bool AllDigits(string text) => text.All(char.IsAsciiDigit);

    // Two letters of a spelled name are looked for where a syllable begins.
    private static void AddSyllables(HashSet<string> grams, string name)
    {
        foreach (var letter in name)
            foreach (var syllable in Pinyin.Of(letter))
                if (syllable.Length > 1) grams.Add(syllable[..2]);
    }

    private static IEnumerable<string> Runs(string text, int[] starts, int length)
    {
        for (var i = 0; i + length < starts.Length; i++) yield return text[starts[i]..starts[i + length]];
    }

    /// <summary>Where each letter begins, and the end: letters beyond the basic plane take two places.</summary>
    private static int[] Starts(string text)
    {
        var starts = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1) starts.Add(i);
        starts.Add(text.Length);
        return [.. starts];
    }
}
