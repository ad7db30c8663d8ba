using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.Core.Values;

namespace Changlai.App.Features.Orders;

/// <summary>What the audit log tells of orders, products and devices.</summary>
internal static class OrderAudit
{
    public static readonly AuditAction Entered = new("order.enter", new Text("录入订单", "Order entered"));
    public static readonly AuditAction Changed = new("order.change", new Text("修改订单", "Order changed"));
    public static readonly AuditAction Returned = new("order.return", new Text("登记退货", "Return recorded"));
    public static readonly AuditAction ProductMade = new("product.make", new Text("新增产品", "Product made"));
    public static readonly AuditAction ProductChanged = new("product.change", new Text("修改产品", "Product changed"));
    public static readonly AuditAction ProductSale = new("product.sale", new Text("产品上架或停售", "Product put on or off sale"));
    public static readonly AuditAction ThresholdSet = new("asset.threshold", new Text("修改反复维修的门槛", "Repeat repair threshold set"));
    public static readonly AuditAction AssetMade = new("asset.make", new Text("登记设备", "Device entered"));
    public static readonly AuditAction AssetChanged = new("asset.change", new Text("修改设备", "Device changed"));
    public static readonly AuditAction Repaired = new("asset.repair", new Text("登记维修", "Repair recorded"));
    public static readonly AuditAction AlarmSettled = new("asset.settle", new Text("处理反复维修", "Repeat repair settled"));

    public static IReadOnlyList<AuditAction> All =>
    [
        Entered, Changed, Returned, ProductMade, ProductChanged, ProductSale, ThresholdSet, AssetMade,
        AssetChanged, Repaired, AlarmSettled,
    ];
}
