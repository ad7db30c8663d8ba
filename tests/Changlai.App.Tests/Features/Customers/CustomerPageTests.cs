using System.Net;
using AngleSharp.Html.Dom;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Tests.Features.Orders.Import.Pages;
using Changlai.App.Tests.Harness;
using Changlai.Core.Calendars;

namespace Changlai.App.Tests.Features.Customers;

/// <summary>The list, the find box and the card over HTTP, read by somebody of the first store.</summary>
public sealed class CustomerPageTests
{
    private const string Hostile = "<script>alert('x')</script> \u202e王\"&";

    [Theory, OnBothDatabases]
    public async Task Somebody_of_one_store_sees_its_customers_alone(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind, "staff");

        Names(await PageAsync(site, "/customers")).ShouldBe([Hostile, "李明华"]);
        Names(await PageAsync(site, "/customers?store=2")).ShouldBe([Hostile, "李明华"]);
        Names(await PageAsync(site, "/customers?q=1380")).ShouldBe(["李明华"]);
        Names(await PageAsync(site, "/customers?q=SO-3")).ShouldBeEmpty();
        (await PageAsync(site, "/customers")).QuerySelector("select[name=store]").ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task Head_office_sees_everybody_and_chooses_a_store(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind, "head-office");

        Names(await PageAsync(site, "/customers")).Length.ShouldBe(3);
        Names(await PageAsync(site, "/customers?sort=&owner=&store=2")).ShouldBe(["欧阳雪"]);
        Names(await PageAsync(site, "/customers?q=SO-3")).ShouldBe(["欧阳雪"]);
    }

    [Theory]
    [OnBothDatabases("/customers/3")]
    [OnBothDatabases("/customers/3/orders/1")]
    [OnBothDatabases("/customers/999")]
    [OnBothDatabases("/customers/1/orders/999")]
    public async Task Somebody_elses_customer_is_answered_like_one_that_does_not_exist(DatabaseKind kind, string path)
    {
        await using var site = await OpenAsync(kind, "staff");
        var (status, page) = await site.GetAsync(path);
        status.ShouldBe(HttpStatusCode.NotFound);
        page.QuerySelector("h1")!.TextContent.ShouldBe("There is no such page");
    }

    [Theory, OnBothDatabases]
    public async Task Hostile_text_is_shown_as_it_is(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind, "staff");
        foreach (var path in (string[])["/customers/2", "/customers", $"/customers?q={Uri.EscapeDataString(Hostile)}", $"/customers/suggestions?q={Uri.EscapeDataString(Hostile)}"])
        {
            var page = await PageAsync(site, path);
            (page.Body ?? page.DocumentElement).TextContent.ShouldContain(Hostile, Case.Sensitive, path);
            page.QuerySelectorAll("script:not([src])").ShouldBeEmpty(path);
        }
    }

    [Theory, OnBothDatabases]
    public async Task The_card_says_who_it_is_and_what_they_wish(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind, "staff");
        var card = await PageAsync(site, "/customers/1");

        card.QuerySelector("h1")!.TextContent.ShouldStartWith("李明华");
        card.QuerySelector("a[href='tel:+8613800138000']").ShouldBeNull("one who asked to be left alone is not offered for a call");
        card.QuerySelector(".notice")!.TextContent.Trim().ShouldBe("Asked not to be contacted, on 1 Nov 2026. Reason: moved away.");
        card.QuerySelector(".cl-card-side")!.TextContent.ShouldContain("Mon–Wed");
        card.QuerySelector("main")!.TextContent.ShouldContain("8th lunar month, day 15");
        card.QuerySelectorAll("#history .timeline > li").Length.ShouldBe(2, "the order, and the wish to be left alone");

        var order = await PageAsync(site, card.QuerySelector("#purchases li a[href*='/orders/']")!.GetAttribute("href")!);
        order.QuerySelector("h1")!.TextContent.Trim().ShouldBe("Order SO-1");
        order.QuerySelectorAll("table tbody tr").Single().TextContent.ShouldContain("¥88.00");
    }

    [Theory]
    [InlineData("/customers?after=x&sort=total&show=nothing&owner=you&store=abc")]
    [InlineData("/customers?after=9223372036854775807.9&show=silent")]
    [InlineData("/customers/1?kind=nothing&before=1.2.3")]
    [InlineData("/customers/suggestions?q=")]
    public async Task An_address_that_somebody_made_up_is_forgiven(string path)
    {
        await using var site = await OpenAsync(DatabaseKind.Sqlite, "staff");
        (await site.GetAsync(path)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Visitors_are_sent_to_sign_in()
    {
        await using var site = await OpenAsync(DatabaseKind.Sqlite, "staff");
        await site.SignInAsync("nobody");
        foreach (var path in (string[])["/customers", "/customers/1", "/customers/suggestions?q=li", "/customers/1/orders/1"])
            (await PageAsync(site, path)).QuerySelector("form[action='/sign-in'] [name=password]").ShouldNotBeNull(path);
    }

    private static Task<ImportSite> OpenAsync(DatabaseKind kind, string role) => ImportSite.OpenAsync(kind, role, session =>
    {
        session.Execute("INSERT INTO store (id, name, time_zone, currency, closed_weekdays) VALUES (2, '二店', 'Asia/Shanghai', 'CNY', 0)");
        session.Execute("INSERT INTO product (id, code, name, active) VALUES (1, 'T1', '龙井', @yes)", ("yes", true));
        var at = FakeTime.On("2026-11-01").GetUtcNow();
        NewCustomer Customer(string number, string name, string? phone, long store, string? reason = null) => new(number, name, "女士", null, phone, null, "zh", null, "gold", store, 1,
            Weekdays.Of(DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday), reason, reason is null ? null : new DateOnly(2026, 11, 1), at,
            [new NewSpecialDate("birthday", AnnualDay.Lunar(8, 15))]);
        NewCustomers.Write(session, "test",
            [Customer("N1", "李明华", "+8613800138000", 1, "moved away."), Customer("N2", Hostile, null, 1), Customer("N3", "欧阳雪", "+8613800138009", 2)]);
        foreach (var id in (long[])[1, 3]) AddOrder(session, id, at);
    });

    private static void AddOrder(DatabaseSession session, long customer, DateTimeOffset at)
    {
        session.Execute("""
            INSERT INTO customer_order (customer_id, id, source, external_number, kind, ordered_at, ordered_on, store_id, currency, total_minor, margin_minor, line_count, content_hash)
            VALUES (@id, 1, 'till', @number, 'order', @at, @on, 1, 'CNY', 8800, 0, 1, 1)
            """, ("id", customer), ("number", $"SO-{customer}"), ("at", at), ("on", new DateOnly(2026, 11, 1)));
        session.Execute("INSERT INTO order_line (customer_id, order_id, line, product_id, quantity_milli, unit_price_minor, amount_minor) VALUES (@id, 1, 1, 1, 1000, 8800, 8800)", ("id", customer));
        session.Execute("INSERT INTO order_key (source, external_number, customer_id, order_id) VALUES ('till', @number, @id, 1)", ("number", $"SO-{customer}"), ("id", customer));
        session.Execute("""
            INSERT INTO order_summary (customer_id, orders, returns, total_minor, margin_minor, currency, first_order_on, last_order_on, silent_on)
            VALUES (@id, 1, 0, 8800, 0, 'CNY', @on, @on, @silent)
            """, ("id", customer), ("on", new DateOnly(2026, 11, 1)), ("silent", new DateOnly(2027, 1, 30)));
    }

    private static async Task<IHtmlDocument> PageAsync(ImportSite site, string path)
    {
        var (status, page) = await site.GetAsync(path);
        status.ShouldBe(HttpStatusCode.OK, path);
        return page;
    }

    private static string[] Names(IHtmlDocument page) => [.. page.QuerySelectorAll("a[data-row]").Select(link => link.TextContent)];
}
