namespace Changlai.App.Features.Platform.Tables;

/// <summary>Which character stands between the cells.</summary>
internal static class Delimiters
{
    private const string Candidates = ",\t;|";
    private const int LinesLookedAt = 20;

    /// <summary>
    /// The candidate that splits lines into the most cells, weighed by how many of the first lines it splits into as many.
    /// A comma when nothing splits anything.
    /// </summary>
    public static char Guess(ReadOnlySpan<char> text)
    {
        var (best, bestScore) = (',', 0.0);
        foreach (var candidate in Candidates)
        {
            var score = Score(text, candidate);
            if (score > bestScore)
                (best, bestScore) = (candidate, score);
        }

        return best;
    }

    /// <summary>The delimiter a first line <c>sep=;</c> names, as Excel writes it, and that line's length.</summary>
    public static (char Delimiter, int Length)? Declared(ReadOnlySpan<char> text)
    {
        if (text.Length < 5 || !text[..4].Equals("sep=", StringComparison.OrdinalIgnoreCase) || text[4] is '\r' or '\n' or '"')
            return null;
        var length = text[5..] switch
        {
            ['\r', '\n', ..] => 7,
            ['\n', ..] or ['\r', ..] => 6,
            _ => 0,
        };
        return length == 0 ? null : (text[4], length);
    }

    private static double Score(ReadOnlySpan<char> text, char candidate)
    {
        var countsOfLines = new List<int>();
        var count = 0;
        var (quoted, blank) = (false, true);
        foreach (var character in text)
        {
            if (character == '"')
                quoted = !quoted;
            if (quoted)
                continue;
            if (character == candidate)
                count++;
            if (character is not ('\n' or '\r'))
            {
                blank &= char.IsWhiteSpace(character);
                continue;
            }

            if (!blank)
                countsOfLines.Add(count);
            if (countsOfLines.Count > LinesLookedAt)
                break;
            (count, blank) = (0, true);
        }

        if (!blank)
            countsOfLines.Add(count);
        return countsOfLines.CountBy(cells => cells).Select(same => same.Key * (double)same.Value / countsOfLines.Count).DefaultIfEmpty().Max();
    }
}
