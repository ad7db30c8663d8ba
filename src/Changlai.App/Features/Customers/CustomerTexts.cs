using Changlai.Core.Values;

namespace Changlai.App.Features.Customers;

internal static class CustomerTexts
{
    public static readonly Text Title = new("客户", "Customers");
    public static readonly Text Purpose = new("找到一位客户，或者看看谁快要再来、谁好久没来。", "Find a customer, or see who is expected soon and who has stayed away.");
    public static readonly Text Found = new("「{0}」找到 {1} 位", "{1} found for “{0}”");
    public static readonly Text All = new("全部", "All");
    public static readonly Text Recent = new("最近买过", "Bought lately");
    public static readonly Text Expected = new("快要再来", "Expected soon");
    public static readonly Text Silent = new("好久没来", "Stayed away");
    public static readonly Text View = new("看哪些客户", "Which customers");
    public static readonly Text Name = new("客户", "Customer");
    public static readonly Text Phone = new("电话", "Phone");
    public static readonly Text Number = new("编号", "Number");
    public static readonly Text Store = new("门店", "Store");
    public static readonly Text Owner = new("负责人", "Owner");
    public static readonly Text Orders = new("订单", "Orders");
    public static readonly Text Total = new("累计", "Total");
    public static readonly Text LastOrder = new("上次购买", "Last order");
    public static readonly Text NextPurchase = new("预计再来", "Expected again");
    public static readonly Text NobodyFound = new("没有找到「{0}」", "Nothing found for “{0}”");
    public static readonly Text FindOtherwise = new("换姓名的一个字、拼音首字母、电话的几位数字或订单号试试。", "Try one character of the name, pinyin initials, a few digits of the phone, or an order number.");
    public static readonly Text Nobody = new("这里还没有客户", "No customers here yet");
    public static readonly Text ImportFirst = new("导入订单历史，客户就会出现在这里。", "Import an order history and its customers appear here.");
    public static readonly Text Import = new("导入订单", "Import orders");
    public static readonly Text Company = new("公司", "The company");
    public static readonly Text Facts = new("资料", "About");
    public static readonly Text Tier = new("等级", "Tier");
    public static readonly Text Email = new("电子邮件", "E-mail");
    public static readonly Text Wishes = new("联系意愿", "Contact wishes");
    public static readonly Text PreferredDays = new("喜欢在{0}联系", "Likes to be contacted on {0}");
    public static readonly Text DoNotContact = new("不要联系", "Do not contact");
    public static readonly Text PhoneWrong = new("电话号码不对", "Wrong phone number");
    public static readonly Text PhoneRefused = new("不愿接电话", "Does not want calls");
    public static readonly Text NoWishes = new("没有特别的要求", "No special wishes");
    public static readonly Text SpecialDates = new("特殊日子", "Special dates");
    public static readonly Text NextOn = new("{0}，下一次 {1}", "{0}, next on {1}");
    public static readonly Text Birthday = new("生日", "Birthday");
    public static readonly Text Wedding = new("结婚纪念日", "Wedding");
    public static readonly Text Timeline = new("时间线", "Timeline");
    public static readonly Text TimelineEmpty = new("还没有记录", "Nothing recorded yet");
    public static readonly Text TimelineKinds = new("看哪一类", "Which kind");
    public static readonly Text Call = new("打电话", "Call");
    public static readonly Text SendSms = new("发短信", "Text");

    public static Text SpecialDate(string kind) => kind switch
    {
        "birthday" => Birthday,
        "wedding" => Wedding,
        _ => new Text(kind, kind),
    };
}
