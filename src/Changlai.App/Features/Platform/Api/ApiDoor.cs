using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Api;
using Changlai.App.Ui;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Changlai.App.Features.Platform.Api;

/// <summary>
/// Stands before every operation of the API. A key needs the scope that the operation names; a browser that is signed in may read, and to change
/// something must prove with the token of one of our pages that no other site sends it.
/// </summary>
internal static class ApiDoor
{
    public const string Prefix = "/api";
    private static readonly Text NoScope = new("这个密钥没有“{0}”的权限，请换一个勾选了它的密钥。", "This key lacks the scope {0}; use one that has it.");
    private static readonly Text NoToken = new(
        "浏览器发来的修改要带页面的令牌（请求头 RequestVerificationToken）；程序请用密钥。", "A change sent by a browser needs the token of a page in the header RequestVerificationToken; a program uses a key.");

    public static async Task PassAsync(HttpContext http, RequestDelegate next)
    {
        if (http.User.Identity?.IsAuthenticated != true || !http.Request.Path.StartsWithSegments(Prefix, StringComparison.OrdinalIgnoreCase) || http.GetEndpoint() is not { } operation)
        {
            await next(http);
            return;
        }
        var refusal = KeyHolder.Of(http.User) is { } holder ? Refusal(http, operation, holder) : await RefusalAsync(http);
        await (refusal is null ? next(http) : refusal.ExecuteAsync(http));
    }

    private static IResult? Refusal(HttpContext http, Endpoint operation, KeyHolder holder)
    {
        // An operation that names no scope is open to no key.
        if (operation.Metadata.GetMetadata<ScopeRule>() is not { } rule) return JsonRequests.Forbidden(http.RequestServices.GetRequiredService<UiContext>());
        return holder.Scopes.Contains(rule.Scope.Code, StringComparer.Ordinal) ? null : Problem(http, NoScope.With(rule.Scope.Code), StatusCodes.Status403Forbidden);
    }

    private static async Task<IResult?> RefusalAsync(HttpContext http) =>
        HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || await HasTokenAsync(http) ? null : Problem(http, NoToken, StatusCodes.Status400BadRequest);

    /// <summary>Only in a header, which no form of another site can send; the body is the operation's to read.</summary>
    private static async Task<bool> HasTokenAsync(HttpContext http) =>
        http.Request.Headers.ContainsKey("RequestVerificationToken") && await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http);

    private static IResult Problem(HttpContext http, Text words, int status) => Results.Problem(words.In(http.RequestServices.GetRequiredService<UiContext>().Language), statusCode: status);
}
