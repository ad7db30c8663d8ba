using System.Globalization;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.Benchmarks.Serving;

/// <summary>Something in the database changes ten times a second, as in a large business at work: nothing that was worked out holds for longer.</summary>
internal sealed class Changes : IDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(100);
    private readonly Database database;
    private readonly Timer timer;
    private int count;

    public Changes(string location)
    {
        database = new Database(location);
        timer = new Timer(_ => Change(), null, TimeSpan.Zero, Every);
    }

    public void Dispose()
    {
        using (var stopped = new ManualResetEvent(initialState: false))
        {
            timer.Dispose(stopped);
            stopped.WaitOne();
        }
        database.Dispose();
    }

    private void Change()
    {
        using var session = database.OpenSession();
        session.Execute("INSERT INTO setting (key, value) VALUES ('bench', @value) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            ("value", Interlocked.Increment(ref count).ToString(CultureInfo.InvariantCulture)));
    }
}
