using Changlai.Benchmarks.Running;
using Changlai.Benchmarks.Shops;

namespace Changlai.Benchmarks.Serving;

/// <summary>
/// The pages people look at all day, under load from a second process with eight connections, in businesses of three sizes;
/// then the same pages against the same markup rendered from memory, in one process that takes turns.
/// </summary>
internal static class ServeBenchmark
{
    private sealed record Page(string Name, string Reader, Func<ServedShop, IReadOnlyList<string>> Paths, bool Changing = false);

    private static readonly Page[] Pages =
    [
        new("Today of one person", ServedShop.Staff, _ => ["/today"]),
        new("Today of everybody", ServedShop.HeadOffice, _ => ["/today"]),
        new("Today of everybody, ten changes a second", ServedShop.HeadOffice, _ => ["/today"], Changing: true),
        new("list", ServedShop.HeadOffice, shop => shop.Lists),
        new("card", ServedShop.HeadOffice, shop => shop.Cards),
        new("search", ServedShop.HeadOffice, shop => shop.Searches),
    ];

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
        var seconds = options.Quick ? 3 : 8;
        foreach (var customers in options.SizesOr(10_000, 100_000, 1_000_000))
        {
            var ready = shops.Planned(new ShopSize(customers), BusinessToday.Day);
            var shop = ServedShop.Prepare(ready.Location);
            Report.Heading($"Serve: {database}, {Report.Number(customers)} customers");
            UnderLoad(ready.Location, shop, seconds);
            AgainstMemory(ready.Location, shop, seconds);
            shops.Discard();
        }
    }

    private static void UnderLoad(string location, ServedShop shop, double seconds)
    {
        var starts = new Samples();
        for (var again = 0; again < 3; again++)
            using (var once = Served.Changlai(location)) starts.Add(once.ColdStart.TotalSeconds);

        using var served = Served.Changlai(location);
        var cookies = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [ServedShop.Staff] = served.SignIn(ServedShop.Staff),
            [ServedShop.HeadOffice] = served.SignIn(ServedShop.HeadOffice),
        };
        var idle = served.ResidentMegabytes;
        var first = served.FirstVisitBytes("/today", cookies[ServedShop.Staff]);
        Report.Columns("page", "requests/s", "p50 ms", "p95 ms", "p99 ms", "server ms/page", "bytes");
        foreach (var page in Pages)
        {
            using var changes = page.Changing ? new Changes(location) : null;
            var run = LoadRun.Of(served, cookies[page.Reader], page.Paths(shop), seconds);
            Report.Row(page.Name, Report.Number(run.PerSecond), Report.Fixed(run.P50, 1), Report.Fixed(run.P95, 1), Report.Fixed(run.P99, 1), Report.Fixed(run.ServerMilliseconds, 2), Report.Number(run.Bytes));
        }
        Report.Line("");
        Report.Line($"Cold start {starts.Spread("F2")} s; memory {Report.Megabytes(idle)} idle, {Report.Megabytes(served.PeakMegabytes)} at most under load; first visit to Today {Report.Number(first / 1024.0)} KB compressed.");
    }

    private static void AgainstMemory(string location, ServedShop shop, double seconds)
    {
        using var served = Served.FromMemory(location);
        var (staff, head) = (served.SignIn(ServedShop.Staff), served.SignIn(ServedShop.HeadOffice));
        Report.Line("");
        Report.Columns("page", "requests/s", "from memory", "ratio", "server ms/page", "from memory");
        foreach (var (name, cookie, path) in new[]
        {
            ("Today of one person", staff, "/today"),
            ("Today of everybody", head, "/today"),
            ("list", head, "/customers"),
            ("card", head, shop.Cards[0]),
        })
        {
            var real = LoadRun.Of(served, cookie, [path], seconds);
            var kept = LoadRun.Of(served, cookie, [MemoryServer.Prefix + path], seconds);
            var realAgain = LoadRun.Of(served, cookie, [path], seconds);
            var mean = (real.PerSecond + realAgain.PerSecond) / 2;
            Report.Row(name, Report.Number(mean), Report.Number(kept.PerSecond), $"{Report.Fixed(mean / kept.PerSecond, 2)} {(mean >= kept.PerSecond / 2 ? "" : Report.Verdict(false))}",
                Report.Fixed((real.ServerMilliseconds + realAgain.ServerMilliseconds) / 2, 2), Report.Fixed(kept.ServerMilliseconds, 2));
        }
    }
}
