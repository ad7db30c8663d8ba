using Changlai.Core.Values;

namespace Changlai.App.Ui.Kit;

/// <summary>The words of the demonstration page.</summary>
internal static class KitTexts
{
    public static readonly Text Title = new("界面部件", "Parts of the interface");
    public static readonly Text Purpose = new("今天该联系的 {0} 位客户，{1} 位已经晚了。", "{0} customers to contact today, {1} of them late.");
    public static readonly Text New = new("新建客户", "New customer");
    public static readonly Text Import = new("导入订单", "Import orders");
    public static readonly Text All = new("全部", "All");
    public static readonly Text Late = new("已晚", "Late");
    public static readonly Text Due = new("今天", "Due today");
    public static readonly Text AtRisk = new("可能流失", "At risk");
    public static readonly Text Good = new("状态良好", "In good shape");
    public static readonly Text Show = new("显示", "Show");
    public static readonly Text Store = new("门店", "Store");
    public static readonly Text Customer = new("客户", "Customer");
    public static readonly Text Last = new("最近一次", "Last order");
    public static readonly Text Spent = new("累计消费", "Spent");
    public static readonly Text State = new("状态", "State");
    public static readonly Text Customers = new("客户", "Customers");
    public static readonly Text Reached = new("已接通", "Reached");
    public static readonly Text ReachedBeside = new("上周 61%，共拨 182 次", "61% last week, 182 calls");
    public static readonly Text Left = new("今天还剩", "Left today");
    public static readonly Text LeftBeside = new("上限 12 个，已完成 5 个", "of 12, 5 done");
    public static readonly Text Repurchase = new("30 天内回购", "Bought again within 30 days");
    public static readonly Text RepurchaseBeside = new("对照组 18.2%，人数还少，不足以下结论", "held out 18.2%; too few yet to be sure");
    public static readonly Text Worklist = new("今日待办", "Today's follow-ups");
    public static readonly Text WhyToday = new("上次买了两盒养生茶，按每盒 30 天算，后天喝完。", "Bought two boxes of tea; at 30 days a box they run out the day after tomorrow.");
    public static readonly Text Script = new("您好，我是常来茶业的小陈。上次的茶喝着还合适吗？", "Hello, this is Chen from Changlai Tea. How do you find the tea?");
    public static readonly Text OutcomeReached = new("接通了", "Reached");
    public static readonly Text OutcomeNoAnswer = new("没人接", "No answer");
    public static readonly Text OutcomeCallBack = new("改时间", "Call back");
    public static readonly Text OutcomeWrong = new("号码错", "Wrong number");
    public static readonly Text OutcomeRefused = new("不愿联系", "Refused");
    public static readonly Text OutcomeBought = new("已购买", "Bought");
    public static readonly Text OutcomeComplained = new("有投诉", "Complained");
    public static readonly Text Load = new("未来 35 天的回访", "Follow-ups of the coming 35 days");
    public static readonly Text History = new("往来记录", "History");
    public static readonly Text Bought = new("购买养生茶 2 盒", "Bought two boxes of health tea");
    public static readonly Text Called = new("电话回访：已接通，满意", "Called: reached, content");
    public static readonly Text CalledNote = new("说上次的茶味道淡了一点，想试试浓香型；下个月女儿结婚，可能要买几盒送人。", "Found the last tea a little thin and would try the stronger one; a daughter marries next month, so a few boxes as gifts.");
    public static readonly Text Complained = new("投诉：包装破损", "Complaint: damaged packaging");
    public static readonly Text Form = new("一张表单", "A form");
    public static readonly Text Name = new("姓名", "Name");
    public static readonly Text Phone = new("手机", "Mobile phone");
    public static readonly Text PhoneHint = new("11 位，可带区号和空格。", "With or without country code; spaces do no harm.");
    public static readonly Text PhoneError = new("只有 9 位数字，国内手机号应有 11 位。", "This has 9 digits; a mainland mobile number has 11.");
    public static readonly Text Note = new("备注", "Note");
    public static readonly Text Consent = new("客户同意我们保存这些资料", "The customer agrees that we keep this");
    public static readonly Text Save = new("保存", "Save");
    public static readonly Text Empty = new("还没有客户", "No customers yet");
    public static readonly Text EmptyWords = new("导入历史订单后，这里会列出每位客户、最近一次购买和该联系的日子。", "After you import your orders, this lists each customer with the last purchase and the day to get in touch.");
    public static readonly Text Saved = new("已记下，下一次回访定在 11 月 29 日。", "Noted. The next follow-up is on 29 Nov.");
    public static readonly Text Trouble = new("文件里没有“客户”一列，什么都没有改动；请在上面选出哪一列是客户。", "The file has no column for the customer. Nothing was changed; please choose above which column it is.");
    public static readonly Text Trend = new("每周回购", "Bought again, by week");
    public static readonly Text Week = new("周", "Week");
    public static readonly Text Contacted = new("已联系", "Contacted");
    public static readonly Text HeldOut = new("对照组", "Held out");
    public static readonly Text Low = new("下限", "Low");
    public static readonly Text High = new("上限", "High");
    public static readonly Text OpenDialog = new("打开对话框", "Open a dialog");
    public static readonly Text CallBackAt = new("什么时候再打", "When to call again");
    public static readonly Text Page = new("第 1–40 位，共 12,431 位", "1–40 of 12,431");
    public static readonly Text Imported = new("已读 {0} 行", "{0} rows read");
}
