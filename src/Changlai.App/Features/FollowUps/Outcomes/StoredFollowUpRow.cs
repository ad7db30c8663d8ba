using Changlai.App.Features.FollowUps.Model;
using Changlai.App.Features.FollowUps.Rules;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Calendars;

namespace Changlai.App.Features.FollowUps.Outcomes;

/// <summary>A follow-up with what deciding about it takes: its store's clock and days, its person's days, who closed it.</summary>
internal sealed record StoredFollowUpRow(
    string State, string? Reason, string? Outcome, Channel Channel, DateOnly LatestOn, DateTimeOffset? CallBackAt, int Attempts,
    long StoreId, long? AssigneeId, TimeZoneInfo Zone, Weekdays Week, DateOnly? ClosedOn, string? ClosedBy)
{
    private const int EveryDay = 127;

    public static StoredFollowUpRow? Find(DatabaseSession session, long customerId, long followUpId)
    {
        using var rows = session.Read("""
            SELECT f.state, f.state_reason, f.outcome, f.channel, f.latest_on, f.call_back_at, f.attempts, f.store_id, f.assignee_id,
                t.time_zone, t.closed_weekdays, s.working_weekdays, f.closed_on, b.name
            FROM follow_up f JOIN store t ON t.id = f.store_id LEFT JOIN staff s ON s.id = f.assignee_id LEFT JOIN staff b ON b.id = f.closed_by
            WHERE f.customer_id = @customer AND f.id = @id
            """, ("customer", customerId), ("id", followUpId));
        if (!rows.Next()) return null;
        var week = Weekdays.FromBits(rows.IntOrNull(11) ?? EveryDay).Except(Weekdays.FromBits(rows.Int(10)));
        return new StoredFollowUpRow(rows.Text(0), rows.TextOrNull(1), rows.TextOrNull(2), Channel.Of(rows.Text(3)), rows.Day(4),
            rows.IsNull(5) ? null : rows.Instant(5), rows.Int(6), rows.Long(7), rows.LongOrNull(8),
            TimeZoneInfo.FindSystemTimeZoneById(rows.Text(9)), week, rows.DayOrNull(12), rows.TextOrNull(13));
    }

    public TriedFollowUp Tried(DatabaseSession session, DateOnly today)
    {
        var closed = new HashSet<DateOnly>();
        using (var rows = session.Read("SELECT day FROM store_closed_day WHERE store_id = @store AND day > @today", ("store", StoreId), ("today", today)))
            while (rows.Next()) closed.Add(rows.Day(0));
        return new TriedFollowUp(LatestOn, CallBackAt, Attempts, today, new WorkingDays(Week, closed), Zone);
    }
}
