using System.Diagnostics;
using System.Security.Claims;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Benchmarks.Running;
using Changlai.Benchmarks.Serving;
using Changlai.Benchmarks.Shops;

namespace Changlai.Benchmarks.Access;

/// <summary>
/// What it costs to ask who may see what: reading the person from their session, asking the route's rule, and looking up whether the customer is theirs,
/// against the page that is asked for. Page and checks take turns in one run. The look-up is counted for every page, though only those of one customer do it.
/// </summary>
internal static class AccessBenchmark
{
    private const double Asked = 0.1;

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
        foreach (var customers in options.SizesOr(10_000, 100_000))
        {
            var ready = shops.Planned(new ShopSize(customers), BusinessToday.Day);
            var shop = ServedShop.Prepare(ready.Location);
            Report.Heading($"Access: {database}, {Report.Number(customers)} customers, somebody of one store");
            Report.Columns("page", "page, p50 ms", "checks, p50 ms", "checks ÷ page");
            Measure(ready.Location, shop, options.Quick ? 300 : 1_000);
            shops.Discard();
        }
    }

    private static void Measure(string location, ServedShop shop, int rounds)
    {
        using var served = Served.Changlai(location);
        using var opened = new Database(location);
        var user = UserOf(opened);
        var mine = Mine(opened, Viewer.Of(user));
        using var connection = new HttpConnection(served.Port);
        var cookie = served.SignIn(ServedShop.Staff);
        var worst = 0.0;
        foreach (var (name, paths) in new (string, IReadOnlyList<string>)[] { ("Today of one person", ["/today"]), ("list", shop.Lists), ("card", [.. mine.Select(id => $"/customers/{id}")]), ("search", shop.Searches) })
        {
            var (pages, checks) = (new Samples(), new Samples());
            for (var round = -20; round < rounds; round++)
            {
                var request = HttpConnection.Request(served.Port, paths[(round + 20) % paths.Count], cookie);
                var started = Stopwatch.GetTimestamp();
                if (connection.Send(request).Status != 200) throw new InvalidOperationException($"{name} was not answered.");
                var page = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
                started = Stopwatch.GetTimestamp();
                Check(opened, user, mine[(round + 20) % mine.Count]);
                var check = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
                // The first warm up both.
                if (round < 0) continue;
                pages.Add(page);
                checks.Add(check);
            }
            worst = Math.Max(worst, checks.Median / pages.Median);
            Report.Row(name, Report.Fixed(pages.Median, 2), Report.Fixed(checks.Median, 3), Report.Fixed(checks.Median / pages.Median, 3));
        }
        Report.Line("");
        Report.Line($"Asked: less than {Asked:0%} of a page: {Report.Verdict(worst < Asked)}.");
    }

    private static void Check(Database database, ClaimsPrincipal user, long customer)
    {
        var viewer = Viewer.Of(user);
        if (!viewer.May(App.Features.Platform.Contracts.Access.ReadCustomers)) throw new InvalidOperationException("The role may not.");
        using var session = database.OpenSession();
        if (CustomerAccess.Find(session, viewer, customer) is null) throw new InvalidOperationException("The customer is not theirs.");
    }

    private static ClaimsPrincipal UserOf(Database database)
    {
        using var session = database.OpenSession();
        return new ClaimsPrincipal(new ClaimsIdentity(Viewers.Named(session, ServedShop.Staff)!.Claims, "benchmark"));
    }

    private static List<long> Mine(Database database, Viewer viewer)
    {
        var mine = new List<long>();
        using var session = database.OpenSession();
        using var rows = session.Read($"SELECT c.customer_id FROM customer c WHERE {viewer.Scope.Where("c")} ORDER BY c.customer_id LIMIT 200", viewer.Scope.Values);
        while (rows.Next()) mine.Add(rows.Long(0));
        return mine;
    }
}
