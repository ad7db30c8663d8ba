using System.Net;
using Changlai.App.Tests.Features.Orders.Import.Pages;
using Changlai.App.Tests.Harness;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Tests.Shell;

/// <summary>Every form proves that it came from one of our pages.</summary>
public sealed class FormTokenTests
{
    /// <summary>It reads its body as it comes and checks the token itself, before the file.</summary>
    private const string Upload = "/imports";

    [Fact]
    public async Task Every_route_that_takes_a_form_checks_its_token()
    {
        await using var site = await ImportSite.OpenAsync(DatabaseKind.Sqlite);
        var forms = site.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("POST") == true)
            .Where(route => !route.RoutePattern.RawText!.TrimStart('/').StartsWith("api/", StringComparison.Ordinal)).ToList();

        forms.Count.ShouldBeGreaterThan(20);
        forms.Where(route => route.Metadata.GetMetadata<IAntiforgeryMetadata>()?.RequiresValidation != true)
            .Select(route => route.RoutePattern.RawText!.TrimEnd('/')).ShouldBe([Upload]);
    }

    [Theory]
    [InlineData("/sign-out")]
    [InlineData("/settings/fields/1/retirement")]
    [InlineData("/duplicates/1/2/not-same")]
    [InlineData("/duplicates/merges/1/undo")]
    [InlineData("/customers/1/dates/1/removal")]
    [InlineData("/handover/1/undo")]
    [InlineData("/imports")]
    public async Task A_form_without_its_token_is_refused(string path)
    {
        await using var site = await ImportSite.OpenAsync(DatabaseKind.Sqlite);
        using var form = new FormUrlEncodedContent([new("anything", "x")]);

        (await site.PostAsync(path, form)).ShouldBe(HttpStatusCode.BadRequest);
    }
}
