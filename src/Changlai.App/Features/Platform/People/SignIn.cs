using System.Security.Claims;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Ui;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Changlai.App.Features.Platform.People;

/// <summary>Signing in with name and password, and out again.</summary>
internal static class SignIn
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sign-in", Show).AllowAnonymous();
        routes.MapPost("/sign-in", Enter).AllowAnonymous();
        routes.MapPost("/sign-out", (Delegate)Leave).ChecksToken();
    }

    private static IResult Show(HttpContext http, string? returnUrl) => http.User.Identity?.IsAuthenticated == true
        ? Results.LocalRedirect(Local(returnUrl))
        : UiSetup.Page<SignInPage>(new { ReturnUrl = Local(returnUrl) });

    private static async Task<IResult> Enter(HttpContext http, ChanglaiDb db, [FromForm] string? userName, [FromForm] string? password, [FromForm] string? returnUrl)
    {
        var name = (userName ?? "").Trim().ToLowerInvariant();
        var person = await db.Set<Staff>().FirstOrDefaultAsync(staff => staff.SignInName == name && staff.Active);
        if (!Passwords.Fits(person?.PasswordHash, password ?? ""))
            return UiSetup.Page<SignInPage>(new { ReturnUrl = Local(returnUrl), UserName = userName, Failed = true }, StatusCodes.Status401Unauthorized);

        await http.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, PrincipalOf(person!), new AuthenticationProperties { IsPersistent = true });
        return Results.LocalRedirect(Local(returnUrl));
    }

    private static async Task<IResult> Leave(HttpContext http)
    {
        await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return Results.LocalRedirect("/sign-in");
    }

    public static ClaimsPrincipal PrincipalOf(Staff person)
    {
        var claims = new List<Claim>
        {
            new(ClaimTypes.NameIdentifier, person.Id.ToString()),
            new(ClaimTypes.Name, person.Name),
            new(Viewer.RoleClaim, person.Role),
            new(Viewer.StampClaim, person.SecurityStamp),
        };
        if (person.StoreId is { } store) claims.Add(new Claim(Viewer.StoreClaim, store.ToString()));
        return new ClaimsPrincipal(new ClaimsIdentity(claims, CookieAuthenticationDefaults.AuthenticationScheme));
    }

    /// <summary>Only our own pages are returned to; an address of somebody else's is a trap.</summary>
    private static string Local(string? returnUrl) =>
        returnUrl is ['/', ..] && !returnUrl.StartsWith("//", StringComparison.Ordinal) && !returnUrl.StartsWith("/\\", StringComparison.Ordinal) ? returnUrl : "/today";
}

internal static class SignInTexts
{
    public static readonly Text Failed = new("登录名或密码不对。", "The sign-in name or the password is not right.");
}
