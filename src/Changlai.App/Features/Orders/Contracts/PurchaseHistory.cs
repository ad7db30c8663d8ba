using System.Runtime.InteropServices;

namespace Changlai.App.Features.Orders.Contracts;

/// <summary>One order or return of a customer. Days are day numbers; amounts of returns are negative.</summary>
internal readonly record struct OrderFact(long Id, int On, long TotalMinor, long MarginMinor, int SupplyDays, bool IsReturn, long ReturnsOrderId);

/// <summary>
/// A customer's purchases from their orders and returns: what came back whole was no purchase, what cost nothing (a session of
/// a course paid before, a gift) is none either, and what came back takes its margin along. Filled again for each customer of a run, so that a million of them cost no garbage.
/// </summary>
internal sealed class PurchaseHistory
{
    private readonly List<OrderFact> facts = [];
    private readonly List<OrderFact> purchases = [];
    private readonly List<int> days = [];
    private readonly Dictionary<long, long> returned = [];

    /// <summary>Orders that count as purchases, by day, then id.</summary>
    public IReadOnlyList<OrderFact> Purchases => purchases;

    /// <summary>Days with a purchase.</summary>
    public int PurchaseDays => days.Count;

    public bool IsEmpty => facts.Count == 0;

    public int Orders { get; private set; }

    public int Returns { get; private set; }

    public long TotalMinor { get; private set; }

    public long MarginMinor { get; private set; }

    /// <summary>Null when nothing was ever bought and kept.</summary>
    public PurchaseRhythm? Rhythm { get; private set; }

    public void Clear()
    {
        facts.Clear();
        purchases.Clear();
        days.Clear();
        returned.Clear();
        (Orders, Returns, TotalMinor, MarginMinor, Rhythm) = (0, 0, 0, 0, null);
    }

    public void Add(OrderFact order) => facts.Add(order);

    /// <summary>Works out the purchases and the rhythm of what was added.</summary>
    public void Build()
    {
        facts.Sort(static (a, b) => a.On != b.On ? a.On.CompareTo(b.On) : a.Id.CompareTo(b.Id));
        foreach (var fact in facts)
        {
            TotalMinor += fact.TotalMinor;
            MarginMinor += fact.MarginMinor;
            if (!fact.IsReturn) Orders++;
            else
            {
                Returns++;
                if (fact.ReturnsOrderId != 0) returned[fact.ReturnsOrderId] = returned.GetValueOrDefault(fact.ReturnsOrderId) - fact.TotalMinor;
            }
        }
        foreach (var fact in facts)
        {
            if (fact.IsReturn || fact.TotalMinor <= 0 || CameBackWhole(fact)) continue;
            purchases.Add(fact);
            if (days.Count == 0 || days[^1] != fact.On) days.Add(fact.On);
        }
        if (days.Count > 0) Rhythm = PurchaseRhythm.From(CollectionsMarshal.AsSpan(days), purchases[^1].SupplyDays);
    }

    /// <summary>Whether an order of this customer was returned whole.</summary>
    public bool CameBackWhole(long orderId)
    {
        if (returned.Count == 0) return false;
        foreach (var fact in facts)
            if (fact.Id == orderId) return !fact.IsReturn && CameBackWhole(fact);
        return false;
    }

    private bool CameBackWhole(in OrderFact order) =>
        returned.Count > 0 && order.TotalMinor > 0 && returned.GetValueOrDefault(order.Id) >= order.TotalMinor;
}
