using Changlai.Benchmarks.Running;

namespace Changlai.Benchmarks.Import;

/// <summary>
/// A whole <c>changlai import</c> of the real orders, from the start of the process to its end, against bare insertion of the
/// rows it stored; the two take turns, so that a busy machine slows both.
/// </summary>
internal static class ImportBenchmark
{
    private const double Asked = 1.0 / 3;
    private const double MegabytesAsked = 400;

    public static void Run(BenchmarkOptions options)
    {
        Report.Heading("Import");
        var recent = RecentOrders.File();
        Report.Columns("database", "file", "import s", "bare insertion s", "ratio: median (least–most)", "≥ 1/3", "rows stored/s: import", "bare", "peak memory", "< 400 MB", "follow-ups planned");
        if (options.Databases.Contains("sqlite"))
        {
            var folder = Directory.CreateTempSubdirectory("changlai-bench-");
            Measure("SQLite", "as it is", Places.Orders, options, () => NewFile(folder));
            Measure("SQLite", "moved to today", recent, options, () => NewFile(folder));
            folder.Delete(recursive: true);
        }
        if (options.Databases.Contains("postgres") && ThrowAwayPostgres.Start() is { } server)
        {
            using (server)
            {
                Measure("PostgreSQL", "as it is", Places.Orders, options, () => NewDatabase(server));
                Measure("PostgreSQL", "moved to today", recent, options, () => NewDatabase(server));
                server.Drop("bench_import");
            }
        }
    }

    private static string NewFile(DirectoryInfo folder)
    {
        foreach (var old in folder.GetFiles()) old.Delete();
        return Path.Combine(folder.FullName, "import.db");
    }

    private static string NewDatabase(ThrowAwayPostgres server)
    {
        server.Create("bench_import");
        server.Settle();
        return server.ConnectionTo("bench_import");
    }

    private static void Measure(string database, string which, string file, BenchmarkOptions options, Func<string> fresh)
    {
        // The first pair warms the file system's cache and yields the rows; it does not count.
        var location = fresh();
        var first = Import(file, location);
        var rows = BareRows.ReadFrom(location);
        BareInsertion.Seconds(fresh(), rows);

        var count = rows.Length / BareRows.Width;
        var (imports, bares, ratios, peaks) = (new Samples(), new Samples(), new Samples(), new Samples());
        for (var pair = 0; pair < (options.Quick ? 3 : 7); pair++)
        {
            var import = Import(file, fresh());
            var bare = BareInsertion.Seconds(fresh(), rows);
            Report.Progress($"{database}, {which}: import {import.Seconds:F2} s (of it inside {import.Output.GetProperty("seconds").GetDouble():F2} s, processor {import.ProcessorSeconds:F2} s), bare {bare:F2} s");
            imports.Add(import.Seconds);
            bares.Add(bare);
            ratios.Add(bare / import.Seconds);
            if (import.PeakMegabytes is { } peak) peaks.Add(peak);
        }
        Report.Row(database, which, imports.Spread("F2"), bares.Spread("F2"), ratios.Spread("F2"), Report.Verdict(ratios.Median >= Asked),
            Report.Number(count / imports.Median), Report.Number(count / bares.Median),
            Report.Megabytes(peaks.Most), Report.Verdict(peaks.Most < MegabytesAsked), Report.Number(first.Output.GetProperty("followUps").GetInt32()));
    }

    private static ProgramRun Import(string file, string location) =>
        ProgramRun.OfChanglai("import", "orders", file, "--db", location, "--currency", "GBP", "--time-zone", "Europe/London", "--json");
}
