using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.People.Days;

/// <summary>What the audit log tells of when people work. Why somebody is away is not told.</summary>
internal static class StaffDayAudit
{
    public static readonly AuditAction Usual = new("staff.working-days", new Text("修改工作日和每日容量", "Working days and capacity changed"));
    public static readonly AuditAction Added = new("staff.day-off", new Text("登记请假", "Day off entered"));
    public static readonly AuditAction Removed = new("staff.day-off-removed", new Text("取消请假", "Day off taken back"));

    public static IReadOnlyList<AuditAction> All => [Usual, Added, Removed];
}
