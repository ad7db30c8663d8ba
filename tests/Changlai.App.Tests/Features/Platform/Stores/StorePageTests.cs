using System.Net;
using Changlai.App.Features.FollowUps.Model;
using Changlai.App.Features.FollowUps.Planning;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Stores;
using Changlai.App.Tests.Features.Customers;
using Changlai.App.Tests.Features.Orders;
using Changlai.App.Tests.Features.Orders.Import.Pages;
using Changlai.App.Tests.Harness;
using Changlai.Core.Calendars;
using static Changlai.App.Tests.Features.Customers.CardSite;

namespace Changlai.App.Tests.Features.Platform.Stores;

/// <summary>Stores, from the settings to the days on which nobody is rung.</summary>
public sealed class StorePageTests
{
    [Theory, OnBothDatabases]
    public async Task A_store_is_made_with_its_hours_and_stands_in_the_list(DatabaseKind kind)
    {
        await using var site = await CardSite.OpenAsync(kind, "head-office");
        var (status, page) = await site.SubmitAsync(await site.PageAsync("/settings/stores/new"), "/settings/stores",
            ("name", "三店"), ("city", "杭州"), ("zone", "Asia/Urumqi"), ("currency", "ｃｎｙ"), ("holidays", "official"), ("hours-1", "13:30至21：00、9:00-12:00"), ("open-7", null));

        status.ShouldBe(HttpStatusCode.OK);
        Value(page, "hours-1").ShouldBe("09:00-12:00, 13:30-21:00");
        (await site.PageAsync("/settings/stores")).QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains("三店")).TextContent.ShouldContain("Sun");
        site.Scalar<string>("SELECT time_zone || ' ' || currency || ' ' || closed_weekdays FROM store WHERE name = '三店'").ShouldBe("Asia/Urumqi CNY 64");
        site.Scalar<long>("SELECT count(*) FROM store_hours").ShouldBe(2);
        site.Scalar<long>("SELECT count(*) FROM audit_entry WHERE action = 'store.make' AND subject = 'store:3'").ShouldBe(1);
    }

    [Theory]
    [OnBothDatabases("name", "", "give the store a name")]
    [OnBothDatabases("name", "二店", "another name")]
    [OnBothDatabases("zone", "China Standard Time", "Asia/Shanghai")]
    [OnBothDatabases("currency", "yuan", "three letters")]
    [OnBothDatabases("holidays", "perhaps", "public holidays")]
    [OnBothDatabases("hours-3", "morning", "09:00-12:00")]
    [OnBothDatabases("hours-3", "18:00-02:00", "next day")]
    [OnBothDatabases("hours-3", "09:00-12:00, 11:00-13:00", "overlap")]
    public async Task What_is_wrong_is_named_and_nothing_is_changed(DatabaseKind kind, string field, string value, string words)
    {
        await using var site = await CardSite.OpenAsync(kind, "head-office");
        var (status, page) = await site.SubmitAsync(await site.PageAsync("/settings/stores/1"), "/settings/stores/1", ("city", "北京"), (field, value));
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Errors(page).ShouldHaveSingleItem().ShouldContain(words);
        Value(page, "city").ShouldBe("北京");
        site.Scalar<long>("SELECT count(*) FROM store WHERE city IS NOT NULL").ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task A_store_that_never_opens_is_refused(DatabaseKind kind)
    {
        await using var site = await CardSite.OpenAsync(kind, "head-office");
        var (status, page) = await site.SubmitAsync(await site.PageAsync("/settings/stores/1"), "/settings/stores/1", [.. Enumerable.Range(1, 7).Select(day => ($"open-{day}", (string?)null))]);
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Errors(page).ShouldHaveSingleItem().ShouldContain("one day");
    }

    [Theory, OnBothDatabases]
    public async Task A_manager_changes_their_own_store_alone_and_makes_none(DatabaseKind kind)
    {
        await using var site = await CardSite.OpenAsync(kind, "manager");
        (await site.GetAsync("/settings/stores/2")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.GetAsync("/settings/stores/new")).Status.ShouldBe(HttpStatusCode.Forbidden);
        var list = await site.PageAsync("/settings/stores");
        list.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        list.QuerySelectorAll("a[href='/settings/stores/new']").ShouldBeEmpty();
        (await site.SubmitAsync(await site.PageAsync("/settings/stores/1"), "/settings/stores/1", ("city", "北京"))).Status.ShouldBe(HttpStatusCode.OK);
        site.Scalar<string>("SELECT city FROM store WHERE id = 1").ShouldBe("北京");
    }

    [Theory, OnBothDatabases]
    public async Task Days_in_a_row_are_closed_opened_again_in_the_middle_and_taken_back(DatabaseKind kind)
    {
        await using var site = await CardSite.OpenAsync(kind, "manager");
        (string, string?)[] closed = [("kind", "closed"), ("from", "2098-02-01"), ("to", "2098-02-05"), ("reason", "装修")];
        await site.SubmitAsync(await site.PageAsync("/settings/stores/1"), "/1/days", closed);
        await site.SubmitAsync(await site.PageAsync("/settings/stores/1"), "/1/days", ("kind", "open"), ("from", "2098-02-03"), ("reason", "会员日"));
        var page = await site.PageAsync("/settings/stores/1");
        page.QuerySelectorAll("#days form[action$='/removal']").Length.ShouldBe(3);
        site.Scalar<long>("SELECT count(*) FROM store_closed_day").ShouldBe(4);

        await site.SubmitAsync(page, "/removal");
        site.Scalar<long>("SELECT count(*) FROM store_closed_day").ShouldBe(2, "the first stretch is gone");
        site.Scalar<long>("SELECT count(*) FROM store_open_day").ShouldBe(1);
    }

    [Theory]
    [OnBothDatabases("from", "", "2027-02-05")]
    [OnBothDatabases("from", "3027-02-05", "between")]
    [OnBothDatabases("to", "2027-01-01", "before it begins")]
    [OnBothDatabases("to", "2030-01-01", "At most 366")]
    [OnBothDatabases("reason", "", "reason")]
    [OnBothDatabases("kind", "ajar", "closed or open")]
    public async Task Days_that_cannot_be_are_refused(DatabaseKind kind, string field, string value, string words)
    {
        await using var site = await CardSite.OpenAsync(kind, "manager");
        (string, string?)[] typed = [("kind", "closed"), ("from", "2027-02-01"), ("to", "2027-02-05"), ("reason", "装修")];
        var (status, page) = await site.SubmitAsync(await site.PageAsync("/settings/stores/1"), "/1/days", [.. typed.Where(one => one.Item1 != field), (field, value)]);
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Errors(page).ShouldHaveSingleItem().ShouldContain(words);
        site.Scalar<long>("SELECT count(*) FROM store_closed_day").ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task What_stands_on_a_day_that_is_closed_now_moves_and_those_on_other_days_are_not_looked_at(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-03-02");
        shop.AddStaff("李敏", capacity: 5);
        shop.RunOnly("thanks");
        shop.Record([new TestLine("A1", "1", "2026-03-02")]);
        shop.Plan("2026-03-02");
        var day = shop.FollowUp("1", "thanks").DueOn!.Value;
        shop.Session.Scalar<long>("SELECT count(*) FROM planning_due").ShouldBe(0);

        shop.InTransaction(() =>
        {
            new StoreDayRange(day, day, IsOpen: false, "装修").Write(shop.Session, TestShop.Store);
            new FollowUpsOnStoreDays(shop.Time).StoreDaysChanged(shop.Session, new StoreDaysChange(TestShop.Store, From: day.AddDays(1), To: day.AddDays(9)));
            shop.Session.Scalar<long>("SELECT count(*) FROM planning_due").ShouldBe(0);
            new FollowUpsOnStoreDays(shop.Time).StoreDaysChanged(shop.Session, new StoreDaysChange(TestShop.Store, From: day, To: day));
            shop.Session.Scalar<long>("SELECT count(*) FROM planning_due").ShouldBe(1);
            return 0;
        });
        shop.Plan("2026-03-02");
        var moved = shop.FollowUp("1", "thanks");
        moved.DueOn.ShouldNotBe(day);
        moved.State.ShouldBe(FollowUpState.Planned);
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_is_rung_over_the_Spring_Festival_where_the_store_keeps_it_and_on_a_make_up_Saturday_it_is_open(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-02-01");
        shop.Session.Execute("UPDATE store SET closed_weekdays = 96, holidays = 'official'");
        shop.AddStore("照常营业");

        var calendar = PlanningCalendarReading.Read(shop.Session, TestShop.Day("2026-02-13").DayNumber, 20);
        var open = Enumerable.Range(0, 17).Select(offset => TestShop.Day("2026-02-13").AddDays(offset)).Where(day => calendar.IsOpen(0, day.DayNumber)).Select(day => day.Day);
        open.ShouldBe([13, 14, 24, 25, 26, 27, 28]);
        Enumerable.Range(0, 17).ShouldAllBe(offset => calendar.IsOpen(1, TestShop.Day("2026-02-13").DayNumber + offset), "a shop that opens as usual");
        StoreCalendars.Read(shop.Session)[1].Contains(TestShop.Day("2031-10-02")).ShouldBeFalse("of a year nobody announced, the festivals themselves are known");
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_has_work_on_a_day_off_and_less_on_half_a_day(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-03-02");
        var person = shop.AddStaff("李敏", capacity: 8);
        foreach (var (id, from, to, capacity) in new (int, string, string, int?)[] { (1, "2026-02-20", "2026-03-03", null), (2, "2026-03-03", "2026-03-05", 3) })
            shop.Session.Execute("INSERT INTO staff_day_off (id, staff_id, from_day, to_day, kind, capacity) VALUES (@id, @staff, @from, @to, 'holiday', @capacity)",
                ("id", id), ("staff", person), ("from", TestShop.Day(from)), ("to", TestShop.Day(to)), ("capacity", capacity));
        var first = TestShop.Day("2026-03-02").DayNumber;
        var load = PlanningCalendarReading.Read(shop.Session, first, 10).Load;
        Enumerable.Range(0, 5).Select(offset => load.Capacity(0, first + offset)).ShouldBe([0, 0, 3, 3, 8]);
    }
}
