using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Card;

internal static class CardTexts
{
    public static readonly Text Call = new("打电话", "Call");
    public static readonly Text Message = new("发短信", "Text");
    public static readonly Text Edit = new("修改", "Edit");
    public static readonly Text EditAbout = new("修改资料", "Edit what is known");
    public static readonly Text EditDates = new("修改特殊日子", "Edit special dates");
    public static readonly Text EditWishes = new("修改联系意愿", "Edit wishes");
    public static readonly Text Address = new("地址", "Address");
    public static readonly Text Since = new("（{0} 年起）", "(since {0})");
    public static readonly Text ConsentedOn = new("{0}同意", "agreed on {0}");
    public static readonly Text ConsentWords = new("同意的条文", "What they agreed to");
    public static readonly Text NotAskedConsent = new("还没有问过", "not asked yet");
    public static readonly Text FromHour = new("{0} 以后", "from {0}");
    public static readonly Text UntilHour = new("{0} 以前", "until {0}");
    public static readonly Text About = new("资料", "About");
    public static readonly Text Email = new("邮箱", "E-mail");
    public static readonly Text Number = new("客户编号", "Customer number");
    public static readonly Text Salutation = new("称呼", "Called");
    public static readonly Text Tier = new("等级", "Tier");
    public static readonly Text Source = new("来源", "Came by");
    public static readonly Text Language = new("语言", "Language");
    public static readonly Text Wishes = new("联系意愿", "Wishes");
    public static readonly Text PreferredDays = new("方便的日子", "Good days");
    public static readonly Text AnyDay = new("没有特别要求", "No special wish");
    public static readonly Text NotAsked = new("未登记", "Not known");
    public static readonly Text Company = new("公司", "The company");
    public static readonly Text DoNotContact = new("客户要求不再联系。", "Asked not to be contacted.");
    public static readonly Text DoNotContactSince = new("{0}起，客户要求不再联系。", "Asked not to be contacted, on {0}.");
    public static readonly Text Because = new("原因：{0}。", " Reason: {0}.");
    public static readonly Text PhoneWrong = new("这个号码打不通，下次见面时请核对。", "This number does not reach them; please ask when you next meet.");
    public static readonly Text PhoneRefused = new("客户不愿接电话，请用其他方式。", "Does not want calls; please use another way.");
    public static readonly Text Refused = new("回访时表示拒绝", "refused when contacted");
    public static readonly Text NextOn = new("下次 {0}（{1}）", "next on {0} ({1})");
    public static readonly Text YearsThen = new("，第 {0} 年", ", year {0}");
    public static readonly Text AgeThen = new("，满 {0} 岁", ", turning {0}");
    public static readonly Text SpecialDates = new("特殊日子", "Special dates");

    public static readonly Text History = new("往来", "History");
    public static readonly Text AllKinds = new("全部", "All");
    public static readonly Text Kinds = new("往来的种类", "Kinds of history");
    public static readonly Text Earlier = new("更早的", "Earlier");
    public static readonly Text NewestFirst = new("回到最新", "Back to the newest");
    public static readonly Text NoHistory = new("这里还没有记录。", "Nothing here yet.");

    /// <summary>Words that will stand inside a sentence.</summary>
    public static string WithoutStop(string words) => words.TrimEnd('.', '。');
}
