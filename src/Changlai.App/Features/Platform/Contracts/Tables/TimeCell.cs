namespace Changlai.App.Features.Platform.Contracts.Tables;

/// <summary>The time of day behind a date: <c>8:26</c>, <c>08:26:00.5</c>, <c>T08:26Z</c>, <c>3:05 PM</c>, <c>下午3时5分</c>; nothing is midnight.</summary>
internal static class TimeCell
{
    private static readonly (string Word, bool Afternoon)[] PartsOfDay =
    [
        ("凌晨", false), ("早上", false), ("上午", false), ("中午", true), ("下午", true), ("晚上", true),
    ];

    public static bool TryRead(ReadOnlySpan<char> text, out TimeSpan time, out TimeSpan? offset)
    {
        time = default;
        offset = null;
        text = text.Trim();
        if (text is ['T' or 't' or ',', ..])
            text = text[1..].TrimStart();
        if (text.IsEmpty)
            return true;

        bool? afternoon = null;
        foreach (var (word, isAfternoon) in PartsOfDay)
        {
            if (!text.StartsWith(word))
                continue;
            afternoon = isAfternoon;
            text = text[word.Length..].TrimStart();
        }

        if (!TakeNumber(ref text, 24, out var hour) || text is not [':' or '时' or '点', ..])
            return false;
        text = text[1..];
        var (minute, second, fraction) = (0, 0, 0);
        if (!text.IsEmpty && (!TakeNumber(ref text, 60, out minute) || !SkipUnit(ref text, '分') || !TakeSeconds(ref text, out second, out fraction)))
            return false;
        if (!TakeNoon(ref text, ref afternoon) || !TakeOffset(ref text, out offset) || !text.IsEmpty)
            return false;

        if (afternoon is { } late)
        {
            if (late && hour < 12)
                hour += 12;
            else if (!late && hour == 12)
                hour = 0;
        }

        time = new TimeSpan(0, hour, minute, second, fraction);
        return true;
    }

    private static bool TakeSeconds(ref ReadOnlySpan<char> text, out int second, out int milliseconds)
    {
        milliseconds = 0;
        second = 0;
        if (text is [':', ..])
            text = text[1..];
        else if (text is not [>= '0' and <= '9', ..])
            return true;
        if (!TakeNumber(ref text, 60, out second))
            return false;
        if (text is ['.' or ',', ..])
        {
            text = text[1..];
            var scale = 100;
            while (text is [>= '0' and <= '9', ..])
            {
                milliseconds += (text[0] - '0') * scale;
                scale /= 10;
                text = text[1..];
            }
        }

        return SkipUnit(ref text, '秒');
    }

    private static bool TakeNoon(ref ReadOnlySpan<char> text, ref bool? afternoon)
    {
        text = text.TrimStart();
        if (text is not ['A' or 'a' or 'P' or 'p', 'M' or 'm', ..])
            return true;
        if (afternoon is not null)
            return false;
        afternoon = text[0] is 'P' or 'p';
        text = text[2..];
        return true;
    }

    private static bool TakeOffset(ref ReadOnlySpan<char> text, out TimeSpan? offset)
    {
        offset = null;
        text = text.TrimStart();
        if (text is ['Z' or 'z', ..])
        {
            text = text[1..];
            offset = TimeSpan.Zero;
            return true;
        }

        if (text is not ['+' or '-', ..])
            return true;
        var behind = text[0] == '-';
        text = text[1..];
        if (!TakeNumber(ref text, 15, out var hours))
            return false;
        var minutes = 0;
        if (text is [':', ..])
            text = text[1..];
        if (!text.IsEmpty && !TakeNumber(ref text, 60, out minutes))
            return false;
        offset = new TimeSpan(behind ? -hours : hours, behind ? -minutes : minutes, 0);
        return true;
    }

    /// <summary>One or two digits below a bound.</summary>
    private static bool TakeNumber(ref ReadOnlySpan<char> text, int bound, out int value)
    {
        value = 0;
        var length = 0;
        while (length < 2 && length < text.Length && char.IsAsciiDigit(text[length]))
            value = (value * 10) + (text[length++] - '0');
        text = text[length..];
        return length > 0 && value < bound;
    }

    private static bool SkipUnit(ref ReadOnlySpan<char> text, char unit)
    {
        if (text.Length > 0 && text[0] == unit)
            text = text[1..];
        return true;
    }
}
