using Changlai.App.Features.FollowUps.Model;
using Changlai.Core.Values;

namespace Changlai.App.Features.FollowUps.Plans;

/// <summary>Says when a step comes: from what it is counted, and how much earlier or later it may be.</summary>
internal static class StepDay
{
    public static Text Of(Plan plan, PlanStep step) => (step.DaysBefore > 0 ? PlanTexts.Either : PlanTexts.OnlyLater).FilledWith(Ideal(plan, step), step.DaysBefore, step.DaysAfter);

    private static Text Ideal(Plan plan, PlanStep step) => plan.Trigger switch
    {
        Trigger.OrderPlaced => PlanTexts.AfterOrder.With(step.OffsetDays),
        Trigger.NextPurchaseNear => PlanTexts.BeforeNext.With(-step.OffsetDays),
        Trigger.Silent when step.OffsetDays == 0 => PlanTexts.WhenSilent,
        Trigger.Silent => PlanTexts.AfterSilent.With(step.OffsetDays),
        Trigger.NeedMet when step.OffsetDays == 0 => PlanTexts.WhenMet,
        Trigger.NeedMet => PlanTexts.AfterMet.With(step.OffsetDays),
        _ => throw new InvalidOperationException("Unknown trigger."),
    };

    private static Text FilledWith(this Text text, Text first, params object[] rest) =>
        new(text.In(Language.Chinese, [first.Chinese, .. rest]), text.In(Language.English, [first.English, .. rest]));
}
