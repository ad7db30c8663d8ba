using System.Globalization;
using Changlai.App.Features.FollowUps.Model;
using Changlai.Core.Values;

namespace Changlai.App.Features.FollowUps.Rules;

/// <summary>Says in a sentence each why there is a follow-up, why on this day, and what is at stake.</summary>
internal static class Why
{
    private static readonly Text OrderDay = new("{0}下单后第 {1} 天。", "Day {1} after the order of {0}.");
    private static readonly Text RunsOut = new("{0}买的预计{1}用完，提前 {2} 天提醒。", "What was bought on {0} should be used up on {1}; the reminder comes {2} days before.");
    private static readonly Text OwnRhythm = new("平常约 {0} 天买一次，上次{1}，预计{2}再来。", "Usually buys every {0} days, last on {1}, so expected again on {2}.");
    private static readonly Text SilentOwn = new("平常约 {0} 天买一次，上次{1}；超过 {2} 天没来，比以往八成的间隔都长。", "Usually buys every {0} days, last on {1}; more than {2} days away is longer than four in five of the past intervals.");
    private static readonly Text SilentFew = new("买过 {0} 次，上次{1}，到第 {2} 天还没有再来。", "Purchases so far: {0}; the last on {1}, and not back by day {2}.");
    private static readonly Text NeedMet = new("客户问过的东西，{0}有了。", "What the customer had asked for was there on {0}.");
    private static readonly Text Value = new("预计下次毛利 {0} × 流失可能 {1}% = {2}（买过 {3} 次，约 {4} 天一次，届时已隔 {5} 天）。",
        "Expected margin of the next purchase {0} × {1}% chance of losing it = {2} (purchases so far: {3}, about every {4} days; days since the last by then: {5}).");

    private static readonly Dictionary<DayReason, Text> Days = new()
    {
        [DayReason.Ideal] = new("正是最合适的一天。", "This is the ideal day."),
        [DayReason.Late] = new("最合适的一天已过，排在还来得及的第一天。", "The ideal day had passed; this was the first day still in time."),
        [DayReason.PreferredDay] = new("客户喜欢在这一天接电话。", "The customer likes to be called on this day of the week."),
        [DayReason.Closed] = new("最合适的那天门店休息。", "The store is closed on the ideal day."),
        [DayReason.TooClose] = new("与另一次联系相隔不到三天，错开了。", "Another contact lies less than three days from the ideal day."),
        [DayReason.TooMany] = new("七天内已有两次联系，错开了。", "There are already two contacts within seven days of the ideal day."),
        [DayReason.Repeated] = new("同样的内容三十天内说过了。", "The same was said within the last thirty days."),
        [DayReason.Capacity] = new("最合适的那天人手已排满或休息。", "On the ideal day the person is fully booked or off."),
        [DayReason.Levelled] = new("这天较空，把工作摊平。", "This day is quieter, which levels the load."),
        [DayReason.Kept] = new("已经排好，不再变动。", "Already arranged, so it stays."),
        [DayReason.TriedAgain] = new("上次没有人接，这是之后第一个能联系的日子。", "Nobody answered the last time; this is the first day open after it."),
        [DayReason.Agreed] = new("与客户约好的日子。", "The day agreed with the customer."),
    };

    private static readonly Dictionary<string, Text> States = new(StringComparer.Ordinal)
    {
        ["do-not-contact"] = new("客户要求不再联系。", "The customer asked not to be contacted."),
        ["phone-refused"] = new("客户不愿接电话。", "The customer does not want calls."),
        ["channel-refused"] = new("客户不愿以这种方式被联系。", "The customer does not want to be reached this way."),
        ["phone-wrong"] = new("电话号码不对，等待更正。", "The phone number is wrong and waits to be corrected."),
        ["open-complaint"] = new("有投诉未解决，期间不推销。", "A complaint is open; nothing is sold until it is solved."),
        ["new-order"] = new("客户又买了，以新订单为准。", "The customer bought again; the new order takes over."),
        ["same-day-order"] = new("同一天还有一单，只跟进一次。", "Another order of the same day is followed up instead."),
        ["plan-off"] = new("这个计划已停用。", "The plan is switched off."),
        ["returned"] = new("货已退回。", "The goods came back."),
        ["not-in-audience"] = new("不在这个计划选定的客户细分里。", "The customer is not in the segment that the plan is for."),
        ["no-longer-due"] = new("由头不在了。", "The occasion no longer holds."),
        ["window-over"] = new("过了可以联系的日子。", "The days on which it could be done are over."),
        ["held-out"] = new("在对照组里，特意不联系，用来比较效果。", "In the control group: left alone on purpose, to measure the effect."),
        ["no-answer"] = new("多次无人接听。", "Nobody answered, several times."),
        ["refused"] = new("客户不愿被联系。", "The customer did not want to be contacted."),
        ["bought"] = new("客户说已经买了，等订单到。", "The customer says they have bought; the order is awaited."),
    };

    public static Text Occasion(string reason, string valueBasis, DateOnly idealOn, int offsetDays)
    {
        var what = OccasionReason.Parse(reason);
        var value = ValueAtStake.Parse(valueBasis, 0);
        var last = idealOn.AddDays(-value.ElapsedDays);
        return what.Trigger switch
        {
            Trigger.OrderPlaced => Fill(OrderDay, what.AnchorOn, offsetDays),
            Trigger.NextPurchaseNear when what.Kind == OccasionKind.Order => Fill(RunsOut, last, what.AnchorOn, -offsetDays),
            Trigger.NextPurchaseNear => Fill(OwnRhythm, value.TypicalDays, last, what.AnchorOn),
            Trigger.Silent when value.Purchases >= Orders.Contracts.PurchaseRhythm.PersonalFrom =>
                Fill(SilentOwn, value.TypicalDays, last, what.AnchorOn.DayNumber - last.DayNumber),
            Trigger.Silent => Fill(SilentFew, value.Purchases, last, what.AnchorOn.DayNumber - last.DayNumber),
            Trigger.NeedMet => Fill(NeedMet, what.AnchorOn),
            _ => throw new InvalidOperationException("Unknown trigger."),
        };
    }

    public static Text Day(string dayReason) => Days[DayReasons.Parse(dayReason)];

    /// <summary>A state's reason; what is no code is a person's own words.</summary>
    public static Text State(string reason) => States.TryGetValue(reason, out var text) ? text
        : DayReasons.TryParse(reason, out var day) ? Days[day] : new Text(reason, reason);

    public static Text Stake(string valueBasis, long valueMinor, string currency)
    {
        var value = ValueAtStake.Parse(valueBasis, valueMinor);
        return Fill(Value, Money(value.MarginMinor, currency), (value.LostPerMille / 10.0).ToString("0.#", CultureInfo.InvariantCulture),
            Money(valueMinor, currency), value.Purchases, value.TypicalDays, value.ElapsedDays);
    }

    private static string Money(long minor, string currency) => $"{currency} {Currencies.ToMajor(minor, currency).ToString($"N{Currencies.Digits(currency)}", CultureInfo.InvariantCulture)}";

    private static Text Fill(Text text, params object[] values) => new(
        text.In(Language.Chinese, values.Select(value => value is DateOnly day ? $" {day.Year} 年 {day.Month} 月 {day.Day} 日" : value).ToArray()).Trim(),
        text.In(Language.English, values.Select(value => value is DateOnly day ? day.ToString("d MMM yyyy", CultureInfo.InvariantCulture) : value).ToArray()));
}
