namespace Changlai.App.Features.Platform.People;

/// <summary>
/// Where pages come over TLS, the browser itself sees to it that a cookie is ours alone (<c>__Host-</c>: secure, of this host, for all its paths). Over plain
/// HTTP on one's own machine it would not take such a cookie.
/// </summary>
internal sealed record CookieNames(bool IsSecure)
{
    public string Of(string name) => IsSecure ? "__Host-" + name : name;
}
