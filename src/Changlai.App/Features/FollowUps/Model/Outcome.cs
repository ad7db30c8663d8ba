using Changlai.Core.Values;

namespace Changlai.App.Features.FollowUps.Model;

/// <summary>What came of trying to contact a customer. The code is what is stored.</summary>
/// <param name="Spoke">Whether the customer was spoken to or written with: only then does it count as a contact.</param>
internal sealed record Outcome(string Code, Text Name, bool Spoke)
{
    public static readonly Outcome Reached = new("reached", new("联系上了", "Reached"), Spoke: true);
    public static readonly Outcome NoAnswer = new("no-answer", new("无人接听", "No answer"), Spoke: false);
    public static readonly Outcome CallBack = new("call-back", new("约时间再打", "Call back"), Spoke: true);
    public static readonly Outcome WrongNumber = new("wrong-number", new("号码不对", "Wrong number"), Spoke: false);
    public static readonly Outcome Refused = new("refused", new("不愿被联系", "Refused"), Spoke: true);
    public static readonly Outcome Bought = new("bought", new("购买了", "Bought"), Spoke: true);
    public static readonly Outcome Complained = new("complained", new("有投诉", "Complained"), Spoke: true);

    /// <summary>In the order of the keys 1 to 7.</summary>
    public static readonly IReadOnlyList<Outcome> All = [Reached, NoAnswer, CallBack, WrongNumber, Refused, Bought, Complained];

    public static Outcome? Find(string? code) => All.FirstOrDefault(outcome => outcome.Code == code);
}

/// <summary>How the customer felt, as far as one could tell. The code is what is stored.</summary>
internal sealed record Mood(string Code, Text Name)
{
    public static readonly Mood Satisfied = new("satisfied", new("满意", "Satisfied"));
    public static readonly Mood Neutral = new("neutral", new("一般", "Neutral"));
    public static readonly Mood Unhappy = new("unhappy", new("不满意", "Unhappy"));

    public static readonly IReadOnlyList<Mood> All = [Satisfied, Neutral, Unhappy];

    public static Mood? Find(string? code) => All.FirstOrDefault(mood => mood.Code == code);
}
