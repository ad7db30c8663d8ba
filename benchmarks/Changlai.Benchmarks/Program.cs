using Changlai.Benchmarks.Import;
using Changlai.Benchmarks.Kernels;
using Changlai.Benchmarks.Planning;
using Changlai.Benchmarks.Running;

var options = BenchmarkOptions.Parse(args);
switch (options.What)
{
    case "import":
        ImportBenchmark.Run(options);
        return 0;
    case "plan":
        PlanBenchmark.Run(options);
        return 0;
    case "kernels":
        KernelBenchmarks.Run(options);
        return 0;
    case "all":
        ImportBenchmark.Run(options);
        PlanBenchmark.Run(options);
        KernelBenchmarks.Run(options);
        return 0;
    case NextDay.Command:
        return NextDay.Run(args[1..]);
    default:
        Console.Error.WriteLine(BenchmarkOptions.Usage);
        return 2;
}
