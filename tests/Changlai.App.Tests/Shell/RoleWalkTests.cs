using Changlai.App.Features.Platform.Api;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Tests.Features.Customers.Privacy;
using Changlai.App.Tests.Features.Orders.Import.Pages;
using Changlai.App.Tests.Features.Platform.Imports;
using Changlai.App.Tests.Harness;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Changlai.App.Tests.Shell;

/// <summary>Every route of the program, tried by people of every role and reach with the ids of what is not theirs.</summary>
public sealed class RoleWalkTests
{
    /// <summary>What somebody may change of their own: an auditor too comes and goes.</summary>
    private static readonly string[] Own =
    [
        "/sign-in", "/sign-in/code", "/sign-in/passkey", "/sign-in/passkey/challenge", "/account/passkeys", "/account/passkeys/challenge", "/account/passkeys/{passkeyId:long}/name", "/account/passkeys/{passkeyId:long}/removal",
        "/account/proof/challenge", "/sign-out", "/join/{token}", "/set-up/{token}", "/account/password", "/account/sessions/{sessionId:long}/end", "/account/sessions/end-others",
        "/account/authenticator", "/account/authenticator/codes", "/account/authenticator/removal",
        "/account/keys", "/account/keys/{keyId:long}/revocation",
        // Looking is what they are there for; what they look at is written down.
        "/customers/{id:long}/reveal", "/api/customers/{id:long}/reveal",
    ];

    [Fact]
    public async Task Every_route_states_who_may_use_it()
    {
        await using var site = await ImportSite.OpenAsync(DatabaseKind.Sqlite);
        RoleWalk.Routes(site).Count.ShouldBeGreaterThan(100);
        Unruled(site).ShouldBeEmpty("these routes state no rule: add .For(Access.…)");
    }

    [Fact]
    public async Task A_route_without_a_rule_is_found()
    {
        await using var site = await ImportSite.OpenAsync(DatabaseKind.Sqlite, plant: app => app.MapGet("/customers/{id:long}/planted", (long id) => id));
        Unruled(site).ShouldBe(["GET /customers/{id:long}/planted"]);
    }

    [Fact]
    public async Task An_auditor_may_change_nothing_but_their_own()
    {
        await using var site = await ImportSite.OpenAsync(DatabaseKind.Sqlite);
        RoleWalk.Routes(site).Where(route => route.Method != "GET" && route.Rule?.Admits(StaffRole.Auditor) != false && !Own.Contains(route.Route, StringComparer.Ordinal))
            .Select(route => route.ToString()).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task What_somebody_may_not_see_answers_as_if_it_were_not_there(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        var (routes, forms) = (RoleWalk.Routes(site), await BadFormTests.FormsAsync(site));
        var before = DatabaseContent.Of(site.Database);
        var wrong = new List<string>();
        foreach (var person in WalkedPerson.All)
        {
            using var walk = await RoleWalk.BeginAsync(site, person, forms);
            foreach (var route in routes)
                if (await walk.LeakAsync(route) is { } leak) wrong.Add(leak);
        }
        wrong.ShouldBeEmpty(string.Join('\n', wrong));
        DatabaseContent.Of(site.Database).ShouldBe(before, "nobody changed what they may not see");
    }

    [Theory, OnBothDatabases]
    public async Task What_somebody_may_do_is_answered(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        var (routes, forms) = (RoleWalk.Routes(site), await BadFormTests.FormsAsync(site));
        PrivacySite.Hide(site, "admin", []);
        var wrong = new List<string>();
        foreach (var ask in (Func<RoleWalk, WalkedRoute, Task<string?>>[])[(walk, route) => walk.RefusalAsync(route), (walk, route) => walk.ForbiddenAsync(route)])
            foreach (var person in WalkedPerson.All)
            {
                using var walk = await RoleWalk.BeginAsync(site, person, forms);
                foreach (var route in routes.Where(route => !Own.Contains(route.Route, StringComparer.Ordinal)))
                    if (await ask(walk, route) is { } refusal) wrong.Add(refusal);
            }
        wrong.ShouldBeEmpty(string.Join('\n', wrong));
    }

    [Theory, OnBothDatabases]
    public async Task A_route_that_forgets_the_scope_is_found(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind, app => app.MapGet("/customers/{id:long}/planted", (Database database, long id) =>
        {
            using var session = database.OpenSession();
            return session.Scalar<string>("SELECT name FROM customer WHERE customer_id = @id", ("id", id)) is { } name ? Results.Ok(name) : Results.NotFound();
        }).For(Access.ReadCustomers));
        (await FoundAsync(site)).ShouldContain("manager-second: GET /customers/{id:long}/planted answers 200");
    }

    [Theory, OnBothDatabases]
    public async Task A_route_that_tells_by_its_refusal_is_found(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind, app => app.MapGet("/customers/{id:long}/planted", (Database database, long id) =>
        {
            using var session = database.OpenSession();
            return session.Scalar<long>("SELECT count(*) FROM customer WHERE customer_id = @id", ("id", id)) > 0 ? Results.StatusCode(StatusCodes.Status403Forbidden) : Results.NotFound();
        }).For(Access.ReadCustomers));
        (await FoundAsync(site)).ShouldContain("manager-second: GET /customers/{id:long}/planted tells that /customers/1/planted exists");
    }

    [Fact]
    public void A_route_that_nobody_told_a_way_to_fails_in_clear_words() =>
        Should.Throw<InvalidOperationException>(() => new WalkedRoute("GET", "/planted/{thing}", Access.SignedIn).There).Message.ShouldContain("add \"planted/thing\"");

    private static async Task<ImportSite> OpenAsync(DatabaseKind kind, Action<WebApplication>? plant = null)
    {
        var site = await BusyShop.OpenAsync(kind, WalkedPerson.AddAll, plant);
        // Somebody without a key tries every operation here, more than one address may in a minute.
        site.Service<IOptions<ApiRates>>().Value.StrangerAMinute = 100_000;
        using var session = site.Database.OpenSession();
        session.Execute("UPDATE segment SET shared = @no", ("no", false));
        session.Execute("INSERT INTO customer_photo (customer_id, version, media_type, width, height, content, added_at) VALUES (1, 1, 'image/png', 1, 1, @content, @at)",
            ("content", Convert.ToBase64String([1, 2, 3])), ("at", FakeTime.On("2024-01-01").GetUtcNow()));
        return site;
    }

    private static IEnumerable<string> Unruled(ImportSite site) => RoleWalk.Routes(site).Where(route => route.Rule is null).Select(route => route.ToString());

    private static async Task<string> FoundAsync(ImportSite site)
    {
        using var walk = await RoleWalk.BeginAsync(site, WalkedPerson.All.Single(person => person.Name == "manager-second"), []);
        return await walk.LeakAsync(RoleWalk.Routes(site).Single(route => route.Route.EndsWith("/planted", StringComparison.Ordinal))) ?? "";
    }
}
