using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Completing.Trends;

/// <summary>A week for which a figure was taken.</summary>
/// <param name="WeekOf">Its Monday.</param>
/// <param name="TakenOn">The last day on which cards were added up.</param>
/// <param name="Basis">By what measure; see <see cref="CardBasis.Written"/>.</param>
internal sealed record CompletenessWeek(DateOnly WeekOf, DateOnly TakenOn, string Basis);

/// <summary>The figures week by week. What was taken in an earlier week is never worked out anew.</summary>
internal static class CompletenessWeeks
{
    public static DateOnly Of(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    public static CompletenessWeek? Latest(DatabaseSession session) => Read(session, DateOnly.MinValue, 1).FirstOrDefault();

    /// <summary>The newest first.</summary>
    public static List<CompletenessWeek> Read(DatabaseSession session, DateOnly since, int limit)
    {
        var weeks = new List<CompletenessWeek>();
        using var rows = session.Read($"SELECT week_of, taken_on, basis FROM completeness_week WHERE week_of >= @since ORDER BY week_of DESC LIMIT {limit}", ("since", since));
        while (rows.Next()) weeks.Add(new CompletenessWeek(rows.Day(0), rows.Day(1), rows.Text(2)));
        return weeks;
    }

    /// <summary>Puts the figures of a day in place of those of earlier days of its week, inside the caller's transaction.</summary>
    /// <param name="figures">A query of store, owner, cards and points.</param>
    public static void Put(DatabaseSession session, DateOnly day, string basis, string figures, params ReadOnlySpan<(string, object?)> values)
    {
        var week = Of(day);
        session.Execute("DELETE FROM completeness_figure WHERE week_of = @week", ("week", week));
        session.Execute($"INSERT INTO completeness_figure (week_of, store_id, owner_id, cards, points) SELECT @week, f.* FROM ({figures}) f", [("week", week), .. values]);
        session.Execute("""
            INSERT INTO completeness_week (week_of, taken_on, basis) VALUES (@week, @day, @basis)
            ON CONFLICT (week_of) DO UPDATE SET taken_on = excluded.taken_on, basis = excluded.basis
            """, ("week", week), ("day", day), ("basis", basis));
    }
}
