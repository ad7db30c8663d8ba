using System.Text;
using Changlai.App.Features.FollowUps.Model;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.FollowUps.Contracts;

/// <summary>What to look for among the follow-ups; null means any.</summary>
internal sealed record FollowUpFilter
{
    public string? State { get; init; }

    /// <summary>Planned for this day or earlier: today's and those late.</summary>
    public DateOnly? DueBy { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public long? StaffId { get; init; }

    public long? StoreId { get; init; }

    /// <summary>Only what this person may see: within their scope, or given to them.</summary>
    public Viewer? SeenBy { get; init; }

    /// <summary>Only what is this person's to do, or nobody's.</summary>
    public long? ForPerson { get; init; }

    public long? CustomerId { get; init; }

    public long? Id { get; init; }

    /// <summary>What is planned, and what was left out while its window is not over on this day; a long history is not read through.</summary>
    public DateOnly? OpenOn { get; init; }

    public int? Limit { get; init; }

    /// <summary>Best first; otherwise by customer, as exports want it.</summary>
    public bool BestFirst { get; init; }

    /// <summary>What is to be done on a day, late or not, the best first.</summary>
    public static FollowUpFilter ToDo(DateOnly day) => new() { State = FollowUpState.Planned, DueBy = day, BestFirst = true };
}

internal static class FollowUpQuery
{
    /// <summary>What <see cref="View"/> reads, and of whom: a follow-up f, its customer c, its store t, its person s.</summary>
    public const string Columns = """
        f.id, f.customer_id, c.name, c.phone, f.plan, f.step, f.occasion, f.state, f.state_reason, f.channel,
        f.earliest_on, f.ideal_on, f.latest_on, f.due_on, f.call_back_at, f.priority, f.value_minor, f.currency,
        f.reason, f.day_reason, f.value_basis, f.attempts, f.assignee_id, s.name, t.name, f.outcome, f.closed_on, f.strength, f.store_id
        """;

    public const string Joins = """
        JOIN customer c ON c.customer_id = f.customer_id JOIN store t ON t.id = f.store_id LEFT JOIN staff s ON s.id = f.assignee_id
        """;

    public static IEnumerable<FollowUpView> Read(DatabaseSession session, FollowUpFilter filter)
    {
        var sql = new StringBuilder($"SELECT {Columns} FROM follow_up f {Joins} WHERE true");
        var values = new List<(string, object?)>();
        void Add(string condition, string name, object? value)
        {
            if (value is null) return;
            sql.Append(" AND ").Append(condition);
            values.Add((name, value));
        }
        // The state is written out, so that both databases can use their partial indexes.
        if (filter.State is { } state) sql.Append($" AND f.state = '{state.Replace("'", "''", StringComparison.Ordinal)}'");
        Add("f.due_on <= @by", "by", filter.DueBy);
        Add("coalesce(f.closed_on, f.due_on, f.ideal_on) >= @from", "from", filter.From);
        Add("coalesce(f.closed_on, f.due_on, f.ideal_on) <= @to", "to", filter.To);
        Add("f.assignee_id = @staff", "staff", filter.StaffId);
        Add("f.store_id = @store", "store", filter.StoreId);
        if (filter.SeenBy is { } viewer)
        {
            sql.Append(" AND ").Append(FollowUpScope.OrMine(viewer.Scope));
            values.AddRange([("me", viewer.StaffId), .. viewer.Scope.Values]);
        }
        Add("(f.assignee_id = @person OR f.assignee_id IS NULL)", "person", filter.ForPerson);
        Add("f.customer_id = @customer", "customer", filter.CustomerId);
        Add("f.id = @id", "id", filter.Id);
        Add($"(f.state = '{FollowUpState.Planned}' OR f.state IN ('{FollowUpState.NotPlaced}', '{FollowUpState.HeldOut}') AND f.latest_on >= @open)", "open", filter.OpenOn);
        sql.Append(filter.BestFirst ? " ORDER BY f.strength DESC, f.due_on, f.customer_id, f.id" : " ORDER BY f.customer_id, f.id");
        if (filter.Limit is { } limit) sql.Append(" LIMIT ").Append(limit);

        using var rows = session.Read(sql.ToString(), values.ToArray());
        while (rows.Next()) yield return View(rows);
    }

    public static FollowUpView View(Rows rows) => new(
        rows.Long(0), rows.Long(1), rows.Text(2), rows.TextOrNull(3), rows.Text(4), rows.Text(5), rows.Text(6), rows.Text(7), rows.TextOrNull(8),
        rows.Text(9), rows.Day(10), rows.Day(11), rows.Day(12), rows.DayOrNull(13), rows.IsNull(14) ? null : rows.Instant(14), rows.Int(15),
        rows.Long(16), rows.Text(17), rows.Text(18), rows.Text(19), rows.Text(20), rows.Int(21), rows.LongOrNull(22), rows.TextOrNull(23),
        rows.Text(24), rows.TextOrNull(25), rows.DayOrNull(26), rows.Long(27), rows.Long(28));
}
