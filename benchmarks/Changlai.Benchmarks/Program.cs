using Changlai.Benchmarks.Duplicates;
using Changlai.Benchmarks.Import;
using Changlai.Benchmarks.Kernels;
using Changlai.Benchmarks.Planning;
using Changlai.Benchmarks.Running;
using Changlai.Benchmarks.Segments;
using Changlai.Benchmarks.Serving;

var options = BenchmarkOptions.Parse(args);
switch (options.What)
{
    case "import":
        ImportBenchmark.Run(options);
        return 0;
    case "plan":
        PlanBenchmark.Run(options);
        return 0;
    case "serve":
        ServeBenchmark.Run(options);
        return 0;
    case "segments":
        SegmentBenchmark.Run(options);
        return 0;
    case "duplicates":
        DuplicatesBenchmark.Run(options);
        return 0;
    case "kernels":
        KernelBenchmarks.Run(options);
        return 0;
    case "all":
        ImportBenchmark.Run(options);
        PlanBenchmark.Run(options);
        ServeBenchmark.Run(options);
        SegmentBenchmark.Run(options);
        DuplicatesBenchmark.Run(options);
        KernelBenchmarks.Run(options);
        return 0;
    case LookForDuplicates.Command:
        return LookForDuplicates.Run(args[1..]);
    case NextDay.Command:
        return NextDay.Run(args[1..]);
    case LoadClient.Command:
        return LoadClient.Run(args[1..]);
    case MemoryServer.Command:
        return MemoryServer.Run(args[1..]);
    default:
        Console.Error.WriteLine(BenchmarkOptions.Usage);
        return 2;
}
