using System.Net;
using Changlai.App.Features.Platform.Api;
using Changlai.App.Tests.Features.Orders.Import.Pages;
using Changlai.App.Tests.Harness;
using Microsoft.Extensions.Options;

namespace Changlai.App.Tests.Features.Platform.Api;

/// <summary>One program cannot slow down the whole shop.</summary>
public sealed class ApiLimitTests
{
    private const string Products = "/api/products";

    [Fact]
    public async Task A_key_that_asks_too_often_is_told_when_to_come_again_and_no_other_key_is()
    {
        await using var site = await OpenAsync();
        using var busy = await ApiProgram.OpenAsync(site, 1, "products:read");
        using var other = await ApiProgram.OpenAsync(site, 1, "products:read");
        (await busy.GetAsync(Products)).Status.ShouldBe(HttpStatusCode.OK);
        (await busy.GetAsync(Products)).Status.ShouldBe(HttpStatusCode.OK);

        var refused = await busy.GetAsync(Products);
        refused.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 60);
        refused.Json.TryGetProperty("title", out _).ShouldBeTrue("problem details");
        (await other.GetAsync(Products)).Status.ShouldBe(HttpStatusCode.OK);
        (await site.GetAsync("/products")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Nobody_tries_keys_without_end()
    {
        await using var site = await OpenAsync();
        foreach (var status in (HttpStatusCode[])[HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests])
        {
            using var guess = await ApiProgram.OfAsync(site, $"clk_{status}");
            (await guess.GetAsync(Products)).Status.ShouldBe(status);
        }
        (await site.CallAsync(HttpMethod.Get, Products)).Status.ShouldBe(HttpStatusCode.OK, "somebody who is signed in is no stranger");
    }

    [Fact]
    public void An_IPv6_stranger_is_known_by_their_network()
    {
        ApiLimits.NetworkOf(IPAddress.Parse("2001:db8:1:2::1")).ShouldBe(ApiLimits.NetworkOf(IPAddress.Parse("2001:db8:1:2:ffff::9")));
        ApiLimits.NetworkOf(IPAddress.Parse("2001:db8:1:3::1")).ShouldNotBe(ApiLimits.NetworkOf(IPAddress.Parse("2001:db8:1:2::1")));
        ApiLimits.NetworkOf(IPAddress.Parse("::ffff:10.0.0.1")).ShouldBe("10.0.0.1");
    }

    private static async Task<ImportSite> OpenAsync()
    {
        var site = await ImportSite.OpenAsync(DatabaseKind.Sqlite);
        var rates = site.Service<IOptions<ApiRates>>().Value;
        (rates.KeyAMinute, rates.StrangerAMinute) = (2, 3);
        return site;
    }
}
