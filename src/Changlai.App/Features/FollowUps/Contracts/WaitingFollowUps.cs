using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.FollowUps.Contracts;

/// <summary>A follow-up whose occasion has come but for which nobody has time.</summary>
public sealed record WaitingFollowUp(long CustomerId, string Customer, string Plan, string Step, DateOnly LatestOn, long ValueMinor, string Currency, long Id);

internal static class WaitingFollowUps
{
    /// <summary>The most valuable first, those whose window is still open on the day.</summary>
    /// <param name="scope">Whose the reader may see.</param>
    public static IReadOnlyList<WaitingFollowUp> Strongest(DatabaseSession session, DateOnly day, int limit, CustomerScope scope)
    {
        var waiting = new List<WaitingFollowUp>();
        // The index alone tells which they are; only of those that are shown is the row read.
        using var rows = session.Read($"""
            SELECT f.customer_id, c.name, f.plan, f.step, f.latest_on, f.value_minor, f.currency, f.id FROM (
                SELECT customer_id, id FROM follow_up
                WHERE state = 'not-placed' AND state_reason = 'capacity' AND latest_on >= @day {FollowUpScope.And(scope, "follow_up")}
                ORDER BY strength DESC, customer_id, id LIMIT {limit}) k
            JOIN follow_up f ON f.customer_id = k.customer_id AND f.id = k.id JOIN customer c ON c.customer_id = f.customer_id
            ORDER BY f.strength DESC, f.customer_id, f.id
            """, [("day", day), .. scope.Values]);
        while (rows.Next())
            waiting.Add(new WaitingFollowUp(rows.Long(0), rows.Text(1), rows.Text(2), rows.Text(3), rows.Day(4), rows.Long(5), rows.Text(6), rows.Long(7)));
        return waiting;
    }
}
