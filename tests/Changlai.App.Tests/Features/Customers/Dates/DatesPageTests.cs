using System.Net;
using AngleSharp.Dom;
using Changlai.App.Features.Customers.Dates;
using Changlai.App.Tests.Harness;
using static Changlai.App.Tests.Features.Customers.CardSite;

namespace Changlai.App.Tests.Features.Customers.Dates;

/// <summary>Special dates: what a form takes, and the page.</summary>
public sealed class DatesPageTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("gregorian", "2", "29", false, "", "2027-02-28")]
    [InlineData("gregorian", "2", "29", false, "1988", "2027-02-28")]
    [InlineData("gregorian", "11", "22", false, "", "2026-11-22")]
    [InlineData("lunar", "12", "30", false, "", "2027-02-05")]
    [InlineData("lunar", "6", "3", true, "2025", "2027-07-06")]
    [InlineData("lunar", "10", "14", false, "", "2026-11-22")]
    public void Either_calendar_is_taken_and_the_next_day_is_right(string calendar, string month, string day, bool leap, string year, string next)
    {
        var (date, form) = new DateForm { Calendar = calendar, Month = month, Day = day, Leap = leap, Year = year }.Check(Today);
        form.Errors.ShouldBeEmpty();
        date!.Day.NextOnOrAfter(Today).ShouldBe(DateOnly.Parse(next));
    }

    [Theory]
    [InlineData("gregorian", "2", "30", false, "", "day")]
    [InlineData("gregorian", "2", "29", false, "2025", "day")]
    [InlineData("gregorian", "13", "1", false, "", "day")]
    [InlineData("gregorian", "", "", false, "", "day")]
    [InlineData("gregorian", "6", "1", true, "", "leap")]
    [InlineData("lunar", "1", "31", false, "", "day")]
    [InlineData("lunar", "6", "1", true, "2024", "day")]
    [InlineData("lunar", "12", "30", false, "2025", "day")]
    [InlineData("gregorian", "1", "1", false, "1899", "year")]
    [InlineData("gregorian", "1", "1", false, "2027", "year")]
    [InlineData("gregorian", "12", "31", false, "2026", "year")]
    [InlineData("gregorian", "1", "1", false, "abc", "year")]
    [InlineData("julian", "1", "1", false, "", "calendar")]
    public void What_no_calendar_has_is_refused_by_field(string calendar, string month, string day, bool leap, string year, string field)
    {
        var (date, form) = new DateForm { Calendar = calendar, Month = month, Day = day, Leap = leap, Year = year }.Check(Today);
        date.ShouldBeNull();
        form.Errors.Keys.ShouldBe([field]);
    }

    [Theory, OnBothDatabases]
    public async Task A_date_is_added_once_changed_and_removed(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        var id = await site.RegisterAsync(("name", "李明华"));
        var page = await site.PageAsync($"/customers/{id}/dates");
        await site.SubmitAsync(page, "/dates", ("kind", "birthday"), ("calendar", "lunar"), ("month", "8"), ("day", "15"), ("year", "1988"));
        await site.SubmitAsync(page, "/dates", ("kind", "birthday"), ("calendar", "lunar"), ("month", "8"), ("day", "15"), ("year", "1988"));
        (await site.CountAsync("special_date")).ShouldBe(1);
        (await site.PageAsync($"/customers/{id}")).QuerySelector(".cl-card-side")!.TextContent.ShouldContain("8th lunar month, day 15");

        var date = site.Scalar<long>("SELECT id FROM special_date");
        var mine = await site.PageAsync($"/customers/{id}/dates/{date}");
        Value(mine, "month").ShouldBe("8");
        var (_, saved) = await site.SubmitAsync(mine, $"/dates/{date}", ("kind", "other"), ("name", "开业"), ("day", "16"));
        saved.QuerySelector(".date-list")!.TextContent.ShouldContain("开业");

        var (status, conflict) = await site.SubmitAsync(mine, $"/dates/{date}", ("idempotencyKey", "another"), ("day", "17"));
        status.ShouldBe(HttpStatusCode.Conflict);
        Value(conflict, "day").ShouldBe("17", "what was typed is kept");
        conflict.QuerySelectorAll("#conflict tbody tr").Select(row => string.Join("|", row.Children.Select(cell => cell.TextContent.Trim()))).ShouldBe(["What day it is|Another|Birthday", "Its name|开业|empty", "Day|16|17"]);
        var (_, mineNow) = await site.SubmitAsync(conflict, $"/dates/{date}", ("idempotencyKey", "a third"));
        mineNow.QuerySelector(".date-list")!.TextContent.ShouldNotContain("开业");
        (await site.SubmitAsync(saved, $"/dates/{date}/removal")).Status.ShouldBe(HttpStatusCode.OK);
        (await site.CountAsync("special_date")).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task Two_who_save_the_same_have_nothing_left_to_save(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        var id = await site.RegisterAsync(("name", "李明华"));
        await site.SubmitAsync(await site.PageAsync($"/customers/{id}/dates"), "/dates", ("kind", "birthday"), ("month", "8"), ("day", "15"));
        var date = site.Scalar<long>("SELECT id FROM special_date");
        var (mine, theirs) = (await site.PageAsync($"/customers/{id}/dates/{date}"), await site.PageAsync($"/customers/{id}/dates/{date}"));
        await site.SubmitAsync(theirs, $"/dates/{date}", ("day", "16"));
        var (status, conflict) = await site.SubmitAsync(mine, $"/dates/{date}", ("day", "16"));
        status.ShouldBe(HttpStatusCode.Conflict);
        conflict.QuerySelector("#conflict")!.TextContent.ShouldContain("nothing left to save");
        conflict.QuerySelector("#conflict a")!.GetAttribute("href").ShouldBe($"/customers/{id}/dates/{date}");
    }
}
