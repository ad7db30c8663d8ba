using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.Stores;

/// <summary>What the audit log tells of stores.</summary>
internal static class StoreAudit
{
    public static readonly AuditAction Made = new("store.make", new Text("新增门店", "Store made"));
    public static readonly AuditAction Changed = new("store.change", new Text("修改门店", "Store changed"));
    public static readonly AuditAction DaysAdded = new("store.days", new Text("门店休息或加开", "Store closed or opened on days"));
    public static readonly AuditAction DaysRemoved = new("store.days-removed", new Text("取消门店休息或加开", "Days of a store taken back"));

    public static IReadOnlyList<AuditAction> All => [Made, Changed, DaysAdded, DaysRemoved];
}
