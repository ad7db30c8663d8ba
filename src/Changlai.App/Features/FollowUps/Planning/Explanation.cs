using Changlai.App.Features.FollowUps.Model;
using Changlai.App.Features.FollowUps.Rules;
using Changlai.App.Features.FollowUps.Storage;
using Changlai.App.Features.Orders.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Planning;
using Changlai.Core.Values;

namespace Changlai.App.Features.FollowUps.Planning;

/// <summary>One occasion of a customer and what became of it.</summary>
/// <param name="State">A stored state, or <c>excluded</c> when a rule kept it from becoming a follow-up.</param>
/// <param name="WhyState">What became of it and why, in a sentence.</param>
internal sealed record ExplainedOccasion(
    Plan Plan, PlanStep Step, string Occasion, DateOnly EarliestOn, DateOnly IdealOn, DateOnly LatestOn, string State, DateOnly? DueOn,
    Text WhyOccasion, Text WhyState, Text? Stake, long? ValueMinor);

/// <summary>Every occasion of a customer within the horizon, what became of it, and the facts it rests on.</summary>
/// <param name="Currency">Of the customer's store; empty for a customer of none.</param>
internal sealed record Explanation(long CustomerId, DateOnly Day, string Currency, PurchaseHistory History, IReadOnlyList<ExplainedOccasion> Occasions);

/// <summary>Looks at one customer as a planning run would, without writing.</summary>
internal sealed class Explainer(DatabaseSession session, ActivePlans plans, PlanningCalendar calendar, DateOnly day, int horizonEnd)
{
    public Explanation Explain(long customerId)
    {
        var policy = ContactPolicy.Default;
        var touched = new TouchedCustomers(session, plans);
        touched.Create();
        touched.Add([customerId]);
        var leftOut = new List<Excluded>();
        var loader = new BoardLoader(session, calendar, plans, policy, day.DayNumber, horizonEnd) { LeftOut = leftOut };
        var board = loader.Load(TouchedCustomers.Table);
        new Placement(board, calendar, plans, policy, day.DayNumber).Run();
        session.Execute($"DROP TABLE {TouchedCustomers.Table}");

        var currency = board.Customers.Count > 0 && board.Customers[0].Store >= 0 ? calendar.Stores[board.Customers[0].Store].Currency : "";
        var stored = FollowUpQuery.Read(session, new FollowUpFilter { CustomerId = customerId }).ToDictionary(row => (row.Plan, row.Step, row.Occasion));
        var occasions = board.Items.Select(item => OfItem(item, stored, currency)).Concat(leftOut.Select(OfExcluded));
        return new Explanation(customerId, day, currency, HistoryOf(customerId),
            occasions.OrderBy(occasion => occasion.IdealOn).ThenBy(occasion => occasion.Plan.Code, StringComparer.Ordinal)
                .ThenBy(occasion => occasion.Step.Code, StringComparer.Ordinal).ThenBy(occasion => occasion.Occasion, StringComparer.Ordinal).ToList());
    }

    private ExplainedOccasion OfItem(BoardItem item, Dictionary<(string, string, string), FollowUpView> stored, string currency)
    {
        var step = plans.Steps[item.Step];
        if (stored.TryGetValue((step.Plan.Code, step.Step.Code, item.Occasion.ToString()), out var row))
            return new ExplainedOccasion(step.Plan, step.Step, row.Occasion, row.EarliestOn, row.IdealOn, row.LatestOn, row.State, row.DueOn,
                row.Reason, row.StateReason is { } why ? Why.State(why) : row.DayReason, row.Stake, row.ValueMinor);

        var (state, whyState) = item.Fate switch
        {
            ItemFate.Placed => (FollowUpState.Planned, Why.Day(item.Reason.Code())),
            ItemFate.HeldOut => (FollowUpState.HeldOut, Why.State(FollowUpState.HeldOut)),
            _ => (FollowUpState.NotPlaced, Why.State(item.Reason.Code())),
        };
        var window = step.WindowAt(item.AnchorOn);
        return Explained(step, item.Occasion, window, state, item.Day < 0 ? null : DateOnly.FromDayNumber(item.Day),
            Why.Occasion(OccasionReason.Stored(step.Plan.Trigger, item.Occasion, item.AnchorOn), item.Value.Stored, DateOnly.FromDayNumber(window.Ideal), step.Step.OffsetDays),
            whyState, Why.Stake(item.Value.Stored, item.Value.Minor, currency), item.Value.Minor);
    }

    private ExplainedOccasion OfExcluded(Excluded left)
    {
        var step = plans.Steps[left.Step];
        return Explained(step, left.Occasion, step.WindowAt(left.AnchorOn), "excluded", null,
            new Text($"{step.Plan.Name.Chinese}:{step.Step.Name.Chinese}。", $"{step.Plan.Name.English}: {step.Step.Name.English}."),
            Why.State(left.Why.Code()), null, null);
    }

    private static ExplainedOccasion Explained(
        ActiveStep step, Occasion occasion, DayWindow window, string state, DateOnly? due, Text whyOccasion, Text whyState, Text? stake, long? value) =>
        new(step.Plan, step.Step, occasion.ToString(), DateOnly.FromDayNumber(window.Earliest), DateOnly.FromDayNumber(window.Ideal),
            DateOnly.FromDayNumber(window.Latest), state, due, whyOccasion, whyState, stake, value);

    private PurchaseHistory HistoryOf(long customerId)
    {
        var history = new PurchaseHistory();
        using var rows = session.Read("""
            SELECT id, ordered_on, total_minor, margin_minor, supply_days, kind, returns_order_id FROM customer_order
            WHERE customer_id = @id AND ordered_on <= @day ORDER BY id
            """, ("id", customerId), ("day", day));
        while (rows.Next())
            history.Add(new OrderFact(rows.Long(0), rows.Day(1).DayNumber, rows.Long(2), rows.Long(3), rows.IntOrNull(4) ?? 0, rows.Text(5) == "return", rows.LongOrNull(6) ?? 0));
        history.Build();
        return history;
    }
}
