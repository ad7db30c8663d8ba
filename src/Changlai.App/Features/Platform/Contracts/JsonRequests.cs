using System.Text.Json;
using System.Text.Json.Serialization;
using Changlai.App.Ui;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Changlai.App.Features.Platform.Contracts;

/// <summary>Requests and refusals of the JSON API: whatever is wrong is answered with problem details (RFC 9457).</summary>
internal static class JsonRequests
{
    private const string IdempotencyHeader = "Idempotency-Key";
    private static readonly Text NoJson = new("请用 application/json 发送内容。", "Send the content as application/json.");
    private static readonly Text BadJson = new("内容不是可以读懂的 JSON：{0}。", "The content is not JSON that can be read: {0}.");
    private static readonly Text NotThere = new("没有这一项。", "There is no such thing.");
    private static readonly Text MayNot = new("您的职责不能做这件事。", "Your role may not do this.");
    /// <summary>A field that nobody knows is refused by its name: most likely it is misspelt, and what it says would be lost.</summary>
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>The body, or why it cannot be taken. A form of another site cannot send this content type, so a signed-in browser is safe from it.</summary>
    public static async Task<(T? Body, IResult? Refusal)> ReadAsync<T>(HttpContext http)
        where T : class
    {
        var ui = http.RequestServices.GetRequiredService<UiContext>();
        if (!http.Request.HasJsonContentType()) return (null, Results.Problem(ui[NoJson], statusCode: StatusCodes.Status415UnsupportedMediaType));
        try
        {
            return await http.Request.ReadFromJsonAsync<T>(Json, http.RequestAborted) is { } body ? (body, null) : (null, Unreadable(ui, "null"));
        }
        catch (JsonException problem)
        {
            return (null, Unreadable(ui, problem.Path ?? "$"));
        }
    }

    public static string? KeyOf(HttpContext http) => http.Request.Headers[IdempotencyHeader].FirstOrDefault();

    public static IResult NotFound(UiContext ui) => Results.Problem(ui[NotThere], statusCode: StatusCodes.Status404NotFound);

    public static IResult Forbidden(UiContext ui) => Results.Problem(ui[MayNot], statusCode: StatusCodes.Status403Forbidden);

    /// <summary>What was wrong, field by field.</summary>
    public static IResult Invalid(UiContext ui, IReadOnlyDictionary<string, Text> errors) => Results.ValidationProblem(
        errors.ToDictionary(error => error.Key, error => new[] { ui[error.Value] }, StringComparer.Ordinal), statusCode: StatusCodes.Status422UnprocessableEntity);

    private static IResult Unreadable(UiContext ui, string where) => Results.Problem(BadJson.In(ui.Language, where), statusCode: StatusCodes.Status400BadRequest);
}
