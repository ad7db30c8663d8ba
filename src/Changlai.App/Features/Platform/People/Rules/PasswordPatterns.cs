namespace Changlai.App.Features.Platform.People.Rules;

/// <summary>Passwords that are long and still say nothing: the same again and again, or the keys beside one another.</summary>
internal static class PasswordPatterns
{
    /// <summary>So many signs have to be left that follow from nothing.</summary>
    public const int LeastOwn = 4;

    /// <summary>From so many signs in a row on they are a run.</summary>
    private const int ShortestRun = 4;
    private const int LongestUnit = 5;

    private static readonly string[] Rows = ["abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "qazwsxedcrfvtgbyhnujmikolp", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "!@#$%^&*()"];

    /// <summary>Whether it is a few signs, or a few signs again and again.</summary>
    public static bool Repeats(string folded) =>
        folded.Distinct().Count() < LeastOwn
        || Enumerable.Range(1, LongestUnit).Any(unit => folded.Length >= 2 * unit && Enumerable.Range(unit, folded.Length - unit).All(at => folded[at] == folded[at - unit]));

    /// <summary>Whether hardly anything is left without the runs of neighbours, forwards or backwards, and of one sign.</summary>
    public static bool IsSequence(string folded)
    {
        var own = 0;
        for (var at = 0; at < folded.Length;)
        {
            var run = RunAt(folded, at);
            if (run < ShortestRun)
            {
                own++;
                at++;
            }
            else at += run;
        }
        return own < LeastOwn;
    }

    private static int RunAt(string text, int at)
    {
        var longest = 1;
        while (at + longest < text.Length && text[at + longest] == text[at]) longest++;
        foreach (var row in Rows)
        {
            var place = row.IndexOf(text[at], StringComparison.Ordinal);
            if (place < 0) continue;
            foreach (var step in (int[])[1, -1])
            {
                var length = 1;
                while (at + length < text.Length && place + (step * length) is >= 0 and var next && next < row.Length && row[next] == text[at + length]) length++;
                longest = Math.Max(longest, length);
            }
        }
        return longest;
    }
}
