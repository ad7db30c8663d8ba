using Changlai.App.Features.FollowUps.Contracts;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.FollowUps.Today;

/// <summary>The follow-ups of a scope that are due by a day, the strongest first.</summary>
/// <param name="Next">Where the next page begins; null on the last.</param>
/// <param name="DoneToday">Outcomes recorded today by the people of the scope.</param>
/// <param name="NextDueOn">When nothing is left: the next day with something to do.</param>
/// <param name="EverPlanned">Whether anything was ever planned for anybody; a planner that ran over an empty business planned nothing.</param>
public sealed record Worklist(
    IReadOnlyList<FollowUpView> Entries, WorklistMark? Next, long Left, long Late, long DoneToday, DateOnly? NextDueOn, bool EverPlanned)
{
    public const int PageSize = 30;

    /// <summary>The lists of whole stores are worked out once and shown until something changes: of forty stores they count and sort some 16,000 follow-ups.</summary>
    public static Worklist Read(DatabaseSession session, WorklistScope scope, DateOnly today, WorklistMark? after, int size = PageSize) =>
        scope.Kind is WorklistKind.Everyone or WorklistKind.Nobody
            ? session.WhileUnchanged($"worklist {scope} {today:O} {after} {size}", () => WorkOut(session, scope, today, after, size))
            : WorkOut(session, scope, today, after, size);

    private static Worklist WorkOut(DatabaseSession session, WorklistScope scope, DateOnly today, WorklistMark? after, int size)
    {
        session.Foresee($"today, {scope.Kind} {scope.Within.Shape}{(after is null ? "" : ", further on")}", scope.StaffId, scope.Within.Value, today);
        var (left, late, entries) = scope.IsOfEveryStore ? ReadByDay(session, scope, today, after, size + 1) : ReadOf(session, scope, today, after, size + 1);
        var next = entries.Count > size ? WorklistMark.Of(entries[size - 1]) : null;
        if (next is not null) entries.RemoveAt(size);
        return new Worklist(entries, next, left, late, CountDone(session, scope, today),
            left > 0 ? null : NextDue(session, scope), left > 0 || session.Scalar<long>("SELECT count(*) FROM (SELECT 1 FROM follow_up LIMIT 1) f") > 0);
    }

    private static (long Left, long Late, List<FollowUpView> Entries) ReadOf(DatabaseSession session, WorklistScope scope, DateOnly today, WorklistMark? after, int size)
    {
        var (left, late) = Count(session, scope, today);
        return (left, late, ReadPage(session, scope, today, after, size));
    }

    private static (long Left, long Late, List<FollowUpView> Entries) ReadByDay(DatabaseSession session, WorklistScope scope, DateOnly today, WorklistMark? after, int size)
    {
        var days = new DaysDue(session, scope);
        days.Count(today);
        return (days.Left, days.LateOn(today), days.Page(after, size));
    }

    private static List<FollowUpView> ReadPage(DatabaseSession session, WorklistScope scope, DateOnly today, WorklistMark? after, int size)
    {
        // The keys of one page come from the index alone; only then are rows read.
        var from = after is null ? "" : "WHERE strength < @strength OR (strength = @strength AND (customer_id > @customer OR (customer_id = @customer AND id > @id)))";
        var entries = new List<FollowUpView>(size);
        using var rows = session.Read($"""
            SELECT {FollowUpQuery.Columns} FROM (
                SELECT customer_id, id FROM ({scope.Ranges("customer_id, id, strength", " AND due_on <= @today")}) due {from}
                ORDER BY strength DESC, customer_id, id LIMIT {size}) k
            JOIN follow_up f ON f.customer_id = k.customer_id AND f.id = k.id {FollowUpQuery.Joins}
            ORDER BY f.strength DESC, f.customer_id, f.id
            """, [.. scope.Values, ("today", today), ("strength", after?.Strength), ("customer", after?.CustomerId), ("id", after?.Id)]);
        while (rows.Next()) entries.Add(FollowUpQuery.View(rows));
        return entries;
    }

    private static (long Left, long Late) Count(DatabaseSession session, WorklistScope scope, DateOnly today)
    {
        using var rows = session.Read(
            $"""
            SELECT (SELECT count(*) FROM ({scope.Ranges("due_on", " AND due_on <= @today")}) due),
                (SELECT count(*) FROM ({scope.Ranges("due_on", " AND due_on < @today")}) late)
            """,
            [.. scope.Values, ("today", today)]);
        rows.Next();
        return (rows.Long(0), rows.Long(1));
    }

    private static long CountDone(DatabaseSession session, WorklistScope scope, DateOnly today) => session.Scalar<long>(
        $"SELECT count(*) FROM interaction WHERE day = @today AND {scope.Kind switch
        {
            WorklistKind.Mine or WorklistKind.Person => "staff_id = @staff",
            _ when scope.Within.Owner is not null => "staff_id = @scope",
            _ when scope.Within.IsAll => "staff_id IS NOT NULL",
            _ => $"staff_id IN (SELECT s.id FROM staff s WHERE {scope.Within.Where("s")})",
        }}", [.. scope.Values, ("today", today)]);

    private static DateOnly? NextDue(DatabaseSession session, WorklistScope scope)
    {
        using var rows = session.Read($"SELECT min(due_on) FROM ({scope.Ranges("due_on", "")}) planned", scope.Values);
        return rows.Next() ? rows.DayOrNull(0) : null;
    }
}

/// <summary>The last entry of a page, from which the next one goes on.</summary>
public sealed record WorklistMark(long Strength, long CustomerId, long Id)
{
    public static WorklistMark Of(FollowUpView entry) => new(entry.Strength, entry.CustomerId, entry.Id);

    public static WorklistMark? Parse(string? text) =>
        text?.Split('-') is [var strength, var customer, var id] && long.TryParse(strength, out var s) && long.TryParse(customer, out var c) && long.TryParse(id, out var i)
            ? new WorklistMark(s, c, i) : null;

    public override string ToString() => $"{Strength}-{CustomerId}-{Id}";
}
