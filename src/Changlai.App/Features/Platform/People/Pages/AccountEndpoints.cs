using System.Security.Cryptography;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Features.Platform.People.Links;
using Changlai.App.Features.Platform.People.Passkeys;
using Changlai.App.Features.Platform.People.Rules;
using Changlai.App.Features.Platform.People.SecondStep;
using Changlai.App.Features.Platform.People.Sessions;
using Changlai.App.Ui;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using QRCoder;

namespace Changlai.App.Features.Platform.People.Pages;

/// <summary>What everybody does about their own way in: password, authenticator, sessions.</summary>
internal static class AccountEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var account = routes.MapGroup("/account").For(Access.SignedIn);
        account.MapGet("", Show).OpenToBare();
        account.MapPost("/password", ChangePasswordAsync).Audits(PeopleAudit.PasswordChanged).CountsKnocks();
        account.MapPost("/sessions/{sessionId:long}/end", End).ChecksToken().Audits(PeopleAudit.SessionEnded, "session", "sessionId");
        account.MapPost("/sessions/end-others", EndOthers).ChecksToken().Audits(PeopleAudit.SessionEnded);
        account.MapGet("/authenticator", ShowAuthenticator).OpenToBare();
        account.MapPost("/authenticator", TurnOn).Audits(PeopleAudit.AuthenticatorSet).OpenToBare();
        account.MapPost("/authenticator/codes", MakeCodes).Audits(PeopleAudit.CodesMade).CountsKnocks();
        account.MapPost("/authenticator/removal", TurnOff).Audits(PeopleAudit.AuthenticatorRemoved).CountsKnocks();
    }

    private static IResult Show(HttpContext http, Database database, StoreDirectory stores, TimeProvider time)
    {
        using var session = database.OpenSession();
        return Page(http, session, stores, time.GetUtcNow());
    }

    private static async Task<IResult> ChangePasswordAsync(
        HttpContext http, Database database, StoreDirectory stores, UiContext ui, TimeProvider time, [FromForm] string? old, [FromForm] string? password, [FromForm] string? again)
    {
        var now = time.GetUtcNow();
        using var session = database.OpenSession();
        var account = SignInAccount.Of(session, Viewer.Of(http.User).StaffId)!;
        var signIn = SignInOf(session, account.Viewer.StaffId);
        if (!account.IsMe(session, old, now)) return Page(http, session, stores, now, ("old", AccountTexts.WrongOld));
        if (NewPassword.Problem(password, again, signIn, NewPassword.Names(session, account.Viewer.Name)) is { } problem) return Page(http, session, stores, now, ("password", problem));
        var hash = Passwords.Hash(password!);
        session.Begin();
        StaffAccounts.ChangePassword(session, signIn, hash);
        StaffSessions.EndAll(session, account.Viewer.StaffId, null, now);
        session.Commit();
        // Every session ended with the old password, this one too; it goes on as a new one.
        await SignIn.AdmitAsync(http, session, SignInAccount.Of(session, account.Viewer.StaffId)!, stays: false, now, [], SessionCookie.IsStrong(http.User));
        Notice.Leave(http, ui[AccountTexts.PasswordChanged]);
        return Results.LocalRedirect("/account");
    }

    private static IResult End(HttpContext http, Database database, UiContext ui, TimeProvider time, long sessionId)
    {
        using var session = database.OpenSession();
        session.Begin();
        if (!StaffSessions.End(session, Viewer.Of(http.User).StaffId, sessionId, time.GetUtcNow())) return Results.NotFound();
        session.Commit();
        Notice.Leave(http, ui[AccountTexts.Ended]);
        return Results.LocalRedirect("/account");
    }

    private static IResult EndOthers(HttpContext http, Database database, UiContext ui, TimeProvider time)
    {
        using var session = database.OpenSession();
        session.Begin();
        var ended = StaffSessions.EndAll(session, Viewer.Of(http.User).StaffId, SessionCookie.NumberOf(http.User), time.GetUtcNow());
        AuditPen.Current?.Add("count", ended.ToString());
        session.Commit();
        Notice.Leave(http, ui[AccountTexts.Ended]);
        return Results.LocalRedirect("/account");
    }

    private static IResult ShowAuthenticator(HttpContext http, Database database, Authenticators authenticators)
    {
        using var session = database.OpenSession();
        var account = SignInAccount.Of(session, Viewer.Of(http.User).StaffId)!;
        return account.Secret is null ? Scan(session, account, authenticators, RandomNumberGenerator.GetBytes(Totp.SecretBytes), null)
            : UiSetup.Page<AuthenticatorPage>(new { CodesLeft = Authenticators.CodesLeft(session, account.Viewer.StaffId) });
    }

    private static IResult TurnOn(HttpContext http, Database database, Authenticators authenticators, TimeProvider time, [FromForm] string? secret, [FromForm] string? code, [FromForm] string? old)
    {
        var now = time.GetUtcNow();
        using var session = database.OpenSession();
        var account = SignInAccount.Of(session, Viewer.Of(http.User).StaffId)!;
        // The secret comes back sealed: nobody can slip in one of theirs.
        if (account.Secret is not null || authenticators.Read(secret) is not { } bytes) return Results.LocalRedirect("/account/authenticator");
        if (!account.IsMe(session, old, now)) return Scan(session, account, authenticators, bytes, ("old", AccountTexts.WrongOld));
        if (Totp.Check(bytes, code ?? "", now, null) is not { } step) return Scan(session, account, authenticators, bytes, ("code", AccountTexts.WrongCode));
        session.Begin();
        Authenticators.Set(session, account.Viewer.StaffId, secret!, step);
        var codes = Authenticators.MakeCodes(session, account.Viewer.StaffId);
        StaffSessions.Strengthen(session, SessionCookie.NumberOf(http.User), now);
        session.Commit();
        return UiSetup.Page<CodesPage>(new { Codes = codes });
    }

    private static IResult MakeCodes(HttpContext http, Database database, TimeProvider time, [FromForm] string? old)
    {
        using var session = database.OpenSession();
        var account = SignInAccount.Of(session, Viewer.Of(http.User).StaffId)!;
        if (account.Secret is null) return Results.LocalRedirect("/account/authenticator");
        if (!account.IsMe(session, old, time.GetUtcNow())) return Refused(session, account);
        session.Begin();
        var codes = Authenticators.MakeCodes(session, account.Viewer.StaffId);
        session.Commit();
        return UiSetup.Page<CodesPage>(new { Codes = codes });
    }

    private static IResult TurnOff(HttpContext http, Database database, UiContext ui, TimeProvider time, [FromForm] string? old)
    {
        using var session = database.OpenSession();
        var account = SignInAccount.Of(session, Viewer.Of(http.User).StaffId)!;
        if (account.Secret is null) return Results.LocalRedirect("/account/authenticator");
        if (!account.IsMe(session, old, time.GetUtcNow())) return Refused(session, account);
        session.Begin();
        Authenticators.Remove(session, account.Viewer.StaffId);
        session.Commit();
        Notice.Leave(http, ui[AccountTexts.TurnedOff], Tone.Plain);
        return Results.LocalRedirect("/account");
    }

    private static IResult Refused(DatabaseSession session, SignInAccount account) => UiSetup.Page<AuthenticatorPage>(
        new { CodesLeft = Authenticators.CodesLeft(session, account.Viewer.StaffId), Problem = AccountTexts.WrongOld }, StatusCodes.Status422UnprocessableEntity);

    private static IResult Scan(DatabaseSession session, SignInAccount account, Authenticators authenticators, byte[] secret, (string Field, Text Words)? problem)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(Totp.Address("Changlai", SignInOf(session, account.Viewer.StaffId), secret), QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(data);
        var svg = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(picture.GetGraphic(4)));
        return UiSetup.Page<ScanPage>(new { Picture = $"data:image/svg+xml;base64,{svg}", Key = Totp.Written(secret), Sealed = authenticators.Protect(secret), ProblemField = problem?.Field, Problem = problem?.Words },
            problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    internal static string SignInOf(DatabaseSession session, long staffId) => session.Scalar<string>("SELECT sign_in_name FROM staff WHERE id = @id", ("id", staffId)) ?? "";

    internal static IResult Page(HttpContext http, DatabaseSession session, StoreDirectory stores, DateTimeOffset now, (string Field, Text Words)? problem = null)
    {
        var viewer = Viewer.Of(http.User);
        var account = SignInAccount.Of(session, viewer.StaffId)!;
        return UiSetup.Page<AccountPage>(
            new
            {
                SignIn = SignInOf(session, viewer.StaffId),
                HasAuthenticator = account.Secret is not null,
                CodesLeft = Authenticators.CodesLeft(session, viewer.StaffId),
                Passkeys = PasskeyStore.Of(session, viewer.StaffId),
                IsBare = SessionCookie.IsBare(http.User),
                Sessions = StaffSessions.Of(session, viewer.StaffId, now),
                Here = SessionCookie.NumberOf(http.User),
                Zone = stores.ZoneOf(viewer.StoreId),
                ProblemField = problem?.Field,
                Problem = problem?.Words,
            }, problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }
}
