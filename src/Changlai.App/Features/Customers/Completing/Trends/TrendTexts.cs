using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Completing.Trends;

internal static class TrendTexts
{
    public static readonly Text Title = new("资料完整度的变化", "How much we know, over time");
    public static readonly Text Purpose = new("资料空着，往往是客户还没有信任我们。看每位负责人的客户告诉了我们多少。", "An empty card is a sign that the customer does not trust us yet. How much each owner’s customers have told us.");
    public static readonly Text PurposeOwn = new("资料空着，往往是客户还没有信任我们。看您的客户告诉了您多少。", "An empty card is a sign that the customer does not trust us yet. How much your customers have told you.");
    public static readonly Text Store = new("门店", "Store");
    public static readonly Text AllStores = new("所有门店", "All stores");
    public static readonly Text Apply = new("应用", "Apply");
    public static readonly Text Owner = new("负责人", "Owner");
    public static readonly Text Company = new("公司", "The company");
    public static readonly Text Gone = new("已不在的员工", "Somebody who has left");
    public static readonly Text NoStore = new("未定门店", "No store");
    public static readonly Text Cards = new("客户", "Customers");
    public static readonly Text Now = new("现在", "Now");
    public static readonly Text Before = new("四周前", "Four weeks ago");
    public static readonly Text Change = new("变化", "Change");
    public static readonly Text NotYet = new("还没有", "Not yet");
    public static readonly Text Trend = new("平均完整度（满分 100）", "Mean completeness (of 100)");
    public static readonly Text TrendOf = new("{0}的客户，平均完整度（满分 100）", "{0}: mean completeness (of 100)");
    public static readonly Text Everybody = new("所有负责人", "All owners");
    public static readonly Text Week = new("哪一周", "Week of");
    public static readonly Text Mean = new("平均分", "Mean score");
    public static readonly Text Taken = new("每天统计一次，最近一次是 {0}；每周留下最后一次的数字。", "Counted once a day, last on {0}; the last figure of each week is kept.");
    public static readonly Text NoneYet = new("还没有统计过", "Nothing counted yet");
    public static readonly Text NoneYetWords = new("程序运行时每天会统计一次，稍后再来看。", "It is counted once a day while the program runs; look again later.");
    public static readonly Text NobodyHere = new("这里还没有客户", "No customers here yet");
    public static readonly Text NobodyHereWords = new("有了负责的客户，就会看到他们的资料完整度。", "Once there are customers in somebody’s care, how much is known of them shows here.");
    public static readonly Text Changed = new(
        "从 {0} 那一周起，按改过的分量或自定义字段计算。更早的数字保持当时的算法，没有重算，所以前后不能直接相比。",
        "From the week of {0} on, changed weights or fields are used. Earlier figures stay as they were counted then; they were not worked out anew, so the two cannot be compared directly.");
    public static readonly Text NotComparable = new("“四周前”是按另外的分量计算的，变化只供参考。", "“Four weeks ago” was counted by other weights; the change is a hint only.");
    public static readonly Text ToWeights = new("调整各项的分量", "Change the weights");
}
