using Changlai.App.Features.FollowUps.Model;
using Changlai.App.Features.Orders.Contracts;

namespace Changlai.App.Features.FollowUps.Rules;

/// <summary>
/// The planner's first step: from one customer's facts, the occasions whose ideal day falls into the horizon and whose window
/// is still open. Nothing is planned back in time: a step whose window is over stays over.
/// </summary>
internal sealed class Expansion(ActivePlans plans)
{
    /// <summary>An order so few days before the customer told us of a purchase is the one they meant.</summary>
    private const int DaysToldLater = 7;

    private int today;
    private int horizonEnd;
    private CustomerFacts facts = null!;
    private List<Candidate> candidates = null!;
    private List<Excluded>? excluded;
    private IReadOnlyList<OrderFact> purchases = [];
    private PurchaseRhythm rhythm;

    /// <param name="customer">Facts up to <paramref name="planFor"/>.</param>
    /// <param name="planFor">Day number of the day planned for.</param>
    /// <param name="lastIdeal">Last day number of the horizon.</param>
    /// <param name="found">Receives the candidates.</param>
    /// <param name="leftOut">Receives what the rules exclude, when somebody wants to know.</param>
    /// <returns>The customer's rhythm; null when nothing was ever bought.</returns>
    public PurchaseRhythm? Expand(CustomerFacts customer, int planFor, int lastIdeal, List<Candidate> found, List<Excluded>? leftOut = null)
    {
        (facts, today, horizonEnd, candidates, excluded) = (customer, planFor, lastIdeal, found, leftOut);
        customer.History.Build();
        purchases = [];
        if (customer.History.Rhythm is not { } known) return null;
        (rhythm, purchases) = (known, customer.History.Purchases);

        for (var i = 0; i < plans.Steps.Count; i++)
        {
            var step = plans.Steps[i];
            if (!step.Enabled && excluded is null) continue;
            switch (step.Plan.Trigger)
            {
                case Trigger.OrderPlaced:
                    FromOrders(step);
                    break;
                case Trigger.NextPurchaseNear when rhythm.NextPurchaseOn is { } next:
                    var kind = rhythm.Basis == RhythmBasis.Product ? OccasionKind.Order : OccasionKind.Rhythm;
                    Offer(step, new Occasion(kind, purchases[^1].Id), next, Exclusion.None);
                    break;
                case Trigger.Silent:
                    Offer(step, new Occasion(OccasionKind.Rhythm, purchases[^1].Id), rhythm.SilentOn, Exclusion.None);
                    break;
                default:
                    break;
            }
        }
        return rhythm;
    }

    private void FromOrders(ActiveStep step)
    {
        var reach = step.Step.OffsetDays + step.Step.DaysAfter;
        for (var i = purchases.Count - 1; i >= 0 && purchases[i].On + reach >= today; i--)
        {
            var order = purchases[i];
            var why = Exclusion.None;
            if (i + 1 < purchases.Count && purchases[i + 1].On == order.On) why = Exclusion.SameDayOrder;
            else if (step.Plan.EndsWithNewOrder && order.On < purchases[^1].On) why = Exclusion.NewOrder;
            Offer(step, new Occasion(OccasionKind.Order, order.Id), order.On, why);
        }
    }

    private void Offer(ActiveStep step, Occasion occasion, int anchorOn, Exclusion why)
    {
        var window = step.WindowAt(anchorOn);
        if (window.Ideal > horizonEnd || window.Latest < today) return;
        if (why == Exclusion.None) why = Refused(step);
        if (why == Exclusion.None && IsSaidToBeBought(step, window.Ideal)) why = Exclusion.Bought;
        if (why != Exclusion.None)
        {
            excluded?.Add(new Excluded(step.Index, occasion, anchorOn, why));
            return;
        }
        var value = ValueAtStake.Of(rhythm.Purchases, facts.History.MarginMinor, rhythm.TypicalDays, window.Ideal - rhythm.LastOn);
        candidates.Add(new Candidate(step.Index, occasion, anchorOn, value));
    }

    /// <summary>What speaks against a follow-up that was made before: its window may be over, as that of an agreed call-back.</summary>
    public Exclusion Against(ActiveStep step, Occasion occasion)
    {
        if (Refused(step) is not Exclusion.None and var refused) return refused;
        if (facts.History.CameBackWhole(occasion.Id)) return Exclusion.Returned;
        for (var i = 0; i < purchases.Count; i++)
            if (purchases[i].Id == occasion.Id)
                return step.Plan.EndsWithNewOrder && purchases[i].On < purchases[^1].On ? Exclusion.NewOrder
                    : i + 1 < purchases.Count && purchases[i + 1].On == purchases[i].On ? Exclusion.SameDayOrder
                    : Exclusion.None;
        return Exclusion.NoLongerDue;
    }

    /// <summary>Between a purchase that the customer told us of and the order that shows it, nobody sells to them.</summary>
    private bool IsSaidToBeBought(ActiveStep step, int idealOn) =>
        step.Plan.Sells && facts.BoughtOn > 0 && rhythm.LastOn < facts.BoughtOn - DaysToldLater
        && idealOn <= facts.BoughtOn + PurchaseRhythm.SilentNeverBefore;

    private Exclusion Refused(ActiveStep step)
    {
        if (!step.Enabled) return Exclusion.PlanOff;
        if (facts.DoNotContact) return Exclusion.DoNotContact;
        if (facts.HasOpenComplaint && step.Plan.Sells) return Exclusion.OpenComplaint;
        if (step.Step.Channel.IsPhone && facts.PhoneWrong) return Exclusion.PhoneWrong;
        if (step.Step.Channel == Channel.Phone && facts.PhoneRefused) return Exclusion.PhoneRefused;
        if (facts.RefusedChannels.Contains(step.Step.Channel.Code)) return Exclusion.ChannelRefused;
        return Exclusion.None;
    }
}
