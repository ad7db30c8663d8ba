using Changlai.Core.Values;

namespace Changlai.App.Features.Orders;

internal static class OrderRowTexts
{
    public static readonly Text Orders = new("订单与退货", "Orders and returns");
    public static readonly Text Lines = new("订单明细", "Order lines");
    public static readonly Text Assets = new("设备", "Devices");
    public static readonly Text Repairs = new("维修", "Repairs");
}
