using Changlai.Core.Values;

namespace Changlai.App.Features.Orders;

internal static class OrderRowTexts
{
    public static readonly Text Sales = new("交易记录（单号、日期、商品、金额，不含客户）", "Sales (number, day, goods and amounts, without the customer)");
    public static readonly Text Ground = new("《会计档案管理办法》（会计凭证保存 30 年）；《电子商务法》第三十一条（交易信息不少于三年）", "Measures for the Administration of Accounting Archives (vouchers: 30 years); E-Commerce Law of the PRC, article 31 (records of deals: three years or more)");
    public static readonly Text Orders = new("订单与退货", "Orders and returns");
    public static readonly Text Lines = new("订单明细", "Order lines");
    public static readonly Text Assets = new("设备", "Devices");
    public static readonly Text Repairs = new("维修", "Repairs");
}
