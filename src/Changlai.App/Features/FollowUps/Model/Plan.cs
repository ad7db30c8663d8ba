using Changlai.Core.Values;

namespace Changlai.App.Features.FollowUps.Model;

/// <summary>What a plan's steps are counted from.</summary>
public enum Trigger
{
    /// <summary>The day of an order.</summary>
    OrderPlaced,

    /// <summary>The day on which the customer is expected to buy again.</summary>
    NextPurchaseNear,

    /// <summary>The day from which the customer counts as silent.</summary>
    Silent,

    /// <summary>The day on which something the customer had asked for is there.</summary>
    NeedMet,
}

/// <summary>A rule that makes follow-ups.</summary>
/// <param name="Code">Stable code, stored with each follow-up.</param>
/// <param name="Priority">1 to 100: multiplies the value at stake when two want the same day.</param>
/// <param name="HoldoutPercent">Share of customers left out on purpose, 0 to 50, unless the shop sets its own.</param>
/// <param name="Sells">Whether it asks for a purchase: an open complaint silences it.</param>
/// <param name="EndsWithNewOrder">Whether a later order takes its place.</param>
public sealed record Plan(
    string Code,
    Text Name,
    Text Purpose,
    Trigger Trigger,
    int Priority,
    int HoldoutPercent,
    bool Sells,
    bool EndsWithNewOrder,
    IReadOnlyList<PlanStep> Steps);

/// <summary>One contact of a plan.</summary>
/// <param name="OffsetDays">Days from the trigger's day to the ideal day; below 0 comes before it.</param>
/// <param name="DaysBefore">Days it may come earlier than ideal.</param>
/// <param name="DaysAfter">Days it may come later than ideal.</param>
/// <param name="Content">What it says, as a code: the policy keeps one customer from hearing the same content again too soon.</param>
public sealed record PlanStep(
    string Code,
    Text Name,
    int OffsetDays,
    int DaysBefore,
    int DaysAfter,
    Channel Channel,
    string Content,
    Text Purpose,
    Text Script,
    Text Avoid);
