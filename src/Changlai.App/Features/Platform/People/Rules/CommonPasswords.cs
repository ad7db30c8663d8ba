using System.Collections.Frozen;
using System.Text;

namespace Changlai.App.Features.Platform.People.Rules;

/// <summary>What everybody tries first, as it is and dressed up: another case, figures for letters, a year behind it.</summary>
internal static class CommonPasswords
{
    private const string Resource = "people/common-passwords.txt";
    private static readonly Lazy<(FrozenSet<string> Whole, FrozenSet<string> Words)> Lists = new(Read);

    public static int Count => Lists.Value.Whole.Count;

    /// <param name="folded">As <see cref="Fold"/> gives it.</param>
    public static bool Contains(string folded) => Lists.Value.Whole.Contains(folded) || IsDressedUp(folded);

    /// <summary>Letters in lower case, full-width signs as the usual ones.</summary>
    public static string Fold(string password) => string.Concat(password.Select(Narrow)).ToLowerInvariant();

    private static char Narrow(char sign) => sign switch
    {
        >= (char)0xFF01 and <= (char)0xFF5E => (char)(sign - 0xFEE0),
        (char)0x3000 => (char)0x20,
        _ => sign,
    };

    // One common word, twice the same, or such a word with figures and signs around it.
    private static bool IsDressedUp(string folded)
    {
        var word = string.Concat(folded.Trim("0123456789!?.,-_#*+&% ".ToCharArray()).Select(Letter));
        return Lists.Value.Words.Contains(word) || word.Length % 2 == 0 && word[..(word.Length / 2)] == word[(word.Length / 2)..] && Lists.Value.Words.Contains(word[..(word.Length / 2)]);
    }

    private static char Letter(char sign) => sign switch
    {
        '0' => 'o',
        '1' or '!' or '|' => 'i',
        '3' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' => 't',
        _ => sign,
    };

    private static (FrozenSet<string>, FrozenSet<string>) Read()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var (whole, words) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        var isWords = false;
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0) isWords = true;
            else if (line[0] != '#') (isWords ? words : whole).Add(line);
        }
        return (whole.ToFrozenSet(StringComparer.Ordinal), words.ToFrozenSet(StringComparer.Ordinal));
    }
}
