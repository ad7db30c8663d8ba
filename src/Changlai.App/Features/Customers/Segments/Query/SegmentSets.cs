using Changlai.App.Features.Customers.Contracts.Segments;
using Changlai.App.Features.Customers.Segments.Model;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Segments.Query;

/// <summary>
/// Counts a rule that many customers fulfil. Each table is read once, by the index that answers its conditions, and whom it
/// names are put together as sets here: looking up a third of a million customers in the next table one by one costs several times as much.
/// </summary>
internal sealed class SegmentSets(DatabaseSession session, SegmentFieldList fields, SegmentDay day)
{
    private const int Sample = 1_000;

    public long Count(SegmentGroup rule)
    {
        var found = Of(rule, negated: false);
        return found.AreOthers ? session.Scalar<long>("SELECT count(*) FROM customer") - found.Set.Count : found.Set.Count;
    }

    /// <summary>Whether what a rule asks of the card leaves so few that looking them up one by one is the shorter way.</summary>
    public bool CardsLeaveFew(SegmentGroup rule)
    {
        var ofCard = rule.Match == GroupMatch.All ? rule.Rules.Where(IsOfCard).ToList() : [];
        if (ofCard.Count == 0) return false;
        var sql = NewSql();
        return InSample(string.Join(" AND ", ofCard.Select(condition => sql.Of(condition))), sql) < Sample / 10;
    }

    private Part Of(SegmentRule rule, bool negated) => rule switch
    {
        SegmentGroup { Rules.Count: 0 } group => (group.Match != GroupMatch.Any) != negated ? Part.Everybody : Part.Nobody,
        SegmentGroup { Match: GroupMatch.None } group => Joined(group.Rules, !negated, all: !negated),
        SegmentGroup group => Joined(group.Rules, negated, all: (group.Match == GroupMatch.All) != negated),
        SegmentCondition condition => OfCondition(condition, negated),
        _ => throw new InvalidOperationException("Unknown rule."),
    };

    /// <summary>What is asked of the card itself is asked in one query.</summary>
    private Part Joined(IReadOnlyList<SegmentRule> rules, bool negated, bool all)
    {
        var ofCard = rules.Where(IsOfCard).ToList();
        var parts = rules.Except(ofCard).Select(rule => Of(rule, negated)).ToList();
        if (ofCard.Count > 0) parts.Add(OfCard(ofCard, negated, all));
        return parts.Aggregate((one, other) => all ? one.And(other) : one.Or(other));
    }

    private bool IsOfCard(SegmentRule rule) => rule is SegmentCondition condition && fields.ByCode[condition.Field] is { History: null, Summary: null };

    /// <summary>Everybody has a card, so those who fulfil it and those who do not tell the same: the fewer are read.</summary>
    private Part OfCard(IReadOnlyList<SegmentRule> conditions, bool negated, bool all)
    {
        var sql = NewSql();
        var where = string.Join(all ? " AND " : " OR ", conditions.Select(condition => sql.Of(condition, negated)));
        var most = InSample(where, sql) > Sample / 2;
        // An index answers one condition; for a second one, every card it names would be looked up.
        var cards = session.IsSqlite && conditions.Count > 1 ? "customer NOT INDEXED" : "customer";
        return new Part(Read("customer.customer_id", cards, most ? $"({where}) IS NOT TRUE" : where, sql), most);
    }

    private long InSample(string where, SegmentSql sql) =>
        session.Scalar<long>($"SELECT count(*) FROM (SELECT * FROM customer LIMIT {Sample}) customer WHERE {where}", [.. sql.Values]);

    private Part OfCondition(SegmentCondition condition, bool negated)
    {
        var field = fields.ByCode[condition.Field];
        if (IsOfCard(condition)) return OfCard([condition], negated, all: true);
        var (plain, opposite) = SegmentSql.Plain(condition);
        var (sql, others) = (NewSql(), negated != opposite);
        var test = sql.TestOf(plain);
        if (field.History is { } history) return new Part(Read(history.Customer, history.From, history.Where is { } every ? $"{every} AND ({test})" : test, sql), others);
        var (table, customer) = (field.Summary!, $"{field.Summary}.customer_id");
        // Whoever has no row there may fulfil it all the same: then those who do not are the ones that can be read.
        return field.IsForEveryone && HoldsWithoutRow(table, test, sql)
            ? new Part(Read(customer, table, $"({test}) IS NOT TRUE", sql), !others)
            : new Part(Read(customer, table, test, sql), others);
    }

    private bool HoldsWithoutRow(string table, string test, SegmentSql sql) =>
        session.Scalar<long>($"SELECT count(*) FROM (SELECT 1 AS one) nobody LEFT JOIN {table} ON 1 = 0 WHERE {test}", [.. sql.Values]) > 0;

    private CustomerSet Read(string customer, string from, string where, SegmentSql sql)
    {
        var set = new CustomerSet();
        using var rows = session.Read($"SELECT {customer} FROM {from} WHERE {where}", [.. sql.Values]);
        while (rows.Next()) set.Add(rows.Long(0));
        return set;
    }

    private SegmentSql NewSql() => new(fields.ByCode, day, session.IsSqlite);

    /// <summary>Some customers, or all but them.</summary>
    private readonly record struct Part(CustomerSet Set, bool AreOthers = false)
    {
        public static Part Nobody => new(new CustomerSet());

        public static Part Everybody => new(new CustomerSet(), true);

        private Part Others => this with { AreOthers = !AreOthers };

        public Part And(Part other)
        {
            if (AreOthers && !other.AreOthers) return other.And(this);
            if (AreOthers) Set.UnionWith(other.Set);
            else if (other.AreOthers) Set.ExceptWith(other.Set);
            else Set.IntersectWith(other.Set);
            return this;
        }

        public Part Or(Part other) => Others.And(other.Others).Others;
    }
}
