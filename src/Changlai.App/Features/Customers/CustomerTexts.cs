using Changlai.Core.Values;

namespace Changlai.App.Features.Customers;

internal static class CustomerTexts
{
    public static readonly Text Customers = new("客户", "Customers");
    public static readonly Text New = new("新客户", "New customer");
    public static readonly Text Purpose = new("找到一位客户，或者看看谁快该来了、谁很久没来。", "Find a customer, or see who is due and who has stayed away.");
    public static readonly Text Show = new("显示", "Show");
    public static readonly Text All = new("全部", "All");
    public static readonly Text DueSoon = new("两周内该来", "Due within two weeks");
    public static readonly Text Silent = new("沉默", "Silent");
    public static readonly Text NewThisMonth = new("本月新客", "New this month");
    public static readonly Text Sort = new("排序", "Sort");
    public static readonly Text SortNewest = new("最近登记", "Latest registered");
    public static readonly Text SortLastOrder = new("最近购买", "Latest order");
    public static readonly Text SortTotal = new("累计金额", "Highest total");
    public static readonly Text Owner = new("负责人", "Owner");
    public static readonly Text Everyone = new("所有人的", "Everyone’s");
    public static readonly Text Mine = new("我负责的", "Mine");
    public static readonly Text Store = new("门店", "Store");
    public static readonly Text AllStores = new("所有门店", "All stores");
    public static readonly Text Apply = new("应用", "Apply");

    public static readonly Text Name = new("姓名", "Name");
    public static readonly Text Phone = new("电话", "Phone");
    public static readonly Text Orders = new("订单", "Orders");
    public static readonly Text LastOrder = new("最近购买", "Last order");
    public static readonly Text NextPurchase = new("预计下次", "Next expected");
    public static readonly Text Total = new("累计", "Total");
    public static readonly Text DoNotContact = new("勿联系", "Do not contact");
    public static readonly Text ByOrder = new("订单 {0}", "Order {0}");

    public static readonly Text Results = new("查找“{0}”", "Find “{0}”");
    public static readonly Text Found = new("找到 {0} 位客户，最像的在前。", "{0} customers, the closest first.");
    public static readonly Text FoundOne = new("找到 1 位客户。", "1 customer.");
    public static readonly Text FoundMany = new("最像的 {0} 位在前，再多输入几个字会更准。", "The closest {0}. A few more letters narrow it down.");
    public static readonly Text FoundNone = new("没有找到", "Nothing found");
    public static readonly Text FoundNoneWords = new(
        "可以输入姓名的任何一部分、拼音或首字母、电话中连续的三位以上、卡号或客户编号、地址、邮箱，或完整的订单号。",
        "Type any part of a name, pinyin or its initials, three or more digits of a phone, a card or customer number, an address, an e-mail, or a whole order number.");
    public static readonly Text ShowAll = new("看全部客户", "Show all customers");
    public static readonly Text AllResults = new("看全部结果", "See all results");
    public static readonly Text None = new("还没有客户", "No customers yet");
    public static readonly Text NoneWords = new("从收银系统或表格里导入，或者先录入一位。", "Import them from your till or a spreadsheet, or enter the first one.");
    public static readonly Text Duplicates = new("可能重复", "Duplicates");
    public static readonly Text Handover = new("交接", "Handover");
    public static readonly Text Needs = new("需求", "Needs");
    public static readonly Text Completeness = new("完整度", "Completeness");
    public static readonly Text Import = new("导入订单", "Import orders");
    public static readonly Text NoneHere = new("这里没有客户", "Nobody here");
    public static readonly Text NoneInSegment = new("目前没有客户符合这个细分的条件。", "Nobody fits this segment at present.");
    public static readonly Text OpenSegment = new("看细分的条件", "See its conditions");
    public static readonly Text Export = new("导出 CSV", "Export CSV");
    public static readonly Text NoneHereWords = new("换一个筛选条件看看。", "Try another filter.");
}
