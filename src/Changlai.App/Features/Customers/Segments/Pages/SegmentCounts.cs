using System.Collections.Concurrent;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Segments.Pages;

/// <summary>Counts of saved segments, kept for a minute: a list of them may be a minute old. Each is of one scope and shown to no other.</summary>
internal sealed class SegmentCounts(TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<(long Segment, int Version, CustomerScope Scope), (DateTimeOffset At, long Count)> kept = new();

    public long? Known(long segment, int version, CustomerScope scope) =>
        kept.TryGetValue((segment, version, scope), out var known) && time.GetUtcNow() - known.At < Fresh ? known.Count : null;

    public void Keep(long segment, int version, CustomerScope scope, long count)
    {
        // A few thousand numbers; whoever has that many segments counts anew.
        if (kept.Count > 5_000) kept.Clear();
        kept[(segment, version, scope)] = (time.GetUtcNow(), count);
    }
}
