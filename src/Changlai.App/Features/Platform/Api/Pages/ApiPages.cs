using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Api;
using Changlai.App.Ui;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Platform.Api.Pages;

/// <summary>The API told to people: how to begin, and what it can do, as the routes themselves say it.</summary>
internal static class ApiPages
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(ApiDoor.Prefix, Show).For(Access.SignedIn);

    private static IResult Show(HttpContext http, EndpointDataSource routes) =>
        UiSetup.Page<ApiPage>(new { Operations = OperationsOf(routes), Address = $"{http.Request.Scheme}://{http.Request.Host}" });

    internal static IReadOnlyList<ApiOperation> OperationsOf(EndpointDataSource routes) =>
    [
        .. from route in routes.Endpoints.OfType<RouteEndpoint>()
           let words = route.Metadata.GetMetadata<ApiWords>()
           let scope = route.Metadata.GetMetadata<ScopeRule>()
           let rule = route.Metadata.GetMetadata<AccessRule>()
           where words is not null && scope is not null && rule is not null
           from method in route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
           let path = "/" + route.RoutePattern.RawText!.Trim('/').Replace(":long", "", StringComparison.Ordinal)
           orderby path, Rank(method)
           select new ApiOperation(method, path, words.Summary, words.HasVersion, scope.Scope.Code, ApiTexts.Of(rule.Access)),
    ];

    private static int Rank(string method) => Array.IndexOf(["GET", "POST", "PUT", "DELETE"], method);
}

/// <param name="Does">What it does.</param>
/// <param name="Scope">What a key needs.</param>
/// <param name="Who">Who may use it.</param>
public sealed record ApiOperation(string Method, string Path, Text Does, bool HasVersion, string Scope, Text Who);
