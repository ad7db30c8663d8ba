namespace Changlai.App.Features.FollowUps.Rules;

/// <summary>One order as the planner sees it. Days are day numbers.</summary>
internal readonly record struct OrderFact(long Id, int On, long TotalMinor, long MarginMinor, int SupplyDays, bool IsReturn, long ReturnsOrderId);

/// <summary>
/// What the planner knows of one customer on one day. Filled again for each customer of a run, so that a million of them
/// cost no garbage.
/// </summary>
internal sealed class CustomerFacts
{
    public long Id { get; set; }

    public long? StoreId { get; set; }

    public long? OwnerId { get; set; }

    /// <summary>Weekdays on which the customer likes to be called, as bits; 0 when nothing was said.</summary>
    public int PreferredWeekdays { get; set; }

    public bool DoNotContact { get; set; }

    public bool PhoneRefused { get; set; }

    public bool PhoneWrong { get; set; }

    public bool HasOpenComplaint { get; set; }

    /// <summary>Orders and returns up to the planning day, by day, then id.</summary>
    public List<OrderFact> Orders { get; } = [];

    public void Clear()
    {
        StoreId = OwnerId = null;
        PreferredWeekdays = 0;
        DoNotContact = PhoneRefused = PhoneWrong = HasOpenComplaint = false;
        Orders.Clear();
    }
}
