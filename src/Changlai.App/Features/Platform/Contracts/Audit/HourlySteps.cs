using System.Collections.Concurrent;

namespace Changlai.App.Features.Platform.Contracts.Audit;

/// <summary>Counts by the hour what each person sees, in memory, and says when it has come to a further step: the log gets one entry for hundreds of things, not one for each.</summary>
internal sealed class HourlySteps(int step)
{
    private readonly ConcurrentDictionary<long, Seen> seen = new();

    /// <returns>How much it is by now; null when no further step is reached.</returns>
    public int? Add(long staffId, int count, DateTimeOffset now)
    {
        if (count <= 0) return null;
        var hour = now.ToUnixTimeSeconds() / 3600;
        var (before, after) = (0, 0);
        seen.AddOrUpdate(staffId, _ => new Seen(hour, after = count), (_, known) =>
        {
            before = known.Hour == hour ? known.Count : 0;
            return new Seen(hour, after = before + count);
        });
        return before / step == after / step ? null : after;
    }

    private sealed record Seen(long Hour, int Count);
}
