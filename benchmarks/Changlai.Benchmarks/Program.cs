using System.Runtime.InteropServices;
using Changlai.Benchmarks.Access;
using Changlai.Benchmarks.Duplicates;
using Changlai.Benchmarks.Import;
using Changlai.Benchmarks.Kernels;
using Changlai.Benchmarks.Planning;
using Changlai.Benchmarks.Running;
using Changlai.Benchmarks.Search;
using Changlai.Benchmarks.Segments;
using Changlai.Benchmarks.Serving;
using Changlai.Benchmarks.Timeline;

// Parts of a benchmark that run in a process of their own.
switch (args is [var command, ..] ? command : "")
{
    case LookForDuplicates.Command: return LookForDuplicates.Run(args[1..]);
    case NextDay.Command: return NextDay.Run(args[1..]);
    case LoadClient.Command: return LoadClient.Run(args[1..]);
    case MemoryServer.Command: return MemoryServer.Run(args[1..]);
}

var benchmarks = new OrderedDictionary<string, Action<BenchmarkOptions>>(StringComparer.Ordinal)
{
    ["import"] = ImportBenchmark.Run,
    ["plan"] = PlanBenchmark.Run,
    ["serve"] = ServeBenchmark.Run,
    ["access"] = AccessBenchmark.Run,
    ["sign-in"] = SignInBenchmark.Run,
    ["audit"] = AuditBenchmark.Run,
    ["search"] = SearchBenchmark.Run,
    ["timeline"] = TimelineBenchmark.Run,
    ["segments"] = SegmentBenchmark.Run,
    ["duplicates"] = DuplicatesBenchmark.Run,
    ["kernels"] = KernelBenchmarks.Run,
};
var options = BenchmarkOptions.Parse(args);
string[] parts = options.Parts is ["all"] ? [.. benchmarks.Keys] : [.. options.Parts];
if (parts.Length == 0 || !Array.TrueForAll(parts, benchmarks.ContainsKey))
{
    Console.Error.WriteLine(BenchmarkOptions.Usage);
    return 2;
}
if (options.Keep is { } folder) Places.Keep(folder);
// However the run ends, it leaves neither a server nor its databases behind.
using var interrupted = EndOn(PosixSignal.SIGINT, 130);
using var terminated = EndOn(PosixSignal.SIGTERM, 143);
AppDomain.CurrentDomain.ProcessExit += (_, _) =>
{
    ThrowAwayPostgres.StopRunning();
    Places.Leave();
};
foreach (var part in parts) benchmarks[part](options);
return 0;

static PosixSignalRegistration EndOn(PosixSignal signal, int code) => PosixSignalRegistration.Create(signal, context =>
{
    context.Cancel = true;
    Environment.Exit(code);
});
