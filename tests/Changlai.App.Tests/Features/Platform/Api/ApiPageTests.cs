using Changlai.App.Features.Platform.Api.Pages;
using Changlai.App.Tests.Features.Customers;
using Changlai.App.Tests.Features.Orders.Import.Pages;
using Changlai.App.Tests.Harness;
using Microsoft.AspNetCore.Routing;
using Microsoft.OpenApi;

namespace Changlai.App.Tests.Features.Platform.Api;

/// <summary>The page that tells people of the API.</summary>
public sealed class ApiPageTests
{
    [Fact]
    public async Task It_lists_every_operation_of_the_document_with_what_a_key_needs()
    {
        await using var site = await ImportSite.OpenAsync(DatabaseKind.Sqlite, "staff");
        await using var content = new MemoryStream(await site.DownloadAsync("/openapi/v1.json"));
        var document = (await OpenApiDocument.LoadAsync(content, "json")).Document!;
        var told = document.Paths.SelectMany(path => path.Value.Operations!.Keys.Select(method => $"{method.Method} {path.Key}")).Order(StringComparer.Ordinal);
        var page = await site.PageAsync("/api");
        page.QuerySelectorAll("td.api-path code").Select(operation => operation.TextContent.Trim()).Order(StringComparer.Ordinal).ShouldBe(told);
        var entered = page.QuerySelectorAll("tr").Single(row => row.QuerySelector("td.api-path")?.TextContent.Trim() == "POST /api/customers").TextContent;
        entered.ShouldContain("Enter a customer");
        entered.ShouldContain("customers:write");
        entered.ShouldContain("All but auditors");
        page.QuerySelector("a[href='/account/keys']").ShouldNotBeNull();
        page.QuerySelectorAll("pre.api-example").Length.ShouldBe(3);
    }

    [Fact]
    public async Task An_operation_is_told_by_its_route()
    {
        await using var site = await ImportSite.OpenAsync(DatabaseKind.Sqlite);
        var operations = ApiPages.OperationsOf(site.Service<EndpointDataSource>());
        operations.ShouldContain(one => one.Method == "PUT" && one.Path == "/api/customers/{id}" && one.HasVersion);
        operations.Count.ShouldBeGreaterThan(80);
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_shown_where()
    {
        await using var site = await ImportSite.OpenAsync(DatabaseKind.Sqlite);
        using var stranger = await site.BrowserAsync(null);
        using var page = await stranger.GetAsync("/api");
        page.StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
        using var operation = await stranger.GetAsync("/api/customers");
        operation.StatusCode.ShouldBe(System.Net.HttpStatusCode.Unauthorized);
    }
}
