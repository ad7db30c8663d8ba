using System.Globalization;
using Changlai.Benchmarks.Running;

namespace Changlai.Benchmarks.Serving;

/// <summary>What a load found of one kind of page.</summary>
/// <param name="ServerMilliseconds">Processor time of the server for each page: hardly touched by what else the machine does.</param>
internal sealed record LoadRun(double PerSecond, double P50, double P95, double P99, long Bytes, double ServerMilliseconds)
{
    private const double WarmUpSeconds = 3;

    public static LoadRun Of(Served served, string cookie, IReadOnlyList<string> paths, double seconds)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(file, paths);
            Once(served, cookie, file, WarmUpSeconds);
            return Once(served, cookie, file, seconds);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static LoadRun Once(Served served, string cookie, string file, double seconds)
    {
        var before = served.ProcessorTime;
        var output = ProgramRun.OfMyself(LoadClient.Command, served.Port.ToString(CultureInfo.InvariantCulture), cookie, seconds.ToString(CultureInfo.InvariantCulture), file).Output;
        if (output.GetProperty("failed").GetInt32() > 0) throw new InvalidOperationException($"Some pages were not answered with 200: {output}");
        return new LoadRun(output.GetProperty("perSecond").GetDouble(), output.GetProperty("p50").GetDouble(), output.GetProperty("p95").GetDouble(),
            output.GetProperty("p99").GetDouble(), output.GetProperty("bytes").GetInt64(),
            (served.ProcessorTime - before).TotalMilliseconds / output.GetProperty("requests").GetInt32());
    }
}
