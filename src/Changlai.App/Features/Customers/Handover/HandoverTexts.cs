using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Handover;

internal static class HandoverTexts
{
    public static readonly Text Title = new("客户交接", "Handover");
    public static readonly Text Purpose = new("有人离职或换店时，把客户连同没做完的回访一次交给别人；一天内可以撤销。", "When somebody leaves or changes store, their customers and open follow-ups go to others in one step; it can be undone for a day.");
    public static readonly Text Whose = new("交出谁的客户", "Whose customers");
    public static readonly Text From = new("现在的负责人", "Owner now");
    public static readonly Text Anybody = new("不限", "Anybody");
    public static readonly Text Company = new("公司（没有负责人的）", "The company (nobody’s own)");
    public static readonly Text Store = new("门店", "Store");
    public static readonly Text AnyStore = new("不限", "Any");
    public static readonly Text Tier = new("等级", "Tier");
    public static readonly Text AnyTier = new("不限", "Any");
    public static readonly Text Region = new("区域", "Region");
    public static readonly Text AnyRegion = new("不限", "Any");
    public static readonly Text To = new("交给谁", "To whom");
    public static readonly Text ToHint = new("选几个人就按各人手上的工作量平均分。对方在别的门店时，客户随之转店。", "Several share evenly by the work they have. If they work in another store, the customers move there.");
    public static readonly Text Look = new("先看看", "Preview");
    public static readonly Text Left = new("{0}（已离职）", "{0} (left)");
    public static readonly Text AtStore = new("{0}（{1}）", "{0} ({1})");

    public static readonly Text PreviewTitle = new("确认交接", "Confirm the handover");
    public static readonly Text PreviewPurpose = new("共 {0} 位客户，还没有改动任何东西。", "{0} customers. Nothing has been changed yet.");
    public static readonly Text Nobody = new("没有符合的客户", "No such customers");
    public static readonly Text NobodyWords = new("换一个条件看看。", "Try another rule.");
    public static readonly Text Back = new("改条件", "Change the rule");
    public static readonly Text Receiver = new("交给", "To");
    public static readonly Text Has = new("现有客户", "Has now");
    public static readonly Text Gets = new("新增客户", "Gets");
    public static readonly Text ByHand = new("逐位调整", "By hand");
    public static readonly Text ByHandWords = new("下面是前 {0} 位，可以逐位改给别人；其余的按上面分。", "The first {0}; each can be given to somebody else. The rest go as above.");
    public static readonly Text Customer = new("客户", "Customer");
    public static readonly Text Do = new("交接", "Hand over");

    public static readonly Text Done = new("已交接 {0} 位客户，{1} 个回访随之转交。", "{0} customers are handed over, {1} follow-ups with them.");
    public static readonly Text AlreadyDone = new("这次交接已经做过，没有重复。", "This handover was done already; nothing was done twice.");
    public static readonly Text ChangedNow = new("符合的客户刚刚有变化，请再看一遍。什么都还没有改动。", "Who is concerned has just changed; please look again. Nothing has been changed.");
    public static readonly Text Lately = new("最近的交接", "Lately");
    public static readonly Text NoneLately = new("还没有交接过。", "None yet.");
    public static readonly Text Row = new("{0}，{1}经手：{2} 位客户，{3} 个回访", "{0}, by {1}: {2} customers, {3} follow-ups");
    public static readonly Text FromWhom = new("原负责人：{0}", "from {0}");
    public static readonly Text Undo = new("撤销", "Undo");
    public static readonly Text UndoOf = new("撤销{0}的交接", "Undo the handover of {0}");
    public static readonly Text Undone = new("已撤销", "Undone");
    public static readonly Text IsUndone = new("已撤销，{0} 位客户回到原来的负责人。", "Undone: {0} customers are back with whom they were.");
    public static readonly Text UndoneExcept = new("已撤销，{0} 位客户回到原来的负责人；另有 {1} 位之后又有变动，没有动他们。", "Undone: {0} customers are back with whom they were; {1} have changed since and were left alone.");
    public static readonly Text TooLate = new("只能在一天之内撤销；可以再做一次交接。", "It can be undone for a day only; another handover can bring them back.");
    public static readonly Text UndoneBefore = new("这次交接已经撤销过了。", "This handover was undone already.");

    public static readonly Text NoFrom = new("请选择现在的负责人，或者门店、等级、区域中的一项。", "Please choose whose customers they are, or a store, a tier or a region.");
    public static readonly Text NoTo = new("请至少选一位接手的人。", "Please choose at least one person who takes them.");
    public static readonly Text ToThemselves = new("接手的人里不能有交出的人自己。", "Whoever gives them away cannot take them.");
    public static readonly Text NotOffered = new("请从列表里选。", "Please choose from the list.");
}
