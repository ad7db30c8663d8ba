using System.Net;
using Changlai.App.Features.Platform.People.Sessions;
using Changlai.App.Tests.Features.Orders.Import.Pages;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.Features.Platform.People;

/// <summary>Sessions over HTTP: the person at the counter and whoever looks after people, each in a browser of their own.</summary>
public sealed class SessionTests
{
    [Theory, OnBothDatabases]
    public async Task A_session_that_an_administrator_ends_is_over_at_the_next_request(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        using var counter = await site.BrowserAsync("chen");
        (await StatusAsync(counter, "/today")).ShouldBe(HttpStatusCode.OK);

        var (status, _) = await site.SubmitAsync((await site.GetAsync("/staff/3")).Page, "/sessions/end-all");
        status.ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(counter, "/today")).ShouldBe(HttpStatusCode.Redirect);
        (await StatusAsync(counter, "/api/today")).ShouldBe(HttpStatusCode.Unauthorized);
        (await site.GetAsync("/today")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, OnBothDatabases]
    public async Task A_changed_role_counts_at_the_next_request(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        using var counter = await site.BrowserAsync("chen");
        (await StatusAsync(counter, "/imports")).ShouldBe(HttpStatusCode.Forbidden);

        await site.SubmitAsync((await site.GetAsync("/staff/3")).Page, "/staff/3", ("role", "manager"));
        (await StatusAsync(counter, "/imports")).ShouldBe(HttpStatusCode.OK);
        await site.SubmitAsync((await site.GetAsync("/staff/3")).Page, "/staff/3", ("role", "auditor"));
        (await StatusAsync(counter, "/customers/new")).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, OnBothDatabases]
    public async Task Somebody_who_left_is_out_at_once_and_cannot_come_back(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        using var counter = await site.BrowserAsync("chen");
        await site.SubmitAsync((await site.GetAsync("/staff/3")).Page, "/leaving");

        (await StatusAsync(counter, "/today")).ShouldBe(HttpStatusCode.Redirect);
        using var again = await site.BrowserAsync("chen");
        (await StatusAsync(again, "/today")).ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory, OnBothDatabases]
    public async Task A_cookie_that_somebody_copied_is_worth_nothing_once_the_session_ended(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        using var thief = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = (await site.BrowserAsync(null)).BaseAddress };
        var stolen = await SignInAsync(site, thief, "chen");
        (await StatusAsync(thief, "/today", stolen)).ShouldBe(HttpStatusCode.OK);

        using (var session = site.Database.OpenSession()) StaffSessions.EndAll(session, 3, null, TimeProvider.System.GetUtcNow());
        (await StatusAsync(thief, "/today", stolen)).ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory, OnBothDatabases]
    public async Task A_new_password_ends_every_other_session_and_keeps_this_one(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        using var elsewhere = await site.BrowserAsync("lin");
        var page = (await site.GetAsync("/account")).Page;
        var (status, _) = await site.SubmitAsync(page, "/account/password", ("old", ImportSite.Password), ("password", "a better one by far"), ("again", "a better one by far"));

        status.ShouldBe(HttpStatusCode.OK);
        (await site.GetAsync("/today")).Page.QuerySelector("form[action='/sign-in']").ShouldBeNull();
        (await StatusAsync(elsewhere, "/today")).ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory]
    [OnBothDatabases("old", "wrong", "a better one by far", "a better one by far", "present password is not right")]
    [OnBothDatabases("password", ImportSite.Password, "short", "short", "too short")]
    [OnBothDatabases("password", ImportSite.Password, "1234567890", "1234567890", "everybody tries first")]
    [OnBothDatabases("password", ImportSite.Password, "a better one by far", "another one", "not the same")]
    public async Task A_password_that_will_not_do_is_refused_at_its_field(DatabaseKind kind, string field, string old, string password, string again, string words)
    {
        await using var site = await OpenAsync(kind);
        var (status, page) = await site.SubmitAsync((await site.GetAsync("/account")).Page, "/account/password", ("old", old), ("password", password), ("again", again));
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.QuerySelector($"#field-{field}-error")!.TextContent.ShouldContain(words);
        using var still = await site.BrowserAsync("lin");
        (await StatusAsync(still, "/today")).ShouldBe(HttpStatusCode.OK);
    }

    [Theory, OnBothDatabases]
    public async Task Everybody_sees_and_ends_their_own_sessions_and_nobody_elses(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        using var phone = await site.BrowserAsync("lin");
        using var chen = await site.BrowserAsync("chen");
        var page = (await site.GetAsync("/account")).Page;
        page.QuerySelectorAll("#sessions li").Length.ShouldBe(2);
        long theirs;
        using (var session = site.Database.OpenSession()) theirs = session.Scalar<long>("SELECT max(id) FROM staff_session WHERE staff_id = 3");
        (await site.SubmitAsync($"/account/sessions/{theirs}/end", FieldsOf(page))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(chen, "/today")).ShouldBe(HttpStatusCode.OK);

        await site.SubmitAsync(page, "/account/sessions/end-others");
        (await StatusAsync(phone, "/today")).ShouldBe(HttpStatusCode.Redirect);
        (await site.GetAsync("/account")).Page.QuerySelectorAll("#sessions li").Length.ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task A_session_ends_by_itself_after_its_time_and_when_it_lies_idle(DatabaseKind kind)
    {
        await using var log = await Audit.AuditedBase.OpenAsync(kind);
        var now = new DateTimeOffset(2026, 11, 28, 9, 0, 0, TimeSpan.Zero);
        log.Session.Execute("INSERT INTO staff (id, name, security_stamp, role, working_weekdays, daily_capacity, language, active) VALUES (1, '陈', 's', 'staff', 127, 30, 'zh', @yes)", ("yes", true));
        string hash(string token) => App.Features.Platform.People.Rules.Tokens.HashOf(token);
        var (short_, long_) = (hash(StaffSessions.Start(log.Session, 1, false, false, "Chrome", "10.0.0.1", now)), hash(StaffSessions.Start(log.Session, 1, true, false, null, null, now)));

        StaffSessions.Find(log.Session, short_, null, now.AddMinutes(59)).ShouldNotBeNull();
        StaffSessions.Find(log.Session, short_, null, now.AddMinutes(61)).ShouldBeNull();
        StaffSessions.Find(log.Session, short_, now.AddMinutes(59), now.AddMinutes(61)).ShouldNotBeNull("it was used in between");
        StaffSessions.Find(log.Session, short_, now.AddHours(12), now.AddHours(12).AddMinutes(1)).ShouldBeNull("a working day is over");
        StaffSessions.Find(log.Session, long_, null, now.AddDays(2)).ShouldNotBeNull();
        StaffSessions.Find(log.Session, long_, null, now.AddDays(4)).ShouldBeNull();
        StaffSessions.Find(log.Session, long_, now.AddDays(14), now.AddDays(14).AddMinutes(1)).ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task When_a_session_was_used_is_written_down_later_and_never_backwards(DatabaseKind kind)
    {
        await using var log = await Audit.AuditedBase.OpenAsync(kind);
        var now = new DateTimeOffset(2026, 11, 28, 9, 0, 0, TimeSpan.Zero);
        log.Session.Execute("INSERT INTO staff (id, name, security_stamp, role, working_weekdays, daily_capacity, language, active) VALUES (1, '陈', 's', 'staff', 127, 30, 'zh', @yes)", ("yes", true));
        var hash = App.Features.Platform.People.Rules.Tokens.HashOf(StaffSessions.Start(log.Session, 1, false, false, null, null, now));
        var seen = new SeenSessions();
        seen.Touch(hash, now.AddMinutes(30));
        seen.Flush(log.Session, now.AddMinutes(31));
        StaffSessions.Of(log.Session, 1, now.AddMinutes(31)).Single().Seen.ShouldBe(now.AddMinutes(30));
        seen.Touch(hash, now.AddMinutes(10));
        seen.Flush(log.Session, now.AddMinutes(31));
        StaffSessions.Of(log.Session, 1, now.AddMinutes(31)).Single().Seen.ShouldBe(now.AddMinutes(30));
    }

    [Theory, OnBothDatabases]
    public async Task Only_a_hash_of_the_cookie_is_kept(DatabaseKind kind)
    {
        await using var log = await Audit.AuditedBase.OpenAsync(kind);
        log.Session.Execute("INSERT INTO staff (id, name, security_stamp, role, working_weekdays, daily_capacity, language, active) VALUES (1, '陈', 's', 'staff', 127, 30, 'zh', @yes)", ("yes", true));
        var token = StaffSessions.Start(log.Session, 1, false, false, null, null, DateTimeOffset.UnixEpoch);
        log.Session.Scalar<long>("SELECT count(*) FROM staff_session WHERE hash LIKE @token", ("token", $"%{token}%")).ShouldBe(0);
    }

    private static Task<ImportSite> OpenAsync(DatabaseKind kind) => ImportSite.OpenAsync(kind, "admin", Colleague.Add);

    private static async Task<HttpStatusCode> StatusAsync(HttpClient browser, string path, string? cookie = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        using var answer = await browser.SendAsync(request);
        return answer.StatusCode;
    }

    private static async Task<string> SignInAsync(ImportSite site, HttpClient browser, string name)
    {
        using var first = await browser.GetAsync("/sign-in");
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await first.Content.ReadAsStringAsync());
        using var form = new FormUrlEncodedContent([new("token", page.QuerySelector("input[name=token]")!.GetAttribute("value")!), new("userName", name), new("password", ImportSite.Password)]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in") { Content = form };
        request.Headers.Add("Cookie", string.Join("; ", first.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0])));
        using var answer = await browser.SendAsync(request);
        return answer.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]).Single(cookie => cookie.StartsWith("changlai=", StringComparison.Ordinal));
    }

    private static List<KeyValuePair<string, string>> FieldsOf(AngleSharp.Html.Dom.IHtmlDocument page) => [new("token", page.QuerySelector("input[name=token]")!.GetAttribute("value")!)];
}
