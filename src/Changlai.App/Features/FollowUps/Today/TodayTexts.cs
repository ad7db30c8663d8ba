using Changlai.Core.Values;

namespace Changlai.App.Features.FollowUps.Today;

internal static class TodayTexts
{
    public static readonly Text Title = new("今日", "Today");
    public static readonly Text Purpose = new("{0}，今天该联系的客户，最要紧的在前。", "{0}: whom to contact today, the most important first.");
    public static readonly Text Left = new("还剩 {0} 位", "{0} left");
    public static readonly Text Late = new("其中 {0} 位已迟", "{0} of them late");
    public static readonly Text Done = new("今天已记 {0} 次", "{0} recorded today");
    public static readonly Text Progress = new("今天的进度", "Today's progress");
    public static readonly Text DaysLate = new("迟 {0} 天", "{0} d late");
    public static readonly Text CallBackAt = new("约好 {0}", "Call back {0}");
    public static readonly Text Tries = new("打过 {0} 次", "tries: {0}");
    public static readonly Text AtStake = new("关系到 {0}", "{0} at stake");
    public static readonly Text CallNow = new("打给{0}：{1}", "Call {0}: {1}");
    public static readonly Text Text = new("发短信", "Send a text");
    public static readonly Text NoPhone = new("没有电话", "No phone number");
    public static readonly Text List = new("今天的名单", "Today's list");
    public static readonly Text BackToList = new("回到名单", "Back to the list");
    public static readonly Text Shown = new("本页 {0} 位，共 {1} 位", "{0} here of {1}");
    public static readonly Text Team = new("团队", "Team");
    public static readonly Text Whose = new("谁的", "Whose");
    public static readonly Text Mine = new("我的", "Mine");
    public static readonly Text Everyone = new("所有人", "Everyone");
    public static readonly Text Nobody = new("无人负责", "Nobody's");
    public static readonly Text Store = new("门店", "Store");
    public static readonly Text EveryStore = new("所有门店", "Every store");
    public static readonly Text Show = new("看", "Show");

    public static readonly Text AllDone = new("今天都联系完了", "All done for today");
    public static readonly Text NextOn = new("下一批在{0}。", "The next are due on {0}.");
    public static readonly Text NothingAhead = new("往后五周也没有安排。", "Nothing is planned for the coming five weeks either.");
    public static readonly Text NoPlanYet = new("还没有安排", "Nothing is planned yet");
    public static readonly Text NoPlanYetWords = new("导入订单后，常来会算出该联系谁、什么时候、说什么。", "Once orders are imported, Changlai works out whom to contact, when, and about what.");
    public static readonly Text ImportOrders = new("导入订单", "Import orders");
    public static readonly Text SeePlans = new("看看计划", "See the plans");
    public static readonly Text SeeEveryone = new("看全店的", "See everyone's");

    public static readonly Text OpenComplaint = new("有投诉未解决：先道歉、先听，不要推销。", "A complaint is open: apologise and listen first, sell nothing.");
    public static readonly Text NoWordsYet = new("（还没有记下原话）", "(the words were not noted)");
    public static readonly Text PhoneIsWrong = new("电话号码不对，请先问到正确的。", "The phone number is wrong; ask for the right one first.");
    public static readonly Text PhoneIsRefused = new("客户不愿接电话。", "The customer does not want calls.");
    public static readonly Text IsDoNotContact = new("客户要求不再联系。", "The customer asked not to be contacted.");
    public static readonly Text Prefers = new("喜欢在{0}接电话", "Likes calls on {0}");
    public static readonly Text Refuses = new("客户拒绝：{0}。", "Refuses: {0}.");
    public static readonly Text NotAtWork = new("不要打到客户单位。", "Never call at work.");
    public static readonly Text NotAtWorkNumber = new("这是单位电话，客户要求不要打到单位。", "This is the number at work, where the customer asked never to be called.");
    public static readonly Text Say = new("怎么说", "What to say");
    public static readonly Text DoNotSay = new("不要说", "What not to say");
    public static readonly Text WhyNow = new("为什么是今天，关系到什么？", "Why today, and what is at stake?");
    public static readonly Text Bought = new("买过什么", "What they bought");
    public static readonly Text Summary = new("{0} 单，共 {1}，自{2}起", "Orders: {0}, {1} in all, since {2}");
    public static readonly Text Rhythm = new("约 {0} 天一次", "about every {0} days");
    public static readonly Text Expected = new("预计{0}再来", "expected {0}");
    public static readonly Text NeverBought = new("还没有买过。", "Has not bought yet.");
    public static readonly Text Returned = new("退货", "returned");
    public static readonly Text AndMore = new("等 {0} 样", "and more, {0} in all");
    public static readonly Text Contacts = new("上几次联系", "Last contacts");
    public static readonly Text Has = new("有我们的什么", "Has from us");
    public static readonly Text NeverContacted = new("还没有联系过。", "Has not been contacted yet.");

    public static readonly Text Outcome = new("结果", "What came of it");
    public static readonly Text Mood = new("客户心情", "The customer's mood");
    public static readonly Text MoodUnknown = new("说不准", "Could not tell");
    public static readonly Text Note = new("记一句", "Note");
    public static readonly Text NoteHint = new("客户的原话、需要、下一步。有投诉时，写下原话。", "The customer's own words, what they need, what comes next. For a complaint, their words.");
    public static readonly Text CallBackDay = new("约好哪天再打", "Call back on");
    public static readonly Text CallBackTime = new("几点", "At");
    public static readonly Text Recorded = new("{0}：{1}", "{0}: {1}");
    public static readonly Text NotOpen = new("这次回访已经结束：{0}", "This follow-up is closed: {0}");
    public static readonly Text ClosedOn = new("{0}，{1}", "{0}, {1}");
    public static readonly Text PlannedFor = new("安排在{0}", "Planned for {0}");
}
