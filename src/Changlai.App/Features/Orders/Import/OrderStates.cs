namespace Changlai.App.Features.Orders.Import;

/// <summary>Which lines were taken back, by the state of the order or the form of its number.</summary>
internal sealed class OrderStates
{
    private readonly Dictionary<string, bool> _cancelled = new(StringComparer.Ordinal);

    /// <summary>
    /// Marks the lines of orders whose number is a cancellation's: <c>C</c> and digits, in a file most of whose other
    /// numbers are digits only. In a shop that begins all of its numbers with a C it means nothing.
    /// </summary>
    public static void MarkCancellations(OrderFileLines lines, IReadOnlyList<string> orderNumbers)
    {
        var cancellations = orderNumbers.Count(OrderIds.IsCancellation);
        if (cancellations == 0 || orderNumbers.Count(number => OrderIds.IsDigits(number)) <= cancellations)
            return;
        for (var i = 0; i < lines.Count; i++)
        {
            ref readonly var line = ref lines[i];
            if (!line.Cancelled && OrderIds.IsCancellation(orderNumbers[line.Order]))
                lines.Replace(i, line with { Cancelled = true });
        }
    }

    public bool IsCancelled(ReadOnlySpan<char> status)
    {
        if (status.IsEmpty)
            return false;
        var known = _cancelled.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!known.TryGetValue(status, out var cancelled))
            known[status] = cancelled = OrderIds.SaysCancelled(status.ToString());
        return cancelled;
    }
}
