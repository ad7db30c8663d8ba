using Changlai.App.Features.Complaints.Model;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Complaints.Contracts;

/// <summary>A complaint as it reaches us.</summary>
/// <param name="Channel">How it came: phone, sms, wecom …</param>
/// <param name="Words">The customer's own words; empty when nobody wrote them down yet.</param>
/// <param name="OpenedBy">Who took it; null when no member of staff did.</param>
/// <param name="OwnerId">Who sees to it; null until somebody does.</param>
internal sealed record NewComplaint(long CustomerId, string Channel, string Words, long? OpenedBy, long? OwnerId, DateTimeOffset At);

/// <summary>Opens a complaint inside the caller's transaction. While one is open, nothing is sold to the customer.</summary>
internal static class OpenComplaint
{
    /// <returns>The complaint's id.</returns>
    public static long Open(DatabaseSession session, NewComplaint complaint)
    {
        var id = session.ReserveIds("complaint", 1);
        session.Execute("""
            INSERT INTO complaint (customer_id, id, state, channel, words, opened_at, opened_by, owner_id)
            VALUES (@customer, @id, @state, @channel, @words, @at, @by, @owner)
            """, ("customer", complaint.CustomerId), ("id", id), ("state", ComplaintState.Open), ("channel", complaint.Channel), ("words", complaint.Words),
            ("at", complaint.At), ("by", complaint.OpenedBy), ("owner", complaint.OwnerId));
        session.Execute("""
            INSERT INTO complaint_summary (customer_id, open, total) VALUES (@customer, 1, 1)
            ON CONFLICT (customer_id) DO UPDATE SET open = complaint_summary.open + 1, total = complaint_summary.total + 1
            """, ("customer", complaint.CustomerId));
        return id;
    }
}
