using System.Runtime.InteropServices;
using Changlai.App.Features.FollowUps.Model;
using Changlai.App.Features.FollowUps.Rules;

namespace Changlai.App.Features.FollowUps.Planning;

/// <summary>All that one planning run looks at, in flat lists: a million customers make a few hundred megabytes, not gigabytes.</summary>
internal sealed class PlanningBoard
{
    public List<BoardCustomer> Customers { get; } = [];

    public List<BoardItem> Items { get; } = [];

    public List<StoredFollowUp> Stored { get; } = [];

    public List<Taken> TakenDays { get; } = [];

    public Span<BoardItem> ItemSpan => CollectionsMarshal.AsSpan(Items);

    public ref BoardCustomer Customer(int index) => ref CollectionsMarshal.AsSpan(Customers)[index];

    /// <summary>Whether a day of a customer is taken already.</summary>
    public bool IsTaken(int customer, int day)
    {
        for (var at = Customer(customer).FirstTaken; at >= 0; at = TakenDays[at].Next)
            if (TakenDays[at].Day == day) return true;
        return false;
    }

    /// <summary>Marks a day of a customer as taken by a contact with this content.</summary>
    public void Take(int customer, int day, int content)
    {
        ref var owner = ref Customer(customer);
        TakenDays.Add(new Taken(day, content, owner.FirstTaken));
        owner.FirstTaken = TakenDays.Count - 1;
    }
}

internal struct BoardCustomer
{
    public long Id;
    public int Store;

    /// <summary>Index of the person the customer belongs to; −1 when it belongs to the company.</summary>
    public int Owner;

    public byte PreferredWeekdays;

    /// <summary>The audiences the customer belongs to, one bit each.</summary>
    public int Audiences;

    /// <summary>Head of the list of taken days; −1 when there is none.</summary>
    public int FirstTaken;
}

internal readonly record struct Taken(int Day, int Content, int Next);

/// <summary>One occasion of one customer on its way to a day.</summary>
internal struct BoardItem
{
    public int Customer;
    public int Step;
    public Occasion Occasion;
    public int AnchorOn;
    public ValueAtStake Value;
    public long Strength;

    /// <summary>Index of the stored row of the same occasion; −1 when it is new.</summary>
    public int Stored;

    public int Day;
    public int Person;
    public ItemFate Fate;
    public DayReason Reason;
}

internal enum ItemFate : byte
{
    Waiting,
    Placed,
    NotPlaced,
    HeldOut,

    /// <summary>The stored row is closed (done, skipped, expired): nothing to do.</summary>
    Closed,
}

/// <summary>A follow-up as the database has it.</summary>
internal struct StoredFollowUp
{
    public int Customer;
    public long Id;
    public int Step;
    public Occasion Occasion;
    public StoredState State;

    /// <summary>Planned day; −1 when it has none.</summary>
    public int Day;

    public int Person;
    public long ValueMinor;
    public int IdealOn;
    public int LatestOn;

    /// <summary>Why it has no day, as stored; null when it has one.</summary>
    public string? WhyNot;

    /// <summary>Shown to staff or agreed with the customer: it keeps its day.</summary>
    public bool IsPinned;

    /// <summary>Agreed with the customer for a certain moment, or tried before: not even a contact just made moves it.</summary>
    public bool IsAgreed;

    public bool HasItem;
}

internal enum StoredState : byte
{
    Planned,
    HeldOut,
    NotPlaced,
    Cancelled,
    Closed,
}
