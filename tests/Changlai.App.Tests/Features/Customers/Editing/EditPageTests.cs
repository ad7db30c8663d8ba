using System.Net;
using Changlai.App.Tests.Harness;
using static Changlai.App.Tests.Features.Customers.CardSite;

namespace Changlai.App.Tests.Features.Customers.Editing;

/// <summary>Entering a customer and changing the card, over HTTP as somebody of the first store.</summary>
public sealed class EditPageTests
{
    private const string Hostile = "<script>alert('x')</script> ' OR 1=1 \u202e王\"& 😀";

    [Theory, OnBothDatabases]
    public async Task A_customer_entered_whole_stands_whole_on_the_card(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        var id = await site.RegisterAsync(("name", "李明华"), ("salutation", "李老师"), ("gender", "female"), ("phone-0", "１３８ 0013-8000"), ("phoneKind-0", "mobile"),
            ("phone-1", "0571-8888 1234"), ("phoneKind-1", "work"), ("email-0", "minghua@example.org"), ("wecom", "lmh-88"), ("numberLabel-0", "储值卡"), ("number-0", "VIP-0042"),
            ("province-0", "浙江"), ("city-0", "杭州市"), ("district-0", "西湖区"), ("street-0", "文一路 12 号"), ("source", "referral"), ("kind", "lead"), ("tier", "gold"),
            ("tags", "爱绿茶、老街坊，爱绿茶"), ("occupation", "教师"), ("income", "10000-20000"), ("owner", "3"));

        var card = await site.PageAsync($"/customers/{id}");
        card.QuerySelector("h1")!.TextContent.ShouldStartWith("李明华");
        card.QuerySelector("h1")!.TextContent.ShouldContain("Lead");
        Fact(card, "Called").ShouldBe("李老师 · Female");
        Fact(card, "Phone")!.ShouldContain("138 0013 8000");
        Fact(card, "Phone")!.ShouldContain("+8657188881234");
        Fact(card, "WeCom or WeChat id").ShouldBe("lmh-88");
        Fact(card, "储值卡").ShouldBe("VIP-0042");
        Fact(card, "Address").ShouldBe("浙江省杭州市西湖区文一路 12 号");
        Fact(card, "Owner").ShouldBe("陈小红");
        Fact(card, "Tier").ShouldBe("Gold");
        Fact(card, "Household income a month").ShouldBe("10,000 to 20,000");
        card.QuerySelectorAll(".cl-card-side .tone").Select(tag => tag.TextContent.Trim()).ShouldBe(["爱绿茶", "老街坊"], ignoreOrder: true);

        using var session = site.Database.OpenSession();
        session.Scalar<string>("SELECT phone FROM customer").ShouldBe("+8613800138000");
        session.Scalar<string>("SELECT email FROM customer").ShouldBe("minghua@example.org");
        session.Scalar<string>("SELECT region FROM customer").ShouldBe("home/浙江省/杭州市/西湖区");
        session.Scalar<long>("SELECT count(*) FROM region").ShouldBe(4);
    }

    [Theory, OnBothDatabases]
    public async Task What_is_wrong_is_named_by_field_what_was_typed_is_kept_and_nothing_is_written(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        var (status, page) = await site.SubmitAsync(await site.PageAsync("/customers/new"), "/customers", ("name", " "), ("phone-0", "12345"), ("email-0", "nobody"),
            ("owner", "99"), ("tier", "platinum"), ("numberLabel-0", "储值卡"), ("tags", new string('长', 40)), ("street-0", "文一路"));

        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        foreach (var field in (string[])["name", "phone-0", "email-0", "owner", "tier", "number-0", "tags"])
            page.QuerySelector($"#field-{field}-error").ShouldNotBeNull(field);
        page.QuerySelector("#field-phone-0-error")!.TextContent.ShouldContain("11 digits");
        Value(page, "phone-0").ShouldBe("12345");
        Value(page, "street-0").ShouldBe("文一路");
        (await site.CountAsync("customer")).ShouldBe(0);
        (await site.CountAsync("region")).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task A_second_tap_registers_nobody_twice(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        var form = await site.PageAsync("/customers/new");
        await site.SubmitAsync(form, "/customers", ("name", "欧阳雪"));
        var (status, page) = await site.SubmitAsync(form, "/customers", ("name", "欧阳雪"));

        status.ShouldBe(HttpStatusCode.OK);
        page.QuerySelector("h1")!.TextContent.ShouldStartWith("欧阳雪");
        (await site.CountAsync("customer")).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task A_change_moves_the_first_phone_and_keeps_the_index_in_step(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        var id = await site.RegisterAsync(("name", "李明华"), ("phone-0", "13800138000"), ("phone-1", "13911112222"), ("phoneKind-1", "home"), ("owner", ""));
        (await site.FindAsync("2222")).ShouldBe(["李明华"]);

        var (_, card) = await site.SubmitAsync(await site.PageAsync($"/customers/{id}/edit"), $"/customers/{id}/details",
            ("firstPhone", "1"), ("phone-0", ""), ("phone-2", "13755556666"), ("owner", "3"), ("name", "李明花"));

        card.QuerySelector(".notice")!.TextContent.Trim().ShouldBe("Saved.");
        site.Scalar<string>("SELECT phone FROM customer").ShouldBe("+8613911112222");
        site.Scalar<string>("SELECT phone_kind FROM customer").ShouldBe("home");
        (await site.FindAsync("8000")).ShouldBeEmpty();
        (await site.FindAsync("13755556666")).ShouldBe(["李明花"]);
        (await site.FindAsync("lmh")).ShouldBe(["李明花"]);
        card.QuerySelectorAll("#history .timeline > li").ShouldContain(entry => entry.TextContent.Contains("Owner is now 陈小红"));
    }

    [Theory, OnBothDatabases]
    public async Task The_second_of_two_who_edit_sees_both_versions_and_overwrites_nothing(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        var id = await site.RegisterAsync(("name", "李明华"), ("phone-0", "13800138000"));
        var mine = await site.PageAsync($"/customers/{id}/edit");
        await site.SubmitAsync(await site.PageAsync($"/customers/{id}/edit"), $"/customers/{id}/details", ("occupation", "教师"), ("phone-0", "13911112222"));

        var (status, page) = await site.SubmitAsync(mine, $"/customers/{id}/details", ("occupation", "医生"));

        status.ShouldBe(HttpStatusCode.Conflict);
        var rows = page.QuerySelectorAll("#conflict tbody tr").Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent.Trim()))).ToList();
        rows.ShouldBe(["Phone|139 1111 2222 Mobile|138 0013 8000 Mobile", "Occupation|教师|医生"]);
        Value(page, "occupation").ShouldBe("医生");
        site.Scalar<string>("SELECT occupation FROM customer").ShouldBe("教师");

        var (saved, _) = await site.SubmitAsync(page, $"/customers/{id}/details");
        saved.ShouldBe(HttpStatusCode.OK);
        site.Scalar<string>("SELECT occupation FROM customer").ShouldBe("医生");
    }

    [Theory, OnBothDatabases]
    public async Task People_of_one_store_register_for_their_own_store_whatever_a_form_says(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        await site.RegisterAsync(("name", "李明华"));
        site.Scalar<long>("SELECT store_id FROM customer").ShouldBe(1);

        var (status, _) = await site.SubmitAsync(await site.PageAsync("/customers/new"), "/customers", ("name", "王强"), ("store", "2"));
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await site.CountAsync("customer")).ShouldBe(1);
    }

    [Theory]
    [OnBothDatabases("/edit")]
    [OnBothDatabases("/dates")]
    [OnBothDatabases("/wishes")]
    public async Task Somebody_elses_customer_cannot_be_opened_for_editing(DatabaseKind kind, string page)
    {
        await using var site = await OpenAsync(kind, before: session =>
            session.Execute("INSERT INTO customer (customer_id, name, store_id, created_at) VALUES (7, 'x', 2, @at)", ("at", FakeTime.On("2026-11-01").GetUtcNow())));
        (await site.GetAsync($"/customers/7{page}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.GetAsync($"/customers/99{page}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnBothDatabases]
    public async Task Hostile_text_is_kept_and_shown_as_it_is(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        var id = await site.RegisterAsync(("name", Hostile), ("street-0", Hostile), ("number-0", Hostile), ("occupation", Hostile));

        foreach (var path in (string[])[$"/customers/{id}", $"/customers/{id}/edit", $"/customers/{id}/dates", $"/customers/{id}/wishes"])
        {
            var page = await site.PageAsync(path);
            page.QuerySelectorAll("script:not([src])").ShouldBeEmpty(path);
            page.Body!.InnerHtml.ShouldContain("&lt;script&gt;", Case.Sensitive, path);
        }
        site.Scalar<string>("SELECT name FROM customer").ShouldBe(Hostile);
        Value(await site.PageAsync($"/customers/{id}/edit"), "street-0").ShouldBe(Hostile);
    }

    [Theory, OnBothDatabases]
    public async Task A_note_is_kept_once_and_stands_in_the_history(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        var id = await site.RegisterAsync(("name", "李明华"));
        var card = await site.PageAsync($"/customers/{id}");
        (await site.SubmitAsync(card, "/notes", ("words", " "))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await site.SubmitAsync(card, "/notes", ("words", "不喜欢太浓的茶"));
        var (_, page) = await site.SubmitAsync(card, "/notes", ("words", "不喜欢太浓的茶"));

        page.QuerySelectorAll("#history .timeline > li").Single().TextContent.ShouldContain("不喜欢太浓的茶");
        (await site.PageAsync($"/customers/{id}?kind=consent")).QuerySelectorAll("#history .timeline > li").ShouldBeEmpty();
    }
}
