using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Card;

internal static class CardTexts
{
    public static readonly Text Title = new("客户", "Customers");
    public static readonly Text All = new("全部", "All");
    public static readonly Text Phone = new("电话", "Phone");
    public static readonly Text Number = new("编号", "Number");
    public static readonly Text Store = new("门店", "Store");
    public static readonly Text Owner = new("负责人", "Owner");
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
