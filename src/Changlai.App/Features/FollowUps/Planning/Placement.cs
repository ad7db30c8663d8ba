using System.Runtime.InteropServices;
using Changlai.App.Features.FollowUps.Rules;
using Changlai.Core.Calendars;
using Changlai.Core.Planning;

namespace Changlai.App.Features.FollowUps.Planning;

/// <summary>
/// The planner's second step: gives each occasion a day, the strongest first, across all plans and all people. Deterministic:
/// priority × value at stake decides, then the latest possible day, the customer, the step and the occasion.
/// </summary>
internal sealed class Placement(PlanningBoard board, PlanningCalendar calendar, ActivePlans plans, ContactPolicy policy, int today)
{
    /// <summary>Any preferred day beats any other day of a window.</summary>
    private const double NotPreferred = 1000;

    private int[] takenDays = new int[32];
    private int[] takenContents = new int[32];
    private int takenCount;

    public void Run()
    {
        KeepWhatWasShown();
        foreach (var index in StrongestFirst())
        {
            ref var item = ref board.ItemSpan[index];
            if (item.Fate == ItemFate.Waiting) Place(ref item);
        }
    }

    /// <summary>What staff have already seen, or what was agreed with the customer, keeps its day before anything else is placed.</summary>
    private void KeepWhatWasShown()
    {
        var stored = CollectionsMarshal.AsSpan(board.Stored);
        foreach (ref var item in board.ItemSpan)
            if (IsPinned(item) && stored[item.Stored].IsAgreed) Book(ref item, stored[item.Stored].Day, StillThere(item, stored[item.Stored].Person), DayReason.Kept);
        // Looked at before any other is booked: so far only contacts that happened and those agreed have taken days.
        foreach (ref var item in board.ItemSpan)
            if (IsPinned(item) && WouldCrowd(item, stored[item.Stored].Day)) stored[item.Stored].IsPinned = false;
        foreach (ref var item in board.ItemSpan)
            if (IsPinned(item)) Book(ref item, stored[item.Stored].Day, StillThere(item, stored[item.Stored].Person), DayReason.Kept);
    }

    private bool IsPinned(in BoardItem item) =>
        item.Fate == ItemFate.Waiting && item.Stored >= 0 && board.Stored[item.Stored] is { State: StoredState.Planned, IsPinned: true };

    /// <summary>A contact just made or agreed is the cause to move what else was shown: nobody is to be rung twice in a row.</summary>
    private bool WouldCrowd(in BoardItem item, int day)
    {
        ref readonly var customer = ref board.Customer(item.Customer);
        if (customer.FirstTaken < 0) return false;
        ReadTaken(customer);
        var on = Math.Max(day, today);
        return IsRepeated(on, plans.Steps[item.Step].Content) || policy.Spacing.Check(takenDays.AsSpan(0, takenCount), on) != SpacingVerdict.Free;
    }

    /// <summary>What somebody had who no longer works here passes to the customer's person, else to a colleague.</summary>
    private int StillThere(in BoardItem item, int person)
    {
        if (person >= 0 && calendar.People[person].DailyCapacity > 0) return person;
        ref readonly var customer = ref board.Customer(item.Customer);
        if (customer.Owner >= 0 && calendar.People[customer.Owner].DailyCapacity > 0) return customer.Owner;
        var colleagues = calendar.PeopleOfStore[customer.Store];
        return colleagues.Length == 0 ? -1 : colleagues[(int)(customer.Id % colleagues.Length)];
    }

    private int[] StrongestFirst()
    {
        var items = board.Items;
        var order = new int[items.Count];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(order, (a, b) => Compare(board.ItemSpan[a], board.ItemSpan[b]));
        return order;
    }

    private int Compare(in BoardItem a, in BoardItem b)
    {
        if (a.Strength != b.Strength) return b.Strength.CompareTo(a.Strength);
        var latest = Window(a).Latest.CompareTo(Window(b).Latest);
        if (latest != 0) return latest;
        if (a.Customer != b.Customer) return a.Customer.CompareTo(b.Customer);
        if (a.Step != b.Step) return a.Step.CompareTo(b.Step);
        return a.Occasion.Id.CompareTo(b.Occasion.Id);
    }

    private DayWindow Window(in BoardItem item) => plans.Steps[item.Step].WindowAt(item.AnchorOn);

    private void Place(ref BoardItem item)
    {
        ref readonly var customer = ref board.Customer(item.Customer);
        var step = plans.Steps[item.Step];
        var full = Window(item);
        var window = full.From(today);
        ReadTaken(customer);

        if (item.Stored >= 0 && TryKeepStoredDay(ref item, window)) return;

        var bestDay = -1;
        var bestPerson = -1;
        var bestCost = double.MaxValue;
        var worst = DayReason.Ideal;
        var atIdeal = DayReason.Ideal;
        var length = full.Latest - full.Earliest + 1.0;
        for (var day = window.Earliest; day <= window.Latest; day++)
        {
            var why = Allowed(customer.Store, day, step.Content);
            var person = -1;
            if (why == DayReason.Ideal && !FindPerson(customer, day, out person)) why = DayReason.Capacity;
            if (day == window.Ideal) atIdeal = why;
            if (why != DayReason.Ideal)
            {
                // Only capacity is worth a manager's attention, so it outranks the other reasons.
                if (worst != DayReason.Capacity) worst = why;
                continue;
            }
            var fullness = person < 0 ? 0 : calendar.Load.Fullness(person, day);
            var cost = Math.Abs(day - window.Ideal) / length + fullness * fullness;
            if (step.Step.Channel.IsPhone && customer.PreferredWeekdays != 0 && !IsPreferred(customer, day)) cost += NotPreferred;
            if (cost >= bestCost) continue;
            (bestDay, bestPerson, bestCost) = (day, person, cost);
        }

        if (bestDay < 0)
        {
            item.Fate = ItemFate.NotPlaced;
            item.Reason = worst;
            return;
        }
        var reason = bestDay == full.Ideal ? DayReason.Ideal
            : atIdeal != DayReason.Ideal ? atIdeal
            : bestDay == window.Ideal ? DayReason.Late
            : IsPreferred(customer, bestDay) && !IsPreferred(customer, window.Ideal) ? DayReason.PreferredDay
            : DayReason.Levelled;
        Book(ref item, bestDay, bestPerson, reason);
    }

    /// <summary>A day once planned is kept as long as it still does: people make their own arrangements around it.</summary>
    private bool TryKeepStoredDay(ref BoardItem item, DayWindow window)
    {
        ref readonly var stored = ref CollectionsMarshal.AsSpan(board.Stored)[item.Stored];
        ref readonly var customer = ref board.Customer(item.Customer);
        if (stored.State != StoredState.Planned || !window.Contains(stored.Day)) return false;
        if (Allowed(customer.Store, stored.Day, plans.Steps[item.Step].Content) != DayReason.Ideal) return false;
        var person = stored.Person;
        if (customer.Owner >= 0 && person != customer.Owner && calendar.People[customer.Owner].DailyCapacity > 0) return false;
        if (person >= 0 && calendar.People[person].DailyCapacity == 0) return false;
        if (person >= 0 && calendar.Load.Free(person, stored.Day) == 0) return false;
        if (person < 0 && calendar.PeopleOfStore[customer.Store].Length > 0) return false;
        Book(ref item, stored.Day, person, DayReason.Kept);
        return true;
    }

    private DayReason Allowed(int store, int day, int content)
    {
        if (!calendar.IsOpen(store, day)) return DayReason.Closed;
        if (IsRepeated(day, content)) return DayReason.Repeated;
        return policy.Spacing.Check(takenDays.AsSpan(0, takenCount), day) switch
        {
            SpacingVerdict.Free => DayReason.Ideal,
            SpacingVerdict.TooClose => DayReason.TooClose,
            SpacingVerdict.TooMany => DayReason.TooMany,
            _ => throw new InvalidOperationException("Unknown verdict."),
        };
    }

    private bool IsRepeated(int day, int content)
    {
        for (var i = 0; i < takenCount; i++)
            if (takenContents[i] == content && Math.Abs(takenDays[i] - day) < policy.ContentAgainAfterDays) return true;
        return false;
    }

    private void ReadTaken(in BoardCustomer customer)
    {
        takenCount = 0;
        for (var at = customer.FirstTaken; at >= 0; at = board.TakenDays[at].Next)
        {
            if (takenCount == takenDays.Length)
            {
                Array.Resize(ref takenDays, takenCount * 2);
                Array.Resize(ref takenContents, takenCount * 2);
            }
            takenDays[takenCount] = board.TakenDays[at].Day;
            takenContents[takenCount++] = board.TakenDays[at].Content;
        }
    }

    private bool FindPerson(in BoardCustomer customer, int day, out int person)
    {
        person = customer.Owner;
        if (person >= 0 && calendar.People[person].DailyCapacity > 0) return calendar.Load.Free(person, day) > 0;
        person = -1;
        var colleagues = calendar.PeopleOfStore[customer.Store];
        var least = double.MaxValue;
        foreach (var colleague in colleagues)
        {
            if (calendar.Load.Free(colleague, day) == 0) continue;
            var fullness = calendar.Load.Fullness(colleague, day);
            if (fullness < least) (least, person) = (fullness, colleague);
        }
        // A store without staff has nobody to overload: its follow-ups wait in the store's common list.
        return person >= 0 || colleagues.Length == 0;
    }

    private static bool IsPreferred(in BoardCustomer customer, int day) =>
        Weekdays.FromBits(customer.PreferredWeekdays).Contains(DateOnly.FromDayNumber(day).DayOfWeek);

    private void Book(ref BoardItem item, int day, int person, DayReason reason)
    {
        item.Fate = ItemFate.Placed;
        item.Day = day;
        item.Person = person;
        item.Reason = reason;
        if (person >= 0) calendar.Load.Add(person, day);
        board.Take(item.Customer, Math.Max(day, today), plans.Steps[item.Step].Content);
    }
}
