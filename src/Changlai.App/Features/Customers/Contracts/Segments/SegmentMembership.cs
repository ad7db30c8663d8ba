using Changlai.App.Features.Customers.Segments.Model;
using Changlai.App.Features.Customers.Segments.Query;
using Changlai.App.Features.Customers.Segments.Storage;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Contracts.Segments;

/// <summary>A segment that can say whom something is for.</summary>
/// <param name="Version">Grows with each change of its rule.</param>
public sealed record SegmentHead(long Id, string Name, int Version);

/// <summary>SQL with its values: <c>SELECT</c> of customers' ids.</summary>
internal sealed record SegmentIds(string Sql, IReadOnlyList<(string Name, object? Value)> Values);

/// <summary>Who belongs to a segment, for features that act on it. It sees everybody unless it is given a scope.</summary>
internal sealed class SegmentMembership(SegmentFields fields)
{
    /// <summary>More would not be chosen from a list.</summary>
    private const int MostListed = 300;

    /// <summary>Whoever begins to use a segment, and whoever deletes one, holds this lock.</summary>
    public const string Lock = "segments";

    /// <summary>Segments that may say whom to plan for: shared, readable, and not asking for what planning itself writes.</summary>
    public IReadOnlyList<SegmentHead> Audiences(DatabaseSession session)
    {
        var known = fields.Read(session);
        return [.. SegmentStore.Shared(session, MostListed).Where(segment => MayBeAudience(segment, known)).Select(HeadOf)];
    }

    public SegmentHead? Find(DatabaseSession session, long id) => SegmentStore.Find(session, id) is { } segment ? HeadOf(segment) : null;

    /// <summary>The segment for use on one day; null when it is gone or its rule cannot be asked any more.</summary>
    public SegmentAudience? Open(DatabaseSession session, long id, DateOnly today)
    {
        var known = fields.Read(session);
        return SegmentStore.Find(session, id) is { Rule: { } rule } segment && MayBeAudience(segment, known) ? new SegmentAudience(session, known, rule, today) : null;
    }

    /// <summary>Segments of this name or, failing that, number.</summary>
    /// <param name="viewer">Only those that this person may see; null for whoever made them.</param>
    public IReadOnlyList<SegmentHead> Named(DatabaseSession session, string nameOrNumber, Viewer? viewer)
    {
        var named = SegmentStore.Named(session, nameOrNumber).FindAll(segment => viewer is null || segment.IsShared || segment.OwnerId == viewer.StaffId);
        if (named.Count == 0 && long.TryParse(nameOrNumber, out var id) && (viewer is null ? SegmentStore.Find(session, id) : SegmentStore.Find(session, viewer, id)) is { } numbered) named.Add(numbered);
        return [.. named.Select(HeadOf)];
    }

    /// <summary>A query of the ids of its customers within a scope, to be put into another one; null when its rule cannot be asked any more.</summary>
    public SegmentIds? Ids(DatabaseSession session, long id, DateOnly today, CustomerScope scope)
    {
        var known = fields.Read(session);
        if (SegmentStore.Find(session, id) is not { Rule: { } rule } || SegmentCheck.Problems(rule, known.ByCode).Count > 0) return null;
        var (sql, values) = new SegmentCustomers(session, known, new SegmentDay(today, BusinessDay.Zone(session)), scope).Ids(rule);
        return new SegmentIds(sql, values);
    }

    private static bool MayBeAudience(StoredSegment segment, SegmentFieldList known) => segment is { IsShared: true, Rule: { } rule }
        && SegmentCheck.Problems(rule, known.ByCode).Count == 0 && !rule.Conditions.Any(condition => known.ByCode[condition.Field].ComesFromPlanning);

    private static SegmentHead HeadOf(StoredSegment segment) => new(segment.Id, segment.Name, segment.Version);
}

/// <summary>A segment on one day.</summary>
internal sealed class SegmentAudience(DatabaseSession session, SegmentFieldList fields, SegmentGroup rule, DateOnly today)
{
    private readonly SegmentDay day = new(today, BusinessDay.Zone(session));

    /// <summary>Its customers in the order of their ids; of a table only, when one is named.</summary>
    public void Read(string? within, Action<long> found) => new SegmentCustomers(session, fields, day, CustomerScope.All).Read(rule, within, found);

    /// <summary>
    /// Puts into a table whoever may have come or gone since a day merely because time has passed: whose last order is now 60
    /// days ago. What happened to a customer in between is not looked for. Reads as many as the days touch, through the indexes.
    /// </summary>
    public void AddThoseTurning(DateOnly since, string table)
    {
        foreach (var turn in new SegmentTurns(session, fields, day).Of(rule, since))
            session.Execute($"INSERT INTO {table} SELECT DISTINCT {turn.Customer} FROM {turn.From} WHERE {turn.Where} ON CONFLICT DO NOTHING", [.. turn.Values]);
    }
}
