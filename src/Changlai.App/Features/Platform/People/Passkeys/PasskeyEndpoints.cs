using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Features.Platform.People.Links;
using Changlai.App.Features.Platform.People.Pages;
using Changlai.App.Features.Platform.People.Rules;
using Changlai.App.Features.Platform.People.SecondStep;
using Changlai.App.Features.Platform.People.Sessions;
using Changlai.App.Ui;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Platform.People.Passkeys;

/// <summary>Signing in with a passkey, and looking after one's own.</summary>
internal static class PasskeyEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/sign-in/passkey/challenge", AskAsync).ChecksToken().For(Access.Anonymous).AuditsNothing().CountsKnocks();
        routes.MapPost("/sign-in/passkey", EnterAsync).For(Access.Anonymous).AuditsNothing().CountsKnocks();
        var passkeys = routes.MapGroup("/account/passkeys").For(Access.SignedIn);
        passkeys.MapPost("/challenge", AskForNewAsync).OpenToBare().AuditsNothing().CountsKnocks();
        passkeys.MapPost("", AddAsync).OpenToBare().Audits(PeopleAudit.PasskeyAdded).CountsKnocks();
        passkeys.MapPost("/{passkeyId:long}/name", Rename).Audits(PeopleAudit.PasskeyRenamed, "passkey", "passkeyId");
        passkeys.MapPost("/{passkeyId:long}/removal", Remove).Audits(PeopleAudit.PasskeyRemoved, "passkey", "passkeyId").CountsKnocks();
    }

    private static async Task<IResult> AskAsync(HttpContext http, Database database, PasskeyTickets tickets, TimeProvider time)
    {
        using var session = database.OpenSession();
        return await PasskeyAnswer.AskAsync(http, session, tickets, PasskeyPurpose.SignIn, 0, time.GetUtcNow());
    }

    private static async Task<IResult> EnterAsync(
        HttpContext http, Database database, PasskeyTickets tickets, TimeProvider time, [FromForm] string? credential, [FromForm] string? returnUrl, [FromForm] string? stay)
    {
        var now = time.GetUtcNow();
        using var session = database.OpenSession();
        // Whoever left or has to wait is answered like a key that does not fit. Nobody guesses a key: that one did not fit makes no name wait.
        if (await PasskeyAnswer.CheckAsync(http, session, tickets, PasskeyPurpose.SignIn, 0, credential, now) is not { } holder
            || SignInAccount.Of(session, holder.StaffId) is not { } account || account.IsLocked(now))
        {
            AuditLog.Record(session, now, AuditActor.Nobody, PeopleAudit.Refused, details: ("kind", "passkey"));
            return UiSetup.Page<SignInPage>(new { ReturnUrl = SignIn.Local(returnUrl), Problem = PasskeyTexts.Failed }, StatusCodes.Status401Unauthorized);
        }
        await SignIn.AdmitAsync(http, session, account, stay == "true", now, [("kind", "passkey")], isStrong: true);
        return Results.LocalRedirect(SignIn.Local(returnUrl));
    }

    /// <summary>Whoever holds an open browser is not yet its owner: the password comes before the device is asked.</summary>
    private static async Task<IResult> AskForNewAsync(HttpContext http, Database database, PasskeyTickets tickets, UiContext ui, TimeProvider time, [FromForm] string? old)
    {
        var now = time.GetUtcNow();
        using var session = database.OpenSession();
        var account = SignInAccount.Of(session, Viewer.Of(http.User).StaffId)!;
        if (!account.IsMe(session, old, now)) return Refused(ui, AccountTexts.WrongOld);
        if (PasskeyStore.Count(session, account.Viewer.StaffId) >= PasskeyStore.Most) return Refused(ui, PasskeyTexts.TooMany.With(PasskeyStore.Most));
        var holder = PasskeyStore.HolderFor(session, account.Viewer.StaffId);
        var asked = await PasskeyUsers.Checks(session).MakeCreationOptionsAsync(
            new PasskeyUserEntity { Id = holder.Handle, Name = AccountEndpoints.SignInOf(session, holder.StaffId), DisplayName = account.Viewer.Name }, http);
        tickets.Give(http, PasskeyPurpose.Add, holder.StaffId, holder.Handle, asked.AttestationState, now);
        return Results.Content(asked.CreationOptionsJson, "application/json");
    }

    private static async Task<IResult> AddAsync(HttpContext http, Database database, PasskeyTickets tickets, StoreDirectory stores, UiContext ui, TimeProvider time, [FromForm] string? credential)
    {
        var now = time.GetUtcNow();
        var viewer = Viewer.Of(http.User);
        using var session = database.OpenSession();
        if (await PasskeyAnswer.MadeAsync(http, session, tickets, viewer.StaffId, credential, now) is not var (holder, key))
            return AccountEndpoints.Page(http, session, stores, now, ("passkey", PasskeyTexts.NotAdded));
        session.Begin();
        if (PasskeyStore.Count(session, viewer.StaffId) >= PasskeyStore.Most) return AccountEndpoints.Page(http, session, stores, now, ("passkey", PasskeyTexts.TooMany.With(PasskeyStore.Most)));
        var id = PasskeyStore.Add(session, holder, key, BrowserName.Of(http.Request.Headers.UserAgent) ?? ui[PasskeyTexts.Unnamed], now);
        StaffSessions.Strengthen(session, SessionCookie.NumberOf(http.User), now);
        AuditPen.Current?.About("passkey", id);
        session.Commit();
        Notice.Leave(http, ui[PasskeyTexts.Added]);
        return Results.LocalRedirect("/account");
    }

    private static IResult Rename(HttpContext http, Database database, StoreDirectory stores, UiContext ui, TimeProvider time, long passkeyId, [FromForm] string? name)
    {
        using var session = database.OpenSession();
        session.Begin();
        var words = (name ?? "").Trim();
        if (SetUpForm.NameProblem(words) is { } problem) return AccountEndpoints.Page(http, session, stores, time.GetUtcNow(), ("passkey", problem));
        if (!PasskeyStore.Rename(session, Viewer.Of(http.User).StaffId, passkeyId, words)) return Results.NotFound();
        session.Commit();
        Notice.Leave(http, ui[PasskeyTexts.Renamed]);
        return Results.LocalRedirect("/account");
    }

    private static IResult Remove(HttpContext http, Database database, StoreDirectory stores, UiContext ui, TimeProvider time, long passkeyId, [FromForm] string? old)
    {
        var now = time.GetUtcNow();
        using var session = database.OpenSession();
        var account = SignInAccount.Of(session, Viewer.Of(http.User).StaffId)!;
        if (!PasskeyStore.Of(session, account.Viewer.StaffId).Exists(passkey => passkey.Id == passkeyId)) return Results.NotFound();
        if (!account.IsMe(session, old, now)) return AccountEndpoints.Page(http, session, stores, now, ("passkey", AccountTexts.WrongOld));
        session.Begin();
        if (!PasskeyStore.Remove(session, account.Viewer.StaffId, passkeyId)) return Results.NotFound();
        session.Commit();
        Notice.Leave(http, ui[PasskeyTexts.Removed]);
        return Results.LocalRedirect("/account");
    }

    /// <summary>For the script on the page, which shows it as it is.</summary>
    private static IResult Refused(UiContext ui, Text words) => Results.Text(ui[words], "text/plain", statusCode: StatusCodes.Status422UnprocessableEntity);
}
