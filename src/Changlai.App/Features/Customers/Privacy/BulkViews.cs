using System.Globalization;
using System.Security.Claims;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;

namespace Changlai.App.Features.Customers.Privacy;

/// <summary>
/// Counts whom somebody looks at: lists, what a search finds, cards. Each time it comes to a further <see cref="Many"/> customers within an hour, the audit log says so.
/// </summary>
internal sealed class BulkViews(Database database, TimeProvider time)
{
    public const int Many = 200;
    private readonly HourlySteps seen = new(Many);

    public void Saw(ClaimsPrincipal user, int customers)
    {
        var viewer = Viewer.Of(user);
        var now = time.GetUtcNow();
        if (seen.Add(viewer.StaffId, customers, now) is not { } count) return;
        using var session = database.OpenSession();
        session.Begin();
        AuditLog.Record(session, now, AuditActor.Of(user), CustomerAudit.SawMany, storeId: viewer.StoreId, details: ("customers", count.ToString(CultureInfo.InvariantCulture)));
        session.Commit();
    }
}
