namespace Changlai.App.Features.Customers.Rules;

/// <param name="Weight">How much work the customer is: themselves and their open follow-ups.</param>
internal readonly record struct HandedCustomer(long Id, int Weight);

/// <param name="Load">The work they have already, counted the same way.</param>
/// <param name="Capacity">Contacts a day; who does twice as many takes twice as much.</param>
internal readonly record struct Receiver(long Id, long Load, int Capacity);

/// <summary>
/// Gives customers to several people evenly by load: the heaviest first, each to whoever has least for their capacity just
/// then; ties by number, so that the same question always has the same answer.
/// </summary>
internal static class HandoverSplit
{
    /// <returns>The receiver of each customer.</returns>
    public static IReadOnlyDictionary<long, long> Split(IEnumerable<HandedCustomer> customers, IReadOnlyList<Receiver> receivers)
    {
        var given = new Dictionary<long, long>();
        if (receivers.Count == 0) return given;
        var queue = new PriorityQueue<Receiver, (double, long)>(receivers.Select(receiver => (receiver, Rank(receiver))));
        foreach (var customer in customers.OrderByDescending(customer => customer.Weight).ThenBy(customer => customer.Id))
        {
            var receiver = queue.Dequeue();
            given[customer.Id] = receiver.Id;
            var more = receiver with { Load = receiver.Load + customer.Weight };
            queue.Enqueue(more, Rank(more));
        }
        return given;
    }

    private static (double, long) Rank(Receiver receiver) => ((double)receiver.Load / Math.Max(1, receiver.Capacity), receiver.Id);
}
