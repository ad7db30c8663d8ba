using Changlai.Core.Values;

namespace Changlai.App.Features.FollowUps.Plans;

internal static class PlanTexts
{
    public static readonly Text Title = new("计划", "Plans");
    public static readonly Text Purpose = new("什么时候、因为什么事、联系哪些客户；往后五周有多忙。", "Whom to contact when, and about what; and how busy the coming five weeks are.");
    public static readonly Text Store = new("门店", "Store");
    public static readonly Text EveryStore = new("所有门店", "Every store");
    public static readonly Text Show = new("看", "Show");
    public static readonly Text Load = new("往后 35 天的工作量", "The load of the coming 35 days");
    public static readonly Text LoadWords = new("颜色越深越满；红框是人手不够。点某一天看名单。", "Darker is fuller; a red frame means more than there is time for. Open a day to see who.");
    public static readonly Text NothingYet = new("还没有安排", "Nothing is planned yet");
    public static readonly Text NothingYetWords = new("导入订单后，这里会看到每天要联系多少位客户。", "Once orders are imported, you see here how many contacts each day holds.");
    public static readonly Text Import = new("导入订单", "Import orders");
    public static readonly Text On = new("开", "On");
    public static readonly Text Off = new("关", "Off");
    public static readonly Text SwitchOn = new("启用", "Switch on");
    public static readonly Text SwitchOff = new("停用", "Switch off");
    public static readonly Text SwitchOnOf = new("启用：{0}", "Switch on: {0}");
    public static readonly Text SwitchOffOf = new("停用：{0}", "Switch off: {0}");
    public static readonly Text SwitchedOn = new("「{0}」已启用，一两分钟后排好。", "“{0}” is on; it is planned within a minute or two.");
    public static readonly Text SwitchedOff = new("「{0}」已停用，还没做的回访会在一两分钟内取消，记录都保留。", "“{0}” is off; what is not done yet is cancelled within a minute or two, and all records are kept.");
    public static readonly Text Planned = new("已排", "Planned");
    public static readonly Text PlannedBeside = new("往后 35 天", "coming 35 days");
    public static readonly Text Done = new("已做", "Done");
    public static readonly Text DoneBeside = new("过去 35 天", "last 35 days");
    public static readonly Text HeldOut = new("对照组", "Control group");
    public static readonly Text HeldOutBeside = new("{0}% 特意不联系，用来比较效果", "{0}% left alone on purpose, to measure the effect");
    public static readonly Text NoHeldOut = new("这个计划不留对照组", "this plan keeps no control group");
    public static readonly Text NotPlaced = new("没排上", "Not placed");
    public static readonly Text NotPlacedBeside = new("人手或联系间隔不允许", "no time, or too close to another contact");
    public static readonly Text Figures = new("往后 35 天：已排 {0} · 没排上 {1} · 对照 {2}；过去 35 天已做 {3}", "Coming 35 days: {0} planned · {1} not placed · {2} held out; last 35 days: {3} done");
    public static readonly Text Steps = new("步骤", "Steps");
    public static readonly Text Either = new("{0}；可早 {1} 天、晚 {2} 天", "{0}; up to {1} d earlier or {2} d later");
    public static readonly Text OnlyLater = new("{0}；可晚 {2} 天", "{0}; up to {2} d later");
    public static readonly Text AfterOrder = new("下单后第 {0} 天", "day {0} after the order");
    public static readonly Text BeforeNext = new("预计再买前 {0} 天", "{0} days before the next purchase is expected");
    public static readonly Text WhenSilent = new("一到沉默期就联系", "as soon as the customer counts as silent");
    public static readonly Text AfterSilent = new("进入沉默期后第 {0} 天", "day {0} of the silence");
    public static readonly Text Audience = new("给哪些客户", "Whom it is for");
    public static readonly Text AudienceWords = new("选一个客户细分，计划就只联系其中的客户；已经交给同事的回访不撤回。换了以后一两分钟内重新排。",
        "Choose a segment and the plan contacts its customers only; what colleagues have been shown already stays. It is planned anew within a minute or two.");
    public static readonly Text Everybody = new("所有客户", "Every customer");
    public static readonly Text ChooseAudience = new("就给他们", "Use it");
    public static readonly Text ForEverybodyNow = new("「{0}」现在给所有客户，一两分钟后排好。", "“{0}” is for every customer now; it is planned within a minute or two.");
    public static readonly Text ForAudienceNow = new("「{0}」现在只给“{1}”，一两分钟后排好。", "“{0}” is for “{1}” only now; it is planned within a minute or two.");
    public static readonly Text NoSuchAudience = new("没有改动：这个细分不在了、没有共享，或者条件取决于回访安排，不能用来排计划。",
        "Nothing was changed: this segment is gone, is not shared, or asks for planned follow-ups, which a plan cannot rest on.");
    public static readonly Text OpenAudience = new("看这个细分", "See the segment");
    public static readonly Text WhenMet = new("需求满足的当天", "the day the need is met");
    public static readonly Text AfterMet = new("需求满足后第 {0} 天", "day {0} after the need is met");
    public static readonly Text Say = new("怎么说", "What to say");
    public static readonly Text DoNotSay = new("不要说", "What not to say");
    public static readonly Text You = new("张女士", "Ms Zhang");
    public static readonly Text Whom = new("往后 35 天联系多少位", "Whom it contacts in the coming 35 days");
    public static readonly Text Sells = new("请客户再买：有投诉未解决时不打扰。", "It asks for a purchase, so an open complaint silences it.");
    public static readonly Text Cares = new("只关心，不推销。", "It cares and does not sell.");
    public static readonly Text EndsWithOrder = new("客户再下单，旧的就不再跟，从新订单算起。", "A new order takes the place of the old one.");
    public static readonly Text DayTitle = new("{0}的安排", "Planned for {0}");
    public static readonly Text DayPurpose = new("共 {0} 位，价值高的在前。", "{0} in all, the most valuable first.");
    public static readonly Text DayCut = new("共 {0} 位，下面是最要紧的 {1} 位。", "{0} in all; these are the {1} that matter most.");
    public static readonly Text DayEmpty = new("这一天没有安排", "Nothing is planned for this day");
    public static readonly Text DayEmptyWords = new("有订单的客户会按计划排进往后 35 天里。", "Customers with orders find their day within the coming 35 days, plan by plan.");
    public static readonly Text OtherDays = new("看别的日子", "See the other days");
    public static readonly Text Customer = new("客户", "Customer");
    public static readonly Text Plan = new("计划", "Plan");
    public static readonly Text Person = new("谁来做", "By");
    public static readonly Text Nobody = new("还没有人", "nobody yet");
    public static readonly Text Value = new("关系到", "At stake");
    public static readonly Text Why = new("为什么", "Why");
}
