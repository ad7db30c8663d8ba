using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Changlai.App.Ui;

/// <summary>One sentence about what just happened, carried over a redirect and shown once.</summary>
/// <param name="Tone">Good, at risk, late or plain.</param>
/// <param name="Words">The sentence in the reader's language.</param>
public sealed record Notice(Tone Tone, string Words)
{
    private const string PlainName = "changlai-notice";

    /// <summary>Has the next page shown to this reader say it.</summary>
    public static void Leave(HttpContext http, string words, Tone tone = Tone.Good) =>
        http.Response.Cookies.Append(
            NameFor(http),
            WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes($"{(int)tone} {words}")),
            new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, MaxAge = TimeSpan.FromMinutes(1) });

    /// <summary>Takes what was left, if anything, so that it is not said again.</summary>
    internal static Notice? Take(HttpContext http)
    {
        if (!http.Request.Cookies.TryGetValue(NameFor(http), out var carried)) return null;
        http.Response.Cookies.Delete(NameFor(http), new CookieOptions { Secure = http.Request.IsHttps });
        try
        {
            var parts = Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(carried)).Split(' ', 2);
            return parts.Length == 2 && int.TryParse(parts[0], out var tone) && Enum.IsDefined((Tone)tone) ? new((Tone)tone, parts[1]) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    // Over TLS the browser itself sees to it that it is ours alone.
    private static string NameFor(HttpContext http) => http.Request.IsHttps ? "__Host-" + PlainName : PlainName;
}
