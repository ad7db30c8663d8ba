using System.Security.Cryptography;
using System.Text;
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
    private const int FingerprintBytes = 12;

    private static readonly Text NotSaid = new(
        "请在 If-Match 里写上您读到的版本（读取时回答里的 ETag）。", "Say in If-Match which version you have read: the ETag of the answer that you got.");
    private static readonly Text Changed = new(
        "您读取之后有人改过了，什么都没有保存。请重新读取，再改一次。", "Somebody has changed it since you read it, and nothing was saved. Read it again and make your change anew.");

    /// <summary>
    /// The version of what counts none: whatever changed it, a page, a program or an import, it is another one. Of everything that is stored of the thing,
    /// in an order that does not change.
    /// </summary>
    public static string Fingerprint(params ReadOnlySpan<object?> stored)
    {
        var whole = new StringBuilder();
        foreach (var part in stored)
        {
            var text = Convert.ToString(part, System.Globalization.CultureInfo.InvariantCulture) ?? "";
            // With its length, so that no two things read the same.
            whole.Append(part is null ? '-' : '+').Append(text.Length).Append(':').Append(text);
        }
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whole.ToString())).AsSpan(0, FingerprintBytes));
    }

    /// <summary>The answer with its version; 304 without a body when the caller has it already.</summary>
    public static IResult Answer<T>(HttpContext http, int version, T content) => Answer(http, $"{version}", content);

    public static IResult Answer<T>(HttpContext http, string version, T content)
    {
        var tag = Of(version);
        http.Response.Headers.ETag = tag.ToString();
        return http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Tag == "*" || known.Compare(tag, useStrongComparison: false)) && HttpMethods.IsGet(http.Request.Method)
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Ok(content);
    }

    /// <summary>The answer to whoever has just made something: where it is, and its version.</summary>
    public static IResult Made<T>(HttpContext http, string version, string address, T content, bool again)
    {
        http.Response.Headers.ETag = Of(version).ToString();
        http.Response.Headers.Location = address;
        return Results.Json(content, statusCode: again ? StatusCodes.Status200OK : StatusCodes.Status201Created);
    }

    /// <summary>Why a change may not be made: no version is said, or not the one that is stored. Null when it may.</summary>
    public static IResult? Refusal(HttpContext http, UiContext ui, int version) => Refusal(http, ui, $"{version}");

    public static IResult? Refusal(HttpContext http, UiContext ui, string version)
    {
        if (http.Request.Headers.IfMatch.Count == 0) return Results.Problem(ui[NotSaid], statusCode: StatusCodes.Status428PreconditionRequired);
        return http.Request.GetTypedHeaders().IfMatch.Any(known => known.Tag == "*" || known.Compare(Of(version), useStrongComparison: true)) ? null : Stale(http, ui, version);
    }

    /// <summary>For a change that lost the race to another.</summary>
    public static IResult Stale(HttpContext http, UiContext ui, int version) => Stale(http, ui, $"{version}");

    public static IResult Stale(HttpContext http, UiContext ui, string version)
    {
        http.Response.Headers.ETag = Of(version).ToString();
        return Results.Problem(ui[Changed], statusCode: StatusCodes.Status412PreconditionFailed);
    }

    /// <summary>The version as a header says it.</summary>
    public static EntityTagHeaderValue Of(string version) => new($"\"{version}\"");
}
