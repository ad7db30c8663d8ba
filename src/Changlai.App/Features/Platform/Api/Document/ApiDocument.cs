using Changlai.App.Features.Platform.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Changlai.App.Features.Platform.Api.Document;

/// <summary>The API told to programs: OpenAPI at /openapi/v1.json, made from the routes themselves.</summary>
internal static class ApiDocument
{
    public const string Address = "/openapi/v1.json";
    public const string KeyScheme = "key";

    public static IServiceCollection AddApiDocument(this IServiceCollection services) => services.AddOpenApi(document =>
    {
        document.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        document.ShouldInclude = operation => operation.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        document.AddDocumentTransformer((whole, _, _) =>
        {
            whole.Info = new OpenApiInfo
            {
                Title = "Changlai",
                Version = "v1",
                Description = "Errors are problem details (RFC 9457); a wrong field is named in errors. Amounts called …Minor are in minor units of the currency, days are ISO dates. Words come in the language of Accept-Language.",
            };
            // Whoever reads it knows where it came from; an address in it would be a guess behind a proxy.
            whole.Servers = [];
            whole.Components ??= new OpenApiComponents();
            whole.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
            whole.Components.SecuritySchemes[KeyScheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "A key made on /account/keys: Authorization: Bearer clk_…",
            };
            return Task.CompletedTask;
        });
        document.AddOperationTransformer<ApiOperations>();
    });

    public static void Map(IEndpointRouteBuilder routes) => routes.MapOpenApi(Address).For(Access.Anonymous);
}
