using Changlai.App.Features.FollowUps.Model;
using Changlai.App.Features.Orders.Contracts;

namespace Changlai.App.Features.FollowUps.Rules;

/// <summary>
/// The planner's first step: from one customer's facts, the occasions whose ideal day falls into the horizon and whose window
/// is still open. Nothing is planned back in time: a step whose window is over stays over.
/// </summary>
internal sealed class Expansion(ActivePlans plans)
{
    private readonly List<OrderFact> purchases = [];
    private readonly List<int> days = [];
    private readonly Dictionary<long, long> returned = [];
    private int today;
    private int horizonEnd;
    private CustomerFacts facts = null!;
    private List<Candidate> candidates = null!;
    private List<Excluded>? excluded;
    private PurchaseRhythm rhythm;
    private long margin;

    /// <param name="customer">Facts up to <paramref name="planFor"/>.</param>
    /// <param name="planFor">Day number of the day planned for.</param>
    /// <param name="lastIdeal">Last day number of the horizon.</param>
    /// <param name="found">Receives the candidates.</param>
    /// <param name="leftOut">Receives what the rules exclude, when somebody wants to know.</param>
    /// <returns>The customer's rhythm; null when nothing was ever bought.</returns>
    public PurchaseRhythm? Expand(CustomerFacts customer, int planFor, int lastIdeal, List<Candidate> found, List<Excluded>? leftOut = null)
    {
        (facts, today, horizonEnd, candidates, excluded) = (customer, planFor, lastIdeal, found, leftOut);
        ReadHistory();
        if (days.Count == 0) return null;
        rhythm = PurchaseRhythm.From(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(days), purchases[^1].SupplyDays);

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

    /// <summary>Orders that came back whole are no purchases; the margin of what came back is taken off.</summary>
    private void ReadHistory()
    {
        purchases.Clear();
        days.Clear();
        returned.Clear();
        margin = 0;
        foreach (var order in facts.Orders)
        {
            if (!order.IsReturn || order.On > today) continue;
            margin += order.MarginMinor;
            if (order.ReturnsOrderId != 0)
                returned[order.ReturnsOrderId] = returned.GetValueOrDefault(order.ReturnsOrderId) - order.TotalMinor;
        }
        foreach (var order in facts.Orders)
        {
            if (order.IsReturn || order.On > today) continue;
            margin += order.MarginMinor;
            if (returned.Count > 0 && order.TotalMinor > 0 && returned.GetValueOrDefault(order.Id) >= order.TotalMinor) continue;
            purchases.Add(order);
            if (days.Count == 0 || days[^1] != order.On) days.Add(order.On);
        }
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
        if (why != Exclusion.None)
        {
            excluded?.Add(new Excluded(step.Index, occasion, anchorOn, why));
            return;
        }
        var value = ValueAtStake.Of(days.Count, margin, rhythm.TypicalDays, window.Ideal - rhythm.LastOn);
        candidates.Add(new Candidate(step.Index, occasion, anchorOn, value));
    }

    private Exclusion Refused(ActiveStep step)
    {
        if (!step.Enabled) return Exclusion.PlanOff;
        if (facts.DoNotContact) return Exclusion.DoNotContact;
        if (facts.HasOpenComplaint && step.Plan.Sells) return Exclusion.OpenComplaint;
        if (step.Step.Channel.IsPhone && facts.PhoneWrong) return Exclusion.PhoneWrong;
        if (step.Step.Channel == Channel.Phone && facts.PhoneRefused) return Exclusion.PhoneRefused;
        return Exclusion.None;
    }
}
