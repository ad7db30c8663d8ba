using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Orders.Contracts;
using Changlai.App.Tests.Features.Orders.Import.Pages;
using Changlai.App.Tests.Features.Orders.Products;
using Changlai.App.Tests.Harness;
using Changlai.Core.Calendars;

namespace Changlai.App.Tests.Features.Orders.Entry;

/// <summary>Entering orders and returns over HTTP, without scripts and as the API.</summary>
public sealed class OrderEntryPageTests
{
    private const string Day = "2024-03-01";

    [Theory, OnBothDatabases]
    public async Task An_order_of_two_lines_is_entered_without_scripts(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        var (_, card) = await site.GetAsync("/customers/1");
        var (_, form) = await site.GetAsync(card.QuerySelector("#purchases a[href$='/orders/new']")!.GetAttribute("href")!);
        var (status, more) = await site.SendAsync(form, "/orders", ("orderedOn", Day), ("product-0", "T1"), ("quantity-0", "2"), ("add", "line"));
        status.ShouldBe(HttpStatusCode.OK);
        more.QuerySelectorAll(".order-line").Length.ShouldBe(2);
        more.QuerySelector("#field-quantity-0")!.GetAttribute("value").ShouldBe("2");
        more.QuerySelector("#expected")!.TextContent.ShouldContain("30 Apr 2024");
        (await site.CountAsync("customer_order")).ShouldBe(0);

        var (_, order) = await site.SendAsync(more, "/orders", ("product-1", "T2"), ("quantity-1", "1"), ("price-1", "58"), ("discount-1", "8"));
        order.QuerySelector("h1")!.TextContent.Trim().ShouldBe("Order H000001");
        ImportSite.Notice(order).ShouldBe("Order H000001 is saved.");
        order.QuerySelector(".cl-purpose")!.TextContent.ShouldContain("¥306.00");
        (await site.GetAsync("/customers/1")).Page.QuerySelector("#purchases")!.TextContent.ShouldContain("30 Apr 2024");
    }

    [Theory, OnBothDatabases]
    public async Task The_expected_date_follows_what_is_typed(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        async Task<string> ExpectedAsync(string quantity) =>
            (await site.GetAsync($"/customers/1/orders/expectation?orderedOn={Day}&store=1&product-0=T1&quantity-0={quantity}")).Page.DocumentElement.TextContent;

        (await ExpectedAsync("1")).ShouldContain("31 Mar 2024");
        (await ExpectedAsync("2")).ShouldContain("day 60");
        (await ExpectedAsync("2")).ShouldContain("龙井: 2 × 30 days, lasts 60 days.");
        (await ExpectedAsync("x")).ShouldContain("Give a product and a quantity");
        (await ExpectedAsync("1&product-1=T2&quantity-1=1&price-1=5")).ShouldContain("¥133.00");
    }

    [Theory, OnBothDatabases]
    public async Task A_mistake_brings_the_form_back_as_it_was(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        var (_, form) = await site.GetAsync("/customers/1/orders/new");
        var (status, page) = await site.SendAsync(form, "/orders", ("orderedOn", Day), ("product-0", "<b>茶</b>"), ("quantity-0", "lots"), ("discount-0", "3"));
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.QuerySelector("#field-product-0-error")!.TextContent.ShouldContain("No product on sale is called “<b>茶</b>”");
        page.QuerySelector("#field-quantity-0-error")!.TextContent.ShouldContain("“lots” cannot be a quantity");
        page.QuerySelector("#field-discount-0")!.GetAttribute("value").ShouldBe("3");
        page.QuerySelectorAll("main b").ShouldBeEmpty();
        (await site.CountAsync("customer_order")).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task Goods_come_back_from_their_order_and_the_order_is_changed(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        await EnterAsync(site);
        var (_, order) = await site.GetAsync("/customers/1/orders/1");
        var (_, form) = await site.GetAsync(order.QuerySelector("a[href$='/return']")!.GetAttribute("href")!);
        form.QuerySelector("#field-quantity-1-hint")!.TextContent.ShouldContain("3 bought, 3 can still come back");
        var (status, page) = await site.SendAsync(form, "/return", ("returnedOn", "2024-03-05"), ("quantity-1", "4"));
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.QuerySelector("#field-quantity-1-error")!.TextContent.ShouldContain("At most 3 can still come back.");

        (_, page) = await site.SendAsync(page, "/return", ("quantity-1", "1"));
        page.QuerySelector("h1")!.TextContent.Trim().ShouldBe("Return H000002");
        page.QuerySelector("a[href$='/return']").ShouldBeNull();

        (_, form) = await site.GetAsync("/customers/1/orders/1/change");
        (_, page) = await site.SendAsync(form, "/change", ("quantity-0", "5"));
        ImportSite.Notice(page).ShouldBe("Order H000001 is changed.");
        page.QuerySelector(".cl-purpose")!.TextContent.ShouldContain("¥640.00");
    }

    [Theory]
    [InlineData("/customers/2/orders/new")]
    [InlineData("/customers/2/orders/expectation?product-0=T1")]
    [InlineData("/customers/99/orders/new")]
    [InlineData("/customers/1/orders/99/change")]
    [InlineData("/customers/1/orders/99/return")]
    [InlineData("/customers/1/orders/7/change")]
    [InlineData("/customers/2/assets/new")]
    [InlineData("/customers/1/assets/99")]
    public async Task What_somebody_may_not_enter_for_is_not_there(string path)
    {
        await using var site = await OpenAsync(DatabaseKind.Sqlite, "staff");
        (await site.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_auditor_enters_nothing()
    {
        await using var site = await OpenAsync(DatabaseKind.Sqlite, "auditor");
        (await site.GetAsync("/customers/1")).Page.QuerySelector("a[href$='/orders/new'], a[href$='/assets/new']").ShouldBeNull();
        (await site.GetAsync("/customers/1/orders/new")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await site.CallAsync(HttpMethod.Post, "/api/customers/1/orders", new { orderedOn = Day })).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_form_from_elsewhere_is_refused()
    {
        await using var site = await OpenAsync(DatabaseKind.Sqlite);
        using var form = new FormUrlEncodedContent([new("orderedOn", Day), new("product-0", "T1"), new("quantity-0", "1")]);
        (await site.PostAsync("/customers/1/orders", form)).ShouldBe(HttpStatusCode.BadRequest);
        (await site.CountAsync("customer_order")).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task The_api_enters_changes_returns_and_expects(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        var order = new { orderedOn = Day, lines = new[] { new { product = "T1", quantity = 2 } } };
        var (status, answer) = await site.CallAsync(HttpMethod.Post, "/api/customers/1/orders/expectation", order);
        (status, answer.GetProperty("expectedOn").GetString(), answer.GetProperty("basis").GetString()).ShouldBe((HttpStatusCode.OK, "2024-04-30", "product"));

        (status, answer) = await site.CallAsync(HttpMethod.Post, "/api/customers/1/orders", order, "k");
        (status, answer.GetProperty("totalMinor").GetInt64(), answer.GetProperty("nextPurchaseOn").GetString()).ShouldBe((HttpStatusCode.Created, 25600, "2024-04-30"));
        var id = answer.GetProperty("id").GetInt64();
        (await site.CallAsync(HttpMethod.Post, "/api/customers/1/orders", order, "k")).Status.ShouldBe(HttpStatusCode.OK);
        (await site.CountAsync("customer_order")).ShouldBe(1);

        (status, answer) = await site.CallAsync(HttpMethod.Put, $"/api/customers/1/orders/{id}", new { orderedOn = Day, lines = new[] { new { product = "T1", quantity = 3, priceMinor = 10000 } } });
        (status, answer.GetProperty("totalMinor").GetInt64()).ShouldBe((HttpStatusCode.OK, 30000));
        (answer.GetProperty("lines")[0].GetProperty("priceMinor").GetInt64(), answer.GetProperty("lines")[0].GetProperty("amountMinor").GetInt64()).ShouldBe((10000, 30000));

        (status, answer) = await site.CallAsync(HttpMethod.Post, $"/api/customers/1/orders/{id}/returns", new { returnedOn = "2024-03-02", lines = new[] { new { product = "t1", quantity = 1 } } });
        (status, answer.GetProperty("kind").GetString(), answer.GetProperty("totalMinor").GetInt64()).ShouldBe((HttpStatusCode.Created, "return", -10000));
        var newest = (await site.CallAsync(HttpMethod.Get, "/api/customers/1/orders?limit=1")).Answer;
        (newest.GetProperty("items")[0].GetProperty("totalMinor").GetInt64(), newest.GetProperty("next").GetInt64() > id).ShouldBe((-10000, true));
        (await site.CallAsync(HttpMethod.Get, $"/api/customers/1/orders?after={newest.GetProperty("next")}")).Answer.GetProperty("items")[0].GetProperty("id").GetInt64().ShouldBe(id);
        (await site.CallAsync(HttpMethod.Get, $"/api/customers/1/orders/{id}")).Answer.GetProperty("lines").GetArrayLength().ShouldBe(1);
    }

    [Theory]
    [InlineData("orders", """{"lines":[{"product":"T1","quantity":1}]}""", "orderedOn")]
    [InlineData("orders", """{"orderedOn":"yesterday","lines":[{"product":"T1","quantity":1}]}""", "orderedOn")]
    [InlineData("orders", """{"orderedOn":"2024-03-01"}""", "lines[0].product")]
    [InlineData("orders", """{"orderedOn":"2024-03-01","lines":[null]}""", "lines[0].product")]
    [InlineData("orders", """{"orderedOn":"2024-03-01","lines":[{"product":"T1","quantity":1},{"product":"??","quantity":1}]}""", "lines[1].product")]
    [InlineData("orders", """{"orderedOn":"2024-03-01","lines":[{"product":"T1","quantity":-1}]}""", "lines[0].quantity")]
    [InlineData("orders", """{"orderedOn":"2024-03-01","lines":[{"product":"T1","quantity":1,"priceMinor":-1}]}""", "lines[0].priceMinor")]
    [InlineData("orders", """{"orderedOn":"2024-03-01","lines":[{"product":"T1","quantity":1,"discountMinor":99900}]}""", "lines[0].discountMinor")]
    [InlineData("orders", """{"orderedOn":"2024-03-01","storeId":9,"lines":[{"product":"T1","quantity":1}]}""", "storeId")]
    [InlineData("orders/expectation", """{"orderedOn":"2024-03-01","lines":[{"product":"T1"}]}""", "lines[0].quantity")]
    [InlineData("orders/1/returns", """{"returnedOn":"2024-03-02","lines":[{"product":"T2","quantity":1}]}""", "lines[0].product")]
    [InlineData("orders/1/returns", """{"returnedOn":"2024-02-01","lines":[{"product":"T1","quantity":1}]}""", "returnedOn")]
    public async Task The_api_names_what_it_cannot_take(string path, string json, string field)
    {
        await using var site = await OpenAsync(DatabaseKind.Sqlite);
        await EnterAsync(site);
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        var (status, problem) = await site.CallAsync(HttpMethod.Post, $"/api/customers/1/{path}", content);
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        problem.GetProperty("errors").EnumerateObject().Select(error => error.Name).ShouldBe([field]);
        (await site.CountAsync("customer_order")).ShouldBe(1);
    }

    [Fact]
    public async Task The_api_leaves_an_imported_order_to_its_source()
    {
        await using var site = await OpenAsync(DatabaseKind.Sqlite);
        await EnterAsync(site);
        using (var session = site.Database.OpenSession()) session.Execute("UPDATE customer_order SET source = 'till'");
        var (status, problem) = await site.CallAsync(HttpMethod.Put, "/api/customers/1/orders/1", new { orderedOn = Day, lines = new[] { new { product = "T1", quantity = 3 } } });
        status.ShouldBe(HttpStatusCode.Conflict);
        problem.GetProperty("detail").GetString()!.ShouldContain("imported");
        (await site.GetAsync("/customers/1/orders/1")).Page.QuerySelector("a[href$='/change']").ShouldBeNull();
    }

    [Fact]
    public async Task An_import_may_not_take_the_source_of_orders_entered_by_hand()
    {
        await using var site = await OpenAsync(DatabaseKind.Sqlite);
        var (status, page) = await site.UploadAsync("OrderNo,CustomerID,ProductCode,Quantity,UnitPrice,OrderDate\nH000001,c1,T1,2,1,2024-03-01\n", ("source", OrderSources.ByHand));
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Body!.TextContent.ShouldContain("is the source of orders entered by hand");
        (await site.CountAsync("import_run")).ShouldBe(0);
    }

    private static async Task EnterAsync(ImportSite site) =>
        (await site.CallAsync(HttpMethod.Post, "/api/customers/1/orders", new { orderedOn = Day, lines = new[] { new { product = "T1", quantity = 3 } } })).Status.ShouldBe(HttpStatusCode.Created);

    /// <summary>One customer of the first store and one of another; tea for 30 days at ¥128, and a cup without a price.</summary>
    internal static Task<ImportSite> OpenAsync(DatabaseKind kind, string role = "manager") => ImportSite.OpenAsync(kind, role, session =>
    {
        session.Execute("INSERT INTO store (id, name, time_zone, currency, closed_weekdays) VALUES (2, '二店', 'Asia/Shanghai', 'CNY', 0)");
        ProductPageTests.Add(session, "T1", "龙井", 30, 12800, "12m");
        ProductPageTests.Add(session, "T2", "盖碗");
        NewCustomers.Write(session, "test", [Person("N1", "李明华", 1), Person("N2", "欧阳雪", 2)]);
    });

    private static NewCustomer Person(string number, string name, long store) =>
        new(number, name, null, null, null, null, null, null, null, store, null, Weekdays.None, null, null, FakeTime.On("2024-01-01").GetUtcNow(), []);
}
