using System.Net;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Holidays;
using Changlai.App.Tests.Features.Customers;
using Changlai.App.Tests.Features.Orders.Import.Pages;
using Changlai.App.Tests.Harness;
using Changlai.Core.Calendars;
using static Changlai.App.Tests.Features.Customers.CardSite;

namespace Changlai.App.Tests.Features.Platform.Holidays;

/// <summary>The official calendar: what comes with the program, and what people enter.</summary>
public sealed class HolidayPageTests
{
    /// <summary>Days off and make-up working days as the notices count them; the New Year days of 2019 that lie in 2018 are left out.</summary>
    [Theory]
    [InlineData(2019, 22, 6)]
    [InlineData(2020, 30, 6)]
    [InlineData(2021, 31, 7)]
    [InlineData(2022, 31, 7)]
    [InlineData(2023, 27, 7)]
    [InlineData(2024, 28, 8)]
    [InlineData(2025, 28, 5)]
    [InlineData(2026, 33, 6)]
    public void Each_year_that_comes_with_the_program_fits_its_notice_and_the_festivals(int year, int off, int worked)
    {
        var arranged = OfficialDays.Years.Single(one => one.Year == year);
        arranged.Source.ShouldContain("国办发明电〔");
        arranged.Days.Count(day => day.Kind == HolidayKind.Holiday).ShouldBe(off);
        var working = arranged.Days.Where(day => day.Kind == HolidayKind.Working).ToList();
        working.Count.ShouldBe(worked);
        working.ShouldAllBe(day => day.Day.DayOfWeek == DayOfWeek.Saturday || day.Day.DayOfWeek == DayOfWeek.Sunday);
        arranged.Days.Select(day => day.Day).ShouldBeUnique("no day is both");
        var holidays = arranged.Days.Where(day => day.Kind == HolidayKind.Holiday).Select(day => day.Day).ToHashSet();
        StatutoryHolidays.In(year).Where(festival => !holidays.Contains(festival.Day)).ShouldBeEmpty("every festival lies within its holiday");
    }

    [Theory, OnBothDatabases]
    public async Task Days_around_a_festival_carry_its_name_in_the_language_of_the_reader(DatabaseKind kind)
    {
        await using var site = await ImportSite.OpenAsync(kind);
        var page = (await site.GetAsync("/settings/holidays?year=2026")).Page;
        // The second of January is off by the notice only, the fourth is worked for it.
        page.QuerySelectorAll("tbody tr").Select(row => row.TextContent).Count(words => words.Contains("New Year's Day", StringComparison.Ordinal)).ShouldBe(4);
        page.QuerySelector("tbody")!.TextContent.ShouldNotContain("元旦");
    }

    [Theory, OnBothDatabases]
    public async Task A_year_is_brought_once_and_what_somebody_changed_stays(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-03-02");
        shop.Session.Scalar<long>("SELECT count(*) FROM public_holiday_year").ShouldBe(8);
        shop.Session.Execute("DELETE FROM public_holiday WHERE day = @day", ("day", TestShop.Day("2026-02-14")));
        OfficialDays.Bring(shop.Database);
        StoreCalendars.Holidays(shop.Session).On(TestShop.Day("2026-02-14")).ShouldBeNull();
        StoreCalendars.Holidays(shop.Session).On(TestShop.Day("2026-02-28")).ShouldBe(HolidayKind.Working);
    }

    [Theory, OnBothDatabases]
    public async Task A_year_without_a_notice_says_so_until_one_is_entered(DatabaseKind kind)
    {
        await using var site = await CardSite.OpenAsync(kind, "head-office");
        var page = await site.PageAsync("/settings/holidays?year=2031");
        page.QuerySelector("main")!.TextContent.ShouldContain("only the festivals themselves are known");
        page.QuerySelectorAll("tbody tr").Length.ShouldBe(12, "thirteen days off, of which Mid-Autumn falls on the first of October");

        (var status, page) = await site.SubmitAsync(page, "/settings/holidays", ("days", "day,kind,name\n2031-01-04,working,元旦\n2030-12-31，放假，元旦"), ("source", "国办发明电〔2030〕1号"));
        status.ShouldBe(HttpStatusCode.OK);
        page.QuerySelector("main")!.TextContent.ShouldContain("国办发明电〔2030〕1号");
        page.QuerySelectorAll("tbody tr").ShouldContain(row => row.TextContent.Contains("Make-up working day"));
        site.Scalar<long>("SELECT count(*) FROM public_holiday_year WHERE year = 2031").ShouldBe(1);
        site.Scalar<long>("SELECT count(*) FROM audit_entry WHERE action = 'holiday.set'").ShouldBe(1);

        await site.SubmitAsync(await site.PageAsync("/settings/holidays?year=2031"), "/removal");
        site.Scalar<long>("SELECT count(*) FROM audit_entry WHERE action = 'holiday.remove'").ShouldBe(1);
        (await site.PageAsync("/settings/holidays?year=2031")).QuerySelectorAll("form[action$='/removal']").ShouldBeEmpty();
    }

    [Theory]
    [OnBothDatabases("days", "", "a day at least")]
    [OnBothDatabases("days", "2027-02-30,holiday,春节", "Line 1")]
    [OnBothDatabases("days", "2027-02-06,holiday,春节\n2027-02-07,perhaps,春节", "Line 2")]
    [OnBothDatabases("days", "2027-02-06,holiday,春节\n2027-02-06,working,春节", "line 2")]
    [OnBothDatabases("days", "2027-02-06,holiday,春节\n2028-02-06,holiday,春节", "one year")]
    public async Task What_cannot_be_read_is_named_and_nothing_is_changed(DatabaseKind kind, string field, string value, string words)
    {
        await using var site = await CardSite.OpenAsync(kind, "head-office");
        var before = site.Scalar<long>("SELECT count(*) FROM public_holiday");
        var (status, page) = await site.SubmitAsync(await site.PageAsync("/settings/holidays"), "/settings/holidays", ("source", "国办发明电〔2026〕1号"), (field, value));
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Errors(page).ShouldContain(error => error.Contains(words));
        site.Scalar<long>("SELECT count(*) FROM public_holiday").ShouldBe(before);
    }

    [Theory, OnBothDatabases]
    public async Task A_manager_reads_the_calendar_and_changes_nothing(DatabaseKind kind)
    {
        await using var site = await CardSite.OpenAsync(kind, "manager");
        var page = await site.PageAsync("/settings/holidays?year=2026");
        page.QuerySelector("main")!.TextContent.ShouldContain("国办发明电〔2025〕7号");
        page.QuerySelectorAll("main form").ShouldBeEmpty();
    }
}
