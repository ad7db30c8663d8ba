using Changlai.App.Features.Customers.Contracts;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Consent;

internal static class ConsentTexts
{
    public static readonly Text Title = new("{0}的联系意愿", "Wishes of {0}");
    public static readonly Text Purpose = new("客户愿意怎样被联系，不愿意怎样。安排回访和一切发送都照此执行。", "How the customer wishes to be reached, and how not. Planning and all sending obey it.");
    public static readonly Text When = new("什么时候方便", "When it suits them");
    public static readonly Text Days = new("方便的日子（不选就是都可以）", "Good days (none chosen: any)");
    public static readonly Text From = new("从几点", "From");
    public static readonly Text Until = new("到几点", "Until");
    public static readonly Text How = new("用什么方式", "By which way");
    public static readonly Text Liked = new("喜欢的方式", "Ways they like");
    public static readonly Text Refused = new("拒绝的方式", "Ways they refuse");
    public static readonly Text NotAtWork = new("不要打到单位", "Never call at work");
    public static readonly Text DoNotContact = new("要求不再联系", "Asked not to be contacted at all");
    public static readonly Text Reason = new("不再联系的原因", "Why not");
    public static readonly Text Topics = new("感兴趣的话题", "Topics they like");
    public static readonly Text TopicsHint = new("用顿号或逗号分开，例如：新茶、养生。", "Apart by commas, such as: new teas, health.");
    public static readonly Text Privacy = new("隐私", "Privacy");
    public static readonly Text Consented = new("同意我们保存和使用其资料", "Agrees to our keeping and using what they told us");
    public static readonly Text Basis = new("凭什么改", "On what ground");
    public static readonly Text BasisHint = new("改了拒绝、不再联系或隐私同意时必填，永久留存。", "Needed when a refusal or a consent changes; it is kept for good.");
    public static readonly Text HeardBy = new("怎么得知的", "How we heard");
    public static readonly Text Wording = new("客户的原话，或同意的条文", "Their words, or the text agreed to");
    public static readonly Text Save = new("保存", "Save");
    public static readonly Text Cancel = new("取消", "Cancel");
    public static readonly Text Saved = new("联系意愿已保存。", "The wishes are saved.");
    public static readonly Text Choose = new("请选择", "Please choose");

    public static readonly Text NoHour = new("请填时间，例如 18:30。", "A time such as 18:30.");
    public static readonly Text HoursTurned = new("结束时间要晚于开始时间。", "The end must be later than the beginning.");
    public static readonly Text LikedAndRefused = new("同一种方式不能既喜欢又拒绝。", "A way cannot be liked and refused at once.");
    public static readonly Text NoReason = new("请写下不再联系的原因。", "Please write down why not.");
    public static readonly Text Long = new("最多 {0} 个字，现在是 {1} 个。", "At most {0} characters; these are {1}.");
    public static readonly Text ManyTopics = new("最多 {0} 个话题，每个不超过 {1} 个字。", "At most {0} topics of {1} characters each.");
    public static readonly Text NoSource = new("请选择是怎么得知的。", "Please choose how we heard of it.");
    public static readonly Text NoWording = new("请写下客户的原话或同意的条文，最多 {0} 个字。", "Please write down their words or the text agreed to, at most {0} characters.");

    /// <summary>How a wish reached us.</summary>
    public static readonly IReadOnlyList<Coded> Sources =
    [
        new("phone", new("电话里说的", "On the phone")), new("shop", new("到店说的", "In the shop")), new("sms", new("短信回复", "By text message")), new("wecom", new("企业微信", "On WeCom")),
        new("email", new("邮件", "By e-mail")), new("form", new("书面签字", "Signed on paper")), new("web", new("网上填写", "On a web page")), new("import", new("随资料导入", "Imported")),
    ];

    public static readonly Text Name = new("意愿与同意", "Wishes and consent");
    public static readonly Text EventRefused = new("拒绝{0}", "Refuses: {0}");
    public static readonly Text EventAllowed = new("重新同意{0}", "Allows again: {0}");
    public static readonly Text EventDoNotContact = new("要求不再联系", "Asked not to be contacted");
    public static readonly Text EventMayContact = new("重新同意联系", "May be contacted again");
    public static readonly Text EventConsented = new("同意隐私条款", "Agreed to the privacy wording");
    public static readonly Text EventWithdrawn = new("撤回隐私同意", "Withdrew the privacy consent");
}
