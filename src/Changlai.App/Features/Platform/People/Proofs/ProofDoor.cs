using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Api;
using Changlai.App.Features.Platform.People.Passkeys;
using Changlai.App.Features.Platform.People.Sessions;
using Changlai.App.Ui;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Changlai.App.Features.Platform.People.Proofs;

/// <summary>
/// Asks whoever changes what others may do to prove anew who they are, when the last time is a while ago. The form waits meanwhile in the page that asks, so
/// that nothing typed is lost and nothing is kept on the server.
/// </summary>
internal static class ProofDoor
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);
    private static readonly string[] Own = ["token", PasswordField, CredentialField];
    private const string PasswordField = "proof";
    private const string CredentialField = "credential";

    public static bool IsFresh(DateTimeOffset provenAt, DateTimeOffset now) => now - provenAt <= Lasts;

    public static async Task PassAsync(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<AskedAgain>() is null || http.User.Identity?.IsAuthenticated != true || KeyHolder.Of(http.User) is not null)
        {
            await next(http);
            return;
        }
        var services = http.RequestServices;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        if (IsFresh(SessionCookie.ProvenAt(http.User), now))
        {
            await next(http);
            return;
        }
        if (http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            await Results.Problem(ProofTexts.OnAPage.In(services.GetRequiredService<UiContext>().Language), statusCode: StatusCodes.Status403Forbidden).ExecuteAsync(http);
            return;
        }
        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync() : FormCollection.Empty;
        var viewer = Viewer.Of(http.User);
        Text? problem = null;
        bool hasPasskey;
        using (var session = services.GetRequiredService<Database>().OpenSession())
        {
            var account = SignInAccount.Of(session, viewer.StaffId)!;
            var isProven = false;
            if (form.TryGetValue(PasswordField, out var password) && password.ToString().Length > 0) (isProven, problem) = (account.IsMe(session, password, now), People.Pages.AccountTexts.WrongOld);
            else if (form.TryGetValue(CredentialField, out var credential) && credential.ToString().Length > 0)
                (isProven, problem) = (!account.IsLocked(now) && await PasskeyAnswer.CheckAsync(http, session, services.GetRequiredService<PasskeyTickets>(), PasskeyPurpose.Prove, viewer.StaffId, credential, now) is not null, ProofTexts.NotFitting);
            if (isProven) StaffSessions.Prove(session, SessionCookie.NumberOf(http.User), now);
            hasPasskey = PasskeyStore.Count(session, viewer.StaffId) > 0;
            if (isProven) problem = null;
            else problem ??= ProofTexts.Asked;
        }
        if (problem is null)
        {
            await next(http);
            return;
        }
        List<KeyValuePair<string, string>> kept = [.. from field in form where !Own.Contains(field.Key, StringComparer.Ordinal) from value in field.Value select KeyValuePair.Create(field.Key, value ?? "")];
        await UiSetup.Page<ProofPage>(new { Action = http.Request.Path.Value, Kept = kept, Problem = problem.Value == ProofTexts.Asked ? (Text?)null : problem, HasPasskey = hasPasskey, Back = BackOf(http) }, StatusCodes.Status422UnprocessableEntity).ExecuteAsync(http);
    }

    /// <summary>The page that the form stood on, for whoever thinks better of it.</summary>
    private static string BackOf(HttpContext http) =>
        Uri.TryCreate(http.Request.Headers.Referer, UriKind.Absolute, out var from) && from.Authority == http.Request.Host.Value && from.AbsolutePath != http.Request.Path.Value ? SignIn.Local(from.PathAndQuery)
        : http.Request.Path.StartsWithSegments("/staff", out var rest) && rest.Value?.Split('/') is [_, var id, ..] && long.TryParse(id, out var staff) ? $"/staff/{staff}"
        : http.Request.Path.StartsWithSegments("/staff") ? "/staff"
        : "/settings";

    /// <summary>A route that is asked for only by somebody who proved lately who they are.</summary>
    public static TBuilder AsksAgain<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new AskedAgain());

    private sealed record AskedAgain;
}

internal static class ProofTexts
{
    public static readonly Text Title = new("请确认是您本人", "Confirm that it is you");
    public static readonly Text What = new("您要改的事关系到别人的登录和权限，而您上次确认身份已经超过 10 分钟。确认后马上继续，刚才填的都还在。", "What you are about to change decides how others get in, and you last proved who you are more than ten minutes ago. It goes on right afterwards; nothing you typed is lost.");
    public static readonly Text Confirm = new("确认并继续", "Confirm and go on");
    public static readonly Text NotNow = new("不改了，返回", "Leave it as it is");
    public static readonly Text ByPasskey = new("用通行密钥确认", "Confirm with a passkey");
    public static readonly Text NotFitting = new("通行密钥没有通过。请再试一次，或者输入密码。", "The passkey did not fit. Try again, or enter your password.");
    public static readonly Text OnAPage = new("请先在页面上输入密码确认是您本人，或者用密钥。", "Prove who you are on a page first, or use a key.");
    public static readonly Text Asked = new("请输入密码。", "Enter your password.");
}
