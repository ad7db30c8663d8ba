using System.Net;
using Changlai.App.Features.Platform.People.Rules;
using Changlai.App.Tests.Features.Orders.Import.Pages;
using Changlai.App.Tests.Features.Platform.Api;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.Features.Platform.People;

/// <summary>Roles that come in with a second factor, or get no further than to where it is set up.</summary>
public sealed class SecondFactorDutyTests
{
    [Theory, OnBothDatabases]
    public async Task Whoever_must_and_has_none_reaches_nothing_until_an_authenticator_is_set_up(DatabaseKind kind)
    {
        await using var site = await ImportSite.OpenAsync(kind, "manager");
        using var program = await ApiProgram.OpenAsync(site, 1, "customers:read");
        Demand(site, "manager");

        foreach (var path in (string[])["/today", "/customers", "/staff", "/account/keys", "/settings"])
            (await site.GetAsync(path)).Page.QuerySelector(".notice")!.TextContent.ShouldContain("Your role needs a second factor", customMessage: path);
        (await site.CallAsync(HttpMethod.Get, "/api/customers")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await program.GetAsync("/api/customers")).Status.ShouldBe(HttpStatusCode.Unauthorized, "their programs do not work either");
        (await site.SubmitAsync("/staff", await PasskeyDesk.FieldsAsync(site, "/account", ("name", "x")))).Path.ShouldBe("/account");

        var page = (await site.GetAsync("/account/authenticator")).Page;
        var secret = Base32.Decoded(page.QuerySelector(".secret-key")!.TextContent.Replace(" ", "", StringComparison.Ordinal));
        await site.SubmitAsync(page, "/account/authenticator", ("code", Totp.CodeOf(secret, Totp.StepAt(TimeProvider.System.GetUtcNow()))), ("old", ImportSite.Password));
        (await site.GetAsync("/today")).Page.QuerySelector("#passkeys").ShouldBeNull();
        (await program.GetAsync("/api/customers")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, OnBothDatabases]
    public async Task A_passkey_does_as_well_but_the_password_alone_does_not(DatabaseKind kind)
    {
        await using var site = await ImportSite.OpenAsync(kind, "manager");
        Demand(site, "manager");
        using var device = new SoftAuthenticator();
        await PasskeyDesk.AddAsync(site, device);
        IsHeld((await site.GetAsync("/today")).Page).ShouldBeFalse();
        await site.SignInAsync("lin");
        var page = (await site.GetAsync("/today")).Page;
        IsHeld(page).ShouldBeTrue();
        page.QuerySelector(".notice")!.TextContent.ShouldContain("come in with your passkey");
        await PasskeyDesk.SignInAsync(site, device);
        IsHeld((await site.GetAsync("/today")).Page).ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task Other_roles_go_on_as_before_and_whoever_gives_up_the_last_factor_is_held_again(DatabaseKind kind)
    {
        await using var site = await ImportSite.OpenAsync(kind, "admin", Colleague.Add);
        Demand(site, "manager");
        IsHeld((await site.GetAsync("/today")).Page).ShouldBeFalse();
        Demand(site, "admin");
        using var device = new SoftAuthenticator();
        var page = (await PasskeyDesk.AddAsync(site, device)).Page;
        IsHeld((await site.GetAsync("/today")).Page).ShouldBeFalse();
        await site.SubmitAsync(page, "/1/removal", ("old", ImportSite.Password));
        IsHeld((await site.GetAsync("/today")).Page).ShouldBeTrue();
    }

    [Theory, OnBothDatabases]
    public async Task The_head_office_says_which_roles_and_it_is_told_in_the_log(DatabaseKind kind)
    {
        await using var site = await ImportSite.OpenAsync(kind, "head-office");
        var page = (await site.GetAsync("/settings/second-factor")).Page;
        (await site.SubmitAsync(page, "/settings/second-factor", ("role", "emperor"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await site.CountAsync("second_factor_duty")).ShouldBe(0);
        (await site.SubmitAsync(page, "/settings/second-factor", ("role", "admin"), ("role", "manager"))).Status.ShouldBe(HttpStatusCode.OK);
        (await site.GetAsync("/settings/second-factor")).Page.QuerySelectorAll("input[checked]").Length.ShouldBe(2);
        using var session = site.Database.OpenSession();
        session.Scalar<string>("SELECT details FROM audit_entry WHERE action = 'second-factor.duty'").ShouldBe("""{"to":"admin, manager"}""");
        await site.SignInAsync("other");
        (await site.GetAsync("/settings/second-factor")).Page.QuerySelector("[name=role]").ShouldBeNull();
    }

    private static bool IsHeld(AngleSharp.Html.Dom.IHtmlDocument page) => page.QuerySelector("#passkeys") is not null;

    private static void Demand(ImportSite site, string role)
    {
        using var session = site.Database.OpenSession();
        session.Execute("INSERT INTO second_factor_duty (role) VALUES (@role)", ("role", role));
    }
}
