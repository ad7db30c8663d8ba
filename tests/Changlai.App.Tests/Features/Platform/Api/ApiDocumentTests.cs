using Changlai.App.Features.Platform.Contracts.Api;
using Changlai.App.Tests.Features.Orders.Import.Pages;
using Changlai.App.Tests.Harness;
using Microsoft.AspNetCore.Routing;
using Microsoft.OpenApi;

namespace Changlai.App.Tests.Features.Platform.Api;

/// <summary>The document in which the API tells other programs what it can do.</summary>
public sealed class ApiDocumentTests
{
    /// <summary>What takes nothing but its address.</summary>
    private static readonly string[] Acts = ["/api/imports", "/leaving", "/return", "/restoration", "/undo", "/not-same"];

    /// <summary>What answers a file.</summary>
    private static readonly Dictionary<string, string> Files = new(StringComparer.Ordinal) { ["GET /api/customers/{id}/photo"] = "image/*", ["GET /api/imports/{id}/rejects.csv"] = "text/csv" };

    [Fact]
    public async Task Every_operation_is_in_a_document_that_is_valid()
    {
        await using var site = await ImportSite.OpenAsync(DatabaseKind.Sqlite);
        var document = await ReadAsync(site);
        var told = document.Paths.SelectMany(path => path.Value.Operations!.Keys.Select(method => $"{method.Method} {path.Key}")).Order(StringComparer.Ordinal);
        var routes = site.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(route => route.RoutePattern.RawText!.TrimStart('/').StartsWith("api/", StringComparison.Ordinal))
            .SelectMany(route => route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(method => $"{method} /{route.RoutePattern.RawText!.Trim('/').Replace(":long", "", StringComparison.Ordinal)}"));
        told.ShouldBe(routes.Order(StringComparer.Ordinal));
        told.Count().ShouldBeGreaterThan(25);
    }

    [Fact]
    public async Task Every_operation_says_what_it_does_takes_answers_and_refuses_and_which_scope_it_needs()
    {
        await using var site = await ImportSite.OpenAsync(DatabaseKind.Sqlite);
        var document = await ReadAsync(site);
        document.Components!.SecuritySchemes!["key"].Scheme.ShouldBe("bearer");
        foreach (var (path, item) in document.Paths)
            foreach (var (method, operation) in item.Operations!)
            {
                var called = $"{method} {path}";
                operation.Summary.ShouldNotBeNullOrWhiteSpace(called);
                operation.Responses!.Keys.ShouldContain("401", called);
                operation.Responses.Keys.ShouldContain("422", called);
                if (path.Contains('{')) operation.Responses.Keys.ShouldContain("404", called);
                if (method != HttpMethod.Delete && !operation.Responses.ContainsKey("204")) operation.Responses.First(answer => answer.Key[0] == '2').Value.Content!.First(content => content.Key == (Files.GetValueOrDefault($"{method} {path}") ?? "application/json")).Value.Schema.ShouldNotBeNull(called);
                else operation.Responses.Keys.ShouldContain("204", called);
                operation.Responses["401"].Content!.Keys.ShouldBe(["application/problem+json"], called);
                operation.Security![0].Values.Single().ShouldAllBe(scope => ApiScope.Find(scope) != null, called);
                operation.Security[0].Values.Single().Count.ShouldBe(1, called);
                if (method != HttpMethod.Get && method != HttpMethod.Delete && !Acts.Any(act => path.EndsWith(act, StringComparison.Ordinal))) operation.RequestBody!.Content![path.EndsWith("/photo", StringComparison.Ordinal) ? "image/png" : "application/json"].Schema.ShouldNotBeNull(called);
                foreach (var part in path.Split('/').Where(part => part.StartsWith('{')))
                    (operation.Parameters ?? []).Select(parameter => parameter.Name).ShouldContain(part.Trim('{', '}'), called);
            }
    }

    [Fact]
    public async Task What_several_may_change_needs_its_version()
    {
        await using var site = await ImportSite.OpenAsync(DatabaseKind.Sqlite);
        var paths = (await ReadAsync(site)).Paths;
        foreach (var (path, method) in new[] { ("/api/customers/{id}", HttpMethod.Put), ("/api/segments/{id}", HttpMethod.Put), ("/api/segments/{id}", HttpMethod.Delete), ("/api/products/{id}", HttpMethod.Put), ("/api/customers/{customerId}/orders/{orderId}", HttpMethod.Put), ("/api/customers/{customerId}/assets/{assetId}", HttpMethod.Put),
            ("/api/stores/{id}", HttpMethod.Put), ("/api/fields/{id}", HttpMethod.Put), ("/api/plans/{code}/enabled", HttpMethod.Put), ("/api/customers/{customerId}/dates/{dateId}", HttpMethod.Delete), ("/api/customers/{id}/photo", HttpMethod.Put), ("/api/customers/{id}/photo", HttpMethod.Delete), ("/api/completeness", HttpMethod.Put) })
        {
            var change = paths[path].Operations![method];
            change.Parameters!.Single(parameter => parameter.Name == "If-Match").Required.ShouldBeTrue();
            change.Responses!.Keys.ShouldContain("412");
            change.Responses.Keys.ShouldContain("428");
        }
    }

    [Fact]
    public async Task It_speaks_the_readers_language_and_needs_no_key()
    {
        await using var site = await ImportSite.OpenAsync(DatabaseKind.Sqlite);
        using var stranger = await site.BrowserAsync(null);
        (await stranger.GetStringAsync("/openapi/v1.json")).ShouldContain("Enter a customer");
        stranger.DefaultRequestHeaders.AcceptLanguage.Clear();
        stranger.DefaultRequestHeaders.AcceptLanguage.ParseAdd("zh");
        (await OpenApiDocument.LoadAsync(await stranger.GetStreamAsync("/openapi/v1.json"), "json")).Document!.Paths["/api/customers"].Operations![HttpMethod.Post].Summary.ShouldBe("登记客户");
    }

    private static async Task<OpenApiDocument> ReadAsync(ImportSite site)
    {
        await using var content = new MemoryStream(await site.DownloadAsync("/openapi/v1.json"));
        var read = await OpenApiDocument.LoadAsync(content, "json");
        read.Diagnostic!.Errors.ShouldBeEmpty();
        read.Diagnostic.Warnings.ShouldBeEmpty();
        return read.Document!;
    }
}
