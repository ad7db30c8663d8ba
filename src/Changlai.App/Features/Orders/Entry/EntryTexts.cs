using Changlai.Core.Values;

namespace Changlai.App.Features.Orders.Entry;

internal static class EntryTexts
{
    public static readonly Text New = new("录入订单", "Enter an order");
    public static readonly Text NewPurpose = new("{0} 买了什么。填数量时就能看到预计下次购买的日子。", "What {0} bought. While the quantity is typed you see when they are expected again.");
    public static readonly Text Change = new("更正订单", "Change the order");
    public static readonly Text ChangeOf = new("更正订单 {0}", "Change order {0}");
    public static readonly Text ChangePurpose = new("改完后，汇总和回访计划会跟着更新。", "Summaries and follow-ups follow the change.");
    public static readonly Text Imported = new("这张订单是导入的，请在来源系统里更正后再导入，否则下次导入会改回去。", "This order was imported: correct it where it came from and import it again, or the next import would undo the change.");
    public static readonly Text Return = new("录入退货", "Enter a return");
    public static readonly Text ReturnOf = new("订单 {0} 的退货", "Return of order {0}");
    public static readonly Text ReturnPurpose = new("退回了多少，按当时的实付金额退款。", "How much came back; the refund is its share of what was paid.");
    public static readonly Text OrderedOn = new("下单日期", "Order date");
    public static readonly Text ReturnedOn = new("退货日期", "Date of the return");
    public static readonly Text Store = new("门店", "Store");
    public static readonly Text Staff = new("导购", "Served by");
    public static readonly Text Line = new("第 {0} 项", "Line {0}");
    public static readonly Text Product = new("产品（编码或名称）", "Product (code or name)");
    public static readonly Text Quantity = new("数量", "Quantity");
    public static readonly Text Price = new("单价", "Price");
    public static readonly Text PriceHint = new("按产品价", "as listed");
    public static readonly Text Discount = new("本项优惠", "Discount");
    public static readonly Text AddLine = new("再加一项", "Add a line");
    public static readonly Text Save = new("保存订单", "Save the order");
    public static readonly Text SaveReturn = new("保存退货", "Save the return");
    public static readonly Text CanComeBack = new("买了 {0}，还可退 {1}", "{0} bought, {1} can still come back");
    public static readonly Text AllBack = new("这张订单的商品已经全部退回。", "Everything of this order has come back already.");
    public static readonly Text Entered = new("订单 {0} 已保存。", "Order {0} is saved.");
    public static readonly Text Changed = new("订单 {0} 已更正。", "Order {0} is changed.");
    public static readonly Text Returned = new("退货 {0} 已保存。", "Return {0} is saved.");

    public static readonly Text Expected = new("预计下次购买", "Expected again");
    public static readonly Text ExpectedOn = new("第 {0} 天", "day {0}");
    public static readonly Text Lasts = new("{0}：{1} × {2} 天，够用 {3} 天。", "{0}: {1} × {2} days, lasts {3} days.");
    public static readonly Text ByRhythm = new("按这位客户自己的节奏，约 {0} 天买一次。", "By this customer’s own rhythm, about every {0} days.");
    public static readonly Text NotYet = new("填好产品和数量，就会算出来。", "Give a product and a quantity, and it is worked out.");
    public static readonly Text NoCycle = new("这些产品没有填一件能用多少天，客户买得还少，暂时算不出来。", "No product here says how long it lasts, and there are too few purchases to tell.");
    public static readonly Text LaterOrder = new("以更晚的那次购买（{0}）为准。", "The later purchase, of {0}, decides.");
    public static readonly Text Free = new("总额为零，不算一次购买。", "It costs nothing and does not count as a purchase.");
    public static readonly Text Total = new("合计", "Total");

    public static readonly Text NoLines = new("请至少填一项产品。", "Give at least one product.");
    public static readonly Text TooManyLines = new("一张订单最多 {0} 项，请分成几张。", "An order takes {0} lines at most; make several of it.");
    public static readonly Text ProductMissing = new("请填产品的编码或名称。", "Give the product’s code or name.");
    public static readonly Text ProductUnknown = new("没有在售的产品叫“{0}”。请从提示里选，或先录入产品。", "No product on sale is called “{0}”. Choose from the suggestions, or enter the product first.");
    public static readonly Text ProductUnclear = new("“{0}”符合几个产品，请从提示里选一个。", "“{0}” fits several products; choose one of the suggestions.");
    public static readonly Text QuantityMissing = new("请填数量。", "Give the quantity.");
    public static readonly Text PriceMissing = new("这个产品没有定价，请填单价；赠品填 0。", "This product has no price of its own; give one, 0 for a gift.");
    public static readonly Text AmountTooLarge = new("金额太大了，请核对数量和单价。", "The amount is too large; check quantity and price.");
    public static readonly Text DiscountTooLarge = new("优惠不能超过 {0}。", "The discount cannot be more than {0}.");
    public static readonly Text TooMuchBack = new("最多还能退 {0}。", "At most {0} can still come back.");
    public static readonly Text NothingBack = new("请填退回的数量。", "Give the quantity that came back.");
    public static readonly Text OtherCurrency = new("这张订单是 {0} 的，请选同一币种的门店。", "The order is in {0}; choose a store of the same currency.");
    public static readonly Text BelowReturned = new("{0} 已退回 {1}，数量不能更少。", "{1} of {0} came back already; it cannot be fewer.");
    public static readonly Text AfterReturn = new("这张订单 {0} 就有退货了，请填那天或更早。", "Goods of this order came back on {0}; give that day or an earlier one.");
}
