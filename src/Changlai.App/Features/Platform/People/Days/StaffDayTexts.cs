using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.People.Days;

internal static class StaffDayTexts
{
    public static readonly Text Title = new("{0} 的工作日", "Working days of {0}");
    public static readonly Text Purpose = new("安排回访时会避开休息和请假的日子，每天不超过能联系的人数。", "Contacts are planned around days off, and never more a day than somebody can make.");
    public static readonly Text Today = new("今天", "Today");
    public static readonly Text Usual = new("平常", "Usually");
    public static readonly Text Weekdays = new("工作日", "Working days");
    public static readonly Text Capacity = new("一天能联系几位客户", "Contacts a day");
    public static readonly Text Save = new("保存", "Save");
    public static readonly Text Saved = new("已保存，回访会重新排。", "Saved; contacts will be planned anew.");
    public static readonly Text Off = new("请假和半天", "Days off and half days");
    public static readonly Text None = new("之后没有请假。", "No days off ahead.");
    public static readonly Text Add = new("登记", "Enter");
    public static readonly Text From = new("从哪天", "From");
    public static readonly Text To = new("到哪天", "To");
    public static readonly Text ToHint = new("只有一天可以不填。", "Leave it empty for a single day.");
    public static readonly Text Kind = new("种类", "Kind");
    public static readonly Text Left = new("这天还能联系几位", "Contacts still possible");
    public static readonly Text LeftHint = new("半天班填一个数；全天不在就不填。", "A number for half a day; empty when away all day.");
    public static readonly Text LeftOf = new("还能联系 {0} 位", "{0} contacts");
    public static readonly Text Note = new("备注", "Note");
    public static readonly Text Remove = new("取消", "Take back");
    public static readonly Text RemoveDays = new("取消 {0}", "Take back {0}");
    public static readonly Text Removed = new("已取消。", "Taken back.");
    public static readonly Text NoCapacity = new("请写 0 到 500 之间的整数。", "Please give a whole number from 0 to 500.");
    public static readonly Text NoSuchDays = new("这几天已经取消了，或不在列表里。", "These days have been taken back already, or are not on the list.");
    public static readonly Text NoKind = new("请从列表里选一种。", "Please choose a kind of the list.");
    public static readonly Text TooLong = new("最多 {0} 个字，现在是 {1} 个。", "At most {0} characters; these are {1}.");

    /// <summary>By stored code.</summary>
    public static readonly IReadOnlyDictionary<string, Text> Kinds = new Dictionary<string, Text>(StringComparer.Ordinal)
    {
        ["holiday"] = new("休假", "Holiday"),
        ["illness"] = new("病假", "Illness"),
        ["training"] = new("培训", "Training"),
        ["other"] = new("其他", "Other"),
    };
}
