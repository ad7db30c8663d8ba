using Changlai.Core.Calendars;
using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.Contracts.Tables;

/// <summary>Days of the week as people write them: <c>周一至周五</c>, <c>一三五</c>, <c>Mon-Fri</c>, <c>1-5</c>, <c>每天</c>, <c>工作日</c>, <c>周末</c>.</summary>
internal static class WeekdayWords
{
    private static readonly (string Word, char Digit)[] Days =
    [
        ("monday", '1'), ("tuesday", '2'), ("wednesday", '3'), ("thursday", '4'), ("friday", '5'), ("saturday", '6'), ("sunday", '7'),
        ("mon", '1'), ("tues", '2'), ("tue", '2'), ("wed", '3'), ("thurs", '4'), ("thu", '4'), ("fri", '5'), ("sat", '6'), ("sun", '7'),
        ("一", '1'), ("二", '2'), ("三", '3'), ("四", '4'), ("五", '5'), ("六", '6'), ("日", '7'), ("天", '7'),
    ];

    /// <returns>Null when it cannot be read.</returns>
    public static Weekdays? Parse(string text)
    {
        var plain = FullWidth.Fold(text).ToLowerInvariant();
        if (plain.Trim() is "每天" or "天天" or "全部" or "every day" or "daily" or "all") return Weekdays.All;
        if (plain.Trim() is "工作日" or "平日" or "weekdays" or "working days") return Weekdays.Parse("1-5");
        if (plain.Trim() is "周末" or "双休日" or "weekend" or "weekends") return Weekdays.Parse("6-7");
        plain = plain.Replace("星期", "", StringComparison.Ordinal).Replace("礼拜", "", StringComparison.Ordinal).Replace("周", "", StringComparison.Ordinal);
        foreach (var (word, digit) in Days) plain = plain.Replace(word, digit.ToString(), StringComparison.Ordinal);
        foreach (var to in (string[])["至", "到", "–", "—", "~", " to "]) plain = plain.Replace(to, "-", StringComparison.Ordinal);
        plain = string.Concat(plain.Select(character => character is '、' or ';' or '/' or ' ' or '和' ? ',' : character)).Trim(',');
        // 135 is three days, and 一三五 has become 135.
        if (plain.Length > 1 && plain.All(char.IsAsciiDigit)) plain = string.Join(',', plain.ToCharArray());
        plain = string.Join(',', plain.Split(',', StringSplitOptions.RemoveEmptyEntries));
        return plain.Length > 0 && Weekdays.TryParse(plain, out var days) && days.Count > 0 ? days : null;
    }
}
