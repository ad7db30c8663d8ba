using System.Globalization;
using System.Text.Json;
using Changlai.Benchmarks.Running;
using Changlai.Benchmarks.Shops;

namespace Changlai.Benchmarks.Planning;

/// <summary>
/// Whole runs of <c>changlai plan</c>, from the start of the process to its end: the first plan of a business, then the next
/// night's after a day of contacts and orders, then once more with nothing to do.
/// </summary>
internal static class PlanBenchmark
{
    private const int Million = 1_000_000;
    private const double FirstAsked = 120;
    private const double NextAsked = 15;
    private const double MegabytesAsked = 1024;
    private const double ExponentAsked = 1.1;

    public static void Run(BenchmarkOptions options)
    {
        Report.Heading("Plan");
        Report.Columns("database", "customers", "first plan s", "follow-ups created", "not placed", "peak memory", "orders of the day", "recording them s", "next night s", "created, moved, cancelled", "peak memory", "again s");
        if (options.Databases.Contains("sqlite")) Measure("SQLite", new ShopStore(null), options);
        if (options.Databases.Contains("postgres") && ThrowAwayPostgres.Start() is { } server)
        {
            using (server) Measure("PostgreSQL", new ShopStore(server), options);
        }
    }

    private static void Measure(string database, ShopStore shops, BenchmarkOptions options)
    {
        var firstSeconds = new Dictionary<int, double>();
        foreach (var customers in options.SizesOr(10_000, 100_000, Million))
        {
            var shop = shops.Ready(new ShopSize(customers));
            var tomorrow = shop.LastDay.AddDays(1);
            var first = Plan(shop.Location, shop.LastDay);
            var day = ProgramRun.OfMyself(NextDay.Command, shop.Location, customers.ToString(CultureInfo.InvariantCulture), Text(tomorrow));
            var next = Plan(shop.Location, tomorrow);
            var again = Plan(shop.Location, tomorrow);
            shops.Discard();

            if (Count(again, "created") + Count(again, "moved") + Count(again, "cancelled") != 0)
                throw new InvalidOperationException("A second run right after changed something.");
            firstSeconds[customers] = first.Seconds;
            Report.Row(database, Report.Number(customers), Report.Fixed(first.Seconds, 1), Report.Number(Count(first, "created")), Report.Number(Count(first, "notPlaced")),
                Report.Megabytes(first.PeakMegabytes), Report.Number(Count(day, "orders")), Report.Fixed(day.Output.GetProperty("seconds").GetDouble(), 1),
                Report.Fixed(next.Seconds, 1), $"{Report.Number(Count(next, "created"))}, {Report.Number(Count(next, "moved"))}, {Report.Number(Count(next, "cancelled"))}",
                Report.Megabytes(next.PeakMegabytes), Report.Fixed(again.Seconds, 1));
            if (customers == Million) Judge(first, day, next);
        }
        if (!firstSeconds.TryGetValue(100_000, out var small) || !firstSeconds.TryGetValue(Million, out var large)) return;
        var exponent = Math.Log10(large / small);
        Report.Line($"{database}: from 100,000 to 1,000,000 customers the first plan's time grows with exponent {Report.Fixed(exponent, 2)} (asked ≤ {ExponentAsked}: {Report.Verdict(exponent <= ExponentAsked)}).");
    }

    private static void Judge(ProgramRun first, ProgramRun day, ProgramRun next)
    {
        var night = next.Seconds + day.Output.GetProperty("seconds").GetDouble();
        var peak = Math.Max(first.PeakMegabytes ?? 0, next.PeakMegabytes ?? 0);
        Report.Progress($"At 1,000,000: first plan {first.Seconds:F1} s (asked ≤ {FirstAsked}: {Report.Verdict(first.Seconds <= FirstAsked)}), recording and next night {night:F1} s "
            + $"(≤ {NextAsked}: {Report.Verdict(night <= NextAsked)}), peak {peak:F0} MB (≤ {MegabytesAsked}: {Report.Verdict(peak <= MegabytesAsked)})");
    }

    private static ProgramRun Plan(string location, DateOnly day)
    {
        var run = ProgramRun.OfChanglai("plan", "--date", Text(day), "--db", location, "--json");
        Report.Progress($"  plan {day:yyyy-MM-dd}: {run.Seconds:F1} s (processor {run.ProcessorSeconds:F1} s), {run.PeakMegabytes:F0} MB, {JsonSerializer.Serialize(run.Output)}");
        return run;
    }

    private static int Count(ProgramRun run, string field) => run.Output.GetProperty(field).GetInt32();

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
