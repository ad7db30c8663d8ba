using Changlai.App.Features.Customers.Contracts.Segments;
using Changlai.App.Features.Customers.Segments.Model;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Segments.Query;

/// <summary>What a query of a segment's customers stands on: <c>SELECT … FROM {From} WHERE {Where}</c>.</summary>
/// <param name="Customer">The column with the customer's id.</param>
/// <param name="Repeats">Whether a customer may stand in several rows.</param>
internal sealed record SegmentFilter(string From, string Customer, string Where, IReadOnlyList<(string Name, object? Value)> Values, bool Repeats = false)
{
    public string Count => Repeats ? $"count(DISTINCT {Customer})" : "count(*)";
}

/// <summary>Decides in which order a rule's tables are read.</summary>
/// <param name="scope">What the reader may see stands in the query itself.</param>
internal sealed class SegmentFiltering(DatabaseSession session, SegmentFieldList fields, SegmentDay day, CustomerScope scope)
{
    /// <summary>Customers that an index finds are read one by one when there are fewer than this; all are read in their order otherwise.</summary>
    private const int Few = 50_000;

    private const string Customer = "customer.customer_id";

    /// <summary>For counting: where a rule asks about one summary, or once about one history, nothing else is read.</summary>
    public SegmentFilter ForCounting(SegmentGroup rule) => OneSummary(rule) is { } summary ? OfSummary(rule, summary) : OneHistory(rule) is { } condition ? OfHistory(condition) : Of(rule);

    /// <summary>Whether a rule asks about several tables and no condition of it leaves but few customers.</summary>
    public bool CountsBySets(SegmentGroup rule) =>
        scope.IsAll && Used(rule).Select(TableOf).Distinct(StringComparer.Ordinal).Skip(1).Any() && OneSummary(rule) is null && FindLead(rule) is null;

    public SegmentFilter Of(SegmentGroup rule, string? within = null)
    {
        var lead = session.IsSqlite && within is null ? FindLead(rule) : null;
        return Of(rule, within, lead, Customer, inward: !session.IsSqlite || lead is not null || within is not null);
    }

    /// <summary>
    /// For a query that reads a few customers, one after the other. The plus keeps SQLite from taking over into a history the
    /// range in which they lie: it would read that range of it for each of them.
    /// </summary>
    public SegmentFilter Nearby(SegmentGroup rule) => Of(rule, within: null, lead: null, "+" + Customer, inward: true);

    private SegmentFilter Of(SegmentGroup rule, string? within, SegmentLead? lead, string customer, bool inward)
    {
        var sql = new SegmentSql(fields.ByCode, day, session.IsSqlite, customer, inward) { AvoidsIndexes = session.IsSqlite };
        var where = sql.Of(rule);
        var from = (within is null ? "customer" : $"{within} CROSS JOIN customer") + string.Concat(
            Used(rule).Select(field => field.Summary).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Select(summary => $" LEFT JOIN {summary} ON {summary}.customer_id = customer.customer_id"));
        var conditions = new List<string> { where };
        var values = sql.Values.ToList();
        if (within is not null) conditions.Insert(0, $"customer.customer_id = {within}.customer_id");
        if (lead is not null)
        {
            conditions.Insert(0, $"customer.customer_id IN ({lead.Sql})");
            values.AddRange(lead.Values);
        }
        if (!scope.IsAll)
        {
            conditions.Insert(0, scope.Where("customer"));
            values.AddRange(scope.Values);
        }
        return new SegmentFilter(from, Customer, string.Join(" AND ", conditions), values);
    }

    private SegmentFilter OfSummary(SegmentGroup rule, string summary)
    {
        var sql = new SegmentSql(fields.ByCode, day, session.IsSqlite, $"{summary}.customer_id");
        return new SegmentFilter(summary, $"{summary}.customer_id", sql.Of(rule), [.. sql.Values]);
    }

    private SegmentFilter OfHistory(SegmentCondition condition)
    {
        var field = fields.ByCode[condition.Field];
        var history = field.History!;
        var sql = new SegmentSql(fields.ByCode, day, session.IsSqlite);
        var where = (history.Where is { } all ? $"{all} AND " : "") + $"({sql.TestOf(condition)})";
        var once = history.IsOneRow || history.IsOneRowForEachValue && condition.Values.Count == 1;
        return new SegmentFilter(history.From, history.Customer, where, [.. sql.Values], Repeats: !once);
    }

    /// <summary>The one condition of a rule, where it wants a row of a history.</summary>
    private SegmentCondition? OneHistory(SegmentGroup rule) =>
        scope.IsAll && rule.Conditions.Take(2).ToList() is [var only] && fields.ByCode[only.Field].History is not null && Needed(rule).Any() ? only : null;

    /// <summary>The one summary that all conditions read and that some condition needs a row of.</summary>
    private string? OneSummary(SegmentGroup rule)
    {
        if (!scope.IsAll) return null;
        var summaries = Used(rule).Select(field => field.History is null ? field.Summary ?? "" : "-").Distinct(StringComparer.Ordinal).ToList();
        return summaries is [{ Length: > 1 } only] && Needed(rule).Any(condition => !fields.ByCode[condition.Field].IsForEveryone) ? only : null;
    }

    private SegmentLead? FindLead(SegmentGroup rule)
    {
        SegmentLead? best = null;
        foreach (var (index, condition) in Needed(rule).Index())
        {
            var field = fields.ByCode[condition.Field];
            if (!field.IsIndexed || condition.Operator == SegmentOperator.Known) continue;
            var sql = new SegmentSql(fields.ByCode, day, session.IsSqlite) { Prefix = $"lead{index}_" };
            var (table, column) = field.History is { } history ? (history.From, history.Customer) : (field.Summary!, $"{field.Summary}.customer_id");
            var rows = $"SELECT {column} FROM {table} WHERE {(field.History?.Where is { } all ? all + " AND " : "")}({sql.TestOf(condition)})";
            var values = sql.Values.Where(value => value.Name != "today").ToList();
            var count = session.Scalar<long>($"SELECT count(*) FROM ({rows} LIMIT {Few}) found", [.. sql.Values]);
            if (count < Few && !(best?.Count <= count)) best = new SegmentLead(rows, values, count);
        }
        return best;
    }

    /// <summary>Conditions that every customer of the segment fulfils, and that need a row to be fulfilled.</summary>
    private static IEnumerable<SegmentCondition> Needed(SegmentGroup rule) => rule.Match == GroupMatch.All || rule is { Match: GroupMatch.Any, Rules.Count: 1 }
        ? rule.Rules.SelectMany(part => part switch
        {
            SegmentGroup group => Needed(group),
            SegmentCondition { Operator: SegmentOperator.NoneOf or SegmentOperator.Unknown or SegmentOperator.No } => [],
            SegmentCondition condition => [condition],
            _ => [],
        })
        : [];

    private static string TableOf(SegmentField field) => field.History?.From ?? field.Summary ?? "customer";

    private IEnumerable<SegmentField> Used(SegmentGroup rule) => rule.Conditions.Select(condition => fields.ByCode[condition.Field]);

    private sealed record SegmentLead(string Sql, IReadOnlyList<(string, object?)> Values, long Count);
}
