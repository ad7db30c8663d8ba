namespace Changlai.Benchmarks.Running;

/// <summary>What to run and how much of it.</summary>
/// <param name="Parts">Run one after the other on the same generated shops.</param>
/// <param name="Sizes">Customers of the generated shops; null takes the benchmark's own.</param>
/// <param name="Quick">A glance: fewer repetitions, no shop above 100,000 customers.</param>
/// <param name="Keep">Where generated shops are kept for the next run; null to leave none behind.</param>
internal sealed record BenchmarkOptions(IReadOnlyList<string> Parts, bool Quick, IReadOnlyList<string> Databases, IReadOnlyList<int>? Sizes, string? Keep, IReadOnlyList<string> Rest)
{
    public const string Usage = """
        usage: ./bench PART[,PART …] [--quick] [--db sqlite|postgres] [--customers N,N] [--keep FOLDER]
        parts: import, plan, serve, access, sign-in, audit, search, timeline, segments, duplicates, kernels, or all
        """;

    public static BenchmarkOptions Parse(string[] args)
    {
        var rest = new List<string>();
        string? keep = null;
        IReadOnlyList<string> databases = ["sqlite", "postgres"];
        IReadOnlyList<int>? sizes = null;
        var quick = false;
        for (var i = 1; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--quick": quick = true; break;
                case "--db" when i + 1 < args.Length: databases = [args[++i]]; break;
                case "--customers" when i + 1 < args.Length: sizes = args[++i].Split(',').Select(int.Parse).ToArray(); break;
                case "--keep" when i + 1 < args.Length: keep = args[++i]; break;
                default: rest.Add(args[i]); break;
            }
        }
        return new BenchmarkOptions(args.Length == 0 ? [] : args[0].Split(','), quick, databases, sizes, keep, rest);
    }

    public IReadOnlyList<int> SizesOr(params int[] usual) => Sizes ?? (Quick ? usual.Where(size => size <= 100_000).ToArray() : usual);
}
