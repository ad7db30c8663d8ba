using System.Security.Cryptography;
using Changlai.App.Features.Platform.Contracts;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Changlai.App.Features.Platform.Sweeps;

/// <summary>Runs the sweeps for as long as the program serves; a lease in the database lets one node at a time run each.</summary>
internal sealed partial class SweepHost(Database database, IEnumerable<ISweep> sweeps, SweepSignal signal, TimeProvider time, ILogger<SweepHost> log) : BackgroundService
{
    private static readonly TimeSpan LeaseLasts = TimeSpan.FromMinutes(10);
    private readonly string holder = Convert.ToHexString(RandomNumberGenerator.GetBytes(8));

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(sweeps.Select(sweep => Task.Run(() => Repeat(sweep, stoppingToken), stoppingToken)));

    private async Task Repeat(ISweep sweep, CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(sweep.Every, time);
        var tick = timer.WaitForNextTickAsync(stopping).AsTask();
        while (true)
        {
            // Taken before the run: what is asked for during it must not be missed.
            var soon = signal.Next;
            try
            {
                RunOnce(sweep, stopping);
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                // One failed run must not end the sweep: the next one starts from the stored state.
                SweepFailed(log, sweep.Name, problem);
            }

            if (await Task.WhenAny(tick, soon) != tick) continue;
            if (!await tick) return;
            tick = timer.WaitForNextTickAsync(stopping).AsTask();
        }
    }

    internal bool RunOnce(ISweep sweep, CancellationToken stopping)
    {
        using var session = database.OpenSession();
        var now = time.GetUtcNow();
        var taken = session.Execute("""
            INSERT INTO lease (name, holder, until) VALUES (@name, @holder, @until)
            ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until WHERE lease.until < @now OR lease.holder = @holder
            """, ("name", sweep.Name), ("holder", holder), ("until", now + LeaseLasts), ("now", now));
        if (taken == 0) return false;
        sweep.Run(session, stopping);
        session.Execute("UPDATE lease SET until = @now WHERE name = @name AND holder = @holder", ("now", now), ("name", sweep.Name), ("holder", holder));
        return true;
    }

    [LoggerMessage(1001, LogLevel.Error, "Sweep {Name} failed; it will be tried again")]
    private static partial void SweepFailed(ILogger logger, string name, Exception problem);
}
