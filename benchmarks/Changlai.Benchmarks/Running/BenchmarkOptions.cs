namespace Changlai.Benchmarks.Running;

/// <summary>What to run and how much of it.</summary>
/// <param name="Sizes">Customers of the generated shops; null takes the benchmark's own.</param>
/// <param name="Quick">A glance: fewer repetitions, no shop above 100,000 customers.</param>
internal sealed record BenchmarkOptions(string What, bool Quick, IReadOnlyList<string> Databases, IReadOnlyList<int>? Sizes, IReadOnlyList<string> Rest)
{
    public const string Usage = """
        usage: ./bench import|plan|serve|segments|duplicates|kernels|all [--quick] [--db sqlite|postgres] [--customers N,N]
        """;

    public static BenchmarkOptions Parse(string[] args)
    {
        var rest = new List<string>();
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
                default: rest.Add(args[i]); break;
            }
        }
        return new BenchmarkOptions(args.Length == 0 ? "" : args[0], quick, databases, sizes, rest);
    }

    public IReadOnlyList<int> SizesOr(params int[] usual) => Sizes ?? (Quick ? usual.Where(size => size <= 100_000).ToArray() : usual);
}
