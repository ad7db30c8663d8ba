using System.Net;
using AngleSharp.Html.Dom;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Tests.Features.Orders.Import.Pages;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.Features.Orders.Products;

/// <summary>The products over HTTP, as pages and as the API.</summary>
public sealed class ProductPageTests
{
    private const string Hostile = "<script>alert('x')</script> ' OR 1=1 -- \u202e茶🍵";

    [Theory, OnBothDatabases]
    public async Task A_product_is_entered_changed_and_retired(DatabaseKind kind)
    {
        await using var site = await ImportSite.OpenAsync(kind);
        var (_, form) = await site.GetAsync("/products/new");
        var (status, page) = await site.SendAsync(form, "/products", ("code", "t1"), ("name", Hostile), ("price", "128"), ("repurchaseDays", "30"), ("warranty", "12"));
        status.ShouldBe(HttpStatusCode.OK);
        page.QuerySelector("td.main")!.TextContent.ShouldContain(Hostile);
        page.QuerySelector("td.main")!.TextContent.ShouldContain("T1");
        page.QuerySelectorAll("script:not([src])").ShouldBeEmpty();
        page.QuerySelector("tbody")!.TextContent.ShouldContain("¥128.00");

        (_, form) = await site.GetAsync("/products/1");
        (_, page) = await site.SendAsync(form, "/products/1", ("name", "龙井"), ("repurchaseDays", "45"));
        ImportSite.Notice(page).ShouldContain("龙井 is changed; those who bought it are being worked out anew");

        (_, form) = await site.GetAsync("/products/1");
        (_, page) = await site.SendAsync(form, "/sale", ("active", "false"));
        page.QuerySelector("td.main").ShouldBeNull();
        (await site.GetAsync("/products?show=retired")).Page.QuerySelector("td.main")!.TextContent.ShouldContain("龙井");
    }

    [Theory, OnBothDatabases]
    public async Task A_form_with_a_mistake_comes_back_as_it_was_and_writes_nothing(DatabaseKind kind)
    {
        await using var site = await ImportSite.OpenAsync(kind, before: session => Add(session, "T1", "龙井"));
        var (_, form) = await site.GetAsync("/products/new");
        var (status, page) = await site.SendAsync(form, "/products", ("code", "t1"), ("name", "另一种"), ("price", "9"));
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.QuerySelector("#field-code-error")!.TextContent.ShouldContain("The code T1 is another product’s");
        page.QuerySelector("#field-name")!.GetAttribute("value").ShouldBe("另一种");
        (await site.CountAsync("product")).ShouldBe(1);

        (_, form) = await site.GetAsync("/products/1");
        (status, page) = await site.SendAsync(form, "/products/1", ("price", "cheap"));
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.QuerySelector("#field-price-error")!.TextContent.ShouldContain("“cheap” cannot be an amount");
    }

    [Theory, OnBothDatabases]
    public async Task A_form_sent_twice_is_one_product(DatabaseKind kind)
    {
        await using var site = await ImportSite.OpenAsync(kind);
        var (_, form) = await site.GetAsync("/products/new");
        await site.SendAsync(form, "/products", ("code", "T1"), ("name", "龙井"));
        var (status, page) = await site.SendAsync(form, "/products", ("code", "T1"), ("name", "龙井"));
        status.ShouldBe(HttpStatusCode.OK);
        ImportSite.Notice(page).ShouldContain("sent already");
        (await site.CountAsync("product")).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task The_list_turns_its_pages_by_code_and_finds_by_a_part(DatabaseKind kind)
    {
        await using var site = await ImportSite.OpenAsync(kind, before: session =>
        {
            for (var number = 1; number <= 60; number++) Add(session, $"T{number:D3}", number == 33 ? "100%_红茶\\" : $"茶 {number}");
        });
        var (_, page) = await site.GetAsync("/products");
        Rows(page).Count.ShouldBe(50);
        (_, page) = await site.GetAsync(page.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Rows(page).Count.ShouldBe(10);
        Rows(page)[0].ShouldContain("T051");

        foreach (var part in (string[])["100%_", "红茶", "t033", "茶\\"])
            Rows((await site.GetAsync($"/products?q={Uri.EscapeDataString(part)}")).Page).ShouldHaveSingleItem(part).ShouldContain("T033");
        (await site.GetAsync("/products?q=nothing")).Page.QuerySelector(".empty-state").ShouldNotBeNull();
        (await site.GetAsync("/products/suggestions?product-0=t033")).Page.QuerySelector("option")!.GetAttribute("value").ShouldBe("T033 100%_红茶\\");
    }

    [Fact]
    public async Task A_manager_of_one_store_of_several_looks_and_the_manager_of_the_only_store_changes()
    {
        await using (var only = await ImportSite.OpenAsync(DatabaseKind.Sqlite, "manager"))
            (await only.GetAsync("/products/new")).Status.ShouldBe(HttpStatusCode.OK);

        await using var site = await ImportSite.OpenAsync(DatabaseKind.Sqlite, "manager", session =>
        {
            Add(session, "T1", "龙井");
            session.Execute("INSERT INTO store (id, name, time_zone, currency, closed_weekdays) VALUES (2, '二店', 'Asia/Tokyo', 'JPY', 0)");
        });
        var (_, page) = await site.GetAsync("/products/1");
        page.QuerySelector("fieldset[disabled]").ShouldNotBeNull();
        page.QuerySelector("main button[type=submit]").ShouldBeNull();
        (await site.GetAsync("/products/new")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.CallAsync(HttpMethod.Post, "/api/products", new { code = "T2", name = "x" })).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await site.CallAsync(HttpMethod.Put, "/api/products/1", new { code = "T2", name = "x" })).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, OnBothDatabases]
    public async Task The_api_does_what_the_pages_do(DatabaseKind kind)
    {
        await using var site = await ImportSite.OpenAsync(kind);
        var tea = new { code = "t1", name = "龙井", priceMinor = 12850, costMinor = 4000, repurchaseDays = 30, warranty = "24m", usefulLife = "90d" };
        var (status, answer) = await site.CallAsync(HttpMethod.Post, "/api/products", tea, "one");
        status.ShouldBe(HttpStatusCode.Created);
        (answer.GetProperty("code").GetString(), answer.GetProperty("priceMinor").GetInt64(), answer.GetProperty("warranty").GetString()).ShouldBe(("T1", 12850, "24m"));
        (await site.CallAsync(HttpMethod.Post, "/api/products", tea, "one")).Status.ShouldBe(HttpStatusCode.OK);
        (await site.CountAsync("product")).ShouldBe(1);

        (status, answer) = await site.CallAsync(HttpMethod.Put, "/api/products/1", new { code = "T1", name = "龙井 新茶", repurchaseDays = 40 });
        (status, answer.GetProperty("name").GetString(), answer.GetProperty("repurchaseDays").GetInt32()).ShouldBe((HttpStatusCode.OK, "龙井 新茶", 40));
        (await site.CallAsync(HttpMethod.Put, "/api/products/1/sale", new { active = false })).Answer.GetProperty("active").GetBoolean().ShouldBeFalse();
        (await site.CallAsync(HttpMethod.Get, "/api/products?retired=true")).Answer.GetProperty("items").GetArrayLength().ShouldBe(1);
        (await site.CallAsync(HttpMethod.Get, "/api/products/1")).Answer.GetProperty("usefulLife").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Theory]
    [InlineData("""{"code":"","name":"x"}""", 422, "code")]
    [InlineData("""{"code":"T1"}""", 422, "name")]
    [InlineData("""{"code":"T1","name":"x","priceMinor":-1}""", 422, "priceMinor")]
    [InlineData("""{"code":"T1","name":"x","costMinor":-1}""", 422, "costMinor")]
    [InlineData("""{"code":"T1","name":"x","priceMinor":1.5}""", 400, null)]
    [InlineData("""{"code":"T1","name":"x","warranty":"forever"}""", 422, "warranty")]
    [InlineData("""{"code":"T1","name":"x","repurchaseDays":30.5}""", 422, "repurchaseDays")]
    [InlineData("""{"code":"T1","name":"x","currency":"EUR"}""", 422, "currency")]
    [InlineData("""{"code":"T1","name":"x","sessions":10}""", 422, "sessionEveryDays")]
    [InlineData("""{"code":5}""", 400, null)]
    [InlineData("""{"code":"T1","priceMinor":"a lot"}""", 400, null)]
    [InlineData("[", 400, null)]
    [InlineData("null", 400, null)]
    [InlineData("", 400, null)]
    public async Task The_api_refuses_what_it_cannot_take_and_says_why(string json, int status, string? field)
    {
        await using var site = await ImportSite.OpenAsync(DatabaseKind.Sqlite);
        foreach (var method in (HttpMethod[])[HttpMethod.Post, HttpMethod.Put])
        {
            using (var session = site.Database.OpenSession())
                if (method == HttpMethod.Put) Add(session, "OLD", "旧");
            using var content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
            var (answered, problem) = await site.CallAsync(method, method == HttpMethod.Put ? "/api/products/1" : "/api/products", content);
            ((int)answered).ShouldBe(status);
            problem.GetProperty("status").GetInt32().ShouldBe(status);
            if (field is not null) problem.GetProperty("errors").EnumerateObject().Select(error => error.Name).ShouldBe([field]);
        }
        (await site.CountAsync("product")).ShouldBe(1);
        (await site.CallAsync(HttpMethod.Get, "/api/products/99")).Status.ShouldBe(HttpStatusCode.NotFound);
        using var form = new FormUrlEncodedContent([new("code", "T9")]);
        (await site.CallAsync(HttpMethod.Post, "/api/products", form)).Status.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    internal static void Add(DatabaseSession session, string code, string name, int? cycle = null, long? price = null, string? warranty = null) => session.Execute("""
        INSERT INTO product (id, code, name, currency, price_minor, repurchase_days, warranty, active) VALUES (@id, @code, @name, 'CNY', @price, @cycle, @warranty, @yes)
        """, ("id", session.ReserveIds("product", 1)), ("code", code), ("name", name), ("price", price), ("cycle", cycle), ("warranty", warranty), ("yes", true));

    private static List<string> Rows(IHtmlDocument page) => [.. page.QuerySelectorAll("td.main").Select(cell => cell.TextContent)];
}
