using System.Security.Claims;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
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
        routes.MapGet("/sign-in", Show).For(Access.Anonymous);
        routes.MapPost("/sign-in", Enter).For(Access.Anonymous).AuditsNothing();
        routes.MapPost("/sign-out", (Delegate)Leave).ChecksToken().For(Access.SignedIn).AuditsNothing();
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

        var further = await db.Set<StaffStore>().Where(one => one.StaffId == person!.Id).Select(one => one.StoreId).ToListAsync();
        await http.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, PrincipalOf(person!, further), new AuthenticationProperties { IsPersistent = true });
        return Results.LocalRedirect(Local(returnUrl));
    }

    private static async Task<IResult> Leave(HttpContext http)
    {
        await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return Results.LocalRedirect("/sign-in");
    }

    public static ClaimsPrincipal PrincipalOf(Staff person, IReadOnlyList<long> furtherStores)
    {
        var viewer = Viewers.Of(person.Id, person.Name, person.Role, person.StoreId, person.Scope, furtherStores);
        return new ClaimsPrincipal(new ClaimsIdentity([.. viewer.Claims, new Claim(Viewer.StampClaim, person.SecurityStamp)], CookieAuthenticationDefaults.AuthenticationScheme));
    }

    /// <summary>Only our own pages are returned to; an address of somebody else's is a trap.</summary>
    private static string Local(string? returnUrl) =>
        returnUrl is ['/', ..] && !returnUrl.StartsWith("//", StringComparison.Ordinal) && !returnUrl.StartsWith("/\\", StringComparison.Ordinal) ? returnUrl : "/today";
}

internal static class SignInTexts
{
    public static readonly Text Failed = new("登录名或密码不对。", "The sign-in name or the password is not right.");
}
