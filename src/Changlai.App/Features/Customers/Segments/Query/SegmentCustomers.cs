using Changlai.App.Features.Customers.Segments.Model;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Segments.Query;

/// <summary>Asks the database who belongs to a rule. The rule has been checked.</summary>
internal sealed class SegmentCustomers(DatabaseSession session, SegmentFieldList fields, SegmentDay day, CustomerScope scope)
{
    private const int NextFew = 4_096;

    private readonly SegmentFiltering filtering = new(session, fields, day, scope);

    public long Count(SegmentGroup rule)
    {
        var sets = new SegmentSets(session, fields, day);
        if (filtering.CountsBySets(rule) && !sets.CardsLeaveFew(rule)) return sets.Count(rule);
        var filter = filtering.ForCounting(rule);
        if (filter.Repeats && session.IsSqlite) return CountDistinct(filter);
        return session.Scalar<long>($"SELECT {filter.Count} FROM {filter.From} WHERE {filter.Where}", [.. filter.Values]);
    }

    // SQLite tells apart who was counted already by building a tree of them, which takes five times as long as reading them all.
    private long CountDistinct(SegmentFilter filter)
    {
        var seen = new CustomerSet();
        using var rows = session.Read($"SELECT {filter.Customer} FROM {filter.From} WHERE {filter.Where}", [.. filter.Values]);
        while (rows.Next()) seen.Add(rows.Long(0));
        return seen.Count;
    }

    /// <summary>One page of customers, those registered last first.</summary>
    /// <param name="before">The last of the page before.</param>
    public List<long> Page(SegmentGroup rule, long? before, int limit)
    {
        if (!session.IsSqlite) return Page(filtering.Of(rule), before, limit);
        // Where many belong, a page of them stands among the next few thousand, and no history needs to be listed for it.
        var after = (before ?? session.Scalar<long>("SELECT coalesce(max(customer_id), 0) + 1 FROM customer")) - NextFew;
        var near = Page(filtering.Nearby(rule), before, limit, after);
        return near.Count == limit ? near : Page(filtering.Of(rule), before, limit);
    }

    private List<long> Page(SegmentFilter filter, long? before, int limit, long? after = null)
    {
        var values = filter.Values.ToList();
        if (before is not null) values.Add(("before", before));
        if (after is not null) values.Add(("after", after));
        var ids = new List<long>(limit);
        using var rows = session.Read($"""
            SELECT {filter.Customer} FROM {filter.From} WHERE {filter.Where}{(before is null ? "" : $" AND {filter.Customer} < @before")}{(after is null ? "" : $" AND {filter.Customer} >= @after")}
            ORDER BY {filter.Customer} DESC LIMIT {limit}
            """, [.. values]);
        while (rows.Next()) ids.Add(rows.Long(0));
        return ids;
    }

    /// <summary>A query of all their ids, to be put into another one.</summary>
    public (string Sql, IReadOnlyList<(string Name, object? Value)> Values) Ids(SegmentGroup rule)
    {
        var filter = filtering.Of(rule);
        return ($"SELECT {filter.Customer} FROM {filter.From} WHERE {filter.Where}", filter.Values);
    }

    /// <summary>Those of a table of customers who belong, in order.</summary>
    public void Read(SegmentGroup rule, string? within, Action<long> found)
    {
        var filter = filtering.Of(rule, within);
        using var rows = session.Read($"SELECT {filter.Customer} FROM {filter.From} WHERE {filter.Where} ORDER BY {filter.Customer}", [.. filter.Values]);
        while (rows.Next()) found(rows.Long(0));
    }
}
