using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.FollowUps.Contracts;

/// <summary>A follow-up whose occasion has come but for which nobody has time.</summary>
public sealed record WaitingFollowUp(long CustomerId, string Customer, string Plan, string Step, DateOnly LatestOn, long ValueMinor, string Currency, long Id);

internal static class WaitingFollowUps
{
    /// <summary>The most valuable first, those whose window is still open on the day.</summary>
    /// <param name="storeId">Only this store; null for all.</param>
    public static IReadOnlyList<WaitingFollowUp> Strongest(DatabaseSession session, DateOnly day, int limit, long? storeId = null)
    {
        var waiting = new List<WaitingFollowUp>();
        using var rows = session.Read($"""
            SELECT f.customer_id, c.name, f.plan, f.step, f.latest_on, f.value_minor, f.currency, f.id
            FROM follow_up f JOIN customer c ON c.customer_id = f.customer_id
            WHERE f.state = 'not-placed' AND f.state_reason = 'capacity' AND f.latest_on >= @day {(storeId is null ? "" : "AND f.store_id = @store")}
            ORDER BY f.strength DESC, f.customer_id, f.id LIMIT @limit
            """, ("day", day), ("limit", limit), ("store", storeId));
        while (rows.Next())
            waiting.Add(new WaitingFollowUp(rows.Long(0), rows.Text(1), rows.Text(2), rows.Text(3), rows.Day(4), rows.Long(5), rows.Text(6), rows.Long(7)));
        return waiting;
    }
}
