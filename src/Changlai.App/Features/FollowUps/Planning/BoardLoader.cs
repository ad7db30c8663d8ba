using System.Runtime.InteropServices;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.FollowUps.Model;
using Changlai.App.Features.FollowUps.Rules;
using Changlai.App.Features.Orders.Contracts;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.FollowUps.Planning;

/// <summary>
/// Reads customers, stored follow-ups and orders as three streams in customer order and expands each customer as the streams
/// pass, so that history is never held in memory.
/// </summary>
internal sealed class BoardLoader(DatabaseSession session, PlanningCalendar calendar, ActivePlans plans, ContactPolicy policy, int today, int horizonEnd)
{
    /// <summary>What was said in a contact that no follow-up led to, or that agreed on another moment.</summary>
    private const int OtherContent = -1;

    private readonly PlanningBoard board = new();
    private readonly List<CustomerWishes> wishes = [];
    private readonly List<StoredRange> ranges = [];
    private readonly List<int> boughtOn = [];
    private readonly List<Candidate> candidates = [];
    private readonly List<Excluded> excluded = [];
    private readonly Expansion expansion = new(plans);
    private readonly CustomerFacts facts = new();

    /// <param name="touched">Name of the temporary table with the customers to look at; null for everyone.</param>
    public PlanningBoard Load(string? touched)
    {
        var scope = new Scope(touched);
        ReadCustomers(scope);
        ReadStored(scope);
        ReadOrders(scope);
        return board;
    }

    public List<(int Stored, string Why)> Cancelled { get; } = [];

    /// <summary>Set it to learn what the rules left out; a whole base's would be too much to keep.</summary>
    public List<Excluded>? LeftOut { get; init; }

    private void ReadCustomers(Scope scope)
    {
        using var rows = session.Read($"""
            SELECT x.customer_id, x.store_id, x.owner_id, x.preferred_weekdays, x.do_not_contact, x.phone_wrong, x.phone_refused, c.open, s.last_contact_on,
                x.refused_channels
            FROM {scope.Of("customer")} LEFT JOIN complaint_summary c ON c.customer_id = x.customer_id
            LEFT JOIN contact_summary s ON s.customer_id = x.customer_id
            WHERE {scope.Joined} ORDER BY {scope.CustomerId}
            """);
        while (rows.Next())
        {
            board.Customers.Add(new BoardCustomer
            {
                Id = rows.Long(0),
                Store = rows.LongOrNull(1) is { } store ? calendar.StoreOf(store) : -1,
                Owner = rows.LongOrNull(2) is { } owner ? calendar.PersonOf(owner) : -1,
                PreferredWeekdays = (byte)rows.Int(3),
                FirstTaken = -1,
            });
            wishes.Add(new CustomerWishes(rows.Flag(4), rows.Flag(5), rows.Flag(6), rows.IntOrNull(7) > 0, rows.DayOrNull(8)?.DayNumber ?? 0, new ChannelSet(rows.Int(9))));
            ranges.Add(default);
            boughtOn.Add(0);
        }
    }

    // Rows older than this can neither stand in the way of anything nor be offered again.
    private void ReadStored(Scope scope)
    {
        var since = DateOnly.FromDayNumber(today - 400);
        using var rows = session.Read($"""
            SELECT x.customer_id, x.id, x.plan, x.step, x.occasion, x.state, x.due_on, x.assignee_id, x.value_minor, x.call_back_at, x.attempts, x.closed_on, x.ideal_on,
                x.latest_on, x.state_reason, x.outcome
            FROM {scope.Of("follow_up")} WHERE {scope.Joined} AND x.ideal_on >= @since ORDER BY {scope.CustomerId}, x.id
            """, ("since", since));
        var customer = 0;
        while (rows.Next())
        {
            var id = rows.Long(0);
            while (customer < board.Customers.Count && board.Customers[customer].Id < id) customer++;
            if (customer == board.Customers.Count) break;
            if (board.Customers[customer].Id != id) continue;
            ReadStoredRow(rows, customer);
        }
    }

    private void ReadStoredRow(Rows rows, int customer)
    {
        var step = plans.IndexOf(rows.Text(2), rows.Text(3));
        var state = StateOf(rows.Text(5));
        var content = step < 0 ? -1 : plans.Steps[step].Content;
        if (state == StoredState.Closed && rows.DayOrNull(11) is { } closedOn)
        {
            var outcome = Outcome.Find(rows.TextOrNull(15));
            if (outcome?.Spoke == true && closedOn.DayNumber <= today && closedOn.DayNumber >= today - policy.MemoryDays)
                board.Take(customer, closedOn.DayNumber, content);
            if (outcome == Outcome.Bought && closedOn.DayNumber <= today)
                CollectionsMarshal.AsSpan(boughtOn)[customer] = Math.Max(boughtOn[customer], closedOn.DayNumber);
        }
        if (step < 0 || Occasion.Parse(rows.Text(4)) is not { } occasion) return;

        var day = rows.DayOrNull(6)?.DayNumber ?? -1;
        var person = rows.LongOrNull(7) is { } assignee ? calendar.PersonOf(assignee) : -1;
        if (state == StoredState.Planned && person >= 0) calendar.Load.Add(person, day, -1);
        ref var range = ref CollectionsMarshal.AsSpan(ranges)[customer];
        if (range.Count == 0) range.First = board.Stored.Count;
        range.Count++;
        board.Stored.Add(new StoredFollowUp
        {
            Customer = customer,
            Id = rows.Long(1),
            Step = step,
            Occasion = occasion,
            State = state,
            Day = day,
            Person = person,
            ValueMinor = rows.Long(8),
            IdealOn = rows.Day(12).DayNumber,
            LatestOn = rows.Day(13).DayNumber,
            WhyNot = state == StoredState.NotPlaced ? rows.TextOrNull(14) : null,
            IsAgreed = !rows.IsNull(9) || rows.Int(10) > 0,
            IsPinned = day >= 0 && day <= today || !rows.IsNull(9) || rows.Int(10) > 0,
        });
    }

    private static StoredState StateOf(string code) => code switch
    {
        FollowUpState.Planned => StoredState.Planned,
        FollowUpState.HeldOut => StoredState.HeldOut,
        FollowUpState.NotPlaced => StoredState.NotPlaced,
        FollowUpState.Cancelled => StoredState.Cancelled,
        _ => StoredState.Closed,
    };

    private void ReadOrders(Scope scope)
    {
        using var rows = session.Read($"""
            SELECT x.customer_id, x.id, x.ordered_on, x.total_minor, x.margin_minor, x.supply_days, x.kind, x.returns_order_id, x.store_id
            FROM {scope.Of("customer_order")} WHERE {scope.Joined} AND x.ordered_on <= @today ORDER BY {scope.CustomerId}, x.id
            """, ("today", DateOnly.FromDayNumber(today)));
        var customer = 0;
        var (lastStore, lastOn) = (0L, 0);
        while (rows.Next())
        {
            var id = rows.Long(0);
            while (customer < board.Customers.Count && board.Customers[customer].Id < id) Expand(customer++, lastStore);
            if (customer == board.Customers.Count) break;
            if (board.Customers[customer].Id != id) continue;
            var on = rows.Day(2).DayNumber;
            if (facts.History.IsEmpty || on >= lastOn) (lastStore, lastOn) = (rows.Long(8), on);
            facts.History.Add(new OrderFact(rows.Long(1), on, rows.Long(3), rows.Long(4), rows.IntOrNull(5) ?? 0, rows.Text(6) == "return", rows.LongOrNull(7) ?? 0));
        }
        while (customer < board.Customers.Count) Expand(customer++, lastStore);
    }

    private void Expand(int index, long lastStore)
    {
        ref var customer = ref board.Customer(index);
        candidates.Clear();
        excluded.Clear();
        if (customer.Store < 0 && !facts.History.IsEmpty) customer.Store = calendar.StoreOf(lastStore);
        (facts.Id, facts.BoughtOn) = (customer.Id, boughtOn[index]);
        (facts.DoNotContact, facts.PhoneWrong, facts.PhoneRefused, facts.HasOpenComplaint, var lastContactOn, facts.RefusedChannels) = wishes[index];
        if (lastContactOn <= today && lastContactOn >= today - policy.MemoryDays && !board.IsTaken(index, lastContactOn)) board.Take(index, lastContactOn, OtherContent);
        expansion.Expand(facts, today, horizonEnd, candidates, LeftOut is not null || ranges[index].Count > 0 ? excluded : null);
        if (customer.Store >= 0)
            foreach (var candidate in candidates) AddItem(index, candidate);
        LeftOut?.AddRange(excluded);
        SettleWhatIsNotOffered(index);
        facts.Clear();
    }

    private void AddItem(int customer, in Candidate candidate)
    {
        var step = plans.Steps[candidate.Step];
        var item = new BoardItem
        {
            Customer = customer,
            Step = candidate.Step,
            Occasion = candidate.Occasion,
            AnchorOn = candidate.AnchorOn,
            Value = candidate.Value,
            Strength = step.Plan.Priority * (candidate.Value.Minor + 1),
            Stored = -1,
            Day = -1,
            Person = -1,
        };
        var range = ranges[customer];
        for (var i = range.First; i < range.First + range.Count; i++)
        {
            ref var stored = ref CollectionsMarshal.AsSpan(board.Stored)[i];
            if (stored.Step != candidate.Step || stored.Occasion != candidate.Occasion) continue;
            item.Stored = i;
            stored.HasItem = true;
            if (stored.State == StoredState.Closed) item.Fate = ItemFate.Closed;
            break;
        }
        var shown = item.Stored >= 0 && board.Stored[item.Stored] is { State: StoredState.Planned, IsPinned: true };
        if (item.Fate == ItemFate.Waiting && !shown && Holdout.Holds(board.Customers[customer].Id, step.Plan.Code, step.HoldoutPercent))
            item.Fate = ItemFate.HeldOut;
        board.Items.Add(item);
    }

    /// <summary>
    /// An exit counts when the event happens: what is stored but no longer follows from the facts is cancelled. What lies outside
    /// this run's reach stands: a window that is over, so that the control group can still be counted and an agreed call-back
    /// is kept, and an ideal day beyond a horizon that was longer before.
    /// </summary>
    private void SettleWhatIsNotOffered(int customer)
    {
        var range = ranges[customer];
        for (var i = range.First; i < range.First + range.Count; i++)
        {
            var stored = board.Stored[i];
            if (stored.HasItem || stored.State is StoredState.Closed or StoredState.Cancelled) continue;
            if (stored.LatestOn >= today && stored.IdealOn <= horizonEnd)
            {
                Cancelled.Add((i, WhyCancelled(stored)));
                continue;
            }
            if (stored.State != StoredState.Planned) continue;
            var step = plans.Steps[stored.Step];
            if (expansion.Against(step, stored.Occasion) is not Exclusion.None and var why) Cancelled.Add((i, why.Code()));
            else Keep(stored, step);
        }
    }

    private void Keep(in StoredFollowUp stored, ActiveStep step)
    {
        if (stored.Person >= 0) calendar.Load.Add(stored.Person, stored.Day);
        board.Take(stored.Customer, Math.Max(stored.Day, today), step.Content);
    }

    private string WhyCancelled(in StoredFollowUp stored)
    {
        foreach (var other in excluded)
            if (other.Step == stored.Step && other.Occasion == stored.Occasion) return other.Why.Code();
        return expansion.Against(plans.Steps[stored.Step], stored.Occasion) is not Exclusion.None and var why ? why.Code() : Exclusion.NoLongerDue.Code();
    }

    /// <summary>Everyone, or those of a table: CROSS JOIN makes SQLite begin with them instead of reading everybody to find them.</summary>
    private readonly record struct Scope(string? Touched)
    {
        public string CustomerId => Touched is null ? "x.customer_id" : "t.customer_id";

        public string Joined => Touched is null ? "true" : "x.customer_id = t.customer_id";

        public string Of(string table) => Touched is null ? $"{table} x" : $"{Touched} t CROSS JOIN {table} x";
    }

    private readonly record struct CustomerWishes(bool DoNotContact, bool PhoneWrong, bool PhoneRefused, bool OpenComplaint, int LastContactOn, ChannelSet RefusedChannels);

    private struct StoredRange
    {
        public int First;
        public int Count;
    }
}
