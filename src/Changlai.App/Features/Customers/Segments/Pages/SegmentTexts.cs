using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Segments.Pages;

internal static class SegmentTexts
{
    public static readonly Text Title = new("客户细分", "Segments");
    public static readonly Text Purpose = new("把常用的筛选条件存下来，用在客户列表、导出和回访计划里。", "Saved filters over customers, for lists, exports and plans.");
    public static readonly Text New = new("新建细分", "New segment");
    public static readonly Text NewPurpose = new("一条一条地加条件，右边随时看到有多少人。", "Add conditions one by one; how many customers they choose is shown as you go.");
    public static readonly Text Name = new("名称", "Name");
    public static readonly Text NameHint = new("例如：两三个月没来的金卡客户。", "For example: gold customers not seen for two months.");
    public static readonly Text Shared = new("所有同事都能看到和使用", "Everybody may see and use it");
    public static readonly Text SharedBadge = new("共享", "Shared");
    public static readonly Text OwnBadge = new("自己的", "Own");
    public static readonly Text Customers = new("客户", "Customers");
    public static readonly Text Who = new("建立者", "By");
    public static readonly Text Rule = new("条件", "Conditions");
    public static readonly Text RuleWords = new("哪些客户", "Which customers");
    public static readonly Text None = new("还没有细分", "No segments yet");
    public static readonly Text NoneWords = new("例如“最近一次购买在 60 到 90 天前”的客户：存一次，以后一点就看到是哪些人。", "Such as customers whose last order was 60 to 90 days ago: save it once, see who they are any day.");
    public static readonly Text Back = new("客户细分", "Segments");

    public static readonly Text MatchAll = new("以下都符合", "All of these hold");
    public static readonly Text MatchAny = new("以下任一符合", "Any of these holds");
    public static readonly Text MatchNone = new("以下都不符合", "None of these holds");
    public static readonly Text MatchLabel = new("这一组怎样算符合", "How this group counts");
    public static readonly Text GroupLabel = new("条件组", "Group of conditions");
    public static readonly Text ConditionLabel = new("条件 {0}", "Condition {0}");
    public static readonly Text FieldLabel = new("看什么", "What about");
    public static readonly Text AnotherField = new("换一个条件…", "Another field …");
    public static readonly Text SeekField = new("找条件，如“生日”“标签”", "Find a field, such as birthday or tag");
    public static readonly Text UsualFields = new("常用条件", "Usual fields");
    public static readonly Text OperatorLabel = new("怎样比较", "How to compare");
    public static readonly Text ValueLabel = new("值", "Value");
    public static readonly Text FirstValue = new("从", "From");
    public static readonly Text SecondValue = new("到", "To");
    public static readonly Text To = new("到", "to");
    public static readonly Text Days = new("天", "days");
    public static readonly Text Currency = new("币种", "Currency");
    public static readonly Text FindValues = new("输入编号或名称的一部分", "Part of a code or name");
    public static readonly Text Find = new("查找", "Find");
    public static readonly Text NothingFound = new("没有找到", "Nothing found");
    public static readonly Text AddCondition = new("加条件", "Add condition");
    public static readonly Text AddGroup = new("加一组", "Add group");
    public static readonly Text RemoveCondition = new("删除这个条件", "Remove this condition");
    public static readonly Text RemoveGroup = new("删除这一组", "Remove this group");
    public static readonly Text Update = new("更新", "Update");
    public static readonly Text EverybodyHint = new("还没有条件，现在选中的是所有客户。", "Without conditions it chooses every customer.");

    public static readonly Text Save = new("保存", "Save");
    public static readonly Text Copy = new("复制一份", "Copy");
    public static readonly Text Delete = new("删除", "Delete");
    public static readonly Text DeleteSure = new("确定删除“{0}”，不能恢复", "Yes, delete “{0}” for good");
    public static readonly Text DeleteOf = new("删除“{0}”", "Delete “{0}”");
    public static readonly Text Export = new("导出 CSV", "Export CSV");
    public static readonly Text ShowList = new("在客户列表中看", "Show in the list");
    public static readonly Text CopyName = new("{0} 副本", "{0} copy");

    public static readonly Text Chosen = new("选中的客户", "Chosen customers");
    public static readonly Text Count = new("{0} 位", "{0} customers");
    public static readonly Text CountOne = new("1 位", "1 customer");
    public static readonly Text NotCounted = new("还不能计数", "Cannot be counted yet");
    public static readonly Text OfYourStore = new("只算本店的客户", "your store’s customers only");
    public static readonly Text OfYourStores = new("只算您负责的门店的客户", "your stores’ customers only");
    public static readonly Text OfYours = new("只算您负责的客户", "your own customers only");
    public static readonly Text OfAll = new("所有门店", "all stores");
    public static readonly Text Unfinished = new("有 {0} 个条件还没填完，没有算在内。", "Conditions not finished yet and left out: {0}.");
    public static readonly Text First = new("其中几位", "Some of them");
    public static readonly Text Nobody = new("目前没有客户符合。", "Nobody fits at present.");
    public static readonly Text LastOrder = new("最近购买 {0}", "last order {0}");
    public static readonly Text NeedsCare = new("需要修改", "Needs a change");
    public static readonly Text Cannot = new("这个细分现在用不了：{0}", "This segment cannot be used as it is: {0}");
    public static readonly Text ReadOnly = new("这是{0}建立的，您可以使用，也可以复制一份再改。", "Made by {0}. You may use it, or copy it and change the copy.");
    public static readonly Text Colleague = new("同事", "a colleague");

    public static readonly Text NoName = new("请起一个名称，最多 {0} 个字。", "Give it a name of {0} characters at most.");
    public static readonly Text Problems = new("还没有保存：有 {0} 处要改，已在下面标出。", "Not saved yet: {0} places need a change, marked below.");
    public static readonly Text Saved = new("“{0}”已保存。", "“{0}” is saved.");
    public static readonly Text Deleted = new("“{0}”已删除，客户资料没有变动。", "“{0}” is deleted; no customer was changed.");
    public static readonly Text InUse = new("“{0}”还在用，没有删除：{1}。请先在那里换一个细分。", "“{0}” was not deleted, because it is used by: {1}. Choose another segment there first.");
    public static readonly Text InUseShared = new("它正用于 {0}，要保持共享。", "It is used by {0} and has to stay shared.");
    public static readonly Text InUseByPlanning = new("没有保存：它正用于 {0}，条件不能取决于已排的回访或对照组。", "Not saved: it is used by {0}, and what a plan rests on cannot ask for planned follow-ups or control groups.");
    public static readonly Text ChangedMeanwhile = new("在您修改期间，有人改过这个细分。您填的内容还在下面；再按一次保存会以您的为准。",
        "Somebody changed this segment while you worked on it. What you entered is still below; saving again puts yours in place.");
    public static readonly Text NoKey = new("表单缺少编号，请刷新页面再试。", "The form has lost its number; reload the page and try again.");

    public static readonly Text ColumnNumber = new("客户编号", "Customer number");
    public static readonly Text ColumnName = new("姓名", "Name");
    public static readonly Text ColumnPhone = new("电话", "Phone");
    public static readonly Text ColumnStore = new("门店", "Store");
    public static readonly Text ColumnOwner = new("负责人", "Owner");
    public static readonly Text ColumnOrders = new("订单数", "Orders");
    public static readonly Text ColumnTotal = new("累计金额", "Total");
    public static readonly Text ColumnCurrency = new("币种", "Currency");
    public static readonly Text ColumnLastOrder = new("最近购买", "Last order");
    public static readonly Text ColumnDoNotContact = new("勿联系", "Do not contact");
    public static readonly Text Yes = new("是", "yes");

    public static Text Tally(long? count) => count switch { null => NotCounted, 1 => CountOne, _ => Count };

    /// <summary>Whose customers an answer tells of.</summary>
    public static Text Whose(CustomerScope scope) => scope switch
    {
        { IsAll: true } => OfAll,
        { Owner: not null } => OfYours,
        { OneStore: not null } => OfYourStore,
        _ => OfYourStores,
    };
}
