namespace Changlai.Core.Values;

/// <summary>
/// Full-width forms, as Chinese input methods type them, turned into their ASCII twins. The platform's own Unicode
/// normalisation does nothing when the program runs without ICU, and these are the forms that matter in numbers and codes.
/// </summary>
public static class FullWidth
{
    /// <summary><c>Ａ</c> → <c>A</c>, <c>１</c> → <c>1</c>, <c>￥</c> → <c>¥</c>, the ideographic space → a space; any other character as it is.</summary>
    public static char Fold(char character) => character switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(character - 0xFEE0),
        '\u3000' or '\u00A0' => ' ',
        '\uFFE5' => '¥',
        '\uFFE1' => '£',
        _ => character,
    };

    /// <summary>The text with every character folded.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.AsSpan().IndexOfAnyExceptInRange('\0', '\u009F') < 0
            ? text
            : string.Create(text.Length, text, static (folded, source) =>
            {
                for (var i = 0; i < folded.Length; i++)
                    folded[i] = Fold(source[i]);
            });
    }
}
