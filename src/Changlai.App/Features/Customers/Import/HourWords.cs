using System.Globalization;
using System.Text.RegularExpressions;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Import;

/// <summary>Hours of a day as people write them: <c>18:00-20:30</c>, <c>18:00以后</c>, <c>9点到12点</c>, <c>before 12:00</c>.</summary>
internal static partial class HourWords
{
    /// <returns>Null when it cannot be read, or ends before it begins.</returns>
    public static (TimeOnly? From, TimeOnly? Until)? Parse(string text)
    {
        var plain = FullWidth.Fold(text).ToLowerInvariant();
        var times = Times().Matches(plain).Select(TimeOf).ToList();
        if (times.Contains(null)) return null;
        var around = Spaces().Replace(Times().Replace(plain, "#"), "");
        return (times, around) switch
        {
            ([{ } from, { } until], "#-#" or "#–#" or "#—#" or "#~#" or "#至#" or "#到#" or "#to#" or "from#to#" or "from#until#") when from < until => (from, until),
            ([{ } from], "#以后" or "#之后" or "#后" or "after#" or "from#") => (from, null),
            ([{ } until], "#以前" or "#之前" or "#前" or "before#" or "until#") => (null, until),
            _ => null,
        };
    }

    private static TimeOnly? TimeOf(Match match)
    {
        var minutes = match.Groups["half"].Success ? 30 : match.Groups["minute"].Success ? int.Parse(match.Groups["minute"].Value, CultureInfo.InvariantCulture) : 0;
        var hour = int.Parse(match.Groups["hour"].Value, CultureInfo.InvariantCulture);
        return hour < 24 && minutes < 60 ? new TimeOnly(hour, minutes) : null;
    }

    [GeneratedRegex(@"(?<hour>\d{1,2})(:(?<minute>\d{2})(:00)?|[点时]((?<half>半)|(?<minute>\d{1,2})分?|整)?)?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Times();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();
}
