using System.Diagnostics;
using Changlai.App.Features.Platform.Audit;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.Benchmarks.Running;
using Changlai.Benchmarks.Shops;
using Changlai.Core.Values;

namespace Changlai.Benchmarks.Access;

/// <summary>
/// What the audit log costs whoever writes: a small change with its entry against the same change without, in turns; the same while entries are being sealed;
/// how fast they are sealed, and checked.
/// </summary>
internal static class AuditBenchmark
{
    private static readonly AuditAction Action = new("benchmark.change", new Text("试", "Try"));

    public static void Run(BenchmarkOptions options)
    {
        if (options.Databases.Contains("sqlite")) Measure("SQLite", new ShopStore(null), options.Quick);
        if (options.Databases.Contains("postgres") && ThrowAwayPostgres.Start() is { } server)
        {
            using (server) Measure("PostgreSQL", new ShopStore(server), options.Quick);
        }
    }

    private static void Measure(string name, ShopStore shops, bool isQuick)
    {
        var (writes, entries) = isQuick ? (300, 20_000) : (1_000, 100_000);
        var ready = shops.Planned(new ShopSize(10_000), BusinessToday.Day);
        using (var database = new Database(ready.Location))
        using (var session = database.OpenSession())
        {
            var (bare, told, whileSealing) = (new Samples(), new Samples(), new Samples());
            for (var round = -20; round < writes; round++)
            {
                var (without, with) = (Change(session, round, isTold: false), Change(session, round, isTold: true));
                if (round < 0) continue;
                bare.Add(without);
                told.Add(with);
            }
            session.Begin();
            for (var i = 0; i < entries; i++) Tell(session, i);
            session.Commit();
            var key = AuditKey.FromEnvironment();
            var clock = Stopwatch.StartNew();
            var sealing = Task.Run(() =>
            {
                using var own = database.OpenSession();
                var done = 0;
                while (AuditSealer.SealBatch(own, key, TimeProvider.System.GetUtcNow()) is > 0 and var batch) done += batch;
                return (Done: done, Took: clock.Elapsed);
            });
            for (var round = 0; !sealing.IsCompleted; round++) whileSealing.Add(Change(session, round, isTold: true));
            var (sealedEntries, took) = sealing.GetAwaiter().GetResult();
            clock.Restart();
            var outcome = AuditCheck.Run(session, null);
            if (outcome.Problems.Count > 0) throw new InvalidOperationException("The chain does not hold.");

            Report.Heading($"Audit log: {name}, {Report.Number(sealedEntries)} entries");
            Report.Columns("what", "p50 ms", "p99 ms", "÷ without an entry");
            foreach (var (what, samples) in new[] { ("a change without an entry", bare), ("a change with its entry", told), ("the same while others are sealed", whileSealing) })
                Report.Row(what, Report.Fixed(samples.Median, 3), Report.Fixed(samples.At(0.99), 3), Report.Fixed(samples.Median / bare.Median, 2));
            Report.Line("");
            Report.Line($"Sealed: {Report.Number((long)(sealedEntries / took.TotalSeconds))} entries a second beside the writer; checked: {Report.Number((long)(outcome.Checked / clock.Elapsed.TotalSeconds))} a second.");
        }
        shops.Discard();
    }

    private static double Change(DatabaseSession session, int round, bool isTold)
    {
        var started = Stopwatch.GetTimestamp();
        session.Begin();
        session.Execute("UPDATE customer SET occupation = @words WHERE customer_id = @id", ("words", $"{round}"), ("id", 1L + (round + 20) % 5_000));
        if (isTold) Tell(session, round);
        session.Commit();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static void Tell(DatabaseSession session, int number) =>
        AuditLog.Record(session, TimeProvider.System.GetUtcNow(), new AuditActor("person", 1, "benchmark"), Action, $"thing:{number}", 1, 1, ("fields", "occupation"));
}
