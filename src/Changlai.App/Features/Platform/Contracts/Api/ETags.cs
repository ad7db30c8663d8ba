using Changlai.App.Ui;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Changlai.App.Features.Platform.Contracts.Api;

/// <summary>
/// Versions of what several people may change (RFC 9110). An answer carries its version as a strong ETag; a change says in <c>If-Match</c> which version it
/// was made from, so that nobody overwrites what they have not seen.
/// </summary>
internal static class ETags
{
    private static readonly Text NotSaid = new(
        "请在 If-Match 里写上您读到的版本（读取时回答里的 ETag）。", "Say in If-Match which version you have read: the ETag of the answer that you got.");
    private static readonly Text Changed = new(
        "您读取之后有人改过了，什么都没有保存。请重新读取，再改一次。", "Somebody has changed it since you read it, and nothing was saved. Read it again and make your change anew.");

    /// <summary>The answer with its version; 304 without a body when the caller has it already.</summary>
    public static IResult Answer<T>(HttpContext http, int version, T content)
    {
        var tag = Of(version);
        http.Response.Headers.ETag = tag.ToString();
        return http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Tag == "*" || known.Compare(tag, useStrongComparison: false)) && HttpMethods.IsGet(http.Request.Method)
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Ok(content);
    }

    /// <summary>Why a change may not be made: no version is said, or not the one that is stored. Null when it may.</summary>
    public static IResult? Refusal(HttpContext http, UiContext ui, int version)
    {
        if (http.Request.Headers.IfMatch.Count == 0) return Results.Problem(ui[NotSaid], statusCode: StatusCodes.Status428PreconditionRequired);
        return http.Request.GetTypedHeaders().IfMatch.Any(known => known.Tag == "*" || known.Compare(Of(version), useStrongComparison: true)) ? null : Stale(http, ui, version);
    }

    /// <summary>For a change that lost the race to another.</summary>
    public static IResult Stale(HttpContext http, UiContext ui, int version)
    {
        http.Response.Headers.ETag = Of(version).ToString();
        return Results.Problem(ui[Changed], statusCode: StatusCodes.Status412PreconditionFailed);
    }

    private static EntityTagHeaderValue Of(int version) => new($"\"{version}\"");
}
