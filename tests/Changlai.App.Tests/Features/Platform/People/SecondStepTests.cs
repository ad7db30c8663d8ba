using System.Net;
using AngleSharp.Html.Dom;
using Changlai.App.Features.Platform.People.Rules;
using Changlai.App.Tests.Features.Orders.Import.Pages;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.Features.Platform.People;

/// <summary>Signing in with an authenticator, and without one that was lost.</summary>
public sealed class SecondStepTests
{
    [Theory, OnBothDatabases]
    public async Task With_an_authenticator_the_password_alone_is_not_enough_and_a_code_works_once(DatabaseKind kind)
    {
        await using var site = await ImportSite.OpenAsync(kind, "manager");
        var (secret, _) = await SetUpAsync(site);

        await site.SignInAsync("lin");
        IsOut((await site.GetAsync("/today")).Page).ShouldBeTrue("only half way in");
        var code = Code(site, secret);
        var (status, page) = await EnterAsync(site, "000000");
        (status, page.QuerySelector("#field-code-error") is null).ShouldBe((HttpStatusCode.Unauthorized, false));
        (await EnterAsync(site, code)).Status.ShouldBe(HttpStatusCode.OK);
        IsOut((await site.GetAsync("/today")).Page).ShouldBeFalse();

        await site.SignInAsync("lin");
        (await EnterAsync(site, code)).Status.ShouldBe(HttpStatusCode.Unauthorized, "it was used");
    }

    [Theory, OnBothDatabases]
    public async Task A_lost_authenticator_is_made_up_for_by_a_recovery_code_each_once(DatabaseKind kind)
    {
        await using var site = await ImportSite.OpenAsync(kind, "manager");
        var (_, codes) = await SetUpAsync(site);
        codes.Count.ShouldBe(10);

        await site.SignInAsync("lin");
        (await EnterAsync(site, codes[3].ToUpperInvariant())).Status.ShouldBe(HttpStatusCode.OK);
        (await site.GetAsync("/account")).Page.QuerySelector("#authenticator")!.TextContent.ShouldContain("9 recovery codes");
        await site.SignInAsync("lin");
        (await EnterAsync(site, codes[3])).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await EnterAsync(site, codes[4])).Status.ShouldBe(HttpStatusCode.OK);
        using var session = site.Database.OpenSession();
        session.Scalar<long>("SELECT count(*) FROM audit_entry WHERE action = 'recovery-codes.use'").ShouldBe(2);
        foreach (var code in codes) session.Scalar<long>("SELECT count(*) FROM recovery_code WHERE hash LIKE @code", ("code", $"%{code.Replace("-", "", StringComparison.Ordinal)}%")).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task A_lost_authenticator_is_turned_off_by_an_administrator_and_the_sessions_end(DatabaseKind kind)
    {
        await using var site = await ImportSite.OpenAsync(kind, "manager", session => session.Execute("UPDATE staff SET role = 'admin' WHERE id = 2"));
        await SetUpAsync(site);
        var counter = site.Use(await site.BrowserAsync("other", followsRedirects: true));
        var (status, page) = await site.SubmitAsync((await site.GetAsync("/staff/1")).Page, "/authenticator-removal");
        (status, ImportSite.Notice(page)).ShouldBe((HttpStatusCode.OK, "It is off, and they are signed out everywhere."));

        site.Use(counter).Dispose();
        IsOut((await site.GetAsync("/today")).Page).ShouldBeTrue();
        await site.SignInAsync("lin");
        IsOut((await site.GetAsync("/today")).Page).ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task It_is_turned_off_with_the_password_only(DatabaseKind kind)
    {
        await using var site = await ImportSite.OpenAsync(kind, "manager");
        await SetUpAsync(site);
        var page = (await site.GetAsync("/account/authenticator")).Page;
        (await site.SubmitAsync(page, "/removal", ("old", "wrong"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await site.SubmitAsync(page, "/codes", ("old", "wrong"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await site.SubmitAsync(page, "/codes", ("old", ImportSite.Password))).Page.QuerySelectorAll(".recovery-codes li").Length.ShouldBe(10);
        (await site.SubmitAsync(page, "/removal", ("old", ImportSite.Password))).Status.ShouldBe(HttpStatusCode.OK);
        await site.SignInAsync("lin");
        IsOut((await site.GetAsync("/today")).Page).ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task Wrong_passwords_and_wrong_codes_make_the_name_wait_and_say_nothing_of_it(DatabaseKind kind)
    {
        await using var site = await ImportSite.OpenAsync(kind, "manager");
        var unknown = await RefusedAsync(site, "nobody-of-this-name", "x");
        for (var attempt = 0; attempt < 5; attempt++) (await RefusedAsync(site, "lin", "wrong")).ShouldBe(unknown);
        // Even the right one is not taken now, and the answer is the same.
        (await RefusedAsync(site, "lin", ImportSite.Password)).ShouldBe(unknown);
        using (var session = site.Database.OpenSession())
        {
            session.Scalar<int>("SELECT failed_sign_ins FROM staff WHERE id = 1").ShouldBe(5);
            session.Scalar<long>("SELECT count(*) FROM audit_entry WHERE action = 'sign-in.locked' AND subject = 'staff:1'").ShouldBe(1);
            session.Scalar<long>("SELECT count(*) FROM audit_entry WHERE details LIKE '%nobody-of-this-name%' OR actor_name LIKE '%nobody-of-this-name%'").ShouldBe(0, "a name that is unknown may be a password");
            session.Execute("UPDATE staff SET locked_until = @past", ("past", TimeProvider.System.GetUtcNow().AddSeconds(-1)));
        }
        await site.SignInAsync("lin");
        IsOut((await site.GetAsync("/today")).Page).ShouldBeFalse();
        using var after = site.Database.OpenSession();
        after.Scalar<int>("SELECT failed_sign_ins FROM staff WHERE id = 1").ShouldBe(0);
    }

    [Fact]
    public async Task Whoever_knocks_too_often_from_one_address_is_told_to_wait()
    {
        await using var site = await ImportSite.OpenAsync(DatabaseKind.Sqlite, "manager");
        using var browser = await site.BrowserAsync(null);
        HttpResponseMessage? last = null;
        for (var attempt = 0; attempt <= App.Features.Platform.People.Doors.AMinute; attempt++)
        {
            last?.Dispose();
            using var form = new FormUrlEncodedContent([new("userName", "x")]);
            last = await browser.PostAsync("/sign-in", form);
        }
        App.Features.Platform.People.Doors.UsualAMinute.ShouldBe(60);
        last!.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        last.Headers.RetryAfter.ShouldNotBeNull();
        (await last.Content.ReadAsStringAsync()).ShouldContain("try again in a minute");
        last.Dispose();
    }

    private static async Task<string> RefusedAsync(ImportSite site, string name, string password)
    {
        using var browser = await site.BrowserAsync(null, followsRedirects: true);
        var before = site.Use(browser);
        var (status, page, _) = await site.SubmitAsync("/sign-in", [new("token", (await site.GetAsync("/sign-in")).Page.QuerySelector("input[name=token]")!.GetAttribute("value")!), new("userName", name), new("password", password)]);
        site.Use(before);
        status.ShouldBe(HttpStatusCode.Unauthorized);
        return page.QuerySelector(".notice")!.TextContent.Trim();
    }

    private static async Task<(byte[] Secret, List<string> Codes)> SetUpAsync(ImportSite site)
    {
        var page = (await site.GetAsync("/account/authenticator")).Page;
        page.QuerySelector("img.qr")!.GetAttribute("src")!.ShouldStartWith("data:image/svg+xml;base64,");
        var secret = Base32.Decoded(page.QuerySelector(".secret-key")!.TextContent.Replace(" ", "", StringComparison.Ordinal));
        (await site.SubmitAsync(page, "/account/authenticator", ("code", "000000"), ("old", ImportSite.Password))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await site.SubmitAsync(page, "/account/authenticator", ("code", Totp.CodeOf(secret, Totp.StepAt(TimeProvider.System.GetUtcNow()))), ("old", "wrong"))).Page.QuerySelector("#field-old-error").ShouldNotBeNull("an open browser is not yet its owner");
        var (status, done) = await site.SubmitAsync(page, "/account/authenticator", ("code", Totp.CodeOf(secret, Totp.StepAt(TimeProvider.System.GetUtcNow()) - 1)), ("old", ImportSite.Password));
        status.ShouldBe(HttpStatusCode.OK);
        return (secret, [.. done.QuerySelectorAll(".recovery-codes li").Select(code => code.TextContent)]);
    }

    /// <summary>The newest code there is; the one the set-up took was older.</summary>
    private static string Code(ImportSite site, byte[] secret) => Totp.CodeOf(secret, Totp.StepAt(site.Service<TimeProvider>().GetUtcNow()));

    private static async Task<(HttpStatusCode Status, IHtmlDocument Page)> EnterAsync(ImportSite site, string code) => await site.SubmitAsync((await site.GetAsync("/sign-in/code")).Page, "/sign-in/code", ("code", code));

    private static bool IsOut(IHtmlDocument page) => page.QuerySelector("form[action='/sign-in']") is not null;
}
