using AngleSharp.Html.Dom;
using Changlai.App.Features.Customers.Completing.Trends;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Tests.Features.Orders.Import.Pages;
using Changlai.App.Tests.Features.Platform.Api;
using Changlai.App.Tests.Harness;
using static Changlai.App.Tests.Features.Customers.CardSite;

namespace Changlai.App.Tests.Features.Customers.Completing;

/// <summary>The page of how much is known, over HTTP.</summary>
public sealed class TrendPageTests
{
    /// <summary>Later than any figure that the sweep of the running program takes.</summary>
    private static readonly DateOnly Now = new(2999, 1, 7);

    [Theory, OnBothDatabases]
    public async Task A_manager_sees_the_people_of_the_store_now_against_four_weeks_ago(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind, "manager", WriteFigures);
        var page = await site.PageAsync("/customers/completeness");
        Table(page).ShouldBe(["The company|4|10.0|Not yet|", "陈小红|2|30.0|25.0|+5.0", "lin|10|45.5|50.0|−4.5"]);
        Points(page).ShouldBe(["10 Dec 2998|45.8", "17 Dec 2998|", "24 Dec 2998|", "31 Dec 2998|", "7 Jan 2999|34.7"]);

        var one = await site.PageAsync("/customers/completeness?owner=3");
        one.QuerySelector("#trend")!.TextContent.ShouldContain("陈小红: mean completeness");
        Points(one)[0].ShouldBe("10 Dec 2998|25.0");
        (await site.PageAsync("/customers")).QuerySelector("a[href='/customers/completeness']").ShouldNotBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task Staff_see_themselves_whatever_they_ask_for(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind, "staff", WriteFigures);
        var page = await site.PageAsync("/customers/completeness?owner=3&store=2");
        Table(page).ShouldBe(["lin|10|45.5|50.0|−4.5"]);
        Points(page)[^1].ShouldBe("7 Jan 2999|45.5");
    }

    [Theory, OnBothDatabases]
    public async Task The_head_office_sees_every_store_and_can_narrow_it(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind, "head-office", WriteFigures);
        Table(await site.PageAsync("/customers/completeness")).Length.ShouldBe(5);
        Table(await site.PageAsync("/customers/completeness?store=2")).ShouldBe(["Somebody who has left|二店|1|80.0|80.0|±0", "The company|二店|1|90.0|Not yet|"]);
        Points(await site.PageAsync("/customers/completeness?owner=0&at=2")).ShouldBe(["7 Jan 2999|90.0"]);
        Points(await site.PageAsync("/customers/completeness?owner=0&at=1")).ShouldBe(["7 Jan 2999|10.0"]);
    }

    [Theory, OnBothDatabases]
    public async Task A_program_reads_the_same_within_its_owners_reach(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind, "manager", WriteFigures);
        using var program = await ApiProgram.OpenAsync(site, 1, "customers:read");
        foreach (var query in (string[])["", "?store=2"])
        {
            var answer = (await program.GetAsync("/api/completeness/trend" + query)).Json;
            answer.GetProperty("items").EnumerateArray().Select(one => $"{one.GetProperty("owner")}|{one.GetProperty("ownerId")}|{one.GetProperty("cards")}|{one.GetProperty("now").GetDecimal():0.0}").ShouldBe(["||4|10.0", "陈小红|3|2|30.0", "lin|1|10|45.5"], query);
            answer.GetProperty("weeks").EnumerateArray().Select(week => week.GetProperty("cards").GetInt64()).ShouldBe([12, 0, 0, 0, 16], query);
            answer.GetProperty("isComparable").GetBoolean().ShouldBeTrue();
        }
        (await program.GetAsync("/api/completeness/trend?owner=3")).Json.GetProperty("weeks")[0].GetProperty("mean").GetDecimal().ShouldBe(25.0m);
        using var staff = await ApiProgram.OpenAsync(site, 3, "customers:read");
        (await staff.GetAsync("/api/completeness/trend?owner=1")).Json.GetProperty("items").EnumerateArray().Select(one => one.GetProperty("ownerId").GetInt64()).ShouldBe([3]);
    }

    [Theory, OnBothDatabases]
    public async Task That_weights_were_changed_in_between_is_said_in_words(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind, "manager", session =>
        {
            WriteFigures(session);
            session.Execute("UPDATE completeness_week SET basis = 'other' WHERE week_of = @week", ("week", Now));
        });
        var page = await site.PageAsync("/customers/completeness");
        page.QuerySelector(".notice")!.TextContent.ShouldContain("counted by other weights");
        page.QuerySelector("#trend")!.TextContent.ShouldContain("From the week of 7 Jan 2999 on, changed weights or fields are used. Earlier figures stay as they were counted then");
        (await site.PageAsync("/settings/completeness")).QuerySelector("main")!.TextContent.ShouldContain("the means of past weeks stay as they were");
    }

    [Theory, OnBothDatabases]
    public async Task Without_customers_the_page_says_what_will_be_here(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind, "manager");
        (await site.PageAsync("/customers/completeness")).QuerySelector(".empty-state").ShouldNotBeNull();
    }

    private static void WriteFigures(DatabaseSession session)
    {
        Put(session, Now.AddDays(-28), "(1, 1, 10, 500), (1, 3, 2, 50), (2, 9, 1, 80)");
        Put(session, Now, "(1, 1, 10, 455), (1, 3, 2, 60), (1, 0, 4, 40), (2, 9, 1, 80), (2, 0, 1, 90)");
    }

    private static void Put(DatabaseSession session, DateOnly day, string rows) => CompletenessWeeks.Put(session, day, "same", $"""
        SELECT v.column1, v.column2, v.column3, v.column4 FROM (VALUES {rows}) v
        """);

    private static string[] Table(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("table.folds tbody tr").Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent.Trim())))];

    private static string[] Points(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("#trend tbody tr").Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent.Trim())))];
}
