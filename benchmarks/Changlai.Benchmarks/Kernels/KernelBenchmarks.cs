using BenchmarkDotNet.Running;
using Changlai.Benchmarks.Running;

namespace Changlai.Benchmarks.Kernels;

/// <summary>The inner loops, one at a time, by BenchmarkDotNet.</summary>
internal static class KernelBenchmarks
{
    public static void Run(BenchmarkOptions options)
    {
        Report.Heading("Kernels");
        BenchmarkSwitcher.FromAssembly(typeof(KernelBenchmarks).Assembly).RunAll(null, [.. options.Rest]);
    }
}
