using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Ui;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Contracts;

/// <summary>One thing that happened to a customer.</summary>
internal sealed record TimelineMoment(DateTimeOffset At, TimelineEntry Entry);

/// <summary>Whose card is read, by whom and when.</summary>
internal sealed record CardRequest(long CustomerId, Language Language, DateOnly Today, TimeZoneInfo Zone);

/// <summary>Brings what a feature knows of a customer into the one stream on the card.</summary>
internal interface ITimelineSource
{
    /// <summary>Stable code for the address.</summary>
    string Kind { get; }

    Text Name { get; }

    /// <summary>The newest moments before an instant, newest first, at most so many.</summary>
    IReadOnlyList<TimelineMoment> Before(DatabaseSession session, CardRequest request, DateTimeOffset before, int limit);
}

/// <summary>Brings a part of a feature onto the card.</summary>
internal interface ICardPanel
{
    /// <summary>Panels stand in this order.</summary>
    int Place { get; }

    /// <summary>Reads what it shows; the part itself only renders. Null when there is nothing to show.</summary>
    CardPanel? Read(DatabaseSession session, CardRequest request);
}

/// <summary>A component and its parameters.</summary>
public sealed record CardPanel(Type Component, IDictionary<string, object?> Parameters);
