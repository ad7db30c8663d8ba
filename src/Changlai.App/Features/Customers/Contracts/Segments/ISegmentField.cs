using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Contracts.Segments;

/// <summary>Contributes fields by which customers can be told apart; those an organisation defines itself are read from the database each time.</summary>
internal interface ISegmentField
{
    /// <summary>Codes are stable and shared with no other contribution: <c>orders.last</c>.</summary>
    IEnumerable<SegmentField> Read(DatabaseSession session);
}

/// <summary>Finds the values of a field that has too many to list.</summary>
internal interface ISegmentChoices
{
    /// <summary>The best that fit what was typed; those to begin with when nothing was.</summary>
    IReadOnlyList<SegmentOption> Find(DatabaseSession session, string typed, int limit);

    /// <summary>Names of values chosen before; one that is gone is left out.</summary>
    IReadOnlyList<SegmentOption> Named(DatabaseSession session, IReadOnlyList<string> values);
}

/// <summary>Keeps a segment from being deleted while something rests on it.</summary>
internal interface ISegmentUse
{
    /// <summary>What uses it, as people call it: a plan's name.</summary>
    IReadOnlyList<Text> UsesOf(DatabaseSession session, long segmentId);
}
