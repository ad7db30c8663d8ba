using System.Net;
using AngleSharp.Html.Dom;
using Changlai.App.Features.Platform.People.Proofs;
using Changlai.App.Tests.Features.Orders.Import.Pages;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.Features.Platform.People;

/// <summary>Whoever changes what others may do proves anew who they are.</summary>
public sealed class ProofTests
{
    [Fact]
    public void A_proof_is_good_for_ten_minutes()
    {
        var time = FakeTime.On("2026-11-28");
        var proven = time.GetUtcNow();
        time.Advance(TimeSpan.FromMinutes(10));
        ProofDoor.IsFresh(proven, time.GetUtcNow()).ShouldBeTrue();
        time.Advance(TimeSpan.FromSeconds(1));
        ProofDoor.IsFresh(proven, time.GetUtcNow()).ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task An_invitation_after_a_while_asks_for_the_password_and_loses_nothing_that_was_typed(DatabaseKind kind)
    {
        await using var site = await ImportSite.OpenAsync(kind, "admin");
        Age(site);
        var (status, page) = await site.SubmitAsync((await site.GetAsync("/staff/new")).Page, "/staff", ("name", "王小芳"), ("signIn", "wang"), ("role", "staff"), ("store", "1"));
        (status, page.QuerySelector("h1")!.TextContent.Trim()).ShouldBe((HttpStatusCode.UnprocessableEntity, "Confirm that it is you"));
        (status, page) = await site.SubmitAsync(page, "/staff", ("proof", "wrong"));
        (status, page.QuerySelector("#field-proof-error") is null, await site.CountAsync("staff")).ShouldBe((HttpStatusCode.UnprocessableEntity, false, 2));
        (status, page) = await site.SubmitAsync(page, "/staff", ("proof", ImportSite.Password));
        (status, page.QuerySelector(".secret-key") is null).ShouldBe((HttpStatusCode.OK, false));
        using var session = site.Database.OpenSession();
        session.Scalar<string>("SELECT sign_in_name FROM staff WHERE name = '王小芳'").ShouldBe("wang");
        session.Scalar<int>("SELECT failed_sign_ins FROM staff WHERE id = 1").ShouldBe(1, "wrong ones count as at the door");
    }

    [Theory, OnBothDatabases]
    public async Task Every_change_of_somebody_else_asks_and_once_proven_the_next_do_not(DatabaseKind kind)
    {
        await using var site = await ImportSite.OpenAsync(kind, "admin", Colleague.Add);
        var token = await PasskeyDesk.FieldsAsync(site, "/staff/3");
        string[] changes = ["/staff/3", "/staff/3/link", "/staff/3/authenticator-removal", "/staff/3/passkey-removal", "/staff/3/sessions/1/end", "/staff/3/sessions/end-all", "/staff/3/leaving", "/staff/3/return", "/settings/second-factor"];
        foreach (var path in changes)
        {
            Age(site);
            var (status, page, _) = await site.SubmitAsync(path, token);
            (status, page.QuerySelector("[name=proof]") is null).ShouldBe((HttpStatusCode.UnprocessableEntity, false), path);
        }
        (await site.SubmitAsync("/staff/3/link", [.. token, new("proof", ImportSite.Password)])).Status.ShouldBe(HttpStatusCode.OK);
        (await site.SubmitAsync("/staff/3/sessions/end-all", token)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, OnBothDatabases]
    public async Task A_passkey_proves_it_too_and_only_ones_own(DatabaseKind kind)
    {
        await using var site = await ImportSite.OpenAsync(kind, "admin", Colleague.Add);
        using var device = new SoftAuthenticator();
        using var others = new SoftAuthenticator();
        await PasskeyDesk.AddAsync(site, device);
        var own = site.Use(await site.BrowserAsync("chen", followsRedirects: true));
        await PasskeyDesk.AddAsync(site, others);
        site.Use(own).Dispose();
        Age(site);
        (await LinkAsync(site, others)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await LinkAsync(site, device)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, OnBothDatabases]
    public async Task An_open_browser_does_not_go_around_it_by_a_call(DatabaseKind kind)
    {
        await using var site = await ImportSite.OpenAsync(kind, "admin", Colleague.Add);
        Age(site);
        (await site.CallAsync(HttpMethod.Post, "/api/staff/3/leaving")).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var session = site.Database.OpenSession();
        session.Scalar<long>("SELECT count(*) FROM staff WHERE id = 3 AND active").ShouldBe(1);
    }

    private static async Task<(HttpStatusCode Status, IHtmlDocument Page)> LinkAsync(ImportSite site, SoftAuthenticator device)
    {
        var (_, options) = await PasskeyDesk.AskAsync(site, "/account", "/account/proof/challenge");
        var (status, page, _) = await site.SubmitAsync("/staff/3/link", await PasskeyDesk.FieldsAsync(site, "/staff/3", ("credential", device.Sign(PasskeyDesk.Parse(options), await PasskeyDesk.AddressAsync(site)))));
        return (status, page);
    }

    private static void Age(ImportSite site)
    {
        using var session = site.Database.OpenSession();
        session.Execute("UPDATE staff_session SET proven_at = @past", ("past", TimeProvider.System.GetUtcNow().AddMinutes(-11)));
    }
}
