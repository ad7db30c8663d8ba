using Changlai.Core.Values;

namespace Changlai.App.Features.Orders.Forms;

/// <summary>What forms of this feature say when something cannot be taken, and what would be right.</summary>
internal static class FormTexts
{
    public static readonly Text TooLong = new("太长了，请不要超过 {0} 个字符。", "Too long: keep it to {0} characters.");
    public static readonly Text NoMoney = new("“{0}”不能作金额，请填不小于零的数字，例如 99.50。", "“{0}” cannot be an amount; give a number of zero or more, such as 99.50.");
    public static readonly Text NoCents = new("{0} 没有小数，请填整数。", "{0} has no cents: give a whole number.");
    public static readonly Text TooManyDecimals = new("{0} 最多 {1} 位小数。", "{0} has at most {1} decimals.");
    public static readonly Text NoQuantity = new("“{0}”不能作数量，请填大于零的数字，最多三位小数。", "“{0}” cannot be a quantity; give a number above zero with at most three decimals.");
    public static readonly Text NoWhole = new("“{0}”不行，请填 {1} 到 {2} 的整数。", "“{0}” will not do; give a whole number from {1} to {2}.");
    public static readonly Text NoDay = new("“{0}”不是日历上有的日期，请写成 2026-11-22 这样。", "“{0}” is no date that a calendar has; write it like 2026-11-22.");
    public static readonly Text DayToCome = new("{0} 还没有到，请填 {1} 或更早的日期。", "{0} has not come yet; give {1} or an earlier day.");
    public static readonly Text DayTooEarly = new("{0} 太早了，请填 {1} 或更晚的日期。", "{0} is too early; give {1} or a later day.");
    public static readonly Text DayMissing = new("请填日期。", "Give the date.");
    public static readonly Text StoreUnknown = new("请选一家您可以录入的门店。", "Choose a store that you may enter for.");
    public static readonly Text StaffUnknown = new("请从名单里选一位。", "Choose somebody from the list.");
    public static readonly Text Mend = new("有些地方要改，其他内容都还在。", "Some things need mending; what you typed is still here.");
    public static readonly Text Save = new("保存", "Save");
    public static readonly Text Cancel = new("不保存，返回", "Back without saving");
    public static readonly Text NobodyInParticular = new("不指定", "Nobody in particular");
    public static readonly Text None = new("–", "–");
    public static readonly Text Again = new("这张表已经提交过了，没有再记一次。", "This form had been sent already; it was not recorded twice.");
}
