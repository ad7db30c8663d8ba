using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Features.Platform.People.SecondStep;
using Changlai.App.Features.Platform.People.Sessions;
using Changlai.App.Ui;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Platform.People;

/// <summary>Signing in with name and password, and out again.</summary>
internal static class SignIn
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sign-in", Show).For(Access.Anonymous);
        routes.MapPost("/sign-in", EnterAsync).For(Access.Anonymous).AuditsNothing().CountsKnocks();
        routes.MapPost("/sign-out", LeaveAsync).OpenToBare().ChecksToken().For(Access.SignedIn).Audits(PeopleAudit.SignedOut);
    }

    private static IResult Show(HttpContext http, string? returnUrl) => http.User.Identity?.IsAuthenticated == true
        ? Results.LocalRedirect(Local(returnUrl))
        : UiSetup.Page<SignInPage>(new { ReturnUrl = Local(returnUrl) });

    private static async Task<IResult> EnterAsync(
        HttpContext http, Database database, HalfWay halfWay, TimeProvider time, [FromForm] string? userName, [FromForm] string? password, [FromForm] string? returnUrl, [FromForm] string? stay)
    {
        using var session = database.OpenSession();
        var account = SignInAccount.Named(session, StaffAccounts.Fold(userName ?? ""));
        var fits = Passwords.Fits(account?.PasswordHash, password ?? "", out var wornOut);
        var now = time.GetUtcNow();
        // A name that waits and one that does not exist are answered alike, and after the same time.
        if (account is null || !fits || account.IsLocked(now))
        {
            if (account is not null && !account.IsLocked(now)) account.Fail(session, now);
            else if (account is null) AuditLog.Record(session, now, AuditActor.Nobody, PeopleAudit.Refused);
            return UiSetup.Page<SignInPage>(new { ReturnUrl = Local(returnUrl), UserName = userName, Failed = true }, StatusCodes.Status401Unauthorized);
        }
        if (wornOut) session.Execute("UPDATE staff SET password_hash = @hash WHERE id = @id", ("hash", Passwords.Hash(password!)), ("id", account.Viewer.StaffId));
        if (account.Secret is not null)
        {
            halfWay.Begin(http, account, stay == "true", now);
            return Results.LocalRedirect($"/sign-in/code?returnUrl={Uri.EscapeDataString(Local(returnUrl))}");
        }
        await AdmitAsync(http, session, account, stay == "true", now, []);
        return Results.LocalRedirect(Local(returnUrl));
    }

    /// <summary>Everything was right: a session begins.</summary>
    /// <param name="isStrong">More than a password let them in.</param>
    public static async Task AdmitAsync(HttpContext http, DatabaseSession session, SignInAccount account, bool stays, DateTimeOffset now, (string, string?)[] details, bool isStrong = false)
    {
        session.Begin();
        account.Succeed(session);
        await SessionCookie.Start(http, session, account.Viewer, account.Stamp, stays, isStrong, now);
        AuditLog.Record(session, now, AuditActor.Of(account.Viewer), PeopleAudit.SignedIn, storeId: account.Viewer.StoreId, details: details);
        session.Commit();
    }

    private static async Task<IResult> LeaveAsync(HttpContext http, Database database, TimeProvider time)
    {
        using (var session = database.OpenSession())
        {
            session.Begin();
            StaffSessions.End(session, Viewer.Of(http.User).StaffId, SessionCookie.NumberOf(http.User), time.GetUtcNow());
            session.Commit();
        }
        await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return Results.LocalRedirect("/sign-in");
    }

    /// <summary>Only our own pages are returned to; an address of somebody else's is a trap.</summary>
    public static string Local(string? returnUrl) =>
        returnUrl is ['/', ..] && !returnUrl.StartsWith("//", StringComparison.Ordinal) && !returnUrl.StartsWith("/\\", StringComparison.Ordinal) && !returnUrl.Any(char.IsControl) ? returnUrl : "/today";
}

internal static class SignInTexts
{
    public static readonly Text Failed = new("登录名或密码不对。连续输错几次后要等几分钟再试。", "The sign-in name or the password is not right. After several wrong ones it takes some minutes until you can try again.");
}
