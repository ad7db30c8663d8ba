using Changlai.App.Features.FollowUps.Model;
using Changlai.Core.Values;

namespace Changlai.App.Features.FollowUps.Card;

/// <summary>How a follow-up is called: its plan, and its step where the plan has several.</summary>
internal static class FollowUpName
{
    public static string Of(string planCode, string stepCode, Language language)
    {
        if (ReadyMadePlans.Find(planCode) is not { } plan) return planCode;
        var step = plan.Steps.Count > 1 ? plan.Steps.FirstOrDefault(one => one.Code == stepCode) : null;
        return step is null ? plan.Name.In(language) : $"{plan.Name.In(language)} · {step.Name.In(language)}";
    }
}
