using Changlai.App.Features.Platform.Contracts;
using Changlai.Benchmarks.Running;

namespace Changlai.Benchmarks.Duplicates;

/// <summary>How long it takes to look for duplicates in a whole base, and how many of those planted are found.</summary>
internal static class DuplicatesBenchmark
{
    private const int Million = 1_000_000;
    private const string Name = "bench_duplicates";

    public static void Run(BenchmarkOptions options)
    {
        Report.Heading("Duplicates");
        Report.Columns("database", "customers", "whole base s", "customers/s", "500 changed s", "one card ms", "pairs found", "planted pairs found", "keys", "set aside", "peak memory");
        if (options.Databases.Contains("sqlite"))
        {
            var folder = Directory.CreateTempSubdirectory("changlai-bench-");
            foreach (var customers in options.SizesOr(100_000, Million))
            {
                foreach (var old in folder.GetFiles()) old.Delete();
                Measure("SQLite", Path.Combine(folder.FullName, "duplicates.db"), customers);
            }
            folder.Delete(recursive: true);
        }
        if (!options.Databases.Contains("postgres") || ThrowAwayPostgres.Start() is not { } server) return;
        using (server)
        {
            foreach (var customers in options.SizesOr(100_000, Million))
            {
                server.Create(Name);
                server.Settle();
                Measure("PostgreSQL", server.ConnectionTo(Name), customers);
                server.Drop(Name);
            }
        }
    }

    private static void Measure(string database, string location, int customers)
    {
        var planted = DirtyBase.Fill(location, customers);
        var run = ProgramRun.OfMyself(LookForDuplicates.Command, location);
        var found = FoundIn(location);
        double Of(string field) => run.Output.GetProperty(field).GetDouble();
        Report.Row(database, Report.Number(customers), Report.Fixed(Of("whole"), 1), Report.Number(customers / Of("whole")), Report.Fixed(Of("changed"), 2), Report.Fixed(Of("one"), 1),
            Report.Number(Of("pairs")), $"{Report.Number(planted.Count(found.Contains))} of {Report.Number(planted.Count)}", Report.Number(Of("keys")), Report.Number(Of("common")),
            Report.Megabytes(run.PeakMegabytes));
    }

    private static HashSet<(long, long)> FoundIn(string location)
    {
        using var database = new Database(location);
        using var session = database.OpenSession();
        var found = new HashSet<(long, long)>();
        using var rows = session.Read("SELECT low_id, high_id FROM duplicate_pair");
        while (rows.Next()) found.Add((rows.Long(0), rows.Long(1)));
        return found;
    }
}
