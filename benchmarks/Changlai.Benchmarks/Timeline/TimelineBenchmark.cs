using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Benchmarks.Running;
using Changlai.Benchmarks.Serving;
using Changlai.Benchmarks.Shops;

namespace Changlai.Benchmarks.Timeline;

/// <summary>
/// The card of a customer with five thousand entries, asked of the server by one reader: its newest page, then page after page
/// back into the past. The whole page is timed, so the timeline's share is smaller.
/// </summary>
internal static partial class TimelineBenchmark
{
    private const double Asked = 30;
    private const int WarmUp = 30;

    public static void Run(BenchmarkOptions options)
    {
        Report.Heading($"Timeline of {Report.Number(LongHistory.Entries)} entries");
        Report.Columns("database", "customers", "page", "p50 ms", "p95 ms", "p99 ms", "server ms/page", $"≤ {Asked:0} ms");
        if (options.Databases.Contains("sqlite")) Measure("SQLite", new ShopStore(null), options);
        if (options.Databases.Contains("postgres") && ThrowAwayPostgres.Start() is { } server)
        {
            using (server) Measure("PostgreSQL", new ShopStore(server), options);
        }
    }

    private static void Measure(string database, ShopStore shops, BenchmarkOptions options)
    {
        foreach (var customers in options.SizesOr(10_000, 1_000_000))
        {
            var ready = shops.Planned(new ShopSize(customers), BusinessToday.Day);
            var customer = Prepare(ready.Location);
            using (var served = Served.Changlai(ready.Location))
            {
                var cookie = served.SignIn(ServedShop.HeadOffice);
                using var connection = new HttpConnection(served.Port);
                var newest = $"/customers/{customer}";
                var times = options.Quick ? 50 : 300;
                for (var i = 0; i < WarmUp; i++) Ask(connection, served, newest, cookie);
                Judge(database, customers, "newest", served, () => Enumerable.Repeat(newest, times), path => Ask(connection, served, path, cookie));
                var older = Walk(served, newest, cookie, times);
                Judge(database, customers, "further back", served, () => older, path => Ask(connection, served, path, cookie));
            }
            shops.Discard();
        }
    }

    private static long Prepare(string location)
    {
        ServedShop.Prepare(location);
        using var database = new Database(location);
        using var session = database.OpenBulkSession();
        var customer = session.Scalar<long>("SELECT min(customer_id) FROM customer WHERE customer_id > (SELECT max(customer_id) / 2 FROM customer)");
        LongHistory.Give(session, customer, TimeProvider.System.GetUtcNow());
        return customer;
    }

    private static void Judge(string database, int customers, string page, Served served, Func<IEnumerable<string>> paths, Func<string, double> ask)
    {
        var (samples, before) = (new Samples(), served.ProcessorTime);
        foreach (var path in paths()) samples.Add(ask(path));
        Report.Row(database, Report.Number(customers), page, Report.Fixed(samples.At(0.5), 1), Report.Fixed(samples.At(0.95), 1), Report.Fixed(samples.At(0.99), 1),
            Report.Fixed((served.ProcessorTime - before).TotalMilliseconds / samples.Count, 1), Report.Verdict(samples.At(0.99) <= Asked));
    }

    private static double Ask(HttpConnection connection, Served served, string path, string cookie)
    {
        var request = HttpConnection.Request(served.Port, path, cookie);
        var started = Stopwatch.GetTimestamp();
        var (status, _) = connection.Send(request);
        return status == 200 ? Stopwatch.GetElapsedTime(started).TotalMilliseconds : throw new InvalidOperationException($"{path} was answered with {status}.");
    }

    /// <summary>The addresses of the pages further back, as a reader comes to them.</summary>
    private static List<string> Walk(Served served, string from, string cookie, int most)
    {
        var paths = new List<string>();
        for (var at = served.Page(from, cookie); paths.Count < most && Older().Match(at) is { Success: true } older; at = served.Page(paths[^1], cookie))
            paths.Add(string.Create(CultureInfo.InvariantCulture, $"{from}?before={older.Groups["place"].Value}"));
        return paths.Count > 0 ? paths : throw new InvalidOperationException("The timeline does not go on.");
    }

    [GeneratedRegex("before=(?<place>-?[0-9]+\\.[a-z-]+\\.[0-9]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Older();
}
