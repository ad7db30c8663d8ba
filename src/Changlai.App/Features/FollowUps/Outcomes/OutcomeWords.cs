using System.Globalization;
using Changlai.App.Features.FollowUps.Model;
using Changlai.App.Features.FollowUps.Rules;
using Changlai.Core.Calendars;
using Changlai.Core.Values;

namespace Changlai.App.Features.FollowUps.Outcomes;

/// <summary>The sentences said while an outcome is recorded.</summary>
internal static class OutcomeWords
{
    public static readonly Text NoFollowUp = new("没有这个回访，可能是链接有误。请回到「今日」再选一次。", "There is no such follow-up; the link may be wrong. Go back to Today and choose again.");
    public static readonly Text NoKey = new("表单缺少编号，请刷新页面再试。", "The form has lost its number; reload the page and try again.");
    public static readonly Text UnknownOutcome = new("请选一个结果：联系上了、无人接听、约时间再打、号码不对、不愿被联系、购买了、有投诉。",
        "Choose an outcome: reached, no answer, call back, wrong number, refused, bought, complained.");
    public static readonly Text UnknownMood = new("请选客户的心情：满意、一般、不满意，或者不选。", "Choose the customer's mood: satisfied, neutral, unhappy, or leave it open.");
    public static readonly Text UnknownChannel = new("请选联系方式：电话、短信、企业微信。", "Choose how you got in touch: phone, text message, WeCom.");
    public static readonly Text NoCallBackTime = new("请填写约好再打的时间。", "Say when you agreed to call back.");
    public static readonly Text NoReason = new("请写一句为什么不联系。", "Say in a few words why it is left out.");

    private static readonly Text CallBackInPast = new("约好的时间已经过去了，请填一个今后的时间。", "That time has passed; give one that is still to come.");
    private static readonly Text CallBackTooFar = new("约好的时间太远，请填 {0} 天以内的时间。", "That is too far ahead; give a time within {0} days.");
    private static readonly Text TooLong = new("写了 {0} 个字，请缩短到 {1} 个字以内。", "That is {0} characters; shorten it to {1} at most.");
    private static readonly Text DoneBy = new("这次回访已由{0}在 {1}记为「{2}」。", "{0} already recorded this follow-up as \"{2}\" on {1}.");
    private static readonly Text ClosedBy = new("这次回访已由{0}在 {1}取消。", "{0} already closed this follow-up on {1}.");
    private static readonly Text NotOpen = new("这次回访已不用联系：{0}", "This follow-up is no longer open: {0}");
    private static readonly Text Colleague = new("同事", "A colleague");

    private static readonly Text Thanks = new("记下了。", "Recorded.");
    private static readonly Text CallBackOn = new("记下了，{0} 再打。", "Recorded; the next call is on {0}.");
    private static readonly Text TryAgainOn = new("记下了，{0}再试一次（已试 {1} 次）。", "Recorded; try again on {0} ({1} tried so far).");
    private static readonly Text GivenUp = new("记下了，多次无人接听，这次就不再打了。", "Recorded; nobody answered, so this one is left there.");
    private static readonly Text PhoneIsWrong = new("记下了，更正号码之前不再安排电话。", "Recorded; no calls are planned until the number is corrected.");
    private static readonly Text WillNotBeContacted = new("记下了，以后不再这样打扰。", "Recorded; the customer will not be disturbed this way again.");
    private static readonly Text ComplaintOpened = new("记下了，并已登记投诉；解决之前不推销。", "Recorded, and a complaint is open; nothing is sold until it is solved.");
    private static readonly Text WasBought = new("记下了，恭喜；这段时间的推销都取消了。", "Recorded, well done; nothing more is sold for a while.");

    public static Text PastCallBack => CallBackInPast;

    public static Text FarCallBack(int days) => Fill(CallBackTooFar, days);

    public static Text Long(int length, int most) => Fill(TooLong, length, most);

    public static Text NoLongerOpen(string state, string? reason, string? outcome, string? by, DateOnly? on)
    {
        if (state is FollowUpState.Done or FollowUpState.Skipped && on is { } day)
        {
            var who = by is null ? Colleague : new Text(by, by);
            return Outcome.Find(outcome) is { } known
                ? new Text(DoneBy.In(Language.Chinese, who.Chinese, Day(day).Chinese, known.Name.Chinese), DoneBy.In(Language.English, who.English, Day(day).English, known.Name.English))
                : new Text(ClosedBy.In(Language.Chinese, who.Chinese, Day(day).Chinese), ClosedBy.In(Language.English, who.English, Day(day).English));
        }
        var why = Why.State(reason ?? state);
        return new Text(NotOpen.In(Language.Chinese, why.Chinese), NotOpen.In(Language.English, why.English));
    }

    public static Text Said(Outcome? outcome, FollowUpNow now, TimeZoneInfo zone) => (outcome?.Code, now) switch
    {
        ("call-back", { CallBackAt: { } at }) => Fill(CallBackOn, Moment(at, zone)),
        ("no-answer", { DueOn: { } day }) => Fill(TryAgainOn, Day(day), now.Attempts),
        ("no-answer", _) => GivenUp,
        ("wrong-number", _) => PhoneIsWrong,
        ("refused", _) => WillNotBeContacted,
        ("complained", _) => ComplaintOpened,
        ("bought", _) => WasBought,
        _ => Thanks,
    };

    private static Text Day(DateOnly day) => new($"{day.Month} 月 {day.Day} 日", day.ToString("d MMM", CultureInfo.InvariantCulture));

    private static Text Moment(DateTimeOffset at, TimeZoneInfo zone)
    {
        var clock = StoreDay.WallClock(at, zone);
        var day = Day(DateOnly.FromDateTime(clock));
        var time = clock.ToString("HH:mm", CultureInfo.InvariantCulture);
        return new Text($"{day.Chinese} {time}", $"{day.English}, {time}");
    }

    private static Text Fill(Text text, params object[] values) => new(
        text.In(Language.Chinese, values.Select(value => value is Text part ? part.Chinese : value).ToArray()),
        text.In(Language.English, values.Select(value => value is Text part ? part.English : value).ToArray()));
}
