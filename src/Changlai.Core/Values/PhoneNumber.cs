namespace Changlai.Core.Values;

/// <summary>
/// A telephone number in international form (ITU-T E.164): a plus sign and up to fifteen digits. Two spellings of one
/// number are equal.
/// </summary>
/// <example><c>PhoneNumber.Parse("１３８-0013 8000")</c> is <c>+8613800138000</c>, shown as <c>138 0013 8000</c>.</example>
public sealed record PhoneNumber
{
    private const string China = "86";

    private PhoneNumber(string e164) => E164 = e164;

    /// <summary>The number with plus sign and country code, without spaces.</summary>
    public string E164 { get; }

    /// <summary>
    /// The number as people in its country read it: a Chinese mobile <c>138 0013 8000</c>, a Chinese landline
    /// <c>010-12345678</c>, a Chinese service line <c>400 800 1234</c>; any other in international form.
    /// </summary>
    public string National
    {
        get
        {
            if (!E164.StartsWith("+" + China, StringComparison.Ordinal))
                return E164;
            var digits = E164.AsSpan(3);
            return digits switch
            {
                { Length: 11 } when digits[0] == '1' => $"{digits[..3]} {digits[3..7]} {digits[7..]}",
                { Length: 10 } when digits[0] is '4' or '8' && digits[1..3] is "00" => $"{digits[..3]} {digits[3..6]} {digits[6..]}",
                _ => AreaCode(digits) is var area ? $"0{digits[..area]}-{digits[area..]}" : E164,
            };
        }
    }

    /// <summary>
    /// Reads a number as people write it: with spaces, dashes, brackets, full-width digits, <c>+</c> or <c>00</c> before
    /// the country code, a trunk <c>0</c> before the area code, an extension behind (which is dropped), or the
    /// <c>.0</c> that spreadsheets append.
    /// </summary>
    /// <param name="text">What was written.</param>
    /// <param name="defaultCountry">Country code, digits only, of a number written without one.</param>
    /// <returns>
    /// The number, or null when it is none that can be dialled from abroad: letters, too few or too many digits, a
    /// landline without area code.
    /// </returns>
    public static PhoneNumber? Parse(string text, string defaultCountry = China)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(defaultCountry);
        Span<char> buffer = stackalloc char[24];
        if (!TryCollect(text, buffer, out var length, out var international))
            return null;

        ReadOnlySpan<char> digits = buffer[..length];
        if (!international && digits.StartsWith("00"))
        {
            international = true;
            digits = digits[2..];
        }

        if (international)
            return digits.StartsWith(China) ? Chinese(digits[2..], areaCodeCertain: true) : International(digits);
        if (!string.Equals(defaultCountry, China, StringComparison.Ordinal))
            return International(string.Concat(defaultCountry, digits.StartsWith("0") ? digits[1..] : digits));
        return Chinese(digits, areaCodeCertain: false)
            ?? (digits.Length == 13 && digits.StartsWith(China) ? Chinese(digits[2..], areaCodeCertain: false) : null);
    }

    /// <summary>The international form.</summary>
    public override string ToString() => E164;

    private static bool TryCollect(string text, Span<char> digits, out int length, out bool international)
    {
        length = 0;
        international = false;
        var written = text.AsSpan().Trim();
        if (written.EndsWith(".0"))
            written = written[..^2];
        foreach (var original in written)
        {
            var character = FullWidth.Fold(original);
            if (char.IsAsciiDigit(character))
            {
                if (length == digits.Length)
                    return false;
                digits[length++] = character;
            }
            else if (character == '+' && length == 0 && !international)
            {
                international = true;
            }
            else if (character is '转' or '轉' or '#' or 'x' or 'X' && length >= 7)
            {
                break;
            }
            else if (!IsSeparator(character))
            {
                return false;
            }
        }

        return length > 0;
    }

    private static bool IsSeparator(char character) =>
        character is ' ' or '\t' or '-' or '.' or '/' or '(' or ')' or '·'
        || char.GetUnicodeCategory(character) is System.Globalization.UnicodeCategory.DashPunctuation
            or System.Globalization.UnicodeCategory.SpaceSeparator
            or System.Globalization.UnicodeCategory.Format;

    private static PhoneNumber? International(ReadOnlySpan<char> digits) =>
        digits.Length is >= 7 and <= 15 && digits[0] != '0' ? new PhoneNumber($"+{digits}") : null;

    /// <summary>A number within China: a mobile, a service line, or a landline with its area code.</summary>
    /// <param name="digits">The number without country code.</param>
    /// <param name="areaCodeCertain">Whether an area code is there even without its trunk zero.</param>
    private static PhoneNumber? Chinese(ReadOnlySpan<char> digits, bool areaCodeCertain)
    {
        var trunk = digits.StartsWith("0");
        var national = trunk ? digits[1..] : digits;
        var mobile = national.Length == 11 && national[0] == '1';
        var service = !trunk && national.Length == 10 && (national.StartsWith("400") || national.StartsWith("800"));
        var landline = (trunk || areaCodeCertain) && IsLandline(national);
        return mobile || service || landline ? new PhoneNumber($"+{China}{national}") : null;
    }

    private static bool IsLandline(ReadOnlySpan<char> national)
    {
        if (national.Length < 9 || national[0] is '0' or '1' && !national.StartsWith("10"))
            return false;
        var local = national[AreaCode(national)..];
        return local.Length is 7 or 8 && local[0] is >= '2' and <= '9';
    }

    /// <summary>Length of the area code without its trunk zero: Beijing (10) and the twenties have two digits, the rest three.</summary>
    private static int AreaCode(ReadOnlySpan<char> national) =>
        national.StartsWith("10") || national[0] == '2' ? 2 : 3;
}
