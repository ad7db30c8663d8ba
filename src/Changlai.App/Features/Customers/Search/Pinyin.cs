using System.Text;
using Changlai.App.Ui;

namespace Changlai.App.Features.Customers.Search;

/// <summary>
/// How Chinese names are typed: readings without tones, ü written v. The first characters of a name are read as a
/// surname (单 shan, not dan); of several readings elsewhere the usual one counts.
/// </summary>
internal static class Pinyin
{
    private const char First = '\u4e00';
    private const int Size = 0xa000 - First;

    private static readonly Lazy<Table> Readings = new(Read);

    /// <summary>The first letters: 李明华 → lmh, 李Anna → lanna. Spaces and signs fall away.</summary>
    public static string Initials(string name) => Spell(name, syllable => syllable[..1]);

    /// <summary>All letters: 李明华 → liminghua.</summary>
    public static string Full(string name) => Spell(name, syllable => syllable);

    /// <summary>Every reading of one character, the usual one first; none for a character that is not Chinese.</summary>
    public static IReadOnlyList<string> Of(char character)
    {
        if (character - First is not (>= 0 and < Size) || Readings.Value.Usual[character - First] is not { } usual) return [];
        return Readings.Value.Further.TryGetValue(character, out var further) ? [usual, .. further] : [usual];
    }

    /// <summary>Whether a fragment of three letters lies within a syllable: "ang" does, "ngx" does not.</summary>
    public static bool IsWithinSyllable(string fragment) => fragment.Length == SearchGrams.Longest && Readings.Value.Within.Contains(fragment);

    private static string Spell(string name, Func<string, string> take)
    {
        var table = Readings.Value;
        var spelled = new StringBuilder();
        var text = name.AsSpan().Trim();
        var at = 0;
        if (text.Length >= 2 && table.Surnames.TryGetValue(text[..2].ToString(), out var surname))
        {
            foreach (var syllable in surname) spelled.Append(take(syllable));
            at = 2;
        }

        for (; at < text.Length; at++)
        {
            var character = text[at];
            if (at == 0 && table.Heads.TryGetValue(character, out var head)) spelled.Append(take(head));
            else if (character - First is >= 0 and < Size && table.Usual[character - First] is { } usual) spelled.Append(take(usual));
            else if (char.IsLetterOrDigit(character)) spelled.Append(char.ToLowerInvariant(character));
        }

        return spelled.ToString();
    }

    // The build writes one line per syllable; Assets/build/pinyin.mjs describes the marks.
    private static Table Read()
    {
        var table = new Table(new string?[Size], [], [], []);
        using var reader = new StreamReader(AssetFiles.Open("pinyin.txt"), Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            var parts = line.Split(' ');
            switch (line[0])
            {
                case '=':
                    table.Surnames[parts[0][1..]] = parts[1..];
                    break;
                case '^':
                    foreach (var character in parts[1]) table.Heads[character] = parts[0][1..];
                    break;
                case '+':
                    foreach (var character in parts[1])
                        table.Further[character] = table.Further.TryGetValue(character, out var known) ? [.. known, parts[0][1..]] : [parts[0][1..]];
                    break;
                default:
                    foreach (var character in parts[1]) table.Usual[character - First] = parts[0];
                    break;
            }
        }

        foreach (var syllable in table.Usual.OfType<string>().Distinct(StringComparer.Ordinal))
            for (var i = 0; i + SearchGrams.Longest <= syllable.Length; i++) table.Within.Add(syllable.Substring(i, SearchGrams.Longest));
        return table;
    }

    private sealed record Table(
        string?[] Usual,
        Dictionary<char, string[]> Further,
        Dictionary<char, string> Heads,
        Dictionary<string, string[]> Surnames)
    {
        public HashSet<string> Within { get; } = new(StringComparer.Ordinal);
    }
}
