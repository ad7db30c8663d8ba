using Changlai.App.Features.Customers.Contracts.Segments;
using Changlai.App.Features.Customers.Segments.Model;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Segments.Query;

/// <summary>Finds whose answer to a rule the passing of days can have changed: those whose own day lies at an edge that moved.</summary>
internal sealed class SegmentTurns(DatabaseSession session, SegmentFieldList fields, SegmentDay day)
{
    public IEnumerable<SegmentFilter> Of(SegmentGroup rule, DateOnly since) =>
        since >= day.Today ? [] : rule.Conditions.SelectMany(condition => Of(condition, since));

    private IEnumerable<SegmentFilter> Of(SegmentCondition condition, DateOnly since)
    {
        var field = fields.ByCode[condition.Field];
        switch (field.Kind)
        {
            case SegmentFieldKind.YesNo when field.ChangesOn is { } changes:
                yield return OfDays(field with { Kind = SegmentFieldKind.Day }, changes, 0, since);
                break;
            case SegmentFieldKind.Day:
                foreach (var turn in SegmentDays.TurnsAfter(condition.Operator, condition.Values)) yield return OfDays(field, field.Expression, turn, since);
                break;
            case SegmentFieldKind.AnnualDay when condition.Operator == SegmentOperator.WithinNext:
                var ahead = int.Parse(condition.Values[0]);
                yield return OfAnnualDays(field, since.AddDays(-1), day.Today);
                yield return OfAnnualDays(field, since.AddDays(ahead), day.Today.AddDays(ahead + 1));
                break;
            default:
                break;
        }
    }

    /// <summary>A day at either side of the edge is taken along; looking at somebody for nothing does no harm.</summary>
    private SegmentFilter OfDays(SegmentField field, string expression, int turn, DateOnly since)
    {
        var sql = NewSql();
        return Filter(field, sql.OfDays(field, expression, new DayRange(since.AddDays(-turn - 1), day.Today.AddDays(-turn + 1))), sql);
    }

    private SegmentFilter OfAnnualDays(SegmentField field, DateOnly first, DateOnly last)
    {
        var sql = NewSql();
        return Filter(field, $"({sql.OfAnnualDay(field.Expression, first, last)})", sql);
    }

    private SegmentSql NewSql() => new(fields.ByCode, day, session.IsSqlite);

    private static SegmentFilter Filter(SegmentField field, string where, SegmentSql sql)
    {
        var (table, customer) = field.History is { } history ? (history.From, history.Customer)
            : field.Summary is { } summary ? (summary, $"{summary}.customer_id")
            : ("customer", "customer.customer_id");
        return new SegmentFilter(table, customer, field.History?.Where is { } all ? $"{all} AND {where}" : where, [.. sql.Values]);
    }
}
