using System.Net;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Privacy;
using Changlai.App.Tests.Features.Orders.Import.Pages;
using Changlai.App.Tests.Features.Platform.Api;
using Changlai.App.Tests.Harness;
using Changlai.Core.Calendars;

namespace Changlai.App.Tests.Features.Customers.Privacy;

/// <summary>Seeing in full what is hidden: with a reason, for a while, and written down.</summary>
public sealed class RevealTests
{
    [Theory, OnBothDatabases]
    public async Task Whoever_says_why_sees_it_for_ten_minutes_and_the_log_says_so(DatabaseKind kind)
    {
        var (site, id) = await PrivacySite.OpenAsync(kind);
        await using var _ = site;
        var (status, page) = await site.SubmitAsync(await site.PageAsync($"/customers/{id}"), "/reveal", ("reason", "trouble"), ("words", "送货找不到门"));
        status.ShouldBe(HttpStatusCode.OK);
        page.DocumentElement.TextContent.ShouldContain("138 0013 8001");
        page.DocumentElement.TextContent.ShouldContain("E1234567");
        site.Scalar<string>("SELECT details FROM audit_entry WHERE action = 'customer.reveal'").ShouldBe("""{"reason":"trouble","words":"送货找不到门"}""");
        site.Scalar<long>($"SELECT count(*) FROM audit_entry WHERE action = 'customer.reveal' AND customer_id = {id} AND actor_id = 1").ShouldBe(1);

        await site.SignInAsync("zhou");
        (await site.TextAsync($"/customers/{id}")).ShouldNotContain("138 0013 8001");
        await site.SignInAsync("lin");
        using (var session = site.Database.OpenSession())
            session.Execute("UPDATE customer_reveal SET ends_at = @past", ("past", TimeProvider.System.GetUtcNow().AddSeconds(-1)));
        (await site.TextAsync($"/customers/{id}")).ShouldNotContain("138 0013 8001");
    }

    [Theory]
    [InlineData("", "", "Reason")]
    [InlineData("because", "", "Reason")]
    [InlineData("other", "", "In words")]
    [InlineData("other", "abc", "In words")]
    public async Task Without_a_reason_nothing_is_shown(string reason, string words, string field)
    {
        var (site, id) = await PrivacySite.OpenAsync(DatabaseKind.Sqlite);
        await using var _ = site;
        var (status, page) = await site.SubmitAsync(await site.PageAsync($"/customers/{id}"), "/reveal", ("reason", reason), ("words", words));
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.QuerySelector(".reveal .field-error")!.ParentElement!.TextContent.ShouldContain(field);
        page.DocumentElement.TextContent.ShouldNotContain("138 0013 8001");
        site.Scalar<long>("SELECT count(*) FROM customer_reveal").ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task A_program_says_why_too(DatabaseKind kind)
    {
        var (site, id) = await PrivacySite.OpenAsync(kind);
        await using var _ = site;
        using var program = await ApiProgram.OpenAsync(site, 1, "customers:read");
        (await program.CallAsync(HttpMethod.Post, $"/api/customers/{id}/reveal", new { reason = "curious" })).Fields.ShouldBe(["reason"]);
        var shown = await program.CallAsync(HttpMethod.Post, $"/api/customers/{id}/reveal", new { reason = "contact" });
        shown.Json.GetProperty("phones")[0].GetProperty("number").GetString().ShouldBe("+8613800138001");
        (await program.CallAsync(HttpMethod.Post, "/api/customers/999999/reveal", new { reason = "contact" })).Status.ShouldBe(HttpStatusCode.NotFound);
        site.Scalar<string>("SELECT actor_kind FROM audit_entry WHERE action = 'customer.reveal'").ShouldBe("key");
    }

    [Theory, OnBothDatabases]
    public async Task Whoever_looks_at_hundreds_within_an_hour_is_written_down_and_whoever_looks_at_few_is_not(DatabaseKind kind)
    {
        await using var site = await CardSite.OpenAsync(kind, "staff", session => NewCustomers.Write(session, "test",
            [.. Enumerable.Range(1, BulkViews.Many).Select(number => new NewCustomer($"N{number}", $"客{number}", null, null, null, null, null, null, null, 1, null, Weekdays.None, null, null, FakeTime.On("2024-01-01").GetUtcNow(), []))]));
        await site.GetAsync("/customers");
        Entries(site).ShouldBe(0);
        using var program = await ApiProgram.OpenAsync(site, 1, "customers:read");
        await program.GetAsync($"/api/customers?limit={BulkViews.Many}");
        Entries(site).ShouldBe(1);
        await program.GetAsync("/api/customers?limit=50");
        Entries(site).ShouldBe(1);
        await program.GetAsync($"/api/customers?limit={BulkViews.Many}");
        Entries(site).ShouldBe(2);
    }

    private static long Entries(ImportSite site) => site.Scalar<long>("SELECT count(*) FROM audit_entry WHERE action = 'customer.bulk-view'");
}
