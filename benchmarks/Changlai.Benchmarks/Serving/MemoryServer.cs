using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Web.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Changlai.Benchmarks.Serving;

/// <summary>
/// The product's server where each page also has an address under /memory. There the page's own endpoint runs once; its answer,
/// a component with the data it was given, is kept for each reader and rendered again for every request: what is left of a page's time without
/// the database. Everything else a request goes through is the same.
/// </summary>
internal static class MemoryServer
{
    public const string Command = "serve-memory";
    public const string Prefix = "/memory";
    private static readonly string[] Pages = ["/today", "/customers", "/customers/{id:long}"];

    /// <param name="arguments">Database, address to listen on.</param>
    public static int Run(string[] arguments)
    {
        using var database = new Database(arguments[0]);
        using var app = ServeCommand.Build(database, arguments[1]);
        foreach (var page in Pages)
        {
            var kept = new ConcurrentDictionary<string, IResult>(StringComparer.Ordinal);
            app.MapGet(Prefix + page, (HttpContext http) => kept.GetOrAdd(http.User.Identity!.Name!, static (_, asked) => Answer(asked.http, asked.page), (http, page)));
        }
        app.Run();
        return 0;
    }

    private static IResult Answer(HttpContext http, string pattern)
    {
        var endpoint = http.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .First(one => one.RoutePattern.RawText == pattern && one.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true);
        var handler = endpoint.Metadata.GetMetadata<MethodInfo>()!;
        return (IResult)handler.Invoke(null, [.. handler.GetParameters().Select(parameter => Argument(http, parameter))])!;
    }

    /// <summary>What the page is given: the request, services, the number in its address, and nothing of what a reader may add to it.</summary>
    private static object? Argument(HttpContext http, ParameterInfo parameter)
    {
        if (parameter.ParameterType == typeof(HttpContext)) return http;
        if (http.Request.RouteValues.TryGetValue(parameter.Name!, out var value)) return long.Parse((string)value!, CultureInfo.InvariantCulture);
        return parameter.ParameterType == typeof(string) || parameter.ParameterType.IsValueType ? null : http.RequestServices.GetRequiredService(parameter.ParameterType);
    }
}
