using System.Globalization;
using System.Security.Claims;
using Changlai.App.Features.Platform.Audit.Pages;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;

namespace Changlai.App.Features.Platform.Audit;

/// <summary>
/// Counts how much of the log somebody reads, page by page or by a program. Whoever takes out an export is written down; whoever goes through the whole log
/// otherwise is too, once for each further <see cref="Many"/> entries within an hour.
/// </summary>
internal sealed class AuditReads(Database database, TimeProvider time)
{
    public const int Many = 1_000;
    private readonly HourlySteps seen = new(Many);

    public void Saw(ClaimsPrincipal user, int entries)
    {
        var viewer = Viewer.Of(user);
        var now = time.GetUtcNow();
        if (seen.Add(viewer.StaffId, entries, now) is not { } count) return;
        using var session = database.OpenSession();
        session.Begin();
        AuditLog.Record(session, now, AuditActor.Of(user), AuditActions.SawMany, storeId: viewer.StoreId, details: ("count", count.ToString(CultureInfo.InvariantCulture)));
        session.Commit();
    }
}
