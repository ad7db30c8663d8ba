using System.Net;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Tests.Features.Customers.Duplicates;
using Changlai.App.Tests.Features.Orders.Import.Pages;
using Changlai.App.Tests.Harness;
using static Changlai.App.Tests.Features.Customers.CardSite;

namespace Changlai.App.Tests.Features.Customers.Handover;

/// <summary>Handing customers over in the browser.</summary>
public sealed class HandoverPageTests
{
    [Theory, OnBothDatabases]
    public async Task A_preview_says_who_gets_how_many_and_changes_nothing_then_all_go_at_once_and_come_back(DatabaseKind kind)
    {
        await using var site = await ShopAsync(kind, "manager");
        var preview = await site.PageAsync("/handover/preview?from=3&to=4");
        preview.QuerySelector(".cl-purpose")!.TextContent.ShouldContain("2 customers");
        site.Scalar<long>("SELECT count(*) FROM customer WHERE owner_id = 4").ShouldBe(0);

        var (status, done) = await site.SubmitAsync(preview, "/handover");
        status.ShouldBe(HttpStatusCode.OK);
        done.QuerySelector(".notice")!.TextContent.ShouldContain("2 customers are handed over");
        site.Scalar<long>("SELECT count(*) FROM customer WHERE owner_id = 4").ShouldBe(2);
        (await site.SubmitAsync(preview, "/handover")).Page.QuerySelector(".notice")!.TextContent.ShouldContain("nothing was done twice");
        (await site.PageAsync("/customers/1")).QuerySelector("#history")!.TextContent.ShouldContain("Owner is now 周杰");

        var back = (await site.SubmitAsync(await site.PageAsync("/handover"), "/undo")).Page;
        back.QuerySelector(".notice")!.TextContent.ShouldContain("2 customers are back");
        site.Scalar<long>("SELECT count(*) FROM customer WHERE owner_id = 3").ShouldBe(3, "with the one of the other store");
    }

    [Theory, OnBothDatabases]
    public async Task One_customer_is_given_to_somebody_else_by_hand(DatabaseKind kind)
    {
        await using var site = await ShopAsync(kind, "manager");
        await site.SubmitAsync(await site.PageAsync("/handover/preview?from=3&to=4&to=1"), "/handover", ("to-1", "1"), ("to-2", "1"));
        site.Scalar<long>("SELECT count(*) FROM customer WHERE owner_id = 1").ShouldBe(2);
    }

    [Theory]
    [OnBothDatabases("?to=4", "whose customers")]
    [OnBothDatabases("?from=3", "at least one")]
    [OnBothDatabases("?from=3&to=3", "cannot take them")]
    [OnBothDatabases("?from=99&to=4", "from the list")]
    [OnBothDatabases("?from=3&to=99", "from the list")]
    [OnBothDatabases("?from=3&to=x", "from the list")]
    [OnBothDatabases("?from=3&to=4&store=2", "from the list")]
    [OnBothDatabases("?from=3&to=4&tier=platinum", "from the list")]
    [OnBothDatabases("?from=3&to=4&region=' OR 1=1", "from the list")]
    public async Task What_is_wrong_with_a_rule_is_said_by_field(DatabaseKind kind, string rule, string words)
    {
        await using var site = await ShopAsync(kind, "manager");
        var (status, page) = await site.GetAsync($"/handover/preview{rule}");
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Errors(page).ShouldContain(error => error.Contains(words));
    }

    [Theory, OnBothDatabases]
    public async Task A_manager_sees_and_moves_the_stores_own_alone_and_head_office_everybody(DatabaseKind kind)
    {
        await using var site = await ShopAsync(kind, "manager");
        (await site.PageAsync("/handover")).QuerySelectorAll("[name=to]").Select(one => one.GetAttribute("value")).ShouldBe(["1", "3", "4"]);
        (await site.PageAsync("/handover/preview?from=3&to=4")).QuerySelector("main")!.TextContent.ShouldNotContain("别店客户");

        await using var office = await ShopAsync(kind, "head-office");
        (await office.PageAsync("/handover/preview?store=2&to=4")).QuerySelector("main")!.TextContent.ShouldContain("别店客户");
    }

    [Theory, OnBothDatabases]
    public async Task A_manager_hands_over_a_tier_of_the_store_and_finds_the_rule_as_it_was_when_changing_it(DatabaseKind kind)
    {
        await using var site = await ShopAsync(kind, "manager");
        using (var session = site.Database.OpenSession()) session.Execute("UPDATE customer SET tier = 'gold' WHERE name IN ('王芳', '别店客户')");
        var preview = await site.PageAsync("/handover/preview?tier=gold&to=4&to=1");
        preview.QuerySelector(".cl-purpose")!.TextContent.ShouldStartWith("1 customers");
        var again = await site.PageAsync(preview.QuerySelector("a.btn[href^='/handover']")!.GetAttribute("href")!);
        Value(again, "tier").ShouldBe("gold");
        again.QuerySelectorAll("[name=to][checked]").Select(one => one.GetAttribute("value")).ShouldBe(["1", "4"]);
        Errors(again).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task Who_is_concerned_changed_after_the_preview_and_it_is_shown_again(DatabaseKind kind)
    {
        await using var site = await ShopAsync(kind, "manager");
        var preview = await site.PageAsync("/handover/preview?from=3&to=4");
        using (var session = site.Database.OpenSession()) session.Execute("UPDATE customer SET owner_id = 1 WHERE customer_id = 1");
        var (status, again) = await site.SubmitAsync(preview, "/handover");
        status.ShouldBe(HttpStatusCode.Conflict);
        again.QuerySelector(".notice")!.TextContent.ShouldContain("Nothing has been changed");
        site.Scalar<long>("SELECT count(*) FROM customer WHERE owner_id = 4").ShouldBe(0);
    }

    /// <summary>Person 3 has two customers in the first store and one in the second; person 4 none.</summary>
    private static Task<ImportSite> ShopAsync(DatabaseKind kind, string role) => OpenAsync(kind, role, session =>
    {
        session.Execute("""
            INSERT INTO staff (id, name, security_stamp, role, store_id, working_weekdays, daily_capacity, language, active) VALUES (4, '周杰', 's', 'staff', 1, 127, 30, 'zh', @yes)
            """, ("yes", true));
        NewCustomers.Write(session, "till", [MergingShop.CardOf("A", "李明华", owner: 3), MergingShop.CardOf("B", "王芳", owner: 3), MergingShop.CardOf("C", "别店客户", store: 2, owner: 3)]);
    });
}
