using Changlai.App.Features.FollowUps.Contracts;
using Changlai.App.Features.FollowUps.Model;
using Changlai.App.Features.FollowUps.Rules;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.FollowUps.Planning;

/// <summary>The planner's one write: the difference between the board and what is stored.</summary>
internal sealed class BoardWriter(DatabaseSession session, PlanningBoard board, PlanningCalendar calendar, ActivePlans plans, int today)
{
    private const string Changes = "follow_up_change";
    private readonly PlanReport report = new();
    private readonly List<Change> changes = [];
    private readonly List<int> created = [];

    public PlanReport Write(IReadOnlyList<(int Stored, string Why)> cancelled)
    {
        for (var i = 0; i < board.Items.Count; i++) Compare(i, board.Items[i]);
        foreach (var (index, why) in cancelled)
        {
            var stored = board.Stored[index];
            if (stored.State == StoredState.Planned) CountsOf(stored.Step).Cancelled++;
            changes.Add(new Change(index, -1, FollowUpState.Cancelled, why));
        }
        InsertCreated();
        ApplyChanges();
        return report;
    }

    private void Compare(int index, in BoardItem item)
    {
        if (item.Fate == ItemFate.Closed) return;
        if (item.Stored < 0)
        {
            created.Add(index);
            CountNew(item);
            return;
        }
        var stored = board.Stored[item.Stored];
        var now = item.Fate switch
        {
            ItemFate.Placed => StoredState.Planned,
            ItemFate.HeldOut => StoredState.HeldOut,
            _ => StoredState.NotPlaced,
        };
        if (stored.State == now && stored.ValueMinor == item.Value.Minor && IsSameWindow(stored, item) && now switch
        {
            StoredState.Planned => stored.Day == item.Day && stored.Person == item.Person,
            StoredState.NotPlaced => stored.WhyNot == item.Reason.Code(),
            _ => true,
        }) return;

        if (stored.State == StoredState.Planned && now == StoredState.Planned)
        {
            if (stored.Day != item.Day || stored.Person != item.Person) CountsOf(item.Step).Moved++;
        }
        else
        {
            if (stored.State == StoredState.Planned) CountsOf(item.Step).Cancelled++;
            if (stored.State != now) CountNew(item);
        }
        changes.Add(new Change(item.Stored, index, StateCode(item.Fate), item.Fate == ItemFate.NotPlaced ? item.Reason.Code() : null));
    }

    private bool IsSameWindow(in StoredFollowUp stored, in BoardItem item)
    {
        var window = plans.Steps[item.Step].WindowAt(item.AnchorOn);
        return window.Ideal == stored.IdealOn && window.Latest == stored.LatestOn;
    }

    private void CountNew(in BoardItem item)
    {
        switch (item.Fate)
        {
            case ItemFate.Placed: CountsOf(item.Step).Created++; break;
            case ItemFate.HeldOut: CountsOf(item.Step).HeldOut++; break;
            case ItemFate.NotPlaced: CountsOf(item.Step).NotPlaced++; break;
            default: break;
        }
    }

    private PlanCounts CountsOf(int step) => report.Of(plans.Steps[step].Plan.Code);

    private static string StateCode(ItemFate fate) => fate switch
    {
        ItemFate.Placed => FollowUpState.Planned,
        ItemFate.HeldOut => FollowUpState.HeldOut,
        _ => FollowUpState.NotPlaced,
    };

    private void InsertCreated()
    {
        if (created.Count == 0) return;
        var id = session.ReserveIds("follow_up", created.Count);
        using var insert = session.Insert("follow_up",
            "customer_id", "id", "plan", "step", "occasion", "state", "state_reason", "channel", "store_id", "assignee_id",
            "earliest_on", "ideal_on", "latest_on", "due_on", "priority", "value_minor", "currency", "strength",
            "reason", "day_reason", "value_basis", "attempts", "planned_on");
        foreach (var index in created) Insert(insert, board.Items[index], id++);
        insert.Complete();
    }

    private void Insert(BulkInsert insert, in BoardItem item, long id)
    {
        var step = plans.Steps[item.Step];
        ref readonly var customer = ref board.Customer(item.Customer);
        var store = calendar.Stores[customer.Store];
        var window = step.WindowAt(item.AnchorOn);
        var person = PersonOf(item);
        insert.Add(customer.Id).Add(id).Add(step.Plan.Code).Add(step.Step.Code).Add(item.Occasion.ToString())
            .Add(StateCode(item.Fate)).Add(item.Fate == ItemFate.NotPlaced ? item.Reason.Code() : null)
            .Add(step.Step.Channel.Code).Add(store.Id);
        if (person >= 0) insert.Add(calendar.People[person].Id);
        else insert.AddNull();
        insert.Add(Date(window.Earliest)).Add(Date(window.Ideal)).Add(Date(window.Latest));
        if (item.Day >= 0) insert.Add(Date(item.Day));
        else insert.AddNull();
        insert.Add(step.Plan.Priority).Add(item.Value.Minor).Add(store.Currency).Add(item.Strength)
            .Add(OccasionReason.Stored(step.Plan.Trigger, item.Occasion, item.AnchorOn))
            .Add(item.Reason.Code()).Add(item.Value.Stored).Add(0).Add(Date(today));
        insert.EndRow();
    }

    /// <summary>Who has it; of what has no day, whose it would be. −1: the store's common list.</summary>
    private int PersonOf(in BoardItem item)
    {
        if (item.Person >= 0) return item.Person;
        var owner = board.Customers[item.Customer].Owner;
        return item.Fate != ItemFate.Placed && owner >= 0 && calendar.People[owner].DailyCapacity > 0 ? owner : -1;
    }

    private void ApplyChanges()
    {
        if (changes.Count == 0) return;
        session.CreateTemporaryTable(Changes, """
            customer_id bigint, id bigint, state text, state_reason text, due_on date, assignee_id bigint, day_reason text,
            value_minor bigint, value_basis text, strength bigint, earliest_on date, ideal_on date, latest_on date, reason text
            """);
        changes.Sort((a, b) => board.Stored[a.Stored].Customer != board.Stored[b.Stored].Customer
            ? board.Stored[a.Stored].Customer.CompareTo(board.Stored[b.Stored].Customer)
            : board.Stored[a.Stored].Id.CompareTo(board.Stored[b.Stored].Id));
        using (var insert = session.Insert(Changes, "customer_id", "id", "state", "state_reason", "due_on", "assignee_id", "day_reason",
            "value_minor", "value_basis", "strength", "earliest_on", "ideal_on", "latest_on", "reason"))
        {
            foreach (var change in changes)
            {
                var stored = board.Stored[change.Stored];
                insert.Add(board.Customers[stored.Customer].Id).Add(stored.Id).Add(change.State).Add(change.Why);
                if (change.Item >= 0) AddItem(insert, board.Items[change.Item]);
                else for (var column = 0; column < 10; column++) insert.AddNull();
                insert.EndRow();
            }
            insert.Complete();
        }
        session.Analyze(Changes);
        // What is cancelled keeps its window, value and person as they were; only its day goes.
        session.Execute($"""
            UPDATE follow_up SET state = c.state, state_reason = c.state_reason, due_on = c.due_on,
                assignee_id = CASE WHEN c.state = 'cancelled' THEN follow_up.assignee_id ELSE c.assignee_id END,
                day_reason = coalesce(c.day_reason, follow_up.day_reason), value_minor = coalesce(c.value_minor, follow_up.value_minor),
                value_basis = coalesce(c.value_basis, follow_up.value_basis), strength = coalesce(c.strength, follow_up.strength),
                earliest_on = coalesce(c.earliest_on, follow_up.earliest_on), ideal_on = coalesce(c.ideal_on, follow_up.ideal_on),
                latest_on = coalesce(c.latest_on, follow_up.latest_on), reason = coalesce(c.reason, follow_up.reason),
                call_back_at = CASE WHEN c.state = 'planned' THEN follow_up.call_back_at END
            FROM {Changes} c WHERE follow_up.customer_id = c.customer_id AND follow_up.id = c.id
            """);
        session.Execute($"DROP TABLE {Changes}");
    }

    private void AddItem(BulkInsert insert, in BoardItem item)
    {
        var step = plans.Steps[item.Step];
        var window = step.WindowAt(item.AnchorOn);
        var person = PersonOf(item);
        insert.Add(item.Day < 0 ? (DateOnly?)null : Date(item.Day)).Add(person < 0 ? (long?)null : calendar.People[person].Id)
            .Add(item.Reason == DayReason.Kept ? null : item.Reason.Code())
            .Add(item.Value.Minor).Add(item.Value.Stored).Add(item.Strength)
            .Add(Date(window.Earliest)).Add(Date(window.Ideal)).Add(Date(window.Latest))
            .Add(OccasionReason.Stored(step.Plan.Trigger, item.Occasion, item.AnchorOn));
    }

    private static DateOnly Date(int day) => DateOnly.FromDayNumber(day);

    /// <summary>A stored row that changes; without an item it is cancelled.</summary>
    private readonly record struct Change(int Stored, int Item, string State, string? Why);
}
