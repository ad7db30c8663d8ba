using System.Diagnostics;
using System.Text.Json;
using Changlai.App.Features.Customers.Duplicates;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.Benchmarks.Duplicates;

/// <summary>The sweep over the whole base, and then over a day's changed cards, in a process of its own.</summary>
internal static class LookForDuplicates
{
    public const string Command = "look-for-duplicates";
    private const int ChangedOfADay = 500;

    /// <param name="arguments">Database.</param>
    public static int Run(string[] arguments)
    {
        using var database = new Database(arguments[0]);
        using var session = database.OpenBulkSession();
        var sweep = new DuplicateSweep(TimeProvider.System);
        var clock = Stopwatch.StartNew();
        sweep.Run(session, CancellationToken.None);
        var whole = clock.Elapsed.TotalSeconds;

        session.Execute($"INSERT INTO duplicate_due (customer_id, since) SELECT customer_id, @now FROM customer WHERE customer_id % 97 = 0 ORDER BY customer_id LIMIT {ChangedOfADay}", ("now", DateTimeOffset.UnixEpoch));
        clock.Restart();
        sweep.Run(session, CancellationToken.None);
        var changed = clock.Elapsed.TotalSeconds;
        clock.Restart();
        session.Begin();
        new DuplicateFinder(session, TimeProvider.System).Look([session.Scalar<long>("SELECT max(customer_id) FROM customer")]);
        session.Commit();
        Console.Out.WriteLine(JsonSerializer.Serialize(new
        {
            whole,
            changed,
            one = clock.Elapsed.TotalMilliseconds,
            pairs = session.Scalar<long>("SELECT count(*) FROM duplicate_pair"),
            keys = session.Scalar<long>("SELECT count(*) FROM duplicate_key"),
            common = session.Scalar<long>("SELECT count(*) FROM duplicate_common"),
        }));
        return 0;
    }
}
