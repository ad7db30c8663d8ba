using System.Globalization;
using Changlai.Benchmarks.Running;

namespace Changlai.Benchmarks.Serving;

/// <summary>What a load found of one kind of page.</summary>
internal sealed record LoadRun(double PerSecond, double P50, double P95, double P99, long Bytes)
{
    private const double WarmUpSeconds = 3;

    public static LoadRun Of(int port, string cookie, IReadOnlyList<string> paths, double seconds)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(file, paths);
            Once(port, cookie, file, WarmUpSeconds);
            return Once(port, cookie, file, seconds);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static LoadRun Once(int port, string cookie, string file, double seconds)
    {
        var output = ProgramRun.OfMyself(LoadClient.Command, port.ToString(CultureInfo.InvariantCulture), cookie, seconds.ToString(CultureInfo.InvariantCulture), file).Output;
        if (output.GetProperty("failed").GetInt32() > 0) throw new InvalidOperationException($"Some pages were not answered with 200: {output}");
        return new LoadRun(output.GetProperty("perSecond").GetDouble(), output.GetProperty("p50").GetDouble(), output.GetProperty("p95").GetDouble(),
            output.GetProperty("p99").GetDouble(), output.GetProperty("bytes").GetInt64());
    }
}
