using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Ui;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Contracts;

/// <summary>One kind of thing on a customer's timeline.</summary>
internal interface ITimelineSource
{
    /// <summary>Stable code, used in addresses and to order what happened at the same instant; no two sources share one.</summary>
    string Kind { get; }

    /// <summary>What the filter calls it.</summary>
    Text Name { get; }

    /// <summary>The newest before a place, at most so many, the newest first: by instant, then by id.</summary>
    IReadOnlyList<TimelineItem> Read(DatabaseSession session, TimelineRequest request);
}

/// <param name="At">Only what happened before this instant, or at it …</param>
/// <param name="Id">… with a smaller id than this.</param>
internal sealed record TimelineRequest(long CustomerId, DateTimeOffset At, long Id, int Limit, Language Language, TimeZoneInfo Zone);

/// <param name="At">When it happened, to the millisecond.</param>
/// <param name="Id">Unique within its kind and customer.</param>
internal sealed record TimelineItem(DateTimeOffset At, long Id, TimelineEntry Entry);
