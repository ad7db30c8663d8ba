using System.Globalization;

namespace Changlai.Core.Values;

/// <summary>Puts values into a text and keeps it in every language, for sentences that travel before their reader is known.</summary>
public static class TextFilling
{
    /// <summary>The text with its places <c>{0}</c>, <c>{1}</c> … filled in both languages.</summary>
    /// <param name="text">The text with places.</param>
    /// <param name="values">Values that read the same in both languages: numbers, names from a file.</param>
    public static Text With(this Text text, params object?[] values) => new(
        string.Format(CultureInfo.InvariantCulture, text.Chinese, values),
        string.Format(CultureInfo.InvariantCulture, text.English, values));
}
