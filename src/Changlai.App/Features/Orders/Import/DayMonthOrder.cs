using Changlai.App.Features.Platform.Contracts.Tables;

namespace Changlai.App.Features.Orders.Import;

/// <summary>
/// Decides over a whole column in which order day, month and year are written. Every date votes for the orders in which
/// it exists and is not in the future; when that does not decide, the order wins in which the file runs forward in time most
/// steadily, and failing that a stated default.
/// </summary>
internal sealed class DayMonthOrder
{
    private const int Orders = 3;
    private readonly long[] _countByOrders = new long[1 << Orders];
    private readonly (int Line, string Value)[] _exampleByOrders = new (int, string)[1 << Orders];
    private readonly DateTime[] _previous = new DateTime[Orders];
    private readonly long[] _backwards = new long[Orders];

    public bool Any => Array.Exists(_countByOrders, count => count > 0);

    /// <summary>Dates that exist in one order but not in another.</summary>
    public long Against(DateOrder order) => Sum(orders => (orders & Bit(order)) == 0);

    /// <summary>A date that cannot be read in an order.</summary>
    public (int Line, string Value) ExampleAgainst(DateOrder order) => FirstExample(orders => (orders & Bit(order)) == 0);

    /// <summary>A date that can be read in this order only.</summary>
    public (int Line, string Value) ExampleFor(DateOrder order) => FirstExample(orders => (orders & Bit(order)) != 0 && !IsOpen(orders));

    /// <summary>The moment that the numbers mean in an order, if there is such a day.</summary>
    public static DateTime? MomentOf(DateNumbers numbers, DateOrder order, bool shortYear)
    {
        var (year, month, day) = order switch
        {
            DateOrder.YearMonthDay => (numbers.First, numbers.Second, numbers.Third),
            DateOrder.DayMonthYear => (numbers.Third, numbers.Second, numbers.First),
            DateOrder.MonthDayYear => (numbers.Third, numbers.First, numbers.Second),
        };
        if (!shortYear && order == DateOrder.YearMonthDay || shortYear && year > 99)
            return null;
        return DateCell.TryDay(shortYear ? DateCell.FullYear(year) : year, month, day, out var date)
            ? date.AddMilliseconds(numbers.Milliseconds)
            : null;
    }

    /// <summary>Counts one date.</summary>
    /// <returns>The orders in which it can be read, a bit each; and whether only the future has it.</returns>
    public (int Orders, bool InFuture) Observe(DateNumbers numbers, bool shortYear, DateTime latest, int line, ReadOnlySpan<char> text)
    {
        var orders = 0;
        var future = false;
        for (var order = 0; order < Orders; order++)
        {
            if (MomentOf(numbers, (DateOrder)order, shortYear) is not { } moment)
                continue;
            if (moment > latest)
            {
                future = true;
                continue;
            }

            orders |= 1 << order;
            if (moment < _previous[order])
                _backwards[order]++;
            _previous[order] = moment;
        }

        if (orders != 0 && _countByOrders[orders]++ == 0)
            _exampleByOrders[orders] = (line, text.ToString());
        return (orders, orders == 0 && future);
    }

    /// <summary>The order for the whole column and what decided.</summary>
    /// <param name="candidates">Orders that come into question, the default first.</param>
    public (DateOrder Order, DateEvidence Evidence) Decide(IReadOnlyList<DateOrder> candidates)
    {
        var least = candidates.Min(Against);
        var fitting = candidates.Where(order => Against(order) == least).ToArray();
        if (fitting.Length == 1)
            return (fitting[0], DateEvidence.Decisive);
        var steadiest = fitting.Min(order => _backwards[(int)order]);
        var steady = fitting.Where(order => _backwards[(int)order] == steadiest).ToArray();
        return steady.Length == 1 ? (steady[0], DateEvidence.FileOrder) : (steady[0], DateEvidence.Assumed);
    }

    /// <summary>Dates that speak for an order because they do not exist in every other.</summary>
    public long Supporting(DateOrder order) => Sum(orders => (orders & Bit(order)) != 0 && !IsOpen(orders));

    private static int Bit(DateOrder order) => 1 << (int)order;

    /// <summary>Whether a date that can be read in these orders leaves day and month open.</summary>
    private static bool IsOpen(int orders)
    {
        const int DayAndMonth = (1 << (int)DateOrder.DayMonthYear) | (1 << (int)DateOrder.MonthDayYear);
        return (orders & DayAndMonth) == DayAndMonth;
    }

    private (int Line, string Value) FirstExample(Func<int, bool> which) => _exampleByOrders
        .Where((example, orders) => example.Value is not null && which(orders)).OrderBy(example => example.Line).FirstOrDefault();

    private long Sum(Func<int, bool> which)
    {
        var sum = 0L;
        for (var orders = 1; orders < _countByOrders.Length; orders++)
            sum += which(orders) ? _countByOrders[orders] : 0;
        return sum;
    }
}
