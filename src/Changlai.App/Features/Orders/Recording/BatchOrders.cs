using Changlai.App.Features.Orders.Import;

namespace Changlai.App.Features.Orders.Recording;

/// <summary>One order of a batch: its lines are a stretch of <see cref="BatchOrders.LineOrder"/>.</summary>
internal struct BatchOrder
{
    public int Number;
    public int Customer;
    public bool IsReturn;

    /// <summary>A return that came as negative lines of an ordinary order.</summary>
    public bool IsSplit;

    public int FirstLine;
    public int LineCount;
    public DateTime OrderedAt;
    public int Store;
    public int Staff;
}

/// <summary>Groups a batch's lines into orders and returns, keeping the lines' own order.</summary>
internal sealed class BatchOrders
{
    /// <summary>Ends the number of what came back in an order that also sold something.</summary>
    public const string ReturnedPart = "#R";

    private readonly OrderBatch batch;

    /// <param name="refused">Places of order numbers to leave out.</param>
    public BatchOrders(OrderBatch batch, List<int> linesOfAnotherCustomer, IReadOnlySet<int>? refused = null)
    {
        this.batch = batch;
        var lines = batch.Lines;
        var firstOf = new int[batch.OrderNumbers.Count];
        var counts = new int[batch.OrderNumbers.Count + 1];
        Array.Fill(firstOf, -1);
        for (var i = 0; i < lines.Count; i++)
        {
            var order = lines[i].Order;
            if (firstOf[order] < 0) firstOf[order] = i;
            counts[order + 1]++;
        }
        for (var order = 0; order < batch.OrderNumbers.Count; order++) counts[order + 1] += counts[order];
        LineOrder = new int[lines.Count];
        var next = counts[..^1];
        for (var i = 0; i < lines.Count; i++) LineOrder[next[lines[i].Order]++] = i;

        for (var order = 0; order < batch.OrderNumbers.Count; order++)
            if (firstOf[order] >= 0 && refused?.Contains(order) != true) Group(order, counts[order], counts[order + 1], lines[firstOf[order]].Customer, linesOfAnotherCustomer);
    }

    /// <summary>Indexes of the batch's lines, order by order.</summary>
    public int[] LineOrder { get; }

    public List<BatchOrder> Orders { get; } = [];

    public ref readonly OrderFileLine Line(int position) => ref batch.Lines[LineOrder[position]];

    public string NumberOf(in BatchOrder order) => order.IsSplit ? batch.OrderNumbers[order.Number] + ReturnedPart : batch.OrderNumbers[order.Number];

    /// <summary>A line is a return when the order is cancelled or its quantity is negative.</summary>
    private static bool IsReturn(in OrderFileLine line) => line.Cancelled || line.QuantityMilli < 0;

    private void Group(int number, int from, int until, int customer, List<int> linesOfAnotherCustomer)
    {
        // Stable partition: bought lines first, returned ones next, a stranger's lines last.
        var span = LineOrder.AsSpan(from, until - from);
        int bought = 0, returned = 0;
        foreach (var index in span)
        {
            var line = batch.Lines[index];
            if (line.Customer != customer) linesOfAnotherCustomer.Add(index);
            else if (IsReturn(line)) returned++;
            else bought++;
        }
        if (bought != span.Length && returned != span.Length) Partition(span, customer, bought, returned);
        if (bought > 0) AddOrder(number, customer, isReturn: false, isSplit: false, from, bought);
        if (returned > 0) AddOrder(number, customer, isReturn: true, isSplit: bought > 0, from + bought, returned);
    }

    private void Partition(Span<int> span, int customer, int bought, int returned)
    {
        var sorted = new int[span.Length];
        int nextBought = 0, nextReturned = bought, nextStranger = bought + returned;
        foreach (var index in span)
        {
            var line = batch.Lines[index];
            if (line.Customer != customer) sorted[nextStranger++] = index;
            else if (IsReturn(line)) sorted[nextReturned++] = index;
            else sorted[nextBought++] = index;
        }
        sorted.CopyTo(span);
    }

    private void AddOrder(int number, int customer, bool isReturn, bool isSplit, int firstLine, int count)
    {
        var first = Line(firstLine);
        Orders.Add(new BatchOrder
        {
            Number = number,
            Customer = customer,
            IsReturn = isReturn,
            IsSplit = isSplit,
            FirstLine = firstLine,
            LineCount = count,
            OrderedAt = first.OrderedAt,
            Store = first.Store,
            Staff = first.Staff,
        });
    }
}
