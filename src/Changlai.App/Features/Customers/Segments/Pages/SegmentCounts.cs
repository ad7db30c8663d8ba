using System.Collections.Concurrent;

namespace Changlai.App.Features.Customers.Segments.Pages;

/// <summary>Counts of saved segments, kept for a minute: a list of them may be a minute old.</summary>
internal sealed class SegmentCounts(TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<(long Segment, int Version, long Store), (DateTimeOffset At, long Count)> kept = new();

    public long? Known(long segment, int version, long? store) =>
        kept.TryGetValue((segment, version, store ?? -1), out var known) && time.GetUtcNow() - known.At < Fresh ? known.Count : null;

    public void Keep(long segment, int version, long? store, long count)
    {
        // A few thousand numbers; whoever has that many segments counts anew.
        if (kept.Count > 5_000) kept.Clear();
        kept[(segment, version, store ?? -1)] = (time.GetUtcNow(), count);
    }
}
