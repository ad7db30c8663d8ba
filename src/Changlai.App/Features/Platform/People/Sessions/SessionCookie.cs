using System.Security.Claims;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.People.Rules;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Changlai.App.Features.Platform.People.Sessions;

/// <summary>The cookie of a session: it names the session and nothing else that counts; who somebody is and what they may is read anew at each request.</summary>
internal static class SessionCookie
{
    private const string SessionClaim = "session";
    private const string NumberClaim = "session-number";
    private const string ProvenClaim = "proven";
    private const string StrongClaim = "strong";
    private const string BareClaim = "bare";

    private static ClaimsPrincipal PrincipalOf(LiveSession live, string token) => new(new ClaimsIdentity(
        [
            .. live.Viewer.Claims, new Claim(Viewer.StampClaim, live.Stamp), new Claim(SessionClaim, token), new Claim(NumberClaim, live.Id.ToString()),
            new Claim(ProvenClaim, live.Proven.ToUnixTimeSeconds().ToString()), .. live.IsStrong ? [new Claim(StrongClaim, "1")] : Array.Empty<Claim>(), .. live.IsBare ? [new Claim(BareClaim, "1")] : Array.Empty<Claim>(),
        ], CookieAuthenticationDefaults.AuthenticationScheme));

    /// <summary>Whether more than a password let them in.</summary>
    public static bool IsStrong(ClaimsPrincipal user) => user.HasClaim(StrongClaim, "1");

    /// <summary>Whether they have to set up a second factor, or come in with it, before anything else.</summary>
    public static bool IsBare(ClaimsPrincipal user) => user.HasClaim(BareClaim, "1");

    /// <summary>When they last proved who they are.</summary>
    public static DateTimeOffset ProvenAt(ClaimsPrincipal user) => long.TryParse(user.FindFirstValue(ProvenClaim), out var at) ? DateTimeOffset.FromUnixTimeSeconds(at) : DateTimeOffset.UnixEpoch;

    /// <summary>The session that this request belongs to.</summary>
    public static long NumberOf(ClaimsPrincipal user) => long.TryParse(user.FindFirstValue(NumberClaim), out var number) ? number : 0;

    public static async Task Validate(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var (seen, now) = (services.GetRequiredService<SeenSessions>(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        if (context.Principal?.FindFirstValue(SessionClaim) is { } token)
        {
            var hash = Tokens.HashOf(token);
            using var session = services.GetRequiredService<Database>().OpenSession();
            if (StaffSessions.Find(session, hash, seen.Of(hash), now) is { } live && live.Stamp == context.Principal.FindFirstValue(Viewer.StampClaim))
            {
                seen.Touch(hash, now);
                context.ReplacePrincipal(PrincipalOf(live, token));
                return;
            }
        }
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }

    /// <summary>Starts a session and gives the browser its cookie.</summary>
    public static async Task Start(HttpContext http, DatabaseSession session, Viewer viewer, string stamp, bool stays, bool isStrong, DateTimeOffset now)
    {
        var browser = http.Request.Headers.UserAgent.ToString();
        var token = StaffSessions.Start(session, viewer.StaffId, stays, isStrong, browser.Length > 0 ? browser : null, http.Connection.RemoteIpAddress?.ToString(), now);
        var properties = new AuthenticationProperties { IsPersistent = stays, IssuedUtc = now, ExpiresUtc = now + (stays ? StaffSessions.Staying : StaffSessions.WorkingDay), AllowRefresh = false };
        await http.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, PrincipalOf(new LiveSession(0, viewer, stamp, isStrong, now, false), token), properties);
    }
}
