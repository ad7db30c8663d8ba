using Microsoft.AspNetCore.Http;

namespace Changlai.App.Features.Platform.Contracts;

/// <summary>Where people come from outside: what links begin with that are sent to somebody.</summary>
/// <param name="Url">As it was given; null where the request that asks for a link says it.</param>
public sealed record PublicAddress(string? Url)
{
    /// <summary>The address of a page such as <c>/join/…</c>.</summary>
    internal string Of(HttpContext http, string path) => (Url ?? $"{http.Request.Scheme}://{http.Request.Host}") + path;

    /// <returns>Null when it is no absolute http(s) address without query; a slash at its end is taken away.</returns>
    public static string? Parse(string text) =>
        Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https") && uri is { Host.Length: > 0, Query: "", Fragment: "", UserInfo: "", AbsolutePath: "/" } ? uri.GetLeftPart(UriPartial.Authority) : null;
}
