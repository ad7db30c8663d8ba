using Changlai.App.Features.Customers.Rules;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Duplicates;

internal static class DuplicateTexts
{
    public static readonly Text Title = new("可能重复的客户", "Possible duplicates");
    public static readonly Text Purpose = new("可能是同一位客户的两张卡，最像的在前。合并后还可以撤销。", "Two cards that may be one customer, the surest first. A merge can be undone.");
    public static readonly Text MergedSince = new("导入以后，其中 {0} 位客户合并过。请先撤销合并。", "{0} customers of this import have been merged since; undo the merges first.");
    public static readonly Text Pairs = new("待确认", "To look at");
    public static readonly Text Merges = new("已合并", "Merged");
    public static readonly Text Show = new("显示", "Show");
    public static readonly Text None = new("没有可能重复的客户", "No possible duplicates");
    public static readonly Text NoneWords = new(
        "登记、导入或修改客户时，系统会自动比对电话、邮箱、姓名和生日等；发现像同一位的，会列在这里。",
        "Whenever a customer is entered, imported or changed, phone, e-mail, name, birthday and more are compared; what looks like one person is listed here.");
    public static readonly Text NoMerges = new("还没有合并过", "Nothing merged yet");
    public static readonly Text NoMergesWords = new("合并过的客户会列在这里，可以撤销。", "Merged customers are listed here and can be taken apart again.");
    public static readonly Text One = new("一张卡", "One card");
    public static readonly Text Other = new("另一张卡", "The other card");
    public static readonly Text Score = new("相似度", "Likeness");
    public static readonly Text ScoreOf = new("{0} 分", "{0} of 100");
    public static readonly Text Why = new("依据", "Because");
    public static readonly Text MergedOn = new("合并时间", "Merged on");
    public static readonly Text By = new("经手", "By");
    public static readonly Text State = new("状态", "State");
    public static readonly Text Undone = new("已撤销", "Undone");
    public static readonly Text Undo = new("撤销合并", "Undo");
    public static readonly Text UndoOf = new("撤销合并：{0}与{1}", "Undo the merge of {0} and {1}");
    public static readonly Text Into = new("合并到{0}", "into {0}");

    public static readonly Text CompareTitle = new("是同一位客户吗", "One customer or two?");
    public static readonly Text ComparePurpose = new("逐项选择保留哪一边。什么都不会丢：没选的也记着，撤销时原样恢复。", "Choose field by field. Nothing is lost: what is not chosen is kept and comes back when the merge is undone.");
    public static readonly Text Keep = new("保留哪张卡", "Which card stays");
    public static readonly Text KeepHint = new("另一张卡的网址会转到这张卡。", "The address of the other card leads here afterwards.");
    public static readonly Text Differences = new("不同之处", "Where they differ");
    public static readonly Text NoDifferences = new("两张卡的资料没有不同。", "The two cards say the same.");
    public static readonly Text Alike = new("相同之处", "Where they agree");
    public static readonly Text Both = new("两边都要", "Both");
    public static readonly Text Nothing = new("空", "empty");
    public static readonly Text Moves = new("会一起移过来的", "What moves along");
    public static readonly Text MovesWords = new("下面这些都归到保留的卡上；同一天同一由头的回访只留进展最远的一次。", "All of this comes to the card that stays; of two follow-ups about the same thing the one further along is kept.");
    public static readonly Text NothingMoves = new("只有资料，没有往来。", "The cards alone; there is no history yet.");
    public static readonly Text Wishes = new("联系意愿", "Wishes");
    public static readonly Text WishesWords = new("不用选：取更严的一方，任何一边拒绝的都算拒绝。", "Nothing to choose: the stricter holds; what either card refuses is refused.");
    public static readonly Text WishesAfter = new("合并后", "Afterwards");
    public static readonly Text NoWishes = new("没有特别要求", "No special wish");
    public static readonly Text Merge = new("合并成一位", "Merge into one");
    public static readonly Text NotSame = new("不是同一位", "Two people");
    public static readonly Text NotSameHint = new("以后不再提示这两位。", "These two are not offered again.");
    public static readonly Text CustomerNo = new("客户 {0}", "Customer {0}");
    public static readonly Text Against = new("不像的地方", "Speaks against");
    public static readonly Text Same = new("像的地方", "Speaks for");
    public static readonly Text Judged = new("已经有人确认过这是两位客户。", "Somebody has judged already that these are two people.");

    public static readonly Text Merged = new("已把{0}合并到{1}。", "{0} is merged into {1}.");
    public static readonly Text AlreadyMerged = new("这两张卡已经合并过了。", "These two cards are merged already.");
    public static readonly Text GoneNow = new("其中一张卡刚被别人合并了，请重新看一看。", "Somebody has just merged one of the two; please look again.");
    public static readonly Text ChangedNow = new("其中一张卡刚被别人改过，请看过现在的资料再合并。什么都还没有改动。", "Somebody has just changed one of the two cards; please look at them as they are now. Nothing has been changed.");
    public static readonly Text TooMany = new("合并后电话、邮箱、卡号或地址会超过 10 个，请在其中一项只选一边。", "There would be more than ten phones, e-mails, numbers or addresses; please take one side only for one of them.");
    public static readonly Text NoKeep = new("请选择保留哪张卡。", "Please choose which card stays.");
    public static readonly Text NoSide = new("“{0}”请从两边选一个。", "“{0}”: please choose one of the two.");
    public static readonly Text ToldApart = new("记下了：{0}和{1}是两位客户，不再提示。", "Noted: {0} and {1} are two people and are not offered again.");
    public static readonly Text IsUndone = new("已撤销，{0}和{1}都恢复原样。", "Undone: {0} and {1} stand as they stood.");
    public static readonly Text UndoneBefore = new("这次合并已经撤销过了。", "This merge was undone already.");
    public static readonly Text LaterMerge = new("不能撤销：{0}之后又与{1}合并过，请先撤销那一次。", "Not undone: {0} and {1} were merged afterwards; please undo that first.");
    public static readonly Text LaterChanges = new("不能撤销：合并以后又有了新的内容，分不清该归谁——{0}。", "Not undone: something has come since, and nobody can say to whom it belongs – {0}.");
    public static readonly Text Added = new("{0}新增 {1}", "{0}: {1} new");
    public static readonly Text Altered = new("{0}改动 {1}", "{0}: {1} changed");
    public static readonly Text Removed = new("{0}删去 {1}", "{0}: {1} removed");
    public static readonly Text MaybeKnown = new("已登记{0}。这位客户可能已经有卡了，请看下面的提示。", "{0} is registered. There may be a card of theirs already; see below.");

    public static readonly Text PanelTitle = new("可能已有另一张卡", "There may be another card");
    public static readonly Text PanelLook = new("比一比", "Compare");

    public static readonly Text TimelineName = new("合并", "Merges");
    public static readonly Text TimelineMerged = new("合并了{0}（客户 {1}）", "Merged with {0} (customer {1})");
    public static readonly Text TimelineUndone = new("与{0}（客户 {1}）的合并，已撤销", "Merge with {0} (customer {1}), undone");

    public static readonly Text TheCard = new("客户资料", "The card");
    public static readonly Text TheTags = new("标签与话题", "Tags and topics");
    public static readonly Text TheDates = new("特殊日子", "Special dates");
    public static readonly Text TheConsents = new("意愿与同意的记录", "Record of consent");
    public static readonly Text TheNotes = new("备注与变更", "Notes and changes");
    public static readonly Text ThePairs = new("重复的判断", "Judged duplicates");

    public static Text Of(EvidenceKind kind) => kind switch
    {
        EvidenceKind.SamePhone => new("电话相同", "same phone"),
        EvidenceKind.NearPhone => new("电话只差一位", "phones one digit apart"),
        EvidenceKind.OtherPhone => new("电话不同", "different phones"),
        EvidenceKind.SameEmail => new("邮箱相同", "same e-mail"),
        EvidenceKind.OtherEmail => new("邮箱不同", "different e-mails"),
        EvidenceKind.SameWeCom => new("企业微信号相同", "same WeCom id"),
        EvidenceKind.OtherWeCom => new("企业微信号不同", "different WeCom ids"),
        EvidenceKind.SameName => new("姓名相同", "same name"),
        EvidenceKind.SameSound => new("姓名读音相同", "names sound alike"),
        EvidenceKind.NearName => new("姓名只差一个字", "names one letter apart"),
        EvidenceKind.OtherName => new("姓名不同", "different names"),
        EvidenceKind.SameBirthday => new("生日相同", "same birthday"),
        EvidenceKind.SameBirthdayOfUnknownYear => new("生日同月同日", "same day of birth, year unknown"),
        EvidenceKind.OtherBirthday => new("生日不同", "different birthdays"),
        EvidenceKind.SameStreet => new("地址相同", "same address"),
        EvidenceKind.SameNumberElsewhere => new("在另一个系统里编号相同", "same number in another system"),
        EvidenceKind.OtherNumberOfSameSource => new("在同一个系统里编号不同", "two numbers in one system"),
        EvidenceKind.OtherGender => new("性别不同", "different genders"),
        EvidenceKind.SameStore => new("同一家门店", "same store"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
