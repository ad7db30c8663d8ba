using System.Diagnostics;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Search;
using Changlai.App.Features.Orders.Find;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Benchmarks.Running;
using Changlai.Benchmarks.Shops;

namespace Changlai.Benchmarks.Search;

/// <summary>Finding a customer from a fragment, by somebody who sees everybody and by somebody of one store, without the page around it.</summary>
internal static class SearchBenchmark
{
    private const int Shown = 30;
    private const double Asked = 50;
    private static readonly ISearchSource[] Sources = [new OrderNumberSearch()];

    public static void Run(BenchmarkOptions options)
    {
        if (options.Databases.Contains("sqlite")) Measure("SQLite", new ShopStore(null), options);
        if (options.Databases.Contains("postgres") && ThrowAwayPostgres.Start() is { } server)
        {
            using (server) Measure("PostgreSQL", new ShopStore(server), options);
        }
    }

    private static void Measure(string database, ShopStore shops, BenchmarkOptions options)
    {
        foreach (var customers in options.SizesOr(100_000, 1_000_000))
        {
            var shop = shops.Planned(new ShopSize(customers), BusinessToday.Day);
            using (var opened = new Database(shop.Location))
            {
                using (var preparing = opened.OpenBulkSession()) FurtherCards.Add(preparing, shop.Size);
                Report.Heading($"Search: {database}, {Report.Number(customers)} customers");
                Report.Columns("typed", "everybody: p50 ms", "p95 ms", "p99 ms", "found", "one store: p50 ms", "p95 ms", "p99 ms", "found");
                Measure(opened, options.Quick ? 1 : 3);
            }
            shops.Discard();
        }
    }

    private static void Measure(Database database, int rounds)
    {
        using var drawing = database.OpenSession();
        var store = drawing.Scalar<long>("SELECT min(id) FROM store");
        var (everybody, ofStore) = (new Samples(), new Samples());
        foreach (var (kind, typed) in Fragments.Draw(drawing))
        {
            var all = Times(database, null, typed, rounds, everybody);
            var one = Times(database, store, typed, rounds, ofStore);
            Report.Row([kind, .. Figures(all.Times), Report.Fixed(all.Found, 1), .. Figures(one.Times), Report.Fixed(one.Found, 1)]);
        }
        Report.Row(["all of them", .. Figures(everybody), "", .. Figures(ofStore), ""]);
        Report.Line("");
        Report.Line($"Asked: p99 ≤ {Asked:0} ms: {Report.Verdict(Math.Max(everybody.At(0.99), ofStore.At(0.99)) <= Asked)}.");
    }

    /// <summary>The first round warms the caches and is left out.</summary>
    private static (Samples Times, double Found) Times(Database database, long? store, IReadOnlyList<string> typed, int rounds, Samples all)
    {
        var (times, found) = (new Samples(), 0L);
        for (var round = 0; round <= rounds; round++)
            foreach (var fragment in typed)
            {
                var started = Stopwatch.GetTimestamp();
                using (var session = database.OpenSession())
                {
                    var count = new CustomerFinder(session, store is { } one ? CustomerScope.OfStores(one) : CustomerScope.All, Sources).Find(fragment, Shown).Count;
                    if (round == 0) found += count;
                }
                if (round == 0) continue;
                var milliseconds = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
                times.Add(milliseconds);
                all.Add(milliseconds);
            }
        return (times, (double)found / typed.Count);
    }

    private static string[] Figures(Samples times) => [Report.Fixed(times.At(0.5), 1), Report.Fixed(times.At(0.95), 1), Report.Fixed(times.At(0.99), 1)];
}
