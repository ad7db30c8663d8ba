using Changlai.App.Features.Customers.Duplicates;
using Changlai.App.Tests.Features.Orders;
using Changlai.App.Tests.Harness;
using static Changlai.App.Tests.Features.Customers.Duplicates.MergingShop;

namespace Changlai.App.Tests.Features.Customers.Duplicates;

/// <summary>Several people merge at the same moment, each with a session of their own.</summary>
public sealed class ConcurrentMergeTests
{
    [Theory, OnBothDatabases]
    public async Task Two_who_merge_the_same_pair_both_ways_merge_it_once(DatabaseKind kind)
    {
        await using var shop = await Shop(kind, 2);
        var outcomes = await AtOnce(shop, (1, 2), (2, 1));
        outcomes.Count(outcome => outcome == MergeOutcome.Done).ShouldBe(1);
        outcomes.ShouldAllBe(outcome => outcome == MergeOutcome.Done || outcome == MergeOutcome.Gone);
        NothingIsLost(shop, 2);
    }

    [Theory, OnBothDatabases]
    public async Task Overlapping_merges_lose_nothing_in_whatever_order_they_come(DatabaseKind kind)
    {
        await using var shop = await Shop(kind, 6);
        var outcomes = await AtOnce(shop, (1, 2), (2, 3), (3, 1), (4, 3), (5, 4), (6, 5), (1, 6), (2, 5));
        outcomes.ShouldContain(MergeOutcome.Done);
        NothingIsLost(shop, 6);
    }

    [Theory, OnBothDatabases]
    public async Task A_merge_and_the_undoing_of_another_at_once_lose_nothing(DatabaseKind kind)
    {
        await using var shop = await Shop(kind, 3);
        var merge = shop.Merge(1, 2);
        var undone = Task.Run(() =>
        {
            using var session = shop.Database.OpenSession();
            session.Begin();
            var result = new MergeUndo(session, Owners, [], shop.Time).Undo(StoredMerge.Find(session, merge.Id)!, Clerk);
            if (result.Outcome == UndoOutcome.Done) session.Commit();
            else session.Rollback();
            return result.Outcome;
        });
        await AtOnce(shop, (3, 1));
        (await undone).ShouldBeOneOf(UndoOutcome.Done, UndoOutcome.MergedAgain, UndoOutcome.ChangedSince);
        NothingIsLost(shop, 3);
    }

    [Theory, OnBothDatabases]
    public async Task What_was_written_to_a_card_in_the_moment_it_was_merged_is_brought_after_it(DatabaseKind kind)
    {
        await using var shop = await Shop(kind, 3);
        shop.Merge(1, 2);
        shop.Merge(3, 1);
        App.Features.Customers.Contracts.CustomerEvents.Add(shop.Session, 2, "note", "just now", Clerk, shop.Time.GetUtcNow());
        new StrayRows(Owners, [], shop.Time).Run(shop.Session, CancellationToken.None);
        shop.Count("customer_event", 3).ShouldBe(1);
        shop.Count("customer_event", 2).ShouldBe(0);
        NothingIsLost(shop, 3);
    }

    private static async Task<TestShop> Shop(DatabaseKind kind, int customers)
    {
        var shop = await TestShop.OpenAsync(kind, "2026-03-02");
        for (var i = 1; i <= customers; i++) shop.Register(CardOf($"N{i}", "李明华", $"+861380013800{i}"));
        shop.Record(Enumerable.Range(1, customers).SelectMany(i => (TestLine[])[new TestLine($"O{i}", $"N{i}", "2026-02-01"), new TestLine($"P{i}", $"N{i}", "2026-02-20")]));
        return shop;
    }

    private static async Task<MergeOutcome[]> AtOnce(TestShop shop, params (long Survivor, long Merged)[] pairs)
    {
        using var together = new Barrier(pairs.Length);
        return await Task.WhenAll(pairs.Select(pair => Task.Factory.StartNew(() =>
        {
            using var session = shop.Database.OpenSession();
            together.SignalAndWait();
            return Merge(session, shop.Time, pair.Survivor, pair.Merged).Outcome;
        }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
    }

    /// <summary>Every order is under a customer who is there, each once, and every number leads to one.</summary>
    private static void NothingIsLost(TestShop shop, int customers)
    {
        shop.Session.Scalar<long>("SELECT count(*) FROM customer_order o JOIN customer c ON c.customer_id = o.customer_id").ShouldBe(customers * 2);
        shop.Session.Scalar<long>("SELECT count(*) FROM customer_order").ShouldBe(customers * 2);
        shop.Session.Scalar<long>("SELECT count(*) FROM order_key k JOIN customer_order o ON o.customer_id = k.customer_id AND o.id = k.order_id").ShouldBe(customers * 2);
        shop.Session.Scalar<long>("SELECT count(*) FROM customer_key k JOIN customer c ON c.customer_id = k.customer_id").ShouldBe(customers);
        shop.Session.Scalar<long>("SELECT coalesce(sum(orders), 0) FROM order_summary s JOIN customer c ON c.customer_id = s.customer_id").ShouldBe(customers * 2);
        var merged = shop.Session.Scalar<long>("SELECT count(*) FROM customer_merge WHERE undone_at IS NULL");
        shop.Session.Scalar<long>("SELECT count(*) FROM customer").ShouldBe(customers - merged);
    }
}
