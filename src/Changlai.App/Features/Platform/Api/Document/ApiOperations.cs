using System.Globalization;
using Changlai.App.Features.Platform.Contracts.Api;
using Changlai.App.Ui;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Changlai.App.Features.Platform.Api.Document;

/// <summary>Tells of each operation what it takes and answers, which scope a key needs, and how it refuses.</summary>
internal sealed class ApiOperations(IHttpContextAccessor asking) : IOpenApiOperationTransformer
{
    private const string Json = "application/json";
    private const string ProblemJson = "application/problem+json";

    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var method = context.Description.HttpMethod ?? "";
        if (metadata.OfType<ApiWords>().LastOrDefault() is not { } words) return;
        operation.Summary = words.Summary.In(asking.HttpContext is { } http ? Languages.Choose(http) : Language.English);
        operation.Responses = [];
        operation.Responses[words.Status.ToString(CultureInfo.InvariantCulture)] = new OpenApiResponse
        {
            Description = "OK",
            Content = words.Media is { } media ? Content(media, Bytes()) : words.Answer == typeof(void) ? null : Content(Json, await context.GetOrCreateSchemaAsync(words.Answer, null, cancellationToken)),
        };
        if (words.Body is { } body)
            operation.RequestBody = new OpenApiRequestBody { Required = true, Content = Content(Json, await context.GetOrCreateSchemaAsync(body, null, cancellationToken)) };
        if (metadata.OfType<ApiFile>().LastOrDefault() is { } file)
            operation.RequestBody = new OpenApiRequestBody { Required = true, Content = file.Media.ToDictionary(one => one, _ => new OpenApiMediaType { Schema = Bytes() }, StringComparer.Ordinal) };

        var scope = metadata.OfType<ScopeRule>().LastOrDefault()?.Scope;
        operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(ApiDocument.KeyScheme, context.Document)] = scope is null ? [] : [scope.Code] }];
        var hasPlace = context.Description.RelativePath?.Contains('{', StringComparison.Ordinal) == true;
        var problem = await context.GetOrCreateSchemaAsync(typeof(ProblemDetails), null, cancellationToken);
        var invalid = await context.GetOrCreateSchemaAsync(typeof(HttpValidationProblemDetails), null, cancellationToken);
        Refuses(operation, "401", "No key, or none that works", problem);
        Refuses(operation, "403", $"The key lacks the scope {scope?.Code}, or its owner may not", problem);
        if (hasPlace) Refuses(operation, "404", "Nothing there that the owner of the key may see", problem);
        Refuses(operation, "422", "A field is wrong: errors says which and why", invalid);
        Refuses(operation, "429", "Too often; Retry-After says when again", problem);
        if (words.Body is not null) Refuses(operation, "400", "Not JSON, or a field that is not known", problem);
        if (method == "POST") Asks(operation, "Idempotency-Key", "The same key again does nothing and answers as before", isRequired: false);
        if (!words.HasVersion) return;
        if (method == "GET")
        {
            Asks(operation, "If-None-Match", "The ETag that the caller has already", isRequired: false);
            operation.Responses["304"] = new OpenApiResponse { Description = "The caller has the newest version" };
        }
        if (method is not ("PUT" or "DELETE")) return;
        Asks(operation, "If-Match", "The ETag of the version that is changed", isRequired: true);
        Refuses(operation, "412", "Somebody has changed it since", problem);
        Refuses(operation, "428", "If-Match is missing", problem);
    }

    private static void Refuses(OpenApiOperation operation, string status, string why, OpenApiSchema schema) =>
        operation.Responses![status] = new OpenApiResponse { Description = why, Content = Content(ProblemJson, schema) };

    private static void Asks(OpenApiOperation operation, string header, string what, bool isRequired) =>
        (operation.Parameters ??= []).Add(new OpenApiParameter { Name = header, In = ParameterLocation.Header, Required = isRequired, Description = what, Schema = new OpenApiSchema { Type = JsonSchemaType.String } });

    private static OpenApiSchema Bytes() => new() { Type = JsonSchemaType.String, Format = "binary" };

    private static Dictionary<string, OpenApiMediaType> Content(string type, IOpenApiSchema schema) => new(StringComparer.Ordinal) { [type] = new OpenApiMediaType { Schema = schema } };
}
