using System.Globalization;

namespace Changlai.Core.Values;

/// <summary>
/// Identity of the numbers and codes that other systems give to customers, orders and products. Two spellings that a
/// person would take for the same number have the same normal form.
/// </summary>
public static class ExternalId
{
    /// <summary>
    /// The normal form: trimmed, runs of spaces collapsed to one, full-width characters made ASCII, invisible characters
    /// dropped, upper case, and the <c>.0</c> removed that spreadsheets append to whole numbers. Normalising twice changes
    /// nothing more.
    /// </summary>
    /// <example><c>" １７８５０.0 "</c> → <c>"17850"</c>; <c>"85123a"</c> → <c>"85123A"</c>.</example>
    /// <param name="text">The number as written.</param>
    /// <returns>The normal form; empty when nothing visible was written.</returns>
    public static string Normalize(ReadOnlySpan<char> text)
    {
        var buffer = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        var space = false;
        foreach (var original in text)
        {
            var character = FullWidth.Fold(original);
            if (char.IsWhiteSpace(character))
            {
                space = length > 0;
                continue;
            }

            if (char.IsControl(character) || char.GetUnicodeCategory(character) == UnicodeCategory.Format)
                continue;
            if (space)
                buffer[length++] = ' ';
            space = false;
            buffer[length++] = character;
        }

        var normal = buffer[..length];
        if (EndsInPointZero(normal))
            normal = normal[..^2];
        return string.Create(normal.Length, normal, static (upper, source) => source.ToUpperInvariant(upper));
    }

    private static bool EndsInPointZero(ReadOnlySpan<char> text) =>
        text.Length > 2 && text[^1] == '0' && text[^2] == '.' && !text[..^2].ContainsAnyExceptInRange('0', '9');
}
