using Changlai.App.Features.Customers.Segments.Model;

namespace Changlai.App.Features.Customers.Segments.Storage;

/// <summary>A segment as it is stored.</summary>
/// <param name="Version">Grows with each change.</param>
/// <param name="Rule">Null when what is stored cannot be read; <paramref name="Problem"/> says why.</param>
public sealed record StoredSegment(
    long Id, string Name, bool IsShared, long OwnerId, string? Owner, int Version, DateTimeOffset ChangedAt, SegmentGroup? Rule, SegmentProblem? Problem);
