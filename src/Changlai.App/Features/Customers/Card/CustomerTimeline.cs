using System.Globalization;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Ui;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Card;

/// <summary>A place in the timeline: what stands there has been shown already.</summary>
public readonly record struct TimelinePlace(long Milliseconds, string Kind, long Id)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Milliseconds}.{Kind}.{Id}");

    public static TimelinePlace? Parse(string? text) =>
        text?.Split('.') is [var at, var kind, var id]
        && long.TryParse(at, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var milliseconds)
        && milliseconds >= DateTimeOffset.MinValue.ToUnixTimeMilliseconds() && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
        && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new TimelinePlace(milliseconds, kind, number)
            : null;
}

/// <summary>A stretch of the timeline, and where the next one begins; null when this is the end.</summary>
public sealed record TimelinePage(IReadOnlyList<TimelineEntry> Entries, TimelinePlace? Next);

/// <summary>
/// One stream out of several sources. Each gives its newest before the place; the newest of all are shown. What happened at
/// the same instant is ordered by kind, then id, so that no page repeats or leaves out anything.
/// </summary>
internal static class CustomerTimeline
{
    public static TimelinePage Read(
        DatabaseSession session, IEnumerable<ITimelineSource> sources, long customerId, string? kind, TimelinePlace? before, int limit, Language language, TimeZoneInfo zone)
    {
        var read = new List<(TimelinePlace Place, TimelineEntry Entry)>();
        foreach (var source in sources.Where(source => kind is null || source.Kind == kind))
        {
            var (at, id) = Before(source.Kind, before);
            var request = new TimelineRequest(customerId, at, id, limit + 1, language, zone);
            read.AddRange(source.Read(session, request).Select(item => (new TimelinePlace(item.At.ToUnixTimeMilliseconds(), source.Kind, item.Id), item.Entry)));
        }
        read.Sort((one, other) => Compare(other.Place, one.Place));
        var shown = read.Take(limit).ToList();
        return new TimelinePage([.. shown.Select(item => item.Entry)], read.Count > limit ? shown[^1].Place : null);
    }

    private static int Compare(TimelinePlace one, TimelinePlace other)
    {
        var order = one.Milliseconds.CompareTo(other.Milliseconds);
        if (order == 0) order = string.CompareOrdinal(one.Kind, other.Kind);
        return order == 0 ? one.Id.CompareTo(other.Id) : order;
    }

    /// <summary>The place as one source counts: of another kind at the same instant, all or nothing has been shown.</summary>
    private static (DateTimeOffset At, long Id) Before(string kind, TimelinePlace? before)
    {
        if (before is not { } place) return (DateTimeOffset.MaxValue, long.MaxValue);
        var at = DateTimeOffset.FromUnixTimeMilliseconds(place.Milliseconds);
        var order = string.CompareOrdinal(kind, place.Kind);
        return (at, order == 0 ? place.Id : order < 0 ? long.MaxValue : long.MinValue);
    }
}
