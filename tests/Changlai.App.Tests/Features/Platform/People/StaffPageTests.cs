using System.Net;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Tests.Features.Orders.Import.Pages;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.Features.Platform.People;

/// <summary>Adding people, letting them in by a link, and who may give whom what.</summary>
public sealed class StaffPageTests
{
    private const string Chosen = "tea before breakfast";

    [Theory, OnBothDatabases]
    public async Task Somebody_invited_chooses_a_password_and_is_in_and_the_link_works_once(DatabaseKind kind)
    {
        await using var site = await ImportSite.OpenAsync(kind, "admin");
        var link = await InviteAsync(site, ("name", "王小芳"), ("signIn", "Wang"), ("role", "staff"), ("store", "1"));

        site.Use(await site.BrowserAsync(null, followsRedirects: true)).Dispose();
        var page = (await site.GetAsync(link)).Page;
        page.QuerySelector("h1")!.TextContent.ShouldBe("Welcome, 王小芳");
        (await site.SubmitAsync(page, link, ("password", "short"), ("again", "short"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await site.SubmitAsync(page, link, ("password", Chosen), ("again", Chosen))).Status.ShouldBe(HttpStatusCode.OK);
        (await site.GetAsync("/today")).Page.QuerySelector(".cl-user-name")!.TextContent.ShouldBe("王小芳");
        (await site.GetAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound);
        using var session = site.Database.OpenSession();
        session.Scalar<long>("SELECT count(*) FROM staff_link WHERE hash LIKE @token", ("token", $"%{link.Split('/')[^1]}%")).ShouldBe(0);
        session.Scalar<string>("SELECT sign_in_name FROM staff WHERE name = '王小芳'").ShouldBe("wang");
    }

    [Theory, OnBothDatabases]
    public async Task A_new_link_for_a_forgotten_password_makes_the_one_before_worthless(DatabaseKind kind)
    {
        await using var site = await ImportSite.OpenAsync(kind, "admin");
        var first = await LinkOfAsync(site, 2);
        var second = await LinkOfAsync(site, 2);
        (await site.GetAsync(first)).Status.ShouldBe(HttpStatusCode.NotFound);
        site.Use(await site.BrowserAsync(null, followsRedirects: true)).Dispose();
        await site.SubmitAsync((await site.GetAsync(second)).Page, second, ("password", Chosen), ("again", Chosen));
        (await site.GetAsync("/today")).Page.QuerySelector(".cl-user-name")!.TextContent.ShouldBe("other");
    }

    [Theory, OnBothDatabases]
    public async Task The_second_of_two_who_change_somebody_sees_both_versions_and_by_whom(DatabaseKind kind)
    {
        await using var site = await ImportSite.OpenAsync(kind, "admin", session =>
        {
            Colleague.Add(session);
            session.Execute("UPDATE staff SET role = 'admin' WHERE id = 2");
        });
        var mine = (await site.GetAsync("/staff/3")).Page;
        var own = site.Use(await site.BrowserAsync("other", followsRedirects: true));
        (await site.SubmitAsync((await site.GetAsync("/staff/3")).Page, "/staff/3", ("name", "陈红"), ("reach", "own"))).Status.ShouldBe(HttpStatusCode.OK);
        site.Use(own).Dispose();

        var (status, page) = await site.SubmitAsync(mine, "/staff/3", ("name", "陈小红"));
        status.ShouldBe(HttpStatusCode.Conflict);
        page.QuerySelectorAll("#conflict tbody tr").Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent.Trim()))).ShouldBe(["Name|陈红|陈小红", "Whose customers|Their own only|As usual for the role"]);
        page.QuerySelector("#conflict .notice")!.TextContent.ShouldContain("It was last saved by other, today");
        (await site.GetAsync("/staff/3")).Page.QuerySelector("#field-name")!.GetAttribute("value").ShouldBe("陈红");

        (await site.SubmitAsync(page, "/staff/3")).Status.ShouldBe(HttpStatusCode.OK);
        (await site.GetAsync("/staff/3")).Page.QuerySelector("#field-name")!.GetAttribute("value").ShouldBe("陈小红");
    }

    [Theory, OnBothDatabases]
    public async Task A_link_is_too_old_after_its_time(DatabaseKind kind)
    {
        await using var site = await ImportSite.OpenAsync(kind, "admin");
        var link = await LinkOfAsync(site, 2);
        using (var session = site.Database.OpenSession()) session.Execute("UPDATE staff_link SET ends_at = @past", ("past", TimeProvider.System.GetUtcNow().AddSeconds(-1)));
        (await site.GetAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [OnBothDatabases("name", "name", "", "needed")]
    [OnBothDatabases("signIn", "signIn", "王", "small letters")]
    [OnBothDatabases("signIn", "signIn", "lin", "taken")]
    [OnBothDatabases("role", "role", "emperor", "list")]
    [OnBothDatabases("store", "store", "99", "list")]
    [OnBothDatabases("store", "store", "", "belongs to a store")]
    [OnBothDatabases("reach", "reach", "everything", "list")]
    [OnBothDatabases("capacity", "capacity", "many", "whole number")]
    [OnBothDatabases("capacity", "capacity", "-1", "whole number")]
    public async Task What_is_wrong_is_said_at_its_field_and_nobody_is_added(DatabaseKind kind, string field, string name, string value, string words)
    {
        await using var site = await ImportSite.OpenAsync(kind, "admin");
        var before = await site.CountAsync("staff");
        var typed = new Dictionary<string, string?>(StringComparer.Ordinal) { ["name"] = "王小芳", ["signIn"] = "wang", ["role"] = "staff", ["store"] = "1", [name] = value };
        var (status, page) = await site.SubmitAsync((await site.GetAsync("/staff/new")).Page, "/staff", [.. typed.Select(one => (one.Key, one.Value))]);
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.QuerySelector($"#field-{field}-error")!.TextContent.ShouldContain(words);
        (await site.CountAsync("staff")).ShouldBe(before);
    }

    [Theory]
    [OnBothDatabases("manager", "admin")]
    [OnBothDatabases("manager", "head-office")]
    [OnBothDatabases("manager", "auditor")]
    [OnBothDatabases("head-office", "admin")]
    public async Task Nobody_gives_a_role_above_theirs(DatabaseKind kind, string role, string given)
    {
        await using var site = await ImportSite.OpenAsync(kind, role, Colleague.Add);
        var (status, page) = await site.SubmitAsync((await site.GetAsync("/staff/3")).Page, "/staff/3", ("role", given), ("store", "1"));
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.QuerySelector("#field-role-error")!.TextContent.ShouldContain("administrator");
        using var session = site.Database.OpenSession();
        session.Scalar<string>("SELECT role FROM staff WHERE id = 3").ShouldBe("staff");
    }

    [Theory, OnBothDatabases]
    public async Task A_manager_makes_no_link_for_an_administrator_and_sees_nobody_of_another_store(DatabaseKind kind)
    {
        await using var site = await ImportSite.OpenAsync(kind, "manager", session =>
        {
            Colleague.Add(session);
            session.Execute("UPDATE staff SET role = 'admin' WHERE id = 3");
            session.Execute("INSERT INTO store (id, name, time_zone, currency, closed_weekdays) VALUES (2, '二店', 'Asia/Shanghai', 'CNY', 0)");
            session.Execute("UPDATE staff SET store_id = 2 WHERE id = 2");
        });
        var token = (await site.GetAsync("/staff")).Page.QuerySelector("input[name=token]")!.GetAttribute("value")!;
        foreach (var path in (string[])["/staff/3/link", "/staff/3/sessions/end-all", "/staff/3/leaving", "/staff/3/authenticator-removal", "/staff/2/link", "/staff/999/link"])
            (await site.SubmitAsync(path, [new("token", token)])).Status.ShouldBe(HttpStatusCode.NotFound, path);
        (await site.GetAsync("/staff/2")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.GetAsync("/staff")).Page.QuerySelectorAll("tbody tr").Length.ShouldBe(2);
    }

    [Theory, OnBothDatabases]
    public async Task An_open_browser_gets_no_link_for_its_own_password_and_turns_off_no_authenticator_of_its_own(DatabaseKind kind)
    {
        await using var site = await ImportSite.OpenAsync(kind, "admin");
        var token = (await site.GetAsync("/staff/1")).Page.QuerySelector("input[name=token]")!.GetAttribute("value")!;
        foreach (var path in (string[])["/staff/1/link", "/staff/1/authenticator-removal"])
            (await site.SubmitAsync(path, [new("token", token)])).Status.ShouldBe(HttpStatusCode.NotFound, path);
        (await site.CountAsync("staff_link")).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task A_set_up_link_is_worth_nothing_once_somebody_can_sign_in(DatabaseKind kind)
    {
        await using var site = await ImportSite.OpenAsync(kind, "admin");
        string link;
        using (var session = site.Database.OpenSession()) link = StaffAccounts.SetUpLink(session, TimeProvider.System);
        (await site.GetAsync($"/set-up/{link}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnBothDatabases]
    public async Task Working_days_and_capacity_stand_on_a_page_of_their_own_and_are_left_alone_here(DatabaseKind kind)
    {
        await using var site = await ImportSite.OpenAsync(kind, "admin", Colleague.Add);
        var page = (await site.GetAsync("/staff/3")).Page;
        (await site.GetAsync(page.QuerySelector("a[href='/staff/3/days']").ShouldNotBeNull().GetAttribute("href")!)).Page.QuerySelector("a.cl-back")!.GetAttribute("href").ShouldBe("/staff/3");
        await site.SubmitAsync(page, "/staff/3", ("name", "陈红"), ("capacity", "7"));
        using var session = site.Database.OpenSession();
        (session.Scalar<string>("SELECT name FROM staff WHERE id = 3"), session.Scalar<int>("SELECT daily_capacity FROM staff WHERE id = 3")).ShouldBe(("陈红", 30));
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_raises_themselves_and_the_last_administrator_stays(DatabaseKind kind)
    {
        await using var site = await ImportSite.OpenAsync(kind, "admin", session => session.Execute("UPDATE staff SET role = 'admin' WHERE id = 2"));
        (await site.SubmitAsync((await site.GetAsync("/staff/1")).Page, "/staff/1", ("role", "manager"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await site.SubmitAsync((await site.GetAsync("/staff/2")).Page, "/staff/2", ("role", "manager"), ("store", "1"))).Status.ShouldBe(HttpStatusCode.OK);
        using var session = site.Database.OpenSession();
        session.Scalar<string>("SELECT role FROM staff WHERE id = 1").ShouldBe("admin");
        session.Scalar<string>("SELECT details FROM audit_entry WHERE action = 'staff.change'").ShouldBe("""{"fields":"role, store","from":"admin, -","to":"manager, 1"}""");
    }

    [Theory, OnBothDatabases]
    public async Task The_set_up_link_makes_the_first_administrator_and_store_once(DatabaseKind kind)
    {
        await using var site = await ImportSite.OpenAsync(kind, "admin", session => session.Execute("UPDATE staff SET password_hash = NULL"));
        using (var session = site.Database.OpenSession())
        {
            StaffAccounts.AnybodyCanSignIn(session).ShouldBeFalse();
            session.Execute("DELETE FROM staff");
            session.Execute("DELETE FROM store");
        }
        string first, link;
        using (var session = site.Database.OpenSession()) (first, link) = (StaffAccounts.SetUpLink(session, TimeProvider.System), StaffAccounts.SetUpLink(session, TimeProvider.System));
        (await site.GetAsync($"/set-up/{first}")).Status.ShouldBe(HttpStatusCode.NotFound);
        var page = (await site.GetAsync($"/set-up/{link}")).Page;
        var (status, again) = await site.SubmitAsync(page, $"/set-up/{link}", ("name", "顾文英"), ("signIn", "gu"), ("store", ""), ("password", Chosen), ("again", Chosen));
        (status, again.QuerySelector("#field-store-error") is not null).ShouldBe((HttpStatusCode.UnprocessableEntity, true));
        (await site.SubmitAsync(page, $"/set-up/{link}", ("name", "顾文英"), ("signIn", "gu"), ("store", "总店"), ("password", Chosen), ("again", Chosen))).Status.ShouldBe(HttpStatusCode.OK);
        (await site.GetAsync("/staff")).Status.ShouldBe(HttpStatusCode.OK);
        (await site.GetAsync($"/set-up/{link}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.CountAsync("store")).ShouldBe(1);
    }

    private static async Task<string> InviteAsync(ImportSite site, params (string, string?)[] typed)
    {
        var (status, page) = await site.SubmitAsync((await site.GetAsync("/staff/new")).Page, "/staff", typed);
        status.ShouldBe(HttpStatusCode.OK);
        return new Uri(page.QuerySelector(".secret-key")!.TextContent).AbsolutePath;
    }

    private static async Task<string> LinkOfAsync(ImportSite site, long id)
    {
        var (status, page) = await site.SubmitAsync((await site.GetAsync($"/staff/{id}")).Page, "/link");
        status.ShouldBe(HttpStatusCode.OK);
        return new Uri(page.QuerySelector(".secret-key")!.TextContent).AbsolutePath;
    }
}
