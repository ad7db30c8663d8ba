using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.Audit.Pages;

internal static class AuditTexts
{
    public static readonly Text Title = new("操作日志", "Audit log");
    public static readonly Text Purpose = new("谁在什么时候做了什么。写进去的不能改，每半分钟封存一次。", "Who did what, and when. What is written cannot be edited; it is sealed every half minute.");
    public static readonly Text SealedTo = new("已封存 {0} 条，最近一次 {1}", "{0} sealed, last {1}");
    public static readonly Text NotSealed = new("还没有封存", "Nothing sealed yet");
    public static readonly Text Waiting = new("{0} 条等待封存", "{0} wait to be sealed");
    public static readonly Text When = new("时间", "When");
    public static readonly Text Who = new("谁", "Who");
    public static readonly Text What = new("做了什么", "What");
    public static readonly Text About = new("对象", "About");
    public static readonly Text More = new("说明", "Details");
    public static readonly Text Person = new("人员", "Person");
    public static readonly Text Everyone = new("所有人", "Everyone");
    public static readonly Text Action = new("操作", "Action");
    public static readonly Text AllActions = new("所有操作", "All actions");
    public static readonly Text Customer = new("客户编号", "Customer's id");
    public static readonly Text From = new("从", "From");
    public static readonly Text To = new("到", "To");
    public static readonly Text Look = new("查找", "Find");
    public static readonly Text Export = new("导出", "Export");
    public static readonly Text None = new("还没有记录", "Nothing yet");
    public static readonly Text NoneWords = new("有人修改、导出或查看受保护的资料后，会记在这里。", "What people change, export or uncover is written down here.");
    public static readonly Text NoneFound = new("没有符合的记录", "Nothing fits");
    public static readonly Text ShowAll = new("看全部", "Show all");
    public static readonly Text Key = new("{0} 的程序", "a program of {0}");
    public static readonly Text Command = new("命令行 {0}", "command line, {0}");
    public static readonly Text System = new("常来自动", "Changlai itself");
    public static readonly Text Nobody = new("未登录者", "somebody not signed in");
    public static readonly Text CustomerNumber = new("客户 {0}", "customer {0}");
    public static readonly Text NotACustomer = new("请填客户页面地址里的数字。", "Give the number in the address of the customer's page.");
    public static readonly Text CustomerHint = new("客户页面地址里的数字", "The number in the address of the card");
    public static readonly Text Clock = new("时间按 {0}", "times of {0}");
    public static readonly Text Numbered = new("{0} {1}", "{0} {1}");
    public static readonly Text NotANumber = new("请填编号，只用数字。", "Give an id, in digits.");
    public static readonly Text Store = new("门店", "Store");
    public static readonly Text AllStores = new("所有门店", "All stores");
    public static readonly Text NotADay = new("日期请写成 2026-11-23 这样。", "Write the day like 2026-11-23.");
    public static readonly Text Today = new("今日", "Today");
    public static readonly Text Detail = new("{0}：{1}", "{0}: {1}");
    public static readonly Text ColumnId = new("序号", "Number");
    public static readonly Text ColumnKind = new("身份", "As");
    public static readonly Text ColumnStore = new("门店", "Store");

    /// <summary>What the things are called that an entry is about.</summary>
    public static readonly IReadOnlyDictionary<string, Text> Subjects = new Dictionary<string, Text>(StringComparer.Ordinal)
    {
        ["asset"] = new("设备", "device"),
        ["customer"] = new("客户", "customer"),
        ["date"] = new("特殊日子", "special date"),
        ["erasure"] = new("删除证明", "certificate of erasure"),
        ["field"] = new("自定义项", "own field"),
        ["follow-up"] = new("回访", "follow-up"),
        ["handover"] = new("交接", "handover"),
        ["import"] = new("导入", "import"),
        ["key"] = new("API 密钥", "API key"),
        ["merge"] = new("合并", "merge"),
        ["need"] = new("需求", "need"),
        ["order"] = new("订单", "order"),
        ["passkey"] = new("通行密钥", "passkey"),
        ["plan"] = new("计划", "plan"),
        ["product"] = new("产品", "product"),
        ["segment"] = new("细分", "segment"),
        ["session"] = new("登录", "session"),
        ["staff"] = new("员工", "person"),
        ["store"] = new("门店", "store"),
    };

    /// <summary>What the parts of an entry are called.</summary>
    public static readonly IReadOnlyDictionary<string, Text> Details = new Dictionary<string, Text>(StringComparer.Ordinal)
    {
        ["fields"] = new("改了", "changed"),
        ["count"] = new("数量", "count"),
        ["reason"] = new("原因", "reason"),
        ["from"] = new("由", "from"),
        ["to"] = new("为", "to"),
        ["outcome"] = new("结果", "outcome"),
        ["state"] = new("状态", "state"),
        ["kind"] = new("种类", "kind"),
        ["file"] = new("文件", "file"),
        ["value"] = new("值", "value"),
        ["words"] = new("说明", "in words"),
        ["days"] = new("日期", "days"),
        ["year"] = new("年份", "year"),
        ["weekdays"] = new("工作日", "working days"),
        ["capacity"] = new("每天可联系几位", "contacts a day"),
        ["hidden"] = new("隐藏", "hidden"),
    };
}

/// <summary>What is written of the log itself.</summary>
internal static class AuditActions
{
    public static readonly Contracts.Audit.AuditAction Exported = new("audit.export", new Text("导出操作日志", "Audit log exported"));

    /// <summary>Somebody goes through the log, page by page.</summary>
    public static readonly Contracts.Audit.AuditAction SawMany = new("audit.read-many", new Text("大量查看操作日志", "Much of the audit log read"));
}
