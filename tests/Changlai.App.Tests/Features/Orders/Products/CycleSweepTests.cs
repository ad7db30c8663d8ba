using Changlai.App.Features.FollowUps.Planning;
using Changlai.App.Features.Orders.Contracts;
using Changlai.App.Features.Orders.Products;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.Features.Orders.Products;

public sealed class CycleSweepTests
{
    [Theory, OnBothDatabases]
    public async Task A_new_cycle_moves_the_next_purchase_of_whoever_has_the_product_and_of_nobody_else(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-04-01");
        shop.AddProduct("coffee", 20);
        shop.Record(new TestLine("A1", "1", "2026-03-01", Quantity: 2), new TestLine("A2", "2", "2026-03-01", "coffee"), new TestLine("A3", "3", "2026-03-05"));
        shop.Session.Execute("DELETE FROM planning_due");

        Change(shop, "tea", 45);

        NextOf(shop, "1").ShouldBe(TestShop.Day("2026-03-01").AddDays(90));
        NextOf(shop, "2").ShouldBe(TestShop.Day("2026-03-21"));
        NextOf(shop, "3").ShouldBe(TestShop.Day("2026-03-05").AddDays(45));
        Due(shop).ShouldBe([shop.IdOf("1"), shop.IdOf("3")]);
        shop.Session.Scalar<long>("SELECT count(*) FROM product_recalculation").ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task It_leaves_what_recording_the_same_orders_would_have_left(DatabaseKind kind)
    {
        TestLine[] lines =
        [
            new("A1", "1", "2026-01-01"), new("A1", "1", "2026-01-01", "cup", Price: 500), new("A2", "1", "2026-02-05", "coffee", 3, 10), new("A2", "1", "2026-02-05"),
            new("A3", "1", "2026-03-01"), new("A4", "2", "2026-03-01", "coffee"), new("A5", "2", "2026-03-02", "coffee", -1),
        ];
        await using var changed = await TestShop.OpenAsync(kind, "2026-04-01");
        changed.AddProduct("coffee", 20);
        changed.Record(lines);
        Change(changed, "tea", 12);
        Change(changed, "coffee", 0);

        await using var clean = await TestShop.OpenAsync(kind, "2026-04-01");
        clean.AddProduct("coffee", 20);
        clean.Session.Execute("UPDATE product SET repurchase_days = 12 WHERE code = 'tea'");
        clean.Session.Execute("UPDATE product SET repurchase_days = NULL WHERE code = 'coffee'");
        clean.Record(lines);
        Supplies(changed).ShouldBe(Supplies(clean));
    }

    [Theory, OnBothDatabases]
    public async Task It_goes_on_after_the_batch_where_it_was_stopped(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-04-01");
        var customers = CycleSweep.BatchSize + 5;
        shop.Record(Enumerable.Range(1, customers).Select(number => new TestLine($"A{number}", $"{number}", "2026-03-01")));
        Ask(shop, "tea", 45);

        var sweep = new CycleSweep([], new SweepSignal());
        sweep.RunBatch(shop.Session).ShouldBeTrue();
        shop.Session.Scalar<long>("SELECT count(*) FROM customer_order WHERE supply_days = 45").ShouldBe(CycleSweep.BatchSize);

        new CycleSweep([], new SweepSignal()).Run(shop.Session, CancellationToken.None);
        shop.Session.Scalar<long>("SELECT count(*) FROM customer_order WHERE supply_days = 45").ShouldBe(customers);
        sweep.RunBatch(shop.Session).ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task A_change_that_leaves_the_cycle_asks_for_nothing(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-04-01");
        var tea = ProductQuery.OfCode(shop.Session, "tea") ?? ProductQuery.List(shop.Session, "tea", true, null, 1).Single();
        new ProductRecorder(shop.Session, shop.Time).Change(tea, tea with { Name = "绿茶", PriceMinor = 100, Currency = "CNY" }, 1).ShouldBeTrue();
        shop.Session.Scalar<long>("SELECT count(*) FROM product_recalculation").ShouldBe(0);
    }

    private static void Change(TestShop shop, string code, int days)
    {
        Ask(shop, code, days);
        new CycleSweep([new FollowUpsOnOrders(shop.Time)], new SweepSignal()).Run(shop.Session, CancellationToken.None);
    }

    private static void Ask(TestShop shop, string code, int days)
    {
        var product = ProductQuery.List(shop.Session, code, active: true, after: null, 1).Single();
        new ProductRecorder(shop.Session, shop.Time).Change(product, product with { RepurchaseDays = days == 0 ? null : days }, 1).ShouldBeTrue();
    }

    private static DateOnly? NextOf(TestShop shop, string customer)
    {
        using var rows = shop.Session.Read("SELECT next_purchase_on FROM order_summary WHERE customer_id = @id", ("id", shop.IdOf(customer)));
        rows.Next().ShouldBeTrue();
        return rows.DayOrNull(0);
    }

    private static List<long> Due(TestShop shop)
    {
        var due = new List<long>();
        using var rows = shop.Session.Read("SELECT customer_id FROM planning_due ORDER BY customer_id");
        while (rows.Next()) due.Add(rows.Long(0));
        return due;
    }

    private static List<string> Supplies(TestShop shop)
    {
        var all = new List<string>();
        using (var rows = shop.Session.Read("SELECT external_number, coalesce(supply_days, 0), coalesce(supply_product_id, 0) FROM customer_order ORDER BY external_number"))
            while (rows.Next()) all.Add($"{rows.Text(0)} {rows.Int(1)} {rows.Long(2)}");
        using (var rows = shop.Session.Read("SELECT customer_id, next_purchase_on, next_purchase_basis, silent_on FROM order_summary ORDER BY customer_id"))
            while (rows.Next()) all.Add($"{rows.Long(0)} {rows.DayOrNull(1)} {rows.TextOrNull(2)} {rows.DayOrNull(3)}");
        return all;
    }
}
