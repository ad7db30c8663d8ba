using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Dates;

internal static class DateTexts
{
    public static readonly Text Title = new("{0}的特殊日子", "Special dates of {0}");
    public static readonly Text Purpose = new("生日、纪念日，公历农历都可以，年份不知道可以不填。", "Birthdays and anniversaries by either calendar; the year may be left out.");
    public static readonly Text Name = new("特殊日子", "Special dates");
    public static readonly Text None = new("还没有记下特殊日子。", "No special dates yet.");
    public static readonly Text Add = new("添一个日子", "Add a date");
    public static readonly Text Change = new("修改", "Change");
    public static readonly Text ChangeOf = new("修改{0}", "Change {0}");
    public static readonly Text Remove = new("删除", "Remove");
    public static readonly Text RemoveOf = new("删除{0}", "Remove {0}");
    public static readonly Text Save = new("保存", "Save");
    public static readonly Text Kind = new("是什么日子", "What day it is");
    public static readonly Text OwnName = new("叫什么（选“其他”时填）", "Its name (for another date)");
    public static readonly Text OwnNameOf = new("名字", "Its name");
    public static readonly Text OwnNameHint = new("例如：开业纪念日。", "For instance the day their shop opened.");
    public static readonly Text Calendar = new("历法", "Calendar");
    public static readonly Text Gregorian = new("公历", "Gregorian");
    public static readonly Text Lunar = new("农历", "Chinese lunar");
    public static readonly Text Month = new("月", "Month");
    public static readonly Text Day = new("日", "Day");
    public static readonly Text Leap = new("闰月", "Leap month");
    public static readonly Text LeapHint = new("只用于农历，例如闰六月。", "Lunar only, such as the leap sixth month.");
    public static readonly Text Year = new("年份", "Year");
    public static readonly Text YearHint = new("不知道就空着；农历填农历年。", "Leave it empty if unknown; a lunar date takes its lunar year.");
    public static readonly Text Saved = new("已记下{0}，下次是{1}。", "{0} is noted; the next one is on {1}.");
    public static readonly Text Removed = new("已删除{0}。", "{0} is removed.");

    public static readonly Text NoKind = new("请从列表里选一种。", "Please choose one of the list.");
    public static readonly Text NoName = new("请给这个日子起个名字，最多 {0} 个字。", "Please give this date a name of at most {0} characters.");
    public static readonly Text NoDay = new("没有这一天：{0} 月最多 {1} 天。", "There is no such day: month {0} has at most {1} days.");
    public static readonly Text NoLunarDay = new("农历每月最多 30 天。", "A lunar month has at most 30 days.");
    public static readonly Text NoDayThatYear = new("农历 {0} 年没有这一天。", "The lunar year {0} has no such day.");
    public static readonly Text NoLeapThatYear = new("农历 {0} 年没有闰 {1} 月。", "The lunar year {0} has no leap month {1}.");
    public static readonly Text NoMonth = new("请选 1 到 12 月和 1 到 31 日。", "Please choose a month from 1 to 12 and a day from 1 to 31.");
    public static readonly Text NoCalendar = new("请选公历或农历。", "Please choose the Gregorian or the lunar calendar.");
    public static readonly Text LeapIsLunar = new("只有农历有闰月。", "Only the lunar calendar has leap months.");
    public static readonly Text NoYear = new("请填 {0} 到 {1} 的年份，或空着。", "A year from {0} to {1}, or nothing.");
    public static readonly Text Future = new("这个日子还没到，请核对年份。", "This day is still to come; please check the year.");
    public static readonly Text Many = new("最多记 {0} 个日子。", "At most {0} dates are kept.");
}
