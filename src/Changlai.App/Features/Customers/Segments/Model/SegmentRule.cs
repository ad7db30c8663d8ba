namespace Changlai.App.Features.Customers.Segments.Model;

/// <summary>Which customers belong to a segment: a tree of groups and conditions.</summary>
public abstract record SegmentRule;

/// <summary>How the parts of a group count.</summary>
public enum GroupMatch
{
    /// <summary>Every part holds. A group without parts holds for everybody.</summary>
    All,

    /// <summary>One part at least holds.</summary>
    Any,

    /// <summary>No part holds.</summary>
    None,
}

public sealed record SegmentGroup(GroupMatch Match, IReadOnlyList<SegmentRule> Rules) : SegmentRule
{
    /// <summary>Everybody.</summary>
    public static readonly SegmentGroup Everybody = new(GroupMatch.All, []);

    public IEnumerable<SegmentCondition> Conditions => Rules.SelectMany(rule => rule switch
    {
        SegmentGroup group => group.Conditions,
        SegmentCondition condition => [condition],
        _ => throw new InvalidOperationException("Unknown rule."),
    });
}

/// <summary>One question about one field.</summary>
/// <param name="Field">Code of a contributed field.</param>
/// <param name="Operator">Code of a <see cref="SegmentOperator"/> of the field's kind.</param>
/// <param name="Values">
/// Whole numbers and days are written <c>60</c> and <c>2026-11-22</c>; money is the currency, then minor units: <c>CNY</c>, <c>100000</c>.
/// While somebody is typing they hold what was typed.
/// </param>
public sealed record SegmentCondition(string Field, string Operator, IReadOnlyList<string> Values) : SegmentRule
{
    public static readonly SegmentCondition Blank = new("", "", []);
}
