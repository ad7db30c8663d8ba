using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Changlai.App.Features.Platform.People.SecondStep;

/// <summary>Between the password and the code: a cookie that says whose password was right, sealed, for five minutes.</summary>
internal sealed class HalfWay(IDataProtectionProvider protection, CookieNames names)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);
    private readonly IDataProtector protector = protection.CreateProtector("sign-in half way");

    public void Begin(HttpContext http, SignInAccount account, bool stays, DateTimeOffset now)
    {
        var words = string.Join('|', account.Viewer.StaffId.ToString(CultureInfo.InvariantCulture), (now + Lasts).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), stays ? "1" : "0", account.Stamp);
        http.Response.Cookies.Append(names.Of("changlai-half"), protector.Protect(words), new CookieOptions { HttpOnly = true, Secure = names.IsSecure, SameSite = SameSiteMode.Strict, MaxAge = Lasts, Path = "/" });
    }

    /// <returns>Null when nobody is half way, or the time is over.</returns>
    public Half? Of(HttpContext http, DateTimeOffset now)
    {
        if (http.Request.Cookies[names.Of("changlai-half")] is not { Length: > 0 } carried) return null;
        try
        {
            return protector.Unprotect(carried).Split('|') is [var staff, var until, var stays, var stamp] && DateTimeOffset.FromUnixTimeSeconds(long.Parse(until, CultureInfo.InvariantCulture)) > now
                ? new Half(long.Parse(staff, CultureInfo.InvariantCulture), stays == "1", stamp)
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void End(HttpContext http) => http.Response.Cookies.Delete(names.Of("changlai-half"), new CookieOptions { Secure = names.IsSecure, Path = "/" });
}

/// <param name="Stays">They asked to stay signed in.</param>
internal sealed record Half(long StaffId, bool Stays, string Stamp);
