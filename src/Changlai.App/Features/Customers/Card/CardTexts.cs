using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Card;

internal static class CardTexts
{
    public static readonly Text Call = new("打电话", "Call");
    public static readonly Text Message = new("发短信", "Text");
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

    public static Text DateKind(string code) => code switch
    {
        "birthday" => new("生日", "Birthday"),
        "wedding" => new("结婚纪念日", "Wedding"),
        "spouse-birthday" => new("配偶生日", "Spouse’s birthday"),
        "child-birthday" => new("孩子生日", "Child’s birthday"),
        "first-purchase" => new("第一次购买", "First purchase"),
        _ => new(code, code),
    };

    public static Text SourceName(string code) => code switch
    {
        "walk-in" => new("自己上门", "Walked in"),
        "referral" => new("朋友介绍", "A friend’s introduction"),
        "advertising" => new("广告", "Advertising"),
        "own-development" => new("自己开发", "Our own effort"),
        "web" => new("网上", "The web"),
        "import" => new("导入", "Import"),
        _ => new(code, code),
    };

    public static Text TierName(string code) => code switch
    {
        "standard" => new("普通", "Standard"),
        "silver" => new("银卡", "Silver"),
        "gold" => new("金卡", "Gold"),
        "diamond" => new("钻石", "Diamond"),
        _ => new(code, code),
    };

    public static Text LanguageName(string code) => code switch
    {
        "zh" => new("中文", "Chinese"),
        "en" => new("英文", "English"),
        _ => new(code, code),
    };
}
