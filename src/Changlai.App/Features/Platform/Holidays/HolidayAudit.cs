using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.Holidays;

/// <summary>What the audit log tells of the public holidays.</summary>
internal static class HolidayAudit
{
    public static readonly AuditAction Set = new("holiday.set", new Text("设定节假日", "Public holidays set"));
    public static readonly AuditAction Removed = new("holiday.remove", new Text("删除节假日", "Public holiday removed"));

    public static IReadOnlyList<AuditAction> All => [Set, Removed];
}
