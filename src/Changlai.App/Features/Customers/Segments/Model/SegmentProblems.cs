using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Segments.Model;

/// <summary>What can be wrong with a rule, and what would be right.</summary>
internal static class SegmentProblems
{
    public static readonly Text Unreadable = new("这个细分的内容读不出来，请重新建一个。", "What is stored for this segment cannot be read; please build it anew.");
    public static readonly Text OtherVersion = new("这个细分是用更新的版本保存的，请先升级程序。", "This segment was saved by a newer version; please upgrade the program first.");
    public static readonly Text NoField = new("请选择一个条件。", "Choose what the condition is about.");
    public static readonly Text UnknownField = new("“{0}”这一项已经没有了，请换一项或删除这个条件。", "There is no field “{0}” any more; choose another or remove the condition.");
    public static readonly Text UnknownOperator = new("“{0}”不能这样比较，请重新选择。", "“{0}” cannot be compared that way; choose again.");
    public static readonly Text NoValue = new("请填写比较的内容。", "Say what to compare it with.");
    public static readonly Text TooManyValues = new("最多选 {0} 项。", "Choose {0} at most.");
    public static readonly Text WrongCount = new("这里要填 {0} 个值。", "This takes {0} values.");
    public static readonly Text NotNumber = new("“{0}”不是整数，请填 0 到 {1} 之间的整数。", "“{0}” is not a whole number; give one from 0 to {1}.");
    public static readonly Text NotDecimal = new("“{0}”不是数，请填 36 或 -2.5 这样的数，最多三位小数。", "“{0}” is not a number; write it like 36 or -2.5, with three decimals at most.");
    public static readonly Text NotAmount = new("“{0}”不是金额，请填 1200 或 1200.50 这样的数。", "“{0}” is not an amount; write it like 1200 or 1200.50.");
    public static readonly Text NotCurrency = new("“{0}”不是币种，请从列表中选。", "“{0}” is not a currency; choose one of the list.");
    public static readonly Text NotDay = new("“{0}”不是日期，请填 {1} 到 {2} 年之间的日期，写成 2026-11-23。", "“{0}” is not a date; give one of the years {1} to {2}, such as 2026-11-23.");
    public static readonly Text NotDays = new("“{0}”不是天数，请填 0 到 {1} 之间的整数。", "“{0}” is not a count of days; give a whole number from 0 to {1}.");
    public static readonly Text WrongOrder = new("第一个值要小于或等于第二个。", "The first value may not be larger than the second.");
    public static readonly Text UnknownChoice = new("选中的一项已经没有了，请重新选择。", "Something that was chosen is no longer there; choose again.");
    public static readonly Text TextTooLong = new("最多 {0} 个字。", "Use {0} characters at most.");
    public static readonly Text NotText = new("这段文字含有不能使用的字符。", "This text has characters that cannot be used.");
    public static readonly Text EmptyGroup = new("这一组里还没有条件，请添加一个，或删除这一组。", "This group has no condition; add one or remove the group.");
    public static readonly Text TooDeep = new("分组最多 {0} 层，请删去最里面的一层。", "Groups go {0} deep at most; remove the innermost.");
    public static readonly Text TooMany = new("最多 {0} 个条件，请删去一些。", "There can be {0} conditions at most; remove some.");
}
