using System.Net;
using Changlai.App.Tests.Features.Orders.Import.Pages;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.Features.Platform.People;

/// <summary>The list of people by role and store, and the language somebody works in.</summary>
public sealed class StaffFilterTests
{
    [Theory, OnBothDatabases]
    public async Task People_are_listed_by_role_and_store_and_an_unknown_choice_narrows_nothing(DatabaseKind kind)
    {
        await using var site = await ImportSite.OpenAsync(kind, "admin", session =>
        {
            Colleague.Add(session);
            session.Execute("INSERT INTO store (id, name, time_zone, currency, closed_weekdays) VALUES (2, '二店', 'Asia/Shanghai', 'CNY', 0)");
            session.Execute("INSERT INTO staff_store (staff_id, store_id) VALUES (3, 2)");
        });
        (await NamesAsync(site, "/staff?role=staff")).ShouldBe(["陈小红"]);
        (await NamesAsync(site, "/staff?role=manager")).ShouldBe(["other"]);
        (await NamesAsync(site, "/staff?store=2")).ShouldBe(["陈小红"], "who works there beside another store counts");
        (await NamesAsync(site, "/staff?store=1&role=admin")).ShouldBe(["lin"]);
        foreach (var nonsense in (string[])["/staff?role=emperor", "/staff?store=99", "/staff?store=x&role="]) (await NamesAsync(site, nonsense)).Count.ShouldBe(3, nonsense);
        (await NamesAsync(site, "/staff?show=left&role=staff")).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task A_manager_asks_for_no_other_store(DatabaseKind kind)
    {
        await using var site = await ImportSite.OpenAsync(kind, "manager", session =>
        {
            session.Execute("INSERT INTO store (id, name, time_zone, currency, closed_weekdays) VALUES (2, '二店', 'Asia/Shanghai', 'CNY', 0)");
            session.Execute("UPDATE staff SET store_id = 2 WHERE id = 2");
        });
        (await NamesAsync(site, "/staff?store=2")).ShouldBe(["lin"]);
    }

    [Theory, OnBothDatabases]
    public async Task The_language_is_changed_and_an_unknown_one_refused(DatabaseKind kind)
    {
        await using var site = await ImportSite.OpenAsync(kind, "admin", Colleague.Add);
        var page = (await site.GetAsync("/staff/3")).Page;
        var (status, again) = await site.SubmitAsync(page, "/staff/3", ("language", "fr"));
        (status, again.QuerySelector("#field-language-error") is null).ShouldBe((HttpStatusCode.UnprocessableEntity, false));
        (await site.SubmitAsync(page, "/staff/3", ("language", "en"))).Status.ShouldBe(HttpStatusCode.OK);
        using var session = site.Database.OpenSession();
        session.Scalar<string>("SELECT language FROM staff WHERE id = 3").ShouldBe("en");
    }

    private static async Task<List<string>> NamesAsync(ImportSite site, string path) =>
        [.. (await site.GetAsync(path)).Page.QuerySelectorAll("tbody td.main a").Select(name => name.TextContent)];
}
