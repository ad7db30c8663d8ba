using System.Security.Claims;
using System.Text.Encodings.Web;
using Changlai.App.Features.Platform.Api.Keys;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Api;
using Changlai.App.Features.Platform.People.SecondStep;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Changlai.App.Features.Platform.Api;

/// <summary>
/// Knows a program by its key (<c>Authorization: Bearer clk_…</c>). It is then the person the key belongs to, as the database has them at this very
/// moment: whoever loses a role or leaves, their keys do so with them.
/// </summary>
internal sealed class KeyAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, Database database, TimeProvider time)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string SchemeName = "Bearer";
    private const string Beginning = SchemeName + " ";

    /// <summary>Whether a request brings a key, and to where keys count: nowhere but under /api.</summary>
    public static bool IsFor(HttpRequest request) =>
        request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) && request.Headers.Authorization.ToString().StartsWith(Beginning, StringComparison.OrdinalIgnoreCase);

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var now = time.GetUtcNow();
        var secret = Request.Headers.Authorization.ToString()[Beginning.Length..].Trim();
        using var session = database.OpenSession();
        if (KeyStore.OfSecret(session, secret) is not { } key || !key.Works(now) || Viewers.Find(session, key.StaffId) is not { } owner || SecondFactorDuty.HoldsUp(session, key.StaffId))
            return Task.FromResult(AuthenticateResult.Fail("No key that works."));
        KeyStore.Used(session, key, now);
        var identity = new ClaimsIdentity([.. owner.Claims, .. new KeyHolder(key.Id, key.Name, key.Scopes).Claims], SchemeName);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName)));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
        return Task.CompletedTask;
    }
}
