using System.Net;
using Changlai.App.Tests.Features.Orders.Import.Pages;
using Changlai.App.Tests.Features.Platform.Api;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.Features.Customers.Segments;

/// <summary>Segments as another program reads them.</summary>
public sealed class SegmentApiTests
{
    [Theory, OnBothDatabases]
    public async Task A_segment_is_listed_read_counted_and_its_customers_come_page_by_page(DatabaseKind kind)
    {
        await using var site = await CardSite.OpenAsync(kind);
        for (var number = 1; number <= 3; number++) await site.RegisterAsync(("name", $"金卡{number}"), ("tier", "gold"));
        await site.RegisterAsync(("name", "银卡"), ("tier", "silver"));
        await new SegmentSite(site).AddAsync("金卡", "customer.tier", "any-of", ["gold"]);
        using var program = await ApiProgram.OpenAsync(site, 1, "segments:read");

        var id = (await program.GetAsync("/api/segments")).Json.GetProperty("items")[0].GetProperty("id").GetInt64();
        var read = await program.GetAsync($"/api/segments/{id}");
        read.Text("name").ShouldBe("金卡");
        read.Json.GetProperty("rule").GetProperty("rules")[0].GetProperty("field").GetString().ShouldBe("customer.tier");
        (await program.GetAsync($"/api/segments/{id}", ("If-None-Match", read.ETag!))).Status.ShouldBe(HttpStatusCode.NotModified);
        (await program.GetAsync($"/api/segments/{id}/count")).Json.GetProperty("customers").GetInt64().ShouldBe(3);
        var first = (await program.GetAsync($"/api/segments/{id}/customers?limit=2")).Json;
        first.GetProperty("items").EnumerateArray().Select(one => one.GetProperty("name").GetString()).ShouldBe(["金卡3", "金卡2"]);
        var second = (await program.GetAsync($"/api/segments/{id}/customers?limit=2&after={first.GetProperty("next").GetString()}")).Json;
        second.GetProperty("items").EnumerateArray().Select(one => one.GetProperty("name").GetString()).ShouldBe(["金卡1"]);
        second.GetProperty("next").GetString().ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task Somebody_elses_segment_is_not_there(DatabaseKind kind)
    {
        await using var site = await CardSite.OpenAsync(kind);
        await new SegmentSite(site).AddAsync("金卡", "customer.tier", "any-of", ["gold"]);
        using var other = await ApiProgram.OpenAsync(site, 2, "segments:read");
        foreach (var path in (string[])["", "/count", "/customers"]) (await other.GetAsync($"/api/segments/1{path}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.GetAsync("/api/segments")).Json.GetProperty("items").GetArrayLength().ShouldBe(0);
    }
}
