using Changlai.Core.Values;

namespace Changlai.App.Features.Orders.Products;

internal static class ProductTexts
{
    public static readonly Text Products = new("产品", "Products");
    public static readonly Text Purpose = new("卖什么、多少钱、一件用多久：预计下次购买就是从这里算出来的。", "What is sold, for how much, and how long one lasts: the next purchase is worked out from here.");
    public static readonly Text New = new("新产品", "New product");
    public static readonly Text NewPurpose = new("所有门店共用。", "Shared by all stores.");
    public static readonly Text ChangePurpose = new("改动对所有门店有效；成本从今后的订单起算。", "A change counts for all stores; a cost counts from the coming orders on.");
    public static readonly Text ReadOnly = new("产品由总部维护，这里只能查看。", "The head office keeps the products; here you can look.");
    public static readonly Text Find = new("编码或名称", "Code or name");
    public static readonly Text FindButton = new("查找", "Find");
    public static readonly Text Show = new("显示", "Show");
    public static readonly Text Sold = new("在售", "On sale");
    public static readonly Text Retired = new("已停售", "Retired");
    public static readonly Text Code = new("编码", "Code");
    public static readonly Text Name = new("名称", "Name");
    public static readonly Text Category = new("类别", "Category");
    public static readonly Text Currency = new("币种", "Currency");
    public static readonly Text Price = new("单价（{0}）", "Price ({0})");
    public static readonly Text Cost = new("成本（{0}）", "Cost ({0})");
    public static readonly Text PriceColumn = new("单价", "Price");
    public static readonly Text CostColumn = new("成本", "Cost");
    public static readonly Text CostHint = new("不填时，按售价的三成估算毛利。", "Left empty, the margin counts as 30% of the price.");
    public static readonly Text Warranty = new("保修期", "Warranty");
    public static readonly Text UsefulLife = new("建议更换期", "Useful life");
    public static readonly Text UsefulLifeHint = new("用了这么久，就该和客户谈谈换新。", "After so long, a new one should be talked about.");
    public static readonly Text Unit = new("单位", "Unit");
    public static readonly Text Months = new("个月", "months");
    public static readonly Text Days = new("天", "days");
    public static readonly Text Cycle = new("一件能用多少天", "Days that one lasts");
    public static readonly Text CycleColumn = new("能用", "Lasts");
    public static readonly Text CycleHint = new("例如一盒茶 30 天。改了以后，买过的客户会重新算出下次购买的日子。", "A box of tea: 30. When it changes, the next purchase of everybody who bought it is worked out anew.");
    public static readonly Text Course = new("疗程", "Care course");
    public static readonly Text CourseHint = new("按疗程卖的服务填这两项，例如 10 次、每 7 天一次。", "For services sold as a course, such as 10 sessions, one every 7 days.");
    public static readonly Text Sessions = new("次数", "Sessions");
    public static readonly Text SessionEvery = new("隔几天一次", "Days between two");
    public static readonly Text CourseOf = new("{0} 次，每 {1} 天一次", "{0} sessions, every {1} days");
    public static readonly Text DaysOf = new("{0} 天", "{0} days");
    public static readonly Text Retire = new("停售", "Retire");
    public static readonly Text RetireHint = new("停售后录入订单时不再出现；以前的订单不变。", "A retired product is no longer offered when orders are entered; earlier orders stay.");
    public static readonly Text SellAgain = new("恢复销售", "Sell again");
    public static readonly Text Recalculating = new("正在重新计算买过它的客户下次购买的日子，稍后就好。", "The next purchase of everybody who bought this is being worked out anew; it takes a moment.");
    public static readonly Text Entered = new("已录入 {0}。", "{0} is entered.");
    public static readonly Text Changed = new("{0} 已更新。", "{0} is changed.");
    public static readonly Text ChangedCycle = new("{0} 已更新，买过它的客户正在重新计算。", "{0} is changed; those who bought it are being worked out anew.");
    public static readonly Text IsRetired = new("{0} 已停售。", "{0} is retired.");
    public static readonly Text IsSold = new("{0} 恢复销售。", "{0} is on sale again.");
    public static readonly Text None = new("还没有产品", "There are no products yet");
    public static readonly Text NoneWords = new("导入订单时会自动建好产品，也可以在这里录入。", "Importing orders brings their products along; or enter them here.");
    public static readonly Text FoundNone = new("没有找到这样的产品", "No product like this");
    public static readonly Text FoundNoneWords = new("换个编码或名称的一部分试试。", "Try another part of the code or name.");
    public static readonly Text ShowAll = new("看全部产品", "Show all products");

    public static readonly Text CodeMissing = new("请填编码，例如 T101。", "Give a code, such as T101.");
    public static readonly Text CodeTaken = new("编码 {0} 已经是另一个产品的了，请换一个。", "The code {0} is another product’s; give another.");
    public static readonly Text NameMissing = new("请填名称。", "Give a name.");
    public static readonly Text CurrencyUnknown = new("请选门店使用的币种：{0}。", "Choose a currency that the stores use: {0}.");
    public static readonly Text CourseIncomplete = new("疗程要同时填次数和间隔天数。", "A course needs both the sessions and the days between two.");
}
