using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.FollowUps.Model;
using Changlai.App.Features.FollowUps.Rules;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Values;

namespace Changlai.App.Features.FollowUps.Contracts;

/// <summary>One follow-up with all that a list of them shows.</summary>
public sealed record FollowUpView(
    long Id, long CustomerId, string Customer, string? Phone, string Plan, string Step, string Occasion, string State, string? StateReason,
    string Channel, DateOnly EarliestOn, DateOnly IdealOn, DateOnly LatestOn, DateOnly? DueOn, DateTimeOffset? CallBackAt, int Priority,
    long ValueMinor, string Currency, string ReasonCode, string DayReasonCode, string ValueBasis, int Attempts,
    long? StaffId, string? Staff, string Store, string? Outcome, DateOnly? ClosedOn, long Strength, long StoreId)
{
    /// <summary>As somebody sees it from whom numbers are kept.</summary>
    internal FollowUpView SeenThrough(Masking masking) => masking.IsOn(CustomerId) ? this with { Phone = masking.Phone(CustomerId, Phone) } : this;

    public Plan? PlanOf => ReadyMadePlans.Find(Plan);

    public PlanStep? StepOf => PlanOf?.Steps.FirstOrDefault(step => step.Code == Step);

    public Text PlanName => PlanOf?.Name ?? new Text(Plan, Plan);

    public Text StepName => StepOf?.Name ?? new Text(Step, Step);

    public Text Purpose => StepOf?.Purpose ?? new Text(Plan, Plan);

    public Text Reason => Why.Occasion(ReasonCode, ValueBasis, IdealOn, StepOf?.OffsetDays ?? 0);

    public Text DayReason => Why.Day(DayReasonCode);

    public Text Stake => Why.Stake(ValueBasis, ValueMinor, Currency);
}
