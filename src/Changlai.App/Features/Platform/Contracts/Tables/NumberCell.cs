using System.Globalization;
using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.Contracts.Tables;

/// <summary>
/// Numbers as people and programs write them: <c>1,234.50</c>, <c>￥99</c>, <c>１２</c>, <c>(5)</c>, <c>2.5E3</c>, and
/// <c>1.234,50</c> where the file's cells are separated by semicolons, as programs do whose decimal mark is the comma.
/// </summary>
internal static class NumberCell
{
    private const int LongestNumber = 64;

    /// <summary>Reads a number exactly.</summary>
    /// <param name="text">The cell, not empty.</param>
    /// <param name="commaDecimals">
    /// Whether the comma is the decimal mark. Then dots before groups of three digits separate thousands, and a lone dot
    /// elsewhere is still taken as a decimal point.
    /// </param>
    /// <param name="value">The number.</param>
    /// <returns>False for anything that is no number or too large for the decimal type.</returns>
    public static bool TryRead(ReadOnlySpan<char> text, bool commaDecimals, out decimal value) =>
        TryReadPlain(text, out value, out var certain) && (certain || !commaDecimals) || TryReadAny(text, commaDecimals, out value);

    /// <summary>The usual case, without allocation: a sign, digits, at most one point.</summary>
    private static bool TryReadPlain(ReadOnlySpan<char> text, out decimal value, out bool certain)
    {
        value = 0;
        certain = true;
        var negative = text is ['-', ..];
        var digits = negative ? text[1..] : text;
        if (digits.Length is 0 or > 18)
            return false;
        var (number, scale, point) = (0L, 0, false);
        foreach (var character in digits)
        {
            if (char.IsAsciiDigit(character))
            {
                number = (number * 10) + (character - '0');
                scale += point ? 1 : 0;
            }
            else if (character == '.' && !point)
            {
                point = true;
            }
            else
            {
                return false;
            }
        }

        certain = !point || scale != 3;
        value = new decimal((int)number, (int)(number >> 32), 0, negative, (byte)scale);
        return digits is not ['.'];
    }

    private static bool TryReadAny(ReadOnlySpan<char> text, bool commaDecimals, out decimal value)
    {
        value = 0;
        Span<char> buffer = stackalloc char[LongestNumber];
        var length = 0;
        foreach (var original in text)
        {
            var character = FullWidth.Fold(original);
            if (char.IsWhiteSpace(character) || character is '\'' or '’')
                continue;
            if (length == LongestNumber)
                return false;
            buffer[length++] = character is '−' or '–' ? '-' : character;
        }

        var number = WithoutSigns(buffer[..length], out var negative);
        if (!TryTakeOutGroups(number, commaDecimals, out var plain)
            || !decimal.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value))
        {
            return false;
        }

        value = negative ? -value : value;
        return true;
    }

    /// <summary>The number without its plus, minus, accountant's brackets and currency.</summary>
    private static Span<char> WithoutSigns(Span<char> number, out bool negative)
    {
        negative = number is ['(', .., ')'];
        if (negative)
            number = number[1..^1];
        while (number is [('-' or '+' or '¥' or '£' or '$' or '€') and var sign, ..])
        {
            negative |= sign == '-';
            number = number[1..];
        }

        if (number is [.. var before, '-'])
        {
            negative = true;
            number = before;
        }

        return number is [.. var amount, '元' or '€'] ? amount : number;
    }

    /// <summary>Leaves digits with a point for the decimals; false when the groups are not of three digits each.</summary>
    private static bool TryTakeOutGroups(Span<char> number, bool commaDecimals, out ReadOnlySpan<char> plain)
    {
        var (mark, group) = commaDecimals ? (',', '.') : ('.', ',');
        plain = number;
        var at = number.IndexOf(mark);
        var whole = at < 0 ? number : number[..at];
        if (at >= 0)
            number[at] = '.';
        if (!whole.Contains(group))
            return true;
        if (!AreGroups(whole, group))
            return commaDecimals && at < 0 && whole.Count(group) == 1;

        var written = 0;
        for (var i = 0; i < number.Length; i++)
        {
            if (i >= whole.Length || number[i] != group)
                number[written++] = number[i];
        }

        plain = number[..written];
        return true;
    }

    private static bool AreGroups(ReadOnlySpan<char> whole, char group)
    {
        var first = true;
        foreach (var range in whole.Split(group))
        {
            var digits = whole[range];
            if (digits.ContainsAnyExceptInRange('0', '9') || (first ? digits.Length is 0 or > 3 : digits.Length != 3))
                return false;
            first = false;
        }

        return true;
    }
}
