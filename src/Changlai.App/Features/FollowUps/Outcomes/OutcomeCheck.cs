using Changlai.App.Features.FollowUps.Model;

namespace Changlai.App.Features.FollowUps.Outcomes;

/// <summary>What can be said of a request without looking anything up.</summary>
internal static class OutcomeCheck
{
    public const int LongestNote = 2000;
    public const int LongestReason = 200;
    public const int MostCallBackDays = 60;

    public static IReadOnlyList<OutcomeProblem> Problems(OutcomeRequest request, DateTimeOffset now)
    {
        var problems = new List<OutcomeProblem>();
        if (string.IsNullOrWhiteSpace(request.IdempotencyKey)) problems.Add(new("idempotencyKey", OutcomeWords.NoKey));
        var outcome = Outcome.Find(request.Outcome);
        if (outcome is null) problems.Add(new("outcome", OutcomeWords.UnknownOutcome));
        if (outcome == Outcome.CallBack && WrongMoment(request.CallBackAt, now) is { } wrong) problems.Add(wrong);
        if (request.Mood is { Length: > 0 } mood && Mood.Find(mood) is null) problems.Add(new("mood", OutcomeWords.UnknownMood));
        if (request.Channel is { Length: > 0 } channel && Channel.All.All(known => known.Code != channel)) problems.Add(new("channel", OutcomeWords.UnknownChannel));
        if (request.Note is { } note && note.Trim().Length > LongestNote) problems.Add(new("note", OutcomeWords.Long(note.Trim().Length, LongestNote)));
        return problems;
    }

    public static IReadOnlyList<OutcomeProblem> Problems(SkipRequest request)
    {
        var problems = new List<OutcomeProblem>();
        if (string.IsNullOrWhiteSpace(request.IdempotencyKey)) problems.Add(new("idempotencyKey", OutcomeWords.NoKey));
        if (string.IsNullOrWhiteSpace(request.Reason)) problems.Add(new("reason", OutcomeWords.NoReason));
        else if (request.Reason.Trim().Length > LongestReason) problems.Add(new("reason", OutcomeWords.Long(request.Reason.Trim().Length, LongestReason)));
        return problems;
    }

    private static OutcomeProblem? WrongMoment(DateTimeOffset? at, DateTimeOffset now) => at switch
    {
        null => new("callBackAt", OutcomeWords.NoCallBackTime),
        { } moment when moment <= now => new("callBackAt", OutcomeWords.PastCallBack),
        { } moment when moment > now.AddDays(MostCallBackDays) => new("callBackAt", OutcomeWords.FarCallBack(MostCallBackDays)),
        _ => null,
    };
}
