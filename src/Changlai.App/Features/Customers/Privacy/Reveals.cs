using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Privacy;

/// <summary>Whom somebody has asked to see in full, and until when.</summary>
internal static class Reveals
{
    public static readonly TimeSpan Lasting = TimeSpan.FromMinutes(10);

    public static HashSet<long> Of(DatabaseSession session, long staffId, DateTimeOffset now)
    {
        var customers = new HashSet<long>();
        using var rows = session.Read("SELECT customer_id FROM customer_reveal WHERE staff_id = @staff AND ends_at > @now", ("staff", staffId), ("now", now));
        while (rows.Next()) customers.Add(rows.Long(0));
        return customers;
    }

    /// <summary>Inside the caller's transaction; what has ended goes at the same time.</summary>
    public static void Add(DatabaseSession session, long staffId, long customerId, DateTimeOffset now)
    {
        session.Execute("DELETE FROM customer_reveal WHERE staff_id = @staff AND ends_at <= @now", ("staff", staffId), ("now", now));
        session.Execute("""
            INSERT INTO customer_reveal (staff_id, customer_id, ends_at) VALUES (@staff, @customer, @ends)
            ON CONFLICT (staff_id, customer_id) DO UPDATE SET ends_at = excluded.ends_at
            """, ("staff", staffId), ("customer", customerId), ("ends", now + Lasting));
    }
}
