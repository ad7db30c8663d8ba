using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Claims;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;

namespace Changlai.App.Features.Customers.Privacy;

/// <summary>
/// Counts whom somebody looks at: lists, what a search finds, cards. Each time it comes to a further <see cref="Many"/> customers within an hour, the audit log says so. What is
/// counted stays in memory; the log gets one entry for hundreds of customers, not one for each.
/// </summary>
internal sealed class BulkViews(Database database, TimeProvider time)
{
    public const int Many = 200;
    private readonly ConcurrentDictionary<long, Seen> seen = new();

    public void Saw(ClaimsPrincipal user, int customers)
    {
        if (customers <= 0) return;
        var viewer = Viewer.Of(user);
        var now = time.GetUtcNow();
        var hour = now.ToUnixTimeSeconds() / 3600;
        var (before, after) = (0, 0);
        seen.AddOrUpdate(viewer.StaffId, _ => new Seen(hour, after = customers), (_, known) =>
        {
            before = known.Hour == hour ? known.Customers : 0;
            return new Seen(hour, after = before + customers);
        });
        if (before / Many == after / Many) return;
        using var session = database.OpenSession();
        session.Begin();
        AuditLog.Record(session, now, AuditActor.Of(user), CustomerAudit.SawMany, storeId: viewer.StoreId, details: ("customers", after.ToString(CultureInfo.InvariantCulture)));
        session.Commit();
    }

    private sealed record Seen(long Hour, int Customers);
}
