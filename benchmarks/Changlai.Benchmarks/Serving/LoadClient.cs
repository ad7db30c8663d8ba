using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Changlai.Core.Statistics;

namespace Changlai.Benchmarks.Serving;

/// <summary>Asks for pages over eight connections, each as fast as it is answered, in a process of its own.</summary>
internal static class LoadClient
{
    public const string Command = "load";
    private const int Connections = 8;

    /// <param name="arguments">Port, cookie, seconds, and a file with a path on each line.</param>
    public static int Run(string[] arguments)
    {
        var port = int.Parse(arguments[0]);
        var seconds = double.Parse(arguments[2], CultureInfo.InvariantCulture);
        var requests = File.ReadAllLines(arguments[3]).Select(path => HttpConnection.Request(port, path, arguments[1])).ToArray();
        var clock = Stopwatch.StartNew();
        var takers = Enumerable.Range(0, Connections).Select(index => new Taker(port, requests, index)).ToArray();
        var threads = takers.Select(taker => new Thread(() => taker.Run(clock, seconds))).ToArray();
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
        var elapsed = clock.Elapsed.TotalSeconds;

        var milliseconds = takers.SelectMany(taker => taker.Milliseconds).Order().ToArray();
        Console.Out.WriteLine(JsonSerializer.Serialize(new
        {
            requests = milliseconds.Length,
            failed = takers.Sum(taker => taker.Failed),
            perSecond = milliseconds.Length / elapsed,
            p50 = Quantiles.OfSorted(milliseconds, 0.5),
            p95 = Quantiles.OfSorted(milliseconds, 0.95),
            p99 = Quantiles.OfSorted(milliseconds, 0.99),
            most = milliseconds[^1],
            bytes = takers.Sum(taker => taker.Bytes) / Math.Max(1, milliseconds.Length),
        }));
        return 0;
    }

    private sealed class Taker(int port, byte[][] requests, int index)
    {
        public List<double> Milliseconds { get; } = [];

        public int Failed { get; private set; }

        public long Bytes { get; private set; }

        public void Run(Stopwatch clock, double seconds)
        {
            using var connection = new HttpConnection(port);
            // Each connection walks through the paths from a place of its own.
            for (var at = index * requests.Length / Connections; clock.Elapsed.TotalSeconds < seconds; at++)
            {
                var started = Stopwatch.GetTimestamp();
                var (status, bytes) = connection.Send(requests[at % requests.Length]);
                Milliseconds.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                Bytes += bytes;
                if (status != 200) Failed++;
            }
        }
    }
}
