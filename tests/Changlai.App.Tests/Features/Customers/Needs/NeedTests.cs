using System.Net;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Needs;
using Changlai.App.Features.FollowUps.Model;
using Changlai.App.Tests.Features.Customers.Duplicates;
using Changlai.App.Tests.Features.Orders.Import.Pages;
using Changlai.App.Tests.Harness;
using static Changlai.App.Tests.Features.Customers.CardSite;

namespace Changlai.App.Tests.Features.Customers.Needs;

/// <summary>What customers ask for, from the card to the head office, and back to the customer when it is there.</summary>
public sealed class NeedTests
{
    private const string Hostile = "<script>alert('x')</script> ' OR 1=1 \u202e😀";

    [Theory, OnBothDatabases]
    public async Task A_need_is_noted_in_the_customers_words_and_counted_by_product_and_region(DatabaseKind kind)
    {
        await using var site = await ShopAsync(kind, "manager");
        foreach (var (words, product) in new[] { (Hostile, "龙井"), ("要小包装的", "T1"), ("想要礼盒", "") })
            (await site.SubmitAsync(await site.PageAsync("/customers/1"), "/needs", ("words", words), ("product", product))).Status.ShouldBe(HttpStatusCode.OK);

        (await site.PageAsync("/customers/1")).QuerySelector("#needs")!.TextContent.ShouldContain(Hostile);
        var page = await site.PageAsync("/needs");
        page.QuerySelectorAll("script:not([src])").ShouldBeEmpty();
        var counts = page.QuerySelectorAll(".edit-parts tbody tr").Select(row => row.TextContent.Trim()).ToList();
        counts.ShouldContain(row => row.StartsWith("龙井") && row.Contains('2'));
        counts.ShouldContain(row => row.StartsWith("浙江省") && row.Contains('3'));
        page.QuerySelectorAll(".folds tbody tr").Length.ShouldBe(3);
        (await site.PageAsync("/needs?state=met")).QuerySelectorAll(".folds tbody tr").ShouldBeEmpty();
    }

    [Theory]
    [OnBothDatabases("words", "", "write down")]
    [OnBothDatabases("product", "没有这个", "name or code")]
    public async Task What_is_wrong_is_named_and_nothing_is_noted(DatabaseKind kind, string field, string value, string words)
    {
        await using var site = await ShopAsync(kind, "staff");
        (string, string?)[] typed = [("words", "想要礼盒"), ("product", "龙井")];
        var (status, page) = await site.SubmitAsync(await site.PageAsync("/customers/1"), "/needs", [.. typed.Where(one => one.Item1 != field), (field, value)]);
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Errors(page).ShouldContain(error => error.Contains(words));
        site.Scalar<long>("SELECT count(*) FROM customer_need").ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task Too_long_a_need_is_refused_and_kept_in_the_form(DatabaseKind kind)
    {
        await using var site = await ShopAsync(kind, "staff");
        var (status, page) = await site.SubmitAsync(await site.PageAsync("/customers/1"), "/needs", ("words", new string('长', NeedWork.Longest + 1)));
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Value(page, "words").Length.ShouldBe(NeedWork.Longest + 1);
    }

    [Theory, OnBothDatabases]
    public async Task The_same_tap_twice_notes_one_need(DatabaseKind kind)
    {
        await using var site = await ShopAsync(kind, "staff");
        var card = await site.PageAsync("/customers/1");
        for (var tap = 0; tap < 2; tap++) await site.SubmitAsync(card, "/customers/1/needs", ("words", "想要礼盒"));
        site.Scalar<long>("SELECT count(*) FROM customer_need").ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task Somebody_elses_customer_has_no_needs_for_me(DatabaseKind kind)
    {
        await using var site = await ShopAsync(kind, "manager");
        var token = (await site.PageAsync("/customers/1")).QuerySelector("[name=token]")!.GetAttribute("value")!;
        foreach (var path in (string[])["/customers/2/needs", "/customers/2/needs/1/state", "/customers/1/needs/99/state"])
        {
            using var form = new FormUrlEncodedContent([new("token", token), new("words", "x"), new("state", "met")]);
            (await site.PostAsync(path, form)).ShouldBe(HttpStatusCode.NotFound, path);
        }
        using (var session = site.Database.OpenSession()) StoredNeed.Add(session, 2, "别店的需求", null, 1, FakeTime.On("2026-11-01").GetUtcNow());
        (await site.PageAsync("/needs")).QuerySelector("main")!.TextContent.ShouldNotContain("别店的需求");
    }

    [Theory, OnBothDatabases]
    public async Task When_a_need_is_met_a_contact_is_planned_to_tell_the_customer_even_one_who_never_bought(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-03-02");
        shop.AddStaff("李敏", capacity: 20);
        var customer = shop.Register(MergingShop.CardOf("7", "李明华", "+8613800138000", owner: 1));
        var need = StoredNeed.Add(shop.Session, customer, "想要礼盒", null, 1, shop.Time.GetUtcNow());
        shop.Plan("2026-03-02");
        shop.FollowUps("7").ShouldBeEmpty();

        Change(shop, customer, need, StoredNeed.Met, "到货了，可以来取").ShouldBeTrue();
        shop.PlanFor("7", "2026-03-02");

        var told = shop.FollowUp("7", "need-met");
        (told.State, told.DueOn, told.Occasion).ShouldBe((FollowUpState.Planned, TestShop.Day("2026-03-02"), $"need:{need}"));
        told.Reason.Chinese.ShouldContain("客户问过的东西");
        var stored = shop.Everything();
        shop.PlanFor("7", "2026-03-02");
        shop.Everything().ShouldBe(stored, "planned once");
        new NeedNotes().Read(shop.Session, customer, shop.Today).Single().Words.Chinese.ShouldBe("问过的现在有了：想要礼盒（答复：到货了，可以来取）");

        Change(shop, customer, need, StoredNeed.Met, "到货了，可以来取").ShouldBeFalse("nothing changed");
        Change(shop, customer, need, StoredNeed.Answered, "还没到");
        shop.PlanFor("7", "2026-03-02");
        shop.FollowUps("7", FollowUpState.Planned).ShouldBeEmpty("it was not met after all");
    }

    [Theory, OnBothDatabases]
    public async Task An_answer_is_read_on_the_card_the_timeline_and_the_list(DatabaseKind kind)
    {
        await using var site = await ShopAsync(kind, "manager");
        await site.SubmitAsync(await site.PageAsync("/customers/1"), "/needs", ("words", "想要礼盒"));
        (await site.SubmitAsync(await site.PageAsync("/customers/1"), "/state", ("state", "answered"), ("answer", $" 三月到货 {Hostile} "))).Status.ShouldBe(HttpStatusCode.OK);

        site.Scalar<string>("SELECT answer FROM customer_need").ShouldBe($"三月到货 {Hostile}");
        var card = await site.PageAsync("/customers/1");
        card.QuerySelector("#needs [name=answer]")!.GetAttribute("value").ShouldBe($"三月到货 {Hostile}");
        (await site.PageAsync("/customers/1?kind=needs")).QuerySelector(".timeline")!.TextContent.ShouldContain("Answer: 三月到货");
        (await site.PageAsync("/needs?state=answered")).QuerySelector(".folds tbody tr")!.TextContent.ShouldContain("Answer: 三月到货");
    }

    [Theory]
    [OnBothDatabases("", "write down the answer")]
    [OnBothDatabases("long", "At most 500")]
    public async Task Answered_without_a_fit_answer_is_refused_and_kept_in_the_form(DatabaseKind kind, string typed, string words)
    {
        await using var site = await ShopAsync(kind, "staff");
        await site.SubmitAsync(await site.PageAsync("/customers/1"), "/needs", ("words", "想要礼盒"));
        var answer = typed == "long" ? new string('长', NeedWork.Longest + 1) : typed;
        var (status, page) = await site.SubmitAsync(await site.PageAsync("/customers/1"), "/state", ("state", "answered"), ("answer", answer));
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Errors(page).ShouldContain(error => error.Contains(words));
        (Value(page, "state"), Value(page, "answer")).ShouldBe(("answered", answer));
        site.Scalar<string>("SELECT state FROM customer_need").ShouldBe("noted");
        (await site.SubmitAsync(page, "/state", ("answer", "三月到货"))).Status.ShouldBe(HttpStatusCode.OK);
        site.Scalar<string>("SELECT state FROM customer_need").ShouldBe("answered");
    }

    private static bool Change(TestShop shop, long customer, long need, string state, string answer) =>
        StoredNeed.Change(shop.Session, StoredNeed.Find(shop.Session, customer, need)!, state, answer, 1, shop.Time.GetUtcNow(), shop.Today);

    private static Task<ImportSite> ShopAsync(DatabaseKind kind, string role) => OpenAsync(kind, role, session =>
    {
        session.Execute("INSERT INTO product (id, code, name, active) VALUES (1, 'T1', '龙井', @yes)", ("yes", true));
        NewCustomers.Write(session, "till",
        [
            MergingShop.CardOf("A", "李明华") with { Addresses = [new CustomerAddress(null, "浙江省", "杭州市", null, null)] }, MergingShop.CardOf("B", "别店客户", store: 2),
        ]);
    });
}
