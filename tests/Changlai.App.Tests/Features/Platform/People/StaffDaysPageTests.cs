using System.Net;
using Changlai.App.Tests.Features.Customers;
using Changlai.App.Tests.Features.Orders.Import.Pages;
using Changlai.App.Tests.Harness;
using static Changlai.App.Tests.Features.Customers.CardSite;

namespace Changlai.App.Tests.Features.Platform.People;

/// <summary>When people work, and when not.</summary>
public sealed class StaffDaysPageTests
{
    [Theory, OnBothDatabases]
    public async Task A_manager_enters_working_days_a_holiday_and_half_a_day_and_takes_one_back(DatabaseKind kind)
    {
        await using var site = await CardSite.OpenAsync(kind, "manager");
        var (status, page) = await site.SubmitAsync(await site.PageAsync("/staff/3/days"), "/usual", ("day", "1"), ("day", "3"), ("capacity", "１２"));
        status.ShouldBe(HttpStatusCode.OK);
        site.Scalar<string>("SELECT working_weekdays || ' ' || daily_capacity FROM staff WHERE id = 3").ShouldBe("5 12");
        await site.SubmitAsync(page, "/staff/3/days", ("from", "2098-02-01"), ("to", "2098-02-05"), ("note", "回老家"));
        (_, page) = await site.SubmitAsync(await site.PageAsync("/staff/3/days"), "/staff/3/days", ("from", "2098-02-09"), ("kind", "training"), ("left", "6"));
        page.QuerySelector("#off")!.TextContent.ShouldContain("回老家");
        page.QuerySelector("#off")!.TextContent.ShouldContain("6 contacts");
        await site.SubmitAsync(page, "/removal");
        site.Scalar<string>("SELECT kind FROM staff_day_off").ShouldBe("training");
        site.Scalar<long>("SELECT count(*) FROM audit_entry WHERE action LIKE 'staff.%' AND subject = 'staff:3'").ShouldBe(4);
    }

    [Theory]
    [OnBothDatabases("from", "", "2027-02-05")]
    [OnBothDatabases("to", "2026-01-01", "before it begins")]
    [OnBothDatabases("kind", "party", "kind of the list")]
    [OnBothDatabases("left", "-1", "from 0 to 500")]
    public async Task What_is_wrong_is_named_and_nothing_is_kept(DatabaseKind kind, string field, string value, string words)
    {
        await using var site = await CardSite.OpenAsync(kind, "manager");
        (string, string?)[] typed = [("from", "2027-02-01"), ("to", "2027-02-05")];
        var (status, page) = await site.SubmitAsync(await site.PageAsync("/staff/3/days"), "/staff/3/days", [.. typed.Where(one => one.Item1 != field), (field, value)]);
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Errors(page).ShouldHaveSingleItem().ShouldContain(words);
        site.Scalar<long>("SELECT count(*) FROM staff_day_off").ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task A_capacity_that_is_no_number_is_refused(DatabaseKind kind)
    {
        await using var site = await CardSite.OpenAsync(kind, "manager");
        var (status, page) = await site.SubmitAsync(await site.PageAsync("/staff/3/days"), "/usual", ("capacity", "many"));
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Errors(page).ShouldHaveSingleItem().ShouldContain("from 0 to 500");
    }

    [Theory, OnBothDatabases]
    public async Task Everybody_reads_their_own_days_and_nobody_elses(DatabaseKind kind)
    {
        await using var site = await CardSite.OpenAsync(kind, "staff");
        (await site.PageAsync("/staff/1/days")).QuerySelectorAll("main form").ShouldBeEmpty();
        (await site.GetAsync("/staff/3/days")).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
