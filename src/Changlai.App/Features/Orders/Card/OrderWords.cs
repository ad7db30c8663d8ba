using System.Globalization;
using Changlai.App.Ui;
using Changlai.Core.Values;

namespace Changlai.App.Features.Orders.Card;

/// <summary>The words in which orders are shown.</summary>
internal static class OrderWords
{
    public static readonly Text Orders = new("订单与退货", "Orders and returns");
    public static readonly Text Purchases = new("购买", "Purchases");
    public static readonly Text Order = new("订单 {0}", "Order {0}");
    public static readonly Text Return = new("退货 {0}", "Return {0}");
    public static readonly Text Line = new("{0} ×{1}", "{0} ×{1}");
    public static readonly Text MoreLines = new("等 {0} 项", "{0} lines in all");
    public static readonly Text OrderCount = new("订单", "Orders");
    public static readonly Text Returns = new("退货 {0} 次", "{0} returns");
    public static readonly Text OneReturn = new("退货 1 次", "1 return");
    public static readonly Text NoReturns = new("没有退货", "no returns");
    public static readonly Text Total = new("累计", "Total");
    public static readonly Text Average = new("平均每单 {0}", "{0} an order");
    public static readonly Text LastOrder = new("最近购买", "Last order");
    public static readonly Text Since = new("{0}第一次购买", "first bought {0}");
    public static readonly Text NextExpected = new("预计下次", "Next expected");
    public static readonly Text Never = new("还没有买过。", "Has not bought anything yet.");
    public static readonly Text Unknown = new("–", "–");

    public static readonly Text Personal = new("平常约 {0} 天买一次，上次{1}，预计{2}前后再来。", "Usually buys every {0} days, last on {1}, so expected again around {2}.");
    public static readonly Text Product = new("上次{0}买的，预计{1}用完。", "What was bought on {0} should be used up on {1}.");
    public static readonly Text NoBasis = new("只买过 {0} 次，还看不出规律；到{1}还没再来，就算沉默。", "{0} purchases show no rhythm yet; counts as silent if not back by {1}.");
    public static readonly Text NowSilent = new("{0}起已比自己平常久，算作沉默。", "Longer away than usual since {0}: counts as silent.");
    public static readonly Text OnlyReturns = new("没有留下的购买。", "Nothing was bought and kept.");

    public static readonly Text ProductName = new("商品", "Product");
    public static readonly Text Code = new("编码", "Code");
    public static readonly Text Quantity = new("数量", "Quantity");
    public static readonly Text UnitPrice = new("单价", "Unit price");
    public static readonly Text Amount = new("金额", "Amount");
    public static readonly Text Store = new("门店", "Store");
    public static readonly Text Staff = new("导购", "Served by");
    public static readonly Text OrderedAt = new("下单", "Ordered");
    public static readonly Text Returned = new("退回", "Returned");
    public static readonly Text Supply = new("预计用到", "Should last until");
    public static readonly Text ReturnOf = new("退的是", "Returns");
    public static readonly Text CameBack = new("退货", "Came back");
    public static readonly Text LinesOf = new("{0} 项", "{0} lines");

    public static string Title(bool isReturn, string number, Language language) => (isReturn ? Return : Order).In(language, number);

    /// <summary>Thousandths as a number without needless decimals.</summary>
    public static string Count(long quantityMilli) => (quantityMilli / 1000m).ToString("#,##0.###", CultureInfo.InvariantCulture);

    /// <summary>The first products in a line.</summary>
    public static string Products(OrderGlance order, Language language)
    {
        var names = string.Join(language == Language.Chinese ? "、" : ", ", order.Lines.Select(line => Line.In(language, line.Product, Count(Math.Abs(line.QuantityMilli)))));
        return order.LineCount > order.Lines.Count ? $"{names} {(language == Language.Chinese ? "" : "· ")}{MoreLines.In(language, Formats.Number(order.LineCount))}" : names;
    }
}
