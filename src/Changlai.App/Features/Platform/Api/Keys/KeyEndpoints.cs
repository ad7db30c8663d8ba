using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Platform.Api.Keys;

/// <summary>One's own keys, and for administrators everybody's.</summary>
internal static class KeyEndpoints
{
    private const string NewForm = "api-key";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var own = routes.MapGroup("/account/keys").For(Access.SignedIn);
        own.MapGet("", Show);
        own.MapPost("", Make).Audits(KeyAudit.Made);
        own.MapPost("/{keyId:long}/revocation", RevokeOwn).ChecksToken().Audits(KeyAudit.Revoked, "key", "keyId");
        var all = routes.MapGroup("/settings/keys").For(Access.Administer);
        all.MapGet("", ShowAll);
        all.MapPost("/{keyId:long}/revocation", RevokeAny).ChecksToken().Audits(KeyAudit.Revoked, "key", "keyId");
    }

    private static IResult Show(HttpContext http, Database database, StoreDirectory stores, TimeProvider time) => Page(http, database, stores, time, new KeyForm(), null);

    private static IResult Make(HttpContext http, Database database, StoreDirectory stores, TimeProvider time, UiContext ui, [FromForm] IFormCollection typed)
    {
        var (key, form) = KeyForm.Of(typed).Check();
        if (key is null) return Page(http, database, stores, time, form, null, StatusCodes.Status422UnprocessableEntity);
        string secret;
        using (var session = database.OpenSession())
        {
            session.Begin();
            if (FormKeys.Take(session, NewForm, typed["idempotencyKey"], time.GetUtcNow()) is not null)
            {
                session.Rollback();
                Notice.Leave(http, ui[KeyTexts.MadeBefore], Tone.Plain);
                return Results.LocalRedirect("/account/keys");
            }
            (var id, secret) = KeyStore.Make(session, Viewer.Of(http.User).StaffId, key, time.GetUtcNow());
            AuditPen.Current?.About("key", id);
            AuditPen.Current?.Add("value", string.Join(' ', key.Scopes));
            session.Commit();
        }
        // Shown in the answer itself, for a redirect would have to carry the secret. No page with a form in it is kept by a cache.
        return Page(http, database, stores, time, new KeyForm(), secret);
    }

    private static IResult RevokeOwn(HttpContext http, Database database, TimeProvider time, UiContext ui, long keyId)
    {
        using var session = database.OpenSession();
        return KeyStore.Find(session, keyId) is { } key && key.StaffId == Viewer.Of(http.User).StaffId ? Revoke(http, session, time, ui, key, "/account/keys") : Results.NotFound();
    }

    private static IResult ShowAll(HttpContext http, Database database, StoreDirectory stores, TimeProvider time)
    {
        using var session = database.OpenSession();
        return UiSetup.Page<AllKeysPage>(new { Keys = KeyStore.All(session), Now = time.GetUtcNow(), Zone = stores.ZoneOf(Viewer.Of(http.User).StoreId) });
    }

    private static IResult RevokeAny(HttpContext http, Database database, TimeProvider time, UiContext ui, long keyId)
    {
        using var session = database.OpenSession();
        return KeyStore.Find(session, keyId) is { } key ? Revoke(http, session, time, ui, key, "/settings/keys") : Results.NotFound();
    }

    private static IResult Revoke(HttpContext http, DatabaseSession session, TimeProvider time, UiContext ui, ApiKey key, string back)
    {
        session.Begin();
        if (KeyStore.Revoke(session, key.Id, Viewer.Of(http.User).StaffId, time.GetUtcNow())) session.Commit();
        else session.Rollback();
        Notice.Leave(http, KeyTexts.RevokedNotice.In(ui.Language, key.Name));
        return Results.LocalRedirect(back);
    }

    private static IResult Page(HttpContext http, Database database, StoreDirectory stores, TimeProvider time, KeyForm form, string? made, int status = StatusCodes.Status200OK)
    {
        var viewer = Viewer.Of(http.User);
        using var session = database.OpenSession();
        return UiSetup.Page<KeysPage>(new { Keys = KeyStore.OfPerson(session, viewer.StaffId), Form = form, Made = made, Now = time.GetUtcNow(), Zone = stores.ZoneOf(viewer.StoreId) }, status);
    }
}
