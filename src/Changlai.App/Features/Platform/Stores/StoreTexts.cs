using Changlai.Core.Calendars;
using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.Stores;

internal static class StoreTexts
{
    public static readonly Text Title = new("门店", "Stores");
    public static readonly Text Purpose = new("营业时间、休息日、时区和币种。安排回访时会避开门店不营业的日子。", "Opening hours, closed days, time zone and currency. No contact is planned on a day a store is closed.");
    public static readonly Text What = new("营业时间、休息日、时区、币种", "Opening hours, closed days, time zone, currency");
    public static readonly Text Settings = new("设置", "Settings");
    public static readonly Text New = new("新增门店", "New store");
    public static readonly Text None = new("还没有门店", "No stores yet");
    public static readonly Text NoneWords = new("先建一家门店，员工和客户都会归到门店里。", "Make the first store: people and customers belong to one.");
    public static readonly Text Name = new("门店名称", "Name");
    public static readonly Text City = new("城市", "City");
    public static readonly Text Zone = new("时区", "Time zone");
    public static readonly Text ZoneHint = new("“今天”和营业时间按这个时区算。", "What is “today”, and the opening hours, go by it.");
    public static readonly Text Currency = new("币种", "Currency");
    public static readonly Text CurrencyHint = new("三个字母，例如 CNY、HKD、USD。", "Three letters, such as CNY, HKD, USD.");
    public static readonly Text Holidays = new("法定节假日", "Public holidays");
    public static readonly Text HolidaysHint = new("个别日子可以在下面另外安排。", "Single days can be set otherwise below.");
    public static readonly Text HolidaysOpen = new("照常营业", "Open as usual");
    public static readonly Text HolidaysOfficial = new("按国家安排放假，调休日上班", "Closed as officially arranged, open on make-up days");
    public static readonly Text Hours = new("营业时间", "Opening hours");
    public static readonly Text HoursHint = new("中午休息就写两段：09:00-12:00, 13:30-21:00。不写就是全天。", "Two spans for a lunch break: 09:00-12:00, 13:30-21:00. Left empty, it counts as open all day.");
    public static readonly Text IsOpen = new("{0}营业", "Open on {0}");
    public static readonly Text HoursOf = new("{0}几点到几点", "Hours on {0}");
    public static readonly Text Closed = new("休息", "Closed");
    public static readonly Text AllDay = new("全天", "All day");
    public static readonly Text Save = new("保存", "Save");
    public static readonly Text Saved = new("{0} 已保存。", "{0} is saved.");
    public static readonly Text SavedMoves = new("{0} 已保存。排在不营业日子的回访会挪开。", "{0} is saved. Contacts on days it is closed will be moved.");
    public static readonly Text Days = new("另外休息或加开的日子", "Days closed or open otherwise");
    public static readonly Text NoDays = new("还没有。盘点、装修、过年，都可以在这里写上。", "None yet. Stocktaking, rebuilding, New Year: enter them here.");
    public static readonly Text AddDays = new("加上", "Add");
    public static readonly Text From = new("从哪天", "From");
    public static readonly Text To = new("到哪天", "To");
    public static readonly Text ToHint = new("只有一天可以不填。", "Leave it empty for a single day.");
    public static readonly Text Reason = new("原因", "Reason");
    public static readonly Text Kind = new("休息还是加开", "Closed or open");
    public static readonly Text Open = new("加开", "Open");
    public static readonly Text Remove = new("取消", "Take back");
    public static readonly Text RemoveDays = new("取消 {0}", "Take back {0}");
    public static readonly Text DaysSaved = new("已加上。排在不营业日子的回访会挪开。", "Added. Contacts on days it is closed will be moved.");
    public static readonly Text DaysRemoved = new("已取消。", "Taken back.");

    public static readonly Text NoName = new("请写门店名称。", "Please give the store a name.");
    public static readonly Text NameTaken = new("已经有一家门店叫“{0}”。请换一个名称。", "Another store is called “{0}” already. Please choose another name.");
    public static readonly Text TooLong = new("最多 {0} 个字，现在是 {1} 个。", "At most {0} characters; these are {1}.");
    public static readonly Text NoZone = new("没有这个时区。请从列表里选，例如 Asia/Shanghai。", "There is no such time zone. Please choose one of the list, such as Asia/Shanghai.");
    public static readonly Text NoCurrency = new("币种是三个字母，例如 CNY。", "A currency is three letters, such as CNY.");
    public static readonly Text NoHolidays = new("请选“照常营业”或“按国家安排放假”。", "Please choose whether it opens on public holidays.");
    public static readonly Text NeverOpen = new("一周至少要有一天营业。请勾上一天。", "It must be open on one day of the week at least. Please tick one.");
    public static readonly Text NoKind = new("请选休息或加开。", "Please choose closed or open.");
    public static readonly Text NoDay = new("请写日期，例如 2027-02-05。", "Please give a day such as 2027-02-05.");
    public static readonly Text DayOutside = new("日期要在 {0} 到 {1} 之间。", "The day must lie between {0} and {1}.");
    public static readonly Text WrongOrder = new("结束那天比开始早。请换一下。", "It ends before it begins. Please swap the days.");
    public static readonly Text RangeTooLong = new("一次最多 {0} 天。", "At most {0} days at a time.");
    public static readonly Text NoReason = new("请写原因，例如：春节。", "Please give a reason, such as New Year.");

    public static Text Of(OpenSpanProblem problem) => problem switch
    {
        OpenSpanProblem.Unreadable => new("看不懂。请写成 09:00-12:00, 13:30-21:00，最多六段。", "Cannot be read. Please write 09:00-12:00, 13:30-21:00, six spans at most."),
        OpenSpanProblem.PastMidnight => new("结束要晚于开始，最晚 24:00。过了午夜的部分请写在第二天，例如 00:00-02:00。", "It must end after it begins, at 24:00 at the latest. Please enter what lies past midnight on the next day, such as 00:00-02:00."),
        OpenSpanProblem.Overlapping => new("有两段重叠。请分开写。", "Two spans overlap. Please keep them apart."),
        _ => throw new ArgumentOutOfRangeException(nameof(problem)),
    };
}
