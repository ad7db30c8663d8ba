using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.Holidays;

internal static class HolidayTexts
{
    public static readonly Text Title = new("法定节假日", "Public holidays");
    public static readonly Text Purpose = new("中国的节日每年自动算出，放假和调休按国务院办公厅的通知。门店可以选择照常营业或按此放假。", "China’s festivals are computed for every year; days off and make-up days follow the State Council’s notice. Each store chooses whether it keeps them.");
    public static readonly Text What = new("节日、放假和调休上班的日子", "Festivals, days off and make-up working days");
    public static readonly Text Settings = new("设置", "Settings");
    public static readonly Text Year = new("年份", "Year");
    public static readonly Text Notice = new("放假安排依据：{0}", "Arranged by: {0}");
    public static readonly Text NoNotice = new(
        "这一年还没有录入放假安排，只知道节日当天。调休由国务院办公厅通知，通常在前一年的十一月，公布后请在这里录入。",
        "No arrangement is entered for this year: only the festivals themselves are known. Make-up days are announced by the State Council, usually in November of the year before; please enter them here then.");
    public static readonly Text Day = new("日期", "Day");
    public static readonly Text Kind = new("安排", "Arrangement");
    public static readonly Text Name = new("节日", "Festival");
    public static readonly Text Festival = new("节日当天", "The festival itself");
    public static readonly Text Holiday = new("放假", "Day off");
    public static readonly Text Working = new("调休上班", "Make-up working day");
    public static readonly Text Edit = new("改", "Change");
    public static readonly Text Remove = new("删除", "Remove");
    public static readonly Text RemoveDay = new("删除 {0}", "Remove {0}");
    public static readonly Text None = new("这一年没有法定节假日", "No public holidays in this year");
    public static readonly Text NoneWords = new("节假日从 1950 年起有规定。", "The rules begin in 1950.");
    public static readonly Text ThisYear = new("看今年", "This year");
    public static readonly Text Enter = new("录入放假安排", "Enter an arrangement");
    public static readonly Text Days = new("每行一天：日期、类别、节日，用英文逗号隔开", "A day a line: day,kind,festival");
    public static readonly Text DaysHint = new("类别写 holiday（放假）或 working（调休上班），例如：2027-02-06,holiday,春节。已有的日子会被替换。", "The kind is holiday or working, for example: 2027-02-06,holiday,Spring Festival. A day that is there already is replaced.");
    public static readonly Text Source = new("通知的文号", "Number of the notice");
    public static readonly Text SourceHint = new("录入整年的安排时填写，例如：国办发明电〔2025〕7号。只改个别日子可以不填。", "For the arrangement of a whole year, such as notice 7 of 2025. Leave it empty to change single days.");
    public static readonly Text Save = new("保存", "Save");
    public static readonly Text Saved = new("已保存 {0} 天。", "Days saved: {0}.");
    public static readonly Text Removed = new("已删除。", "Removed.");

    public static readonly Text NoSuchDay = new("没有这一天。请从列表里选要删除的日子。", "There is no such day. Please choose the day to remove from the list.");
    public static readonly Text NoDays = new("请至少写一天，例如：2027-02-06,holiday,春节。", "Please enter a day at least, such as 2027-02-06,holiday,Spring Festival.");
    public static readonly Text TooManyDays = new("一次最多 {0} 天。", "At most {0} days at a time.");
    public static readonly Text WrongLine = new("第 {0} 行看不懂。请写成：2027-02-06,holiday,春节。", "Line {0} cannot be read. Please write it like 2027-02-06,holiday,Spring Festival.");
    public static readonly Text Twice = new("第 {0} 行的日子前面已经写过。", "The day of line {0} stands further up already.");
    public static readonly Text TooLong = new("最多 {0} 个字，现在是 {1} 个。", "At most {0} characters; these are {1}.");
    public static readonly Text SeveralYears = new("一份通知只管一年，这里有好几年的日子。请分开录入。", "A notice arranges one year; these days are of several. Please enter them apart.");
}
