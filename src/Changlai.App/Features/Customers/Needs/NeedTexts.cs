using Changlai.App.Features.Customers.Contracts;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Needs;

internal static class NeedTexts
{
    public static readonly Text Title = new("客户的需求", "What customers ask for");
    public static readonly Text Purpose = new("近一年客户问过、想要的东西：哪种产品、在哪里问得多。", "What customers asked for within a year: for which product, and where.");
    public static readonly Text Needs = new("需求", "Needs");
    public static readonly Text None = new("还没有记下需求。", "Nothing noted yet.");
    public static readonly Text NoneHere = new("这里没有需求", "No needs here");
    public static readonly Text NoneHereWords = new("在客户卡上把客户问过的、想要的记下来，就会汇总到这里。", "Note on a customer’s card what they ask for, and it is gathered here.");
    public static readonly Text Add = new("记一个需求", "Note a need");
    public static readonly Text Words = new("客户想要什么，用客户的话", "What they ask for, in their words");
    public static readonly Text Product = new("和哪个产品有关", "About which product");
    public static readonly Text ProductHint = new("可以不填；填产品名称或编号。", "Its name or code, if any.");
    public static readonly Text Save = new("记下", "Note it");
    public static readonly Text Saved = new("需求已记下。", "The need is noted.");
    public static readonly Text Changed = new("需求已更新。", "The need is brought up to date.");
    public static readonly Text MetTold = new("已满足。会安排一次回访，把好消息告诉客户。", "Met. A contact is planned to tell the customer.");
    public static readonly Text NoteOpen = new("问过：{0}", "Asked for: {0}");
    public static readonly Text NoteMet = new("问过的现在有了：{0}", "Asked for, and there now: {0}");
    public static readonly Text NoteAnswered = new("{0}（答复：{1}）", "{0} (answer: {1})");
    public static readonly Text Answer = new("怎么答复客户", "What to tell the customer");
    public static readonly Text AnswerTo = new("对“{0}”的答复", "Answer to “{0}”");
    public static readonly Text AnswerHint = new("“已答复”必须写；别人联系客户时会看到。", "Needed for “Answered”; whoever contacts the customer next sees it.");
    public static readonly Text NoAnswer = new("请写下答复了什么，例如：三月到货，到时通知您。", "Please write down the answer, for example: in stock in March, we will let you know.");
    public static readonly Text AnswerWas = new("答复：{0}", "Answer: {0}");
    public static readonly Text ChangeTitle = new("更新需求", "Bring the need up to date");
    public static readonly Text TimelineAsked = new("问过：{0}", "Asked for: {0}");
    public static readonly Text State = new("状态", "State");
    public static readonly Text StateOf = new("“{0}”的状态", "State of “{0}”");
    public static readonly Text Change = new("更新", "Update");
    public static readonly Text AnyState = new("全部", "All");
    public static readonly Text Open = new("还没满足", "Not met yet");
    public static readonly Text Empty = new("请写下客户想要什么。", "Please write down what they ask for.");
    public static readonly Text Long = new("最多 {0} 个字，现在是 {1} 个。", "At most {0} characters; these are {1}.");
    public static readonly Text NoProduct = new("没有叫这个名称或编号的产品；可以留空。", "No product has this name or code; it may be left empty.");
    public static readonly Text NoState = new("请从列表里选一个状态。", "Please choose a state of the list.");
    public static readonly Text ByProduct = new("按产品", "By product");
    public static readonly Text ByStore = new("按门店", "By store");
    public static readonly Text ByRegion = new("按区域", "By region");
    public static readonly Text NoProductNamed = new("没有指明产品", "No product named");
    public static readonly Text NoRegion = new("区域未知", "Region unknown");
    public static readonly Text NoStore = new("未定门店", "No store");
    public static readonly Text Asked = new("问过", "Asked");
    public static readonly Text Met = new("已满足", "Met");
    public static readonly Text Customer = new("客户", "Customer");
    public static readonly Text Noted = new("记于", "Noted");
    public static readonly Text Cases = new("具体的", "The cases");
    public static readonly Text What = new("是什么", "What");

    /// <summary>In the order in which a need goes through them.</summary>
    public static readonly IReadOnlyList<Coded> States =
    [
        new("noted", new("已记下", "Noted")), new("passed-on", new("已转达", "Passed on")), new("answered", new("已答复", "Answered")), new(StoredNeed.Met, new("已满足", "Met")),
    ];
}
