using System.Globalization;
using System.Security.Cryptography;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.People.Rules;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Changlai.App.Features.Platform.People.Passkeys;

/// <summary>What an authenticator was asked: sealed in a cookie of the browser that asked, for five minutes, and worth one answer.</summary>
internal sealed class PasskeyTickets(IDataProtectionProvider protection, CookieNames names)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);
    private const string Name = "changlai-passkey";
    private readonly IDataProtector protector = protection.CreateProtector("passkey challenge");

    /// <param name="staffId">Who asked; 0 where nobody is signed in.</param>
    /// <param name="handle">Under which name a new passkey is made; empty where none is.</param>
    public void Give(HttpContext http, PasskeyPurpose purpose, long staffId, string handle, string? state, DateTimeOffset now)
    {
        var words = string.Join('|', ((int)purpose).ToString(CultureInfo.InvariantCulture), staffId.ToString(CultureInfo.InvariantCulture), (now + Lasts).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), handle, state);
        http.Response.Cookies.Append(names.Of(Name), protector.Protect(words), new CookieOptions { HttpOnly = true, Secure = names.IsSecure, SameSite = SameSiteMode.Strict, MaxAge = Lasts, Path = "/" });
    }

    /// <summary>Takes the ticket: it counts no more, whatever comes of it.</summary>
    /// <returns>Null when there is none for this purpose and person, its time is over, or it was taken before.</returns>
    public PasskeyTicket? Take(HttpContext http, DatabaseSession session, PasskeyPurpose purpose, long staffId, DateTimeOffset now)
    {
        if (http.Request.Cookies[names.Of(Name)] is not { Length: > 0 } carried || Read(carried) is not { } ticket || ticket.Purpose != purpose || ticket.StaffId != staffId || ticket.Until <= now) return null;
        http.Response.Cookies.Delete(names.Of(Name), new CookieOptions { Secure = names.IsSecure, Path = "/" });
        return session.Execute("INSERT INTO passkey_answered (hash, ends_at) VALUES (@hash, @ends) ON CONFLICT (hash) DO NOTHING", ("hash", Tokens.HashOf(ticket.State)), ("ends", ticket.Until)) > 0 ? ticket : null;
    }

    private PasskeyTicket? Read(string carried)
    {
        try
        {
            return protector.Unprotect(carried).Split('|', 5) is [var purpose, var staff, var until, var handle, var state]
                ? new PasskeyTicket((PasskeyPurpose)int.Parse(purpose, CultureInfo.InvariantCulture), long.Parse(staff, CultureInfo.InvariantCulture), DateTimeOffset.FromUnixTimeSeconds(long.Parse(until, CultureInfo.InvariantCulture)), handle, state)
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

/// <summary>What a challenge was given for; an answer to one is none to another.</summary>
internal enum PasskeyPurpose
{
    SignIn,
    Add,
    Prove,
}

/// <param name="State">The challenge, as Identity wants it back.</param>
internal sealed record PasskeyTicket(PasskeyPurpose Purpose, long StaffId, DateTimeOffset Until, string Handle, string State);
