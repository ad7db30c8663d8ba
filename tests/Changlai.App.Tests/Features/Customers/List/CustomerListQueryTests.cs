using Changlai.App.Features.Customers.List;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.Features.Customers.List;

public sealed class CustomerListQueryTests
{
    private static readonly DateOnly Today = DateOnly.ParseExact(TestCustomers.Today, "yyyy-MM-dd");

    [Theory]
    [OnBothDatabases(CustomerView.Newest)]
    [OnBothDatabases(CustomerView.LastOrder)]
    [OnBothDatabases(CustomerView.Total)]
    [OnBothDatabases(CustomerView.Silent)]
    [OnBothDatabases(CustomerView.DueSoon)]
    [OnBothDatabases(CustomerView.NewThisMonth)]
    public async Task Page_after_page_shows_everybody_once_in_one_order(DatabaseKind kind, CustomerView view)
    {
        await using var shop = await TestCustomers.OpenAsync(kind);
        // Many share a day and a total, so that ties fall on the edges of pages.
        for (var i = 0; i < 37; i++)
        {
            var id = shop.Add($"客户{i}");
            shop.Summarise(id, i % 3 * 100, $"2026-11-{1 + i % 4:D2}", $"2026-11-{5 + i % 4:D2}", $"2026-11-{23 + i % 4:D2}", $"2026-11-{18 + i % 4:D2}");
        }
        var whole = Read(shop, view, null, 100);
        whole.Count.ShouldBe(37);

        var paged = new List<CustomerRow>();
        ListPosition? after = null;
        while (Read(shop, view, after, 5) is { Count: > 0 } page)
        {
            paged.AddRange(page);
            // Addresses carry the position as text.
            after = ListPosition.Parse(CustomerListQuery.PositionOf(page[^1], view).ToString());
        }
        paged.Select(row => row.Id).ShouldBe(whole.Select(row => row.Id));
    }

    [Theory, OnBothDatabases]
    public async Task Each_view_shows_whom_it_names(DatabaseKind kind)
    {
        await using var shop = await TestCustomers.OpenAsync(kind);
        var never = shop.Add("从未购买");
        var silent = shop.Add("沉默");
        var due = shop.Add("快来了");
        var fresh = shop.Add("新客");
        shop.Summarise(silent, 300, last: "2026-05-01", next: "2026-06-01", silent: "2026-07-01");
        shop.Summarise(due, 100, "2026-01-01", "2026-11-01", "2026-12-01", "2027-01-01");
        shop.Summarise(fresh, 200, "2026-11-20", "2026-11-20", "2027-01-20", "2027-02-20");

        Ids(shop, CustomerView.Newest).ShouldBe([fresh, due, silent, never]);
        Ids(shop, CustomerView.LastOrder).ShouldBe([fresh, due, silent]);
        Ids(shop, CustomerView.Total).ShouldBe([silent, fresh, due]);
        Ids(shop, CustomerView.Silent).ShouldBe([silent]);
        Ids(shop, CustomerView.DueSoon).ShouldBe([due]);
        Ids(shop, CustomerView.NewThisMonth).ShouldBe([fresh]);
    }

    [Theory, OnBothDatabases]
    public async Task Store_and_owner_narrow_every_view(DatabaseKind kind)
    {
        await using var shop = await TestCustomers.OpenAsync(kind);
        var (one, other) = (shop.AddStore("一店"), shop.AddStore("二店"));
        var mine = shop.Add("我的", store: one, owner: 7);
        var colleagues = shop.Add("同事的", store: one, owner: 8);
        var elsewhere = shop.Add("别店的", store: other, owner: 7);
        foreach (var id in (long[])[mine, colleagues, elsewhere])
            shop.Summarise(id, id, "2026-11-01", "2026-11-02", "2026-11-25", "2026-11-20");

        foreach (var view in Enum.GetValues<CustomerView>())
        {
            Ids(shop, view, store: one).ShouldBe([mine, colleagues], ignoreOrder: true, view.ToString());
            Ids(shop, view, owner: 7).ShouldBe([mine, elsewhere], ignoreOrder: true, view.ToString());
            Ids(shop, view, store: one, owner: 7).ShouldBe([mine], view.ToString());
            Ids(shop, view, store: 99).ShouldBeEmpty(view.ToString());
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("1")]
    [InlineData("1.2.3")]
    [InlineData("1.-2")]
    [InlineData("99999999999999999999.1")]
    public void A_position_that_none_of_our_links_has_begins_at_the_start(string text) => ListPosition.Parse(text).ShouldBeNull();

    private static List<CustomerRow> Read(TestCustomers shop, CustomerView view, ListPosition? after, int limit) =>
        CustomerListQuery.Read(shop.Session, new CustomerListFilter(view, Today, CustomerScope.All, null, after), limit);

    private static long[] Ids(TestCustomers shop, CustomerView view, long? store = null, long? owner = null) =>
        [.. CustomerListQuery.Read(shop.Session, new CustomerListFilter(view, Today, store is { } one ? CustomerScope.OfStores(one) : CustomerScope.All, owner, null), 50).Select(row => row.Id)];
}
