using Changlai.App.Features.Customers.Segments.Storage;

namespace Changlai.App.Features.Customers.Segments.Pages;

/// <summary>One line of the list of segments, in the reader's language.</summary>
/// <param name="Count">Null when it has still to be counted.</param>
/// <param name="Problem">Why it cannot be asked; null when it can.</param>
public sealed record SegmentLine(StoredSegment Segment, string Sentence, long? Count, string? Problem);
