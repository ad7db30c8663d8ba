using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Orders.Contracts;

namespace Changlai.App.Features.FollowUps.Rules;

/// <summary>
/// What the planner knows of one customer on one day. Filled again for each customer of a run, so that a million of them
/// cost no garbage.
/// </summary>
internal sealed class CustomerFacts
{
    public long Id { get; set; }

    public bool DoNotContact { get; set; }

    public bool PhoneRefused { get; set; }

    /// <summary>The other channels the customer does not want.</summary>
    public ChannelSet RefusedChannels { get; set; }

    public bool PhoneWrong { get; set; }

    public bool HasOpenComplaint { get; set; }

    /// <summary>Day number on which the customer told us of a purchase; 0 when they did not.</summary>
    public int BoughtOn { get; set; }

    /// <summary>Orders and returns up to the planning day.</summary>
    public PurchaseHistory History { get; } = new();

    public void Clear()
    {
        DoNotContact = PhoneRefused = PhoneWrong = HasOpenComplaint = false;
        RefusedChannels = ChannelSet.None;
        BoughtOn = 0;
        History.Clear();
    }
}
