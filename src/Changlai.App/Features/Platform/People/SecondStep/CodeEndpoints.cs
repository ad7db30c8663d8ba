using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Features.Platform.People.Rules;
using Changlai.App.Ui;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Platform.People.SecondStep;

/// <summary>The second step of signing in: the code of the authenticator, or one of those kept for the day it is lost.</summary>
internal static class CodeEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sign-in/code", Show).For(Access.Anonymous);
        routes.MapPost("/sign-in/code", EnterAsync).For(Access.Anonymous).AuditsNothing().CountsKnocks();
    }

    private static IResult Show(HttpContext http, HalfWay halfWay, TimeProvider time, string? returnUrl) => halfWay.Of(http, time.GetUtcNow()) is null
        ? Results.LocalRedirect("/sign-in")
        : UiSetup.Page<CodePage>(new { ReturnUrl = SignIn.Local(returnUrl) });

    private static async Task<IResult> EnterAsync(
        HttpContext http, Database database, HalfWay halfWay, Authenticators authenticators, TimeProvider time, [FromForm] string? code, [FromForm] string? returnUrl)
    {
        var now = time.GetUtcNow();
        using var session = database.OpenSession();
        if (halfWay.Of(http, now) is not { } half || SignInAccount.Of(session, half.StaffId) is not { } account || account.Stamp != half.Stamp) return Results.LocalRedirect("/sign-in");
        if (account.IsLocked(now) || !Fits(session, account, authenticators, code ?? "", now, out var byRecovery))
        {
            if (!account.IsLocked(now)) account.Fail(session, now);
            return UiSetup.Page<CodePage>(new { ReturnUrl = SignIn.Local(returnUrl), Failed = true }, StatusCodes.Status401Unauthorized);
        }
        halfWay.End(http);
        await SignIn.AdmitAsync(http, session, account, half.Stays, now, [("kind", byRecovery ? "recovery code" : "authenticator")], isStrong: true);
        if (!byRecovery) return Results.LocalRedirect(SignIn.Local(returnUrl));
        using (var told = database.OpenSession())
            AuditLog.Record(told, now, AuditActor.Of(account.Viewer), PeopleAudit.CodeUsed, storeId: account.Viewer.StoreId, details: ("count", Authenticators.CodesLeft(told, half.StaffId).ToString()));
        return Results.LocalRedirect("/account/authenticator");
    }

    private static bool Fits(DatabaseSession session, SignInAccount account, Authenticators authenticators, string typed, DateTimeOffset now, out bool byRecovery)
    {
        byRecovery = false;
        if (authenticators.Read(account.Secret) is { } secret && Totp.Check(secret, typed, now, account.LastStep) is { } step) return Authenticators.TakeStep(session, account.Viewer.StaffId, step);
        return byRecovery = Authenticators.UseCode(session, account.Viewer.StaffId, typed, now);
    }
}

internal static class CodeTexts
{
    public static readonly Text Title = new("输入验证码", "Enter the code");
    public static readonly Text Code = new("验证码", "Code");
    public static readonly Text Hint = new("手机验证器上的 6 位数字。手机不在身边时，用一个备用码。", "The six digits of your authenticator. Without it, one of your recovery codes.");
    public static readonly Text Failed = new("验证码不对，或者已经用过。", "The code is not right, or was used already.");
    public static readonly Text Enter = new("登录", "Sign in");
    public static readonly Text Back = new("换个人登录", "Sign in as somebody else");
}
