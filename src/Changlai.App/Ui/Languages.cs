using Changlai.Core.Values;
using Microsoft.AspNetCore.Http;

namespace Changlai.App.Ui;

/// <summary>Which language a reader gets: what they chose (now or before), else what the browser asks for, else Chinese.</summary>
internal static class Languages
{
    private const string PlainName = "changlai-language";

    public static Language Choose(HttpContext http)
    {
        if (Parse(http.Request.Query["lang"]) is { } asked)
        {
            http.Response.Cookies.Append(
                NameFor(http),
                Code(asked),
                new CookieOptions { SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, MaxAge = TimeSpan.FromDays(400), HttpOnly = true });
            return asked;
        }

        return Parse(http.Request.Cookies[NameFor(http)]) ?? Preferred(http.Request.Headers.AcceptLanguage.ToString());
    }

    /// <summary>The first of the browser's languages, by its weights, that we speak; Chinese when it names none.</summary>
    internal static Language Preferred(string acceptLanguage) =>
        acceptLanguage.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(Weighted)
            .Where(w => w.Weight > 0 && w.Language is not null)
            .OrderByDescending(w => w.Weight)
            .FirstOrDefault().Language ?? Language.Chinese;

    public static string Code(Language language) => language switch
    {
        Language.Chinese => "zh",
        Language.English => "en",
        _ => throw new ArgumentOutOfRangeException(nameof(language)),
    };

    /// <summary>The value of the <c>lang</c> attribute.</summary>
    public static string Tag(Language language) => language == Language.Chinese ? "zh-CN" : "en";

    private static Language? Parse(string? code) => code switch
    {
        "zh" => Language.Chinese,
        "en" => Language.English,
        _ => null,
    };

    private static (Language? Language, double Weight) Weighted(string entry)
    {
        var parts = entry.Split(';', StringSplitOptions.TrimEntries);
        var weight = parts.Length > 1 && parts[1].StartsWith("q=", StringComparison.Ordinal) && double.TryParse(parts[1].AsSpan(2), out var q) ? q : 1;
        return (Parse(parts[0].Split('-')[0].ToLowerInvariant()), weight);
    }

    // Over TLS the browser itself sees to it that it is ours alone.
    private static string NameFor(HttpContext http) => http.Request.IsHttps ? "__Host-" + PlainName : PlainName;
}
