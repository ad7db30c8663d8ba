using Changlai.App.Features.Customers.Duplicates;
using Changlai.App.Features.Customers.Segments.Model;
using Changlai.App.Features.Customers.Segments.Query;
using Changlai.App.Features.Orders.Recording;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Tests.Features.Customers.Duplicates;
using Changlai.App.Tests.Features.Customers.Segments;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.Features.Orders.Recording;

/// <summary>Who has bought what, worked out beside the orders.</summary>
public sealed class BoughtProductsTests
{
    private static readonly string[] Products = ["tea", "cup", "coffee"];

    [Theory]
    [OnBothDatabases(1)]
    [OnBothDatabases(2)]
    [OnBothDatabases(3)]
    public async Task A_segment_is_right_at_any_moment_whatever_happened_to_the_orders(DatabaseKind kind, int seed)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-04-01");
        foreach (var product in Products.Skip(1)) shop.AddProduct(product, 20);
        var random = new Random(seed);
        var (merges, swept) = (new Stack<long>(), 0);
        for (var step = 0; step < 50; step++)
        {
            switch (random.Next(8))
            {
                case 0 when Customers(shop) is { Length: > 1 } both:
                    if (shop.Merge(both[random.Next(both.Length / 2)], both[random.Next(both.Length / 2, both.Length)]) is { Outcome: MergeOutcome.Done } merge) merges.Push(merge.Id);
                    break;
                case 1 when merges.Count > 0:
                    shop.Undo(merges.Pop());
                    break;
                case 2 or 3:
                    BoughtSweep.RunBatch(shop.Session, random.Next(1, 5));
                    swept++;
                    break;
                default:
                    // The same order again with another product, or of another customer, is a correction.
                    shop.Record(new TestLine($"A{random.Next(12)}", $"{random.Next(6)}", "2026-03-01", Products[random.Next(3)], random.Next(5) == 0 ? -1 : 1));
                    break;
            }
            Check(shop);
        }
        swept.ShouldBeGreaterThan(3, "a sweep that never came by proves nothing");
        new BoughtSweep().Run(shop.Session, CancellationToken.None);
        shop.Session.Scalar<long>("SELECT count(*) FROM bought_due").ShouldBe(0);
        Check(shop);
        Rows(shop, "SELECT customer_id, product_id FROM bought_product").ShouldBe(Rows(shop, "SELECT DISTINCT customer_id, product_id FROM order_line"));
    }

    [Theory, OnBothDatabases]
    public async Task Recording_orders_works_nothing_out_and_the_sweep_does_it_batch_by_batch(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-04-01");
        shop.Record(Enumerable.Range(1, 5).Select(number => new TestLine($"A{number}", $"{number}", "2026-03-01")));
        shop.Session.Scalar<long>("SELECT count(*) FROM bought_product").ShouldBe(0);
        shop.Session.Scalar<long>("SELECT count(*) FROM bought_due").ShouldBe(5);

        BoughtSweep.RunBatch(shop.Session, 3).ShouldBeTrue();
        shop.Session.Scalar<long>("SELECT count(*) FROM bought_product").ShouldBe(3);
        BoughtSweep.RunBatch(shop.Session, 3).ShouldBeFalse();
        shop.Session.Scalar<long>("SELECT count(*) FROM bought_product").ShouldBe(5);
        Check(shop);
    }

    private static void Check(TestShop shop)
    {
        var fields = TestFields.All(shop.Database).Read(shop.Session);
        var asked = new SegmentCustomers(shop.Session, fields, new SegmentDay(shop.Today, TimeZoneInfo.Utc), CustomerScope.All);
        foreach (var products in (long[][])[[1], [2], [3], [1, 3]])
        {
            var rule = new SegmentGroup(GroupMatch.All, [new SegmentCondition("orders.product", "any-of", [.. products.Select(product => product.ToString())])]);
            var bought = Rows(shop, $"SELECT DISTINCT customer_id, customer_id FROM order_line WHERE product_id IN ({string.Join(", ", products)})").Select(row => row.Customer).ToArray();
            asked.Page(rule, null, 100).Order().ToArray().ShouldBe(bought);
            asked.Count(rule).ShouldBe(bought.Length);
            asked.Count(new SegmentGroup(GroupMatch.None, [rule])).ShouldBe(Customers(shop).Length - bought.Length);
        }
    }

    private static long[] Customers(TestShop shop) => [.. Rows(shop, "SELECT customer_id, customer_id FROM customer").Select(row => row.Customer)];

    private static List<(long Customer, long Product)> Rows(TestShop shop, string sql)
    {
        var found = new List<(long, long)>();
        using var rows = shop.Session.Read(sql);
        while (rows.Next()) found.Add((rows.Long(0), rows.Long(1)));
        return [.. found.Order()];
    }
}
