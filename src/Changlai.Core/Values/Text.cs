namespace Changlai.Core.Values;

/// <summary>The languages every screen, message and reason is written in.</summary>
public enum Language
{
    /// <summary>Simplified Chinese, the default.</summary>
    Chinese,

    /// <summary>English.</summary>
    English,
}

/// <summary>
/// One thing said to a person, in every language of the product. Both languages are constructor arguments, so a text
/// without one of them does not compile. Places for values are written <c>{0}</c>, <c>{1}</c> …
/// </summary>
/// <param name="Chinese">Simplified Chinese, with full-width punctuation.</param>
/// <param name="English">English.</param>
public readonly record struct Text(string Chinese, string English)
{
    /// <summary>The words in one language.</summary>
    public string In(Language language) => language switch
    {
        Language.Chinese => Chinese,
        Language.English => English,
        _ => throw new ArgumentOutOfRangeException(nameof(language)),
    };

    /// <summary>The words in one language, with values put in their places.</summary>
    /// <param name="language">The reader's language.</param>
    /// <param name="values">Values for <c>{0}</c>, <c>{1}</c> … already formatted for the reader.</param>
    public string In(Language language, params object?[] values) =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, In(language), values);
}
