using System.Net;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Api;
using Changlai.App.Tests.Features.Customers;
using Changlai.App.Tests.Features.Orders.Import.Pages;
using Changlai.App.Tests.Harness;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Tests.Features.Platform.Api;

/// <summary>Keys with which other programs come.</summary>
public sealed class ApiKeyTests
{
    private const string Products = "/api/products";
    private static readonly object NewProduct = new { code = "T9", name = "毛尖", currency = "CNY" };

    [Theory, OnBothDatabases]
    public async Task A_key_is_shown_once_works_and_is_stored_as_a_hash_only(DatabaseKind kind)
    {
        await using var site = await ImportSite.OpenAsync(kind);
        var empty = await site.PageAsync("/account/keys");
        var (status, page) = await site.SubmitAsync(empty, "/account/keys", ("name", "收银"), ("scope", "products:read"));
        status.ShouldBe(HttpStatusCode.OK);
        var secret = page.QuerySelector(".new-key")!.TextContent;
        secret.ShouldStartWith("clk_");
        secret.Length.ShouldBe(47);

        using var program = await ApiProgram.OfAsync(site, secret);
        (await program.GetAsync(Products)).Status.ShouldBe(HttpStatusCode.OK);
        DatabaseContent(site).ShouldNotContain(secret);
        DatabaseContent(site).ShouldNotContain(secret[10..]);

        (await site.PageAsync("/account/keys")).QuerySelector(".new-key").ShouldBeNull();
        var (_, again) = await site.SubmitAsync(empty, "/account/keys", ("name", "收银"), ("scope", "products:read"));
        again.QuerySelector(".new-key").ShouldBeNull();
        ImportSite.Notice(again).ShouldContain("made before");
        (await site.CountAsync("api_key")).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task A_revoked_key_works_no_more_and_whoever_did_it_is_told_in_the_log(DatabaseKind kind)
    {
        await using var site = await ImportSite.OpenAsync(kind);
        using var program = await ApiProgram.OpenAsync(site, 1, "products:read");
        (await program.GetAsync(Products)).Status.ShouldBe(HttpStatusCode.OK);

        await site.SubmitAsync(await site.PageAsync("/account/keys"), "/revocation");

        var refused = await program.GetAsync(Products);
        refused.Status.ShouldBe(HttpStatusCode.Unauthorized);
        refused.Headers.WwwAuthenticate.ToString().ShouldContain("invalid_token");
        refused.Json.TryGetProperty("title", out _).ShouldBeTrue("problem details");
        site.Scalar<string>("SELECT subject FROM audit_entry WHERE action = 'key.revoke'").ShouldBe("key:1");
    }

    [Theory, OnBothDatabases]
    public async Task A_key_dies_with_its_day_its_owner_and_a_letter_of_it(DatabaseKind kind)
    {
        await using var site = await ImportSite.OpenAsync(kind);
        using var program = await ApiProgram.OpenAsync(site, 1, "products:read");
        using (var wrong = await ApiProgram.OfAsync(site, program.Secret[..^1] + (program.Secret[^1] == 'A' ? 'Q' : 'A'))) (await wrong.GetAsync(Products)).Status.ShouldBe(HttpStatusCode.Unauthorized);

        using var session = site.Database.OpenSession();
        session.Execute("UPDATE staff SET active = @no WHERE id = 1", ("no", false));
        (await program.GetAsync(Products)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        session.Execute("UPDATE staff SET active = @yes WHERE id = 1", ("yes", true));
        (await program.GetAsync(Products)).Status.ShouldBe(HttpStatusCode.OK);
        session.Execute("UPDATE api_key SET expires_at = @past", ("past", TimeProvider.System.GetUtcNow()));
        (await program.GetAsync(Products)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory, OnBothDatabases]
    public async Task A_key_does_no_more_than_its_scopes_and_no_more_than_its_owner(DatabaseKind kind)
    {
        await using var site = await ImportSite.OpenAsync(kind);
        using var reads = await ApiProgram.OpenAsync(site, 1, "products:read");
        var refused = await reads.CallAsync(HttpMethod.Post, Products, NewProduct);
        refused.Status.ShouldBe(HttpStatusCode.Forbidden);
        refused.Text("detail").ShouldContain("products:write");
        (await reads.GetAsync("/api/today")).Status.ShouldBe(HttpStatusCode.Forbidden);

        using var writes = await ApiProgram.OpenAsync(site, 1, "products:write");
        (await writes.CallAsync(HttpMethod.Post, Products, NewProduct)).Status.ShouldBe(HttpStatusCode.Created);
        using (var session = site.Database.OpenSession()) session.Execute("UPDATE staff SET role = 'staff' WHERE id = 1");
        (await writes.CallAsync(HttpMethod.Post, Products, NewProduct)).Status.ShouldBe(HttpStatusCode.Forbidden, "the owner may no longer");
        site.Scalar<string>("SELECT actor_kind FROM audit_entry WHERE action = 'product.make'").ShouldBe("key");
        site.Scalar<string>("SELECT actor_name FROM audit_entry WHERE action = 'product.make'").ShouldBe("lin · till");
    }

    [Theory, OnBothDatabases]
    public async Task A_key_opens_no_page_and_its_use_is_noted_once_a_minute(DatabaseKind kind)
    {
        await using var site = await ImportSite.OpenAsync(kind);
        using var program = await ApiProgram.OpenAsync(site, 1, "products:read");
        (await program.GetAsync("/products")).Status.ShouldBe(HttpStatusCode.Found, "shown where to sign in");

        await program.GetAsync(Products);
        using var session = site.Database.OpenSession();
        session.Scalar<long>("SELECT count(*) FROM api_key WHERE last_used_at IS NOT NULL").ShouldBe(1);
        var before = TimeProvider.System.GetUtcNow().AddSeconds(-30);
        session.Execute("UPDATE api_key SET last_used_at = @at", ("at", before));
        await program.GetAsync(Products);
        session.Scalar<long>("SELECT count(*) FROM api_key WHERE last_used_at = @at", ("at", before)).ShouldBe(1, "not written again");
        session.Execute("UPDATE api_key SET last_used_at = @at", ("at", before.AddMinutes(-1)));
        await program.GetAsync(Products);
        session.Scalar<long>("SELECT count(*) FROM api_key WHERE last_used_at > @at", ("at", before)).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task A_change_by_a_browser_without_the_token_of_a_page_is_refused(DatabaseKind kind)
    {
        await using var site = await ImportSite.OpenAsync(kind);
        using var content = new StringContent("""{"code":"T9","name":"毛尖","currency":"CNY"}""", System.Text.Encoding.UTF8, "application/json");
        (await site.PostAsync(Products, content)).ShouldBe(HttpStatusCode.BadRequest);
        (await site.CountAsync("product")).ShouldBe(0);
        (await site.CallAsync(HttpMethod.Post, Products, NewProduct)).Status.ShouldBe(HttpStatusCode.Created);
    }

    [Theory, OnBothDatabases]
    public async Task What_is_wrong_with_a_new_key_stands_at_its_field(DatabaseKind kind)
    {
        await using var site = await ImportSite.OpenAsync(kind);
        var page = await site.PageAsync("/account/keys");
        var (status, answer) = await site.SubmitAsync(page, "/account/keys", ("name", " "), ("days", "400"));
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        CardSite.Errors(answer).ShouldBe(["Say what the key is for, such as “the till”.", "Choose 30, 90, 180 or 365 days.", "Tick at least one."]);
        (_, answer) = await site.SubmitAsync(page, "/account/keys", ("name", new string('x', 61)), ("scope", "everything"));
        CardSite.Errors(answer).ShouldBe(["At most 60 characters; these are 61.", "There is no such thing; tick only what is listed."]);
        (await site.CountAsync("api_key")).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_revokes_anothers_key_but_an_administrator(DatabaseKind kind)
    {
        await using var site = await ImportSite.OpenAsync(kind, "manager");
        using var program = await ApiProgram.OpenAsync(site, 2, "products:read");
        (await site.PageAsync("/account/keys")).QuerySelector("td").ShouldBeNull();
        (await site.GetAsync("/settings/keys")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await site.PageAsync("/settings")).QuerySelector("a[href='/settings/keys']").ShouldBeNull();

        using (var session = site.Database.OpenSession()) session.Execute("UPDATE staff SET role = 'admin' WHERE id = 1");
        await site.SignInAsync("lin");
        (await site.PageAsync("/settings")).QuerySelector("a[href='/settings/keys']").ShouldNotBeNull();
        await site.SubmitAsync(await site.PageAsync("/settings/keys"), "/revocation");
        (await program.GetAsync(Products)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Every_operation_of_the_API_names_the_scope_that_a_key_needs()
    {
        await using var site = await ImportSite.OpenAsync(DatabaseKind.Sqlite);
        var operations = site.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(route => route.RoutePattern.RawText!.TrimStart('/').StartsWith("api/", StringComparison.Ordinal)).ToList();
        operations.Count.ShouldBeGreaterThan(20);
        operations.Where(route => route.Metadata.GetMetadata<ScopeRule>() is null).Select(route => route.RoutePattern.RawText).ShouldBeEmpty("say .NeedsScope(ApiScope.…)");
        ApiScope.All.Except(operations.Select(route => route.Metadata.GetMetadata<ScopeRule>()!.Scope)).ShouldBeEmpty("no operation needs these");
    }

    private static string DatabaseContent(ImportSite site) => string.Join('\n', Imports.DatabaseContent.Of(site.Database));
}
