using Changlai.App.Features.FollowUps.Model;
using Changlai.Core.Values;

namespace Changlai.App.Features.FollowUps.Outcomes;

/// <summary>What a person says came of a follow-up.</summary>
/// <param name="Outcome">Code of an <see cref="Model.Outcome"/>.</param>
/// <param name="StaffId">Who acted.</param>
/// <param name="IdempotencyKey">Made with the form: the same key again changes nothing.</param>
/// <param name="CallBackAt">For a call-back: the moment agreed with the customer.</param>
/// <param name="Mood">Code of a <see cref="Model.Mood"/>; null when nobody could tell.</param>
/// <param name="Channel">Code of the channel really used; null for the planned one.</param>
internal sealed record OutcomeRequest(
    long CustomerId, long FollowUpId, string Outcome, long StaffId, string IdempotencyKey,
    DateTimeOffset? CallBackAt = null, string? Mood = null, string? Note = null, string? Channel = null);

/// <summary>A person decides that a follow-up is not worth making.</summary>
/// <param name="Reason">Why, in words.</param>
internal sealed record SkipRequest(long CustomerId, long FollowUpId, string Reason, long StaffId, string IdempotencyKey);

/// <summary>Bad input: the field it is about, and what is wrong and would be right.</summary>
public sealed record OutcomeProblem(string Field, Text Message);

/// <summary>What came of recording an outcome: problems, or where the follow-up stands now.</summary>
/// <param name="Problems">Empty when it was taken; otherwise nothing was written.</param>
/// <param name="Now">Where the follow-up stands; null with problems.</param>
/// <param name="Said">What happens next, in a sentence.</param>
/// <param name="Again">True when the same key had been taken before: this is what was answered then.</param>
internal sealed record OutcomeResult(IReadOnlyList<OutcomeProblem> Problems, FollowUpNow? Now, Text Said, bool Again = false)
{
    public bool IsTaken => Now is not null;

    public static OutcomeResult Refused(params IReadOnlyList<OutcomeProblem> problems) => new(problems, null, problems[0].Message);
}
