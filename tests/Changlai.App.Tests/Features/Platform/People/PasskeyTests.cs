using System.Net;
using AngleSharp.Html.Parser;
using Changlai.App.Tests.Features.Orders.Import.Pages;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.Features.Platform.People;

/// <summary>Passkeys over HTTP, with an authenticator that can be made to cheat. PasskeyTests in the browser tests have Chromium's own.</summary>
public sealed class PasskeyTests
{
    [Theory, OnBothDatabases]
    public async Task A_passkey_is_added_with_the_password_and_signs_in_without_name_or_password(DatabaseKind kind)
    {
        await using var site = await ImportSite.OpenAsync(kind, "manager");
        using var device = new SoftAuthenticator();
        var (status, page) = await PasskeyDesk.AddAsync(site, device);
        (status, ImportSite.Notice(page)).ShouldBe((HttpStatusCode.OK, "The passkey is added; the next time it signs you in."));
        page.QuerySelector("#passkeys")!.TextContent.ShouldContain("not used yet");

        (await PasskeyDesk.SignInAsync(site, device)).ShouldBe(HttpStatusCode.OK);
        (await site.GetAsync("/today")).Page.QuerySelector(".cl-user-name")!.TextContent.ShouldBe("lin");
        (await site.GetAsync("/account")).Page.QuerySelector("#passkeys")!.TextContent.ShouldContain("last used");
        using var session = site.Database.OpenSession();
        session.Scalar<long>("SELECT count(*) FROM audit_entry WHERE action = 'passkey.add' AND subject = 'passkey:1'").ShouldBe(1);
        session.Scalar<string>("SELECT details FROM audit_entry WHERE action = 'sign-in.done' ORDER BY id DESC LIMIT 1").ShouldBe("""{"kind":"passkey"}""");
    }

    [Theory]
    [OnBothDatabases("true", 3 * 24 * 60)]
    [OnBothDatabases("", 60)]
    public async Task Staying_signed_in_means_what_it_means_with_a_password(DatabaseKind kind, string stay, int idleMinutes)
    {
        await using var site = await ImportSite.OpenAsync(kind, "manager");
        using var device = new SoftAuthenticator();
        await PasskeyDesk.AddAsync(site, device);
        await PasskeyDesk.LeaveAsync(site);
        var page = (await site.GetAsync("/sign-in")).Page;
        page.QuerySelector($"#{page.QuerySelector("form[action='/sign-in/passkey'] [name=stay]")!.GetAttribute("data-tick")}")!.GetAttribute("name").ShouldBe("stay");

        var (_, options) = await PasskeyDesk.AskAsync(site, "/sign-in", "/sign-in/passkey/challenge");
        var credential = device.Sign(PasskeyDesk.Parse(options), await PasskeyDesk.AddressAsync(site));
        (await site.SubmitAsync("/sign-in/passkey", await PasskeyDesk.FieldsAsync(site, "/sign-in", ("credential", credential), ("stay", stay)))).Status.ShouldBe(HttpStatusCode.OK);
        (await PasskeyDesk.IsOutAsync(site)).ShouldBeFalse();
        using var session = site.Database.OpenSession();
        session.Scalar<int>("SELECT idle_minutes FROM staff_session ORDER BY id DESC LIMIT 1").ShouldBe(idleMinutes);
    }

    [Theory, OnBothDatabases]
    public async Task Whoever_chose_to_stay_and_mistyped_does_not_choose_again(DatabaseKind kind)
    {
        await using var site = await ImportSite.OpenAsync(kind, "manager");
        await PasskeyDesk.LeaveAsync(site);
        foreach (var (path, field) in new[] { ("/sign-in", "password"), ("/sign-in/passkey", "credential") })
        {
            var (status, page, _) = await site.SubmitAsync(path, await PasskeyDesk.FieldsAsync(site, "/sign-in", ("userName", "lin"), (field, "wrong"), ("stay", "true")));
            (status, page.QuerySelector("#field-stay")!.HasAttribute("checked")).ShouldBe((HttpStatusCode.Unauthorized, true), path);
        }
    }

    [Theory, OnBothDatabases]
    public async Task It_counts_as_both_factors_so_no_code_is_asked_for(DatabaseKind kind)
    {
        await using var site = await ImportSite.OpenAsync(kind, "manager");
        using var device = new SoftAuthenticator();
        await PasskeyDesk.AddAsync(site, device);
        using (var session = site.Database.OpenSession()) session.Execute("UPDATE staff SET totp_secret = 'x' WHERE id = 1");
        (await PasskeyDesk.SignInAsync(site, device)).ShouldBe(HttpStatusCode.OK);
        (await PasskeyDesk.IsOutAsync(site)).ShouldBeFalse();
    }

    [Theory]
    [OnBothDatabases(Cheat.OtherChallenge)]
    [OnBothDatabases(Cheat.OtherOrigin)]
    [OnBothDatabases(Cheat.OtherHost)]
    [OnBothDatabases(Cheat.OtherType)]
    [OnBothDatabases(Cheat.OtherKey)]
    [OnBothDatabases(Cheat.OtherPerson)]
    [OnBothDatabases(Cheat.InAFrame)]
    [OnBothDatabases(Cheat.Unverified)]
    [OnBothDatabases(Cheat.OldCount)]
    public async Task An_answer_that_does_not_fit_lets_nobody_in(DatabaseKind kind, Cheat cheat)
    {
        await using var site = await ImportSite.OpenAsync(kind, "manager");
        using var device = new SoftAuthenticator();
        await PasskeyDesk.AddAsync(site, device);
        (await PasskeyDesk.SignInAsync(site, device, cheat)).ShouldBe(HttpStatusCode.Unauthorized);
        (await PasskeyDesk.IsOutAsync(site)).ShouldBeTrue();
        using var session = site.Database.OpenSession();
        session.Scalar<long>("SELECT count(*) FROM audit_entry WHERE action = 'sign-in.refused'").ShouldBe(1);
        session.Scalar<int>("SELECT failed_sign_ins FROM staff WHERE id = 1").ShouldBe(0, "nobody locks out somebody else with keys that are none");
    }

    [Theory]
    [OnBothDatabases(Cheat.OtherChallenge)]
    [OnBothDatabases(Cheat.OtherOrigin)]
    [OnBothDatabases(Cheat.OtherHost)]
    [OnBothDatabases(Cheat.OtherType)]
    [OnBothDatabases(Cheat.InAFrame)]
    [OnBothDatabases(Cheat.Unverified)]
    public async Task A_passkey_that_does_not_fit_is_not_kept(DatabaseKind kind, Cheat cheat)
    {
        await using var site = await ImportSite.OpenAsync(kind, "manager");
        using var device = new SoftAuthenticator();
        var (status, page) = await PasskeyDesk.AddAsync(site, device, cheat);
        (status, page.QuerySelector("#passkeys .notice") is null).ShouldBe((HttpStatusCode.UnprocessableEntity, false));
        (await site.CountAsync("passkey")).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task A_challenge_is_answered_once_and_by_the_browser_that_asked(DatabaseKind kind)
    {
        await using var site = await ImportSite.OpenAsync(kind, "manager");
        // One that counts gives a repeated answer away by itself.
        using var device = new SoftAuthenticator { Counts = false };
        await PasskeyDesk.AddAsync(site, device);

        // Twice with the same cookie, as a thief who has both would try.
        await PasskeyDesk.LeaveAsync(site);
        var address = await PasskeyDesk.AddressAsync(site);
        using var jar = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = address };
        var (token, cookies) = await FirstAsync(jar);
        using var ask = new HttpRequestMessage(HttpMethod.Post, "/sign-in/passkey/challenge") { Content = new FormUrlEncodedContent([new("token", token)]), Headers = { { "Cookie", cookies } } };
        using var asked = await jar.SendAsync(ask);
        cookies += "; " + string.Join("; ", asked.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
        var credential = device.Sign(PasskeyDesk.Parse(await asked.Content.ReadAsStringAsync()), address);
        (await SendAsync(jar, token, cookies, credential)).ShouldBe(HttpStatusCode.Found);
        (await SendAsync(jar, token, cookies, credential)).ShouldBe(HttpStatusCode.Unauthorized);

        // In another browser, with a challenge of its own and with none.
        await PasskeyDesk.AskAsync(site, "/sign-in", "/sign-in/passkey/challenge");
        (await PasskeyDesk.EnterAsync(site, credential)).ShouldBe(HttpStatusCode.Unauthorized);
        await PasskeyDesk.LeaveAsync(site);
        (await PasskeyDesk.EnterAsync(site, credential)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory, OnBothDatabases]
    public async Task What_is_no_answer_at_all_breaks_nothing(DatabaseKind kind)
    {
        await using var site = await ImportSite.OpenAsync(kind, "manager");
        await PasskeyDesk.LeaveAsync(site);
        foreach (var nonsense in (string[])["", "x", "{}", "[]", "null", """{"id":"x","type":"public-key","response":{}}""", """{"id":7,"rawId":"~","response":null}""", new('x', 40_000)])
        {
            await PasskeyDesk.AskAsync(site, "/sign-in", "/sign-in/passkey/challenge");
            (await PasskeyDesk.EnterAsync(site, nonsense)).ShouldBe(HttpStatusCode.Unauthorized, nonsense);
        }
    }

    [Theory, OnBothDatabases]
    public async Task Whoever_left_or_has_to_wait_does_not_come_in_by_passkey(DatabaseKind kind)
    {
        await using var site = await ImportSite.OpenAsync(kind, "manager");
        using var device = new SoftAuthenticator();
        await PasskeyDesk.AddAsync(site, device);
        Set(site, "locked_until = @at", ("at", TimeProvider.System.GetUtcNow().AddMinutes(5)));
        (await PasskeyDesk.SignInAsync(site, device)).ShouldBe(HttpStatusCode.Unauthorized);
        Set(site, "locked_until = NULL");
        Set(site, "active = @no", ("no", false));
        (await PasskeyDesk.SignInAsync(site, device)).ShouldBe(HttpStatusCode.Unauthorized);
        Set(site, "active = @yes", ("yes", true));
        (await PasskeyDesk.SignInAsync(site, device)).ShouldBe(HttpStatusCode.OK);
    }

    [Theory, OnBothDatabases]
    public async Task It_is_renamed_and_removed_by_its_owner_alone_and_removed_signs_nobody_in(DatabaseKind kind)
    {
        await using var site = await ImportSite.OpenAsync(kind, "manager");
        using var device = new SoftAuthenticator();
        var page = (await PasskeyDesk.AddAsync(site, device)).Page;
        (await site.SubmitAsync(page, "/1/name", ("name", ""))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page = (await site.SubmitAsync(page, "/1/name", ("name", "店里的平板"))).Page;
        page.QuerySelector("#passkeys")!.TextContent.ShouldContain("店里的平板");
        (await site.SubmitAsync(page, "/1/removal", ("old", "wrong"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await site.CountAsync("passkey")).ShouldBe(1);

        var own = site.Use(await site.BrowserAsync("other", followsRedirects: true));
        foreach (var path in (string[])["/account/passkeys/1/name", "/account/passkeys/1/removal"])
            (await site.SubmitAsync(path, await PasskeyDesk.FieldsAsync(site, "/account", ("name", "mine"), ("old", ImportSite.Password)))).Status.ShouldBe(HttpStatusCode.NotFound);
        site.Use(own).Dispose();

        (await site.SubmitAsync(page, "/1/removal", ("old", ImportSite.Password))).Status.ShouldBe(HttpStatusCode.OK);
        (await PasskeyDesk.SignInAsync(site, device)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory, OnBothDatabases]
    public async Task An_administrator_removes_the_passkeys_of_a_lost_device_and_the_sessions_end(DatabaseKind kind)
    {
        await using var site = await ImportSite.OpenAsync(kind, "manager", session => session.Execute("UPDATE staff SET role = 'admin' WHERE id = 2"));
        using var device = new SoftAuthenticator();
        await PasskeyDesk.AddAsync(site, device);
        var counter = site.Use(await site.BrowserAsync("other", followsRedirects: true));
        var (status, page) = await site.SubmitAsync((await site.GetAsync("/staff/1")).Page, "/passkey-removal");
        (status, ImportSite.Notice(page)).ShouldBe((HttpStatusCode.OK, "The passkeys are removed, and they are signed out everywhere."));
        site.Use(counter).Dispose();
        (await PasskeyDesk.IsOutAsync(site)).ShouldBeTrue();
        (await PasskeyDesk.SignInAsync(site, device)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory, OnBothDatabases]
    public async Task An_open_browser_adds_no_passkey_without_the_password(DatabaseKind kind)
    {
        await using var site = await ImportSite.OpenAsync(kind, "manager");
        using var device = new SoftAuthenticator();
        (await PasskeyDesk.AskAsync(site, "/account", "/account/passkeys/challenge", ("old", "wrong"))).ShouldBe((HttpStatusCode.UnprocessableEntity, "The present password is not right."));
        // A challenge for another purpose is none for this one.
        var (_, options) = await PasskeyDesk.AskAsync(site, "/account", "/account/proof/challenge");
        options.ShouldContain("challenge");
        var made = device.Make(PasskeyDesk.Parse("""{"user":{"id":"eA"},"challenge":""" + PasskeyDesk.Parse(options).GetProperty("challenge").GetRawText() + "}"), await PasskeyDesk.AddressAsync(site));
        (await site.SubmitAsync("/account/passkeys", await PasskeyDesk.FieldsAsync(site, "/account", ("credential", made)))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await site.CountAsync("passkey")).ShouldBe(0);
    }

    private static void Set(ImportSite site, string change, params (string, object?)[] values)
    {
        using var session = site.Database.OpenSession();
        session.Execute($"UPDATE staff SET {change} WHERE id = 1", values);
    }

    private static async Task<(string Token, string Cookies)> FirstAsync(HttpClient jar)
    {
        using var page = await jar.GetAsync("/sign-in");
        var html = new HtmlParser().ParseDocument(await page.Content.ReadAsStringAsync());
        return (html.QuerySelector("input[name=token]")!.GetAttribute("value")!, string.Join("; ", page.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0])));
    }

    private static async Task<HttpStatusCode> SendAsync(HttpClient jar, string token, string cookies, string credential)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in/passkey") { Content = new FormUrlEncodedContent([new("token", token), new("credential", credential)]), Headers = { { "Cookie", cookies } } };
        using var answer = await jar.SendAsync(request);
        return answer.StatusCode;
    }
}
