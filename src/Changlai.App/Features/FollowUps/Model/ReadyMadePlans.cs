using Changlai.Core.Values;

namespace Changlai.App.Features.FollowUps.Model;

/// <summary>The plans a shop has from the first day. {0} in a script is the customer's name as it is said aloud.</summary>
internal static class ReadyMadePlans
{
    private static readonly Text NoSelling = new("这通电话不推销；对方不方便时先约时间，不要硬讲。", "Do not sell on this call; if it is a bad moment, agree on another.");
    private static readonly Text NoPressure = new("不要催促，也不要说「再不买就没有了」。", "Do not press, and do not say that stock is about to run out.");
    private static readonly Text NoBlame = new("不要问「怎么不来了」，不要让对方觉得欠了人情。", "Do not ask why they stayed away; nobody should feel they owe us anything.");

    public static readonly Plan Thanks = new(
        "thanks", new("次日致谢", "Thanks the next day"), new("下单第二天，谢谢每一位客户。", "On the day after an order, thank each customer."),
        Trigger.OrderPlaced, Priority: 45, HoldoutPercent: 0, Sells: false, EndsWithNewOrder: false,
        [
            new("next-day", new("次日", "Next day"), 1, 0, 2, Channel.Sms, "thanks",
                new("感谢光临，并留下能找到我们的电话。", "Say thank you, and leave a number where we can be reached."),
                new("{0}，您好！谢谢您昨天光临。使用中有任何问题，随时打这个电话找我。祝您一切顺心。",
                    "Dear {0}, thank you for coming yesterday. If anything is not quite right, please ring me on this number. All the best."),
                NoSelling),
        ]);

    public static readonly Plan CareCall = new(
        "care-call", new("第五天回访", "Call on day 5"), new("下单第五天打一通电话：用得惯吗，有没有不明白的地方。", "A call on the fifth day: is it working well, is anything unclear?"),
        Trigger.OrderPlaced, Priority: 80, HoldoutPercent: 0, Sells: false, EndsWithNewOrder: true,
        [
            new("day-5", new("第 5 天", "Day 5"), 5, 1, 3, Channel.Phone, "care-call",
                new("确认开始使用，解答问题，记下需要。", "Make sure they have begun to use it, answer questions, note what they need."),
                new("{0}，您好，我是店里给您服务的同事，打扰您两分钟。上次带回去的东西用上了吗？感觉怎么样？有哪里不清楚，我给您讲讲。谢谢您接电话。",
                    "Good day {0}, this is your shop, may I take two minutes? Have you begun to use what you bought, and how do you find it? Is anything unclear? Thank you for taking the call."),
                NoSelling),
        ]);

    public static readonly Plan AfterSale = new(
        "after-sale", new("售后回访", "After-sale visits"), new("购买后一周、一个月、三个月、六个月，看看是否一切都好。", "One week, one month, three and six months after a purchase: is all well?"),
        Trigger.OrderPlaced, Priority: 50, HoldoutPercent: 0, Sells: false, EndsWithNewOrder: true,
        [
            AfterSaleStep("week-1", new("一周", "1 week"), 7, 1, 4),
            AfterSaleStep("month-1", new("一个月", "1 month"), 30, 3, 7),
            AfterSaleStep("month-3", new("三个月", "3 months"), 90, 5, 10),
            AfterSaleStep("month-6", new("六个月", "6 months"), 180, 7, 14),
        ]);

    public static readonly Plan Repurchase = new(
        "repurchase", new("用完之前提醒", "Before it runs out"), new("在产品用完之前提醒；买过三次以上的客户按自己的节奏。", "A reminder before the product runs out; after three purchases, in the customer's own rhythm."),
        Trigger.NextPurchaseNear, Priority: 90, HoldoutPercent: 5, Sells: true, EndsWithNewOrder: true,
        [
            new("before-empty", new("快用完时", "Nearly used up"), -5, 5, 4, Channel.Phone, "repurchase",
                new("提醒快用完了，问要不要准备下一次。", "Say that it will soon be used up, and ask whether to put the next aside."),
                new("{0}，您好，算着您上次带的快用完了。这次还照老样子给您留一份，还是想换换口味？您方便时来取，或者我给您送过去。",
                    "Good day {0}, by our reckoning what you took last time is nearly used up. Shall I put the same aside, or would you like something else? Collect it when it suits you, or I can send it."),
                NoPressure),
        ]);

    public static readonly Plan WinBack = new(
        "win-back", new("挽回沉默客户", "Win back the silent"), new("超过自己平常间隔还没来的客户，问候一声。", "A kind word for customers who have stayed away longer than is usual for them."),
        Trigger.Silent, Priority: 70, HoldoutPercent: 10, Sells: true, EndsWithNewOrder: true,
        [
            WinBackStep("first", new("第一次问候", "First word"), 0, 0, 14, "win-back-first",
                new("{0}，您好，好一阵没见到您了，打个电话问候一下。最近身体都好吗？上次的东西用得怎么样？有什么我们能做得更好的，您尽管说。",
                    "Good day {0}, we have not seen you for a while and I wanted to ask how you are. How did you get on with what you took last time? If there is anything we could do better, please say so.")),
            WinBackStep("second", new("第二次问候", "Second word"), 30, 5, 14, "win-back-second",
                new("{0}，您好，店里新到了几样东西，想到有一样也许合您的意。您方便时来坐坐，给您泡杯茶尝尝。",
                    "Good day {0}, some new things have come in and one of them made me think of you. Do drop in for a cup of tea when it suits you.")),
            WinBackStep("last", new("最后一次", "Last try"), 90, 5, 20, "win-back-last",
                new("{0}，您好，冒昧再问一句：是不是有哪里我们没做好？您的一句实话对我们很要紧。以后不想再接到电话，告诉我一声就好。",
                    "Good day {0}, may I ask once more: was there something we did not do well? An honest word would mean a lot to us. And if you would rather not be called again, just say so.")),
        ]);

    public static readonly Plan NeedMet = new(
        "need-met", new("想要的有了，告诉客户", "Tell them it is there"), new("客户问过的东西一有，就告诉客户。", "When something a customer asked for is there, they hear of it."),
        Trigger.NeedMet, Priority: 85, HoldoutPercent: 0, Sells: false, EndsWithNewOrder: false,
        [
            new("tell", new("告诉客户", "Tell them"), 0, 0, 7, Channel.Phone, "need-met",
                new("告诉客户：问过的东西有了。不必当场成交。", "Say that what they asked for is there; nothing needs to be bought on this call."),
                new("{0}，您好，您上次问起的，我们记着呢，现在有了。您什么时候方便，来看看，或者我给您说说？",
                    "Good day {0}, you asked us for something and we kept it in mind: it is here now. Would you like to see it when it suits you, or shall I tell you about it?"),
                NoSelling),
        ]);

    public static readonly IReadOnlyList<Plan> All = [Thanks, CareCall, AfterSale, Repurchase, WinBack, NeedMet];

    public static Plan? Find(string code) => All.FirstOrDefault(plan => plan.Code == code);

    private static PlanStep AfterSaleStep(string code, Text name, int offset, int before, int after) =>
        new(code, name, offset, before, after, Channel.Phone, $"after-sale-{code}",
            new($"购买后{name.Chinese}：是否一切都好。", $"{name.English} after the purchase: is all well?"),
            new("{0}，您好，您买的东西用了有一段时间了，想听听您的感受：效果满意吗？有没有要我们处理的地方？谢谢您。",
                "Good day {0}, you have had it for a while now and I would like to hear how it goes: are you content with it, is there anything we should see to? Thank you."),
            NoSelling);

    private static PlanStep WinBackStep(string code, Text name, int offset, int before, int after, string content, Text script) =>
        new(code, name, offset, before, after, Channel.Phone, content,
            new("问候近况，听听为什么没来，记下原因。", "Ask how they are, hear why they stayed away, note the reason."), script, NoBlame);
}
