using System.Text.RegularExpressions;
using Changlai.Core.Values;

namespace Changlai.Core.Calendars;

/// <summary>Why opening hours cannot be read.</summary>
public enum OpenSpanProblem
{
    /// <summary>They can.</summary>
    None,

    /// <summary>Not times such as 09:00-18:00.</summary>
    Unreadable,

    /// <summary>A span ends before it begins: it would go past midnight, or was typed the wrong way round.</summary>
    PastMidnight,

    /// <summary>Two spans of the day overlap.</summary>
    Overlapping,
}

/// <summary>Between the opening hours of a day and how people write them: <c>09:00-12:00, 13:30-21:00</c>.</summary>
public static partial class OpenSpanText
{
    /// <summary>Spans that a day may have.</summary>
    public const int Most = 6;

    /// <summary>Reads the hours of one day, in any order and in full-width digits too; sorted afterwards. Nothing is no span.</summary>
    public static OpenSpanProblem TryParse(string? text, out IReadOnlyList<OpenSpan> spans)
    {
        spans = [];
        var typed = FullWidth.Fold(text ?? "").Replace('：', ':').Trim();
        if (typed.Length == 0) return OpenSpanProblem.None;
        if (!Whole().IsMatch(typed)) return OpenSpanProblem.Unreadable;
        var found = Span().Matches(typed).Select(match => new OpenSpan(Minute(match, "from"), Minute(match, "to"))).OrderBy(span => span.Opens).ThenBy(span => span.Closes).ToList();
        if (found.Count > Most || found.Exists(span => span.Opens < 0 || span.Closes < 0)) return OpenSpanProblem.Unreadable;
        if (found.Exists(span => !span.IsSound)) return OpenSpanProblem.PastMidnight;
        for (var next = 1; next < found.Count; next++)
            if (found[next].Opens < found[next - 1].Closes) return OpenSpanProblem.Overlapping;
        spans = found;
        return OpenSpanProblem.None;
    }

    /// <summary>What <see cref="TryParse"/> reads.</summary>
    public static string Write(IEnumerable<OpenSpan> spans) => string.Join(", ", spans.OrderBy(span => span.Opens));

    /// <summary>Minutes since midnight; -1 where the clock has no such time.</summary>
    private static int Minute(Match match, string end)
    {
        var (hour, minute) = (int.Parse(match.Groups[end + "Hour"].ValueSpan), match.Groups[end + "Minute"] is { Success: true } part ? int.Parse(part.ValueSpan) : 0);
        return minute > 59 || hour * 60 + minute > OpenSpan.Day ? -1 : hour * 60 + minute;
    }

    private const string Pattern = @"(?<fromHour>[0-9]{1,2})(:(?<fromMinute>[0-9]{2}))?\s*(-|–|—|~|～|至|到|to)\s*(?<toHour>[0-9]{1,2})(:(?<toMinute>[0-9]{2}))?";

    [GeneratedRegex(Pattern, RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Span();

    [GeneratedRegex($@"^({Pattern})(\s*[,，、;；\s]\s*{Pattern})*$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Whole();
}
