using Changlai.App.Features.Platform.Contracts.Imports;
using Changlai.App.Features.Platform.Contracts.Tables;
using Changlai.Core.Values;

namespace Changlai.App.Features.Orders.Import;

/// <summary>
/// One pass over a table: each row becomes a line or a reject. What only the whole file can tell (the order of day and
/// month, what a <c>C</c> before an order number means) is settled afterwards.
/// </summary>
internal sealed class OrderFileReading
{
    private const int SampleSize = 10;
    private const int LongestText = 500;
    private const int ProgressStep = 1 << 13;

    private readonly TableReader _table;
    private readonly OrderColumns _columns;
    private readonly OrderFileOptions _options;
    private readonly OrderRow _row;
    private readonly OrderLineMoney _money;
    private readonly DateColumn _dates;
    private readonly OrderRejects _rejects;
    private readonly CustomerRoster _customers;
    private readonly ProductRoster _products;
    private readonly Roster _orders = new(OrderIds.Identify);
    private readonly Roster _stores = new(cell => ExternalId.Normalize(cell), cell => CellText.Tidy(cell));
    private readonly Roster _staff = new(cell => ExternalId.Normalize(cell), cell => CellText.Tidy(cell));
    private readonly OrderStates _states = new();
    private readonly OrderFileLines _lines = new();
    private readonly DoubtfulRows _doubtful = new();
    private readonly List<IReadOnlyList<string>> _sample = [];
    private readonly List<int> _sampleLines = [];
    private readonly bool _numbered;
    private string? _currency;
    private long _rows;

    public OrderFileReading(TableReader table, OrderColumns columns, OrderFileOptions options)
    {
        _table = table;
        _columns = columns;
        _options = options;
        _row = new OrderRow(table, columns);
        _money = new OrderLineMoney(columns, table.Delimiter == ';', options.CurrencyDigits);
        _dates = new DateColumn(table.IsWorkbook, options.TimeZone, options.AsOf, options.DateOrder);
        _rejects = new OrderRejects(table.Headings, columns, options.Rejects);
        _customers = new CustomerRoster(columns);
        _products = new ProductRoster(columns);
        _numbered = columns.Has(OrderField.OrderNumber);
    }

    /// <summary>Reads to the end; only the sample when there already is a problem.</summary>
    public OrderFileContents Read(TableProblem? problem, CancellationToken cancellation)
    {
        while (_table.Read() && (problem is null || _sample.Count < SampleSize))
        {
            if (_sample.Count < SampleSize)
            {
                _sample.Add([.. _table.CopyRow().Select(CellText.Shorten)]);
                _sampleLines.Add(_table.LineNumber);
            }
            if (problem is null)
                TakeRow();
            if (_rows % ProgressStep == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                _options.Progress?.Report(_rows);
            }
        }

        problem ??= _table.Problem;
        var contents = new OrderFileContents
        {
            Problem = problem,
            Encoding = _table.Encoding,
            Delimiter = _table.Delimiter,
            AllHeadings = _table.Headings,
            Headings = _columns.Found(),
            SampleRows = _sample,
            SampleLines = _sampleLines,
            Rows = _rows,
        };
        if (problem is not null)
            return contents;

        _options.Progress?.Report(_rows);
        var dateForm = _dates.Decide(out problem);
        problem ??= SettleDates() ? null : _dates.Disagreement();
        if (problem is not null)
            return contents with { Problem = problem, DateForm = dateForm };
        var orderNumbers = _numbered ? _orders.Listed : OrdersByDay.Number(_lines, _customers.Customers);
        OrderStates.MarkCancellations(_lines, orderNumbers);
        contents = contents with
        {
            DateForm = dateForm,
            Currency = _currency,
            OrderNumbersDerived = !_numbered,
            OrderNumbers = orderNumbers,
            Customers = _customers.Customers,
            Products = _products.Products(),
            Stores = _stores.Listed,
            Staff = _staff.Listed,
            Lines = _lines,
            Rejected = _rejects.Counts,
            FirstRejected = _rejects.First,
        };
        return _doubtful.AnyRejected ? contents.WithoutUnused() : contents;
    }

    private void TakeRow()
    {
        _rows++;
        // Every date helps to decide the order of day and month, whatever else is wrong with its line.
        var date = _dates.Read(_row[OrderField.OrderedAt], _row.Line);
        if (Examine(date) is { } fault)
            _rejects.Add(fault.Reason, _row.Line, fault.Field, _rejects.WantsCells ? _row.Copy() : []);
    }

    private (RejectReason Reason, OrderField? Field)? Examine(in DateFinding date)
    {
        if (_table.CellCount != _table.Headings.Count && WrongLength() is { } wrong)
            return (wrong, null);
        if (TooLong() is { } tooLong)
            return (OrderReasons.CellTooLong, tooLong);
        if (!_customers.TryFind(_row, out var customer))
            return (OrderReasons.CustomerMissing, _columns.CustomerField);
        if (date.Reason is { } noDate)
            return (noDate, OrderField.OrderedAt);
        if (_money.Quantity(_row, out var quantity) is { } noQuantity)
            return (noQuantity, OrderField.Quantity);
        var order = _orders.Find(_row[OrderField.OrderNumber]);
        if (order < 0 && _numbered)
            return (OrderReasons.OrderMissing, OrderField.OrderNumber);
        if (!_products.TryFind(_row, out var product))
            return (OrderReasons.ProductMissing, _columns.ProductField);
        if (_money.Price(_row, quantity, out var price, out var amount) is { } noPrice)
            return noPrice;
        if (!IsOurCurrency(_row[OrderField.Currency]))
            return (OrderReasons.CurrencyOther, OrderField.Currency);

        if (date.Doubt != 0)
            _doubtful.Keep(date.Doubt, _lines.Count, _row);
        _lines.Add(new OrderFileLine(
            _row.Line, _orders.Accept(order), _customers.Accept(customer, _row), _products.Accept(product, _row),
            _stores.Accept(_stores.Find(_row[OrderField.Store])), _staff.Accept(_staff.Find(_row[OrderField.Staff])),
            date.OrderedAt, (long)(quantity * 1000m), price, amount,
            quantity < 0 || _states.IsCancelled(_row[OrderField.Status])));
        return null;
    }

    private RejectReason? WrongLength()
    {
        if (!_table.IsWorkbook && _table.CellCount <= _columns.LastNeeded)
            return OrderReasons.TooFewCells;
        for (var column = _table.Headings.Count; column < _table.CellCount; column++)
        {
            if (!_row.Cell(column).IsEmpty)
                return OrderReasons.TooManyCells;
        }

        return null;
    }

    /// <summary>The first field too long to be a number or a name; databases cannot index what has no bound.</summary>
    private OrderField? TooLong()
    {
        foreach (var field in _columns.Texts)
        {
            if (_table.CellOrEmpty(_columns[field]).Length > LongestText)
                return field;
        }

        return null;
    }

    private bool IsOurCurrency(ReadOnlySpan<char> cell)
    {
        if (cell.IsEmpty)
            return true;
        _currency ??= cell.ToString();
        return cell.Equals(_currency, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Opens the dates that waited for the decision, and rejects those that it turns down.</summary>
    private bool SettleDates()
    {
        var kept = 0;
        for (var i = 0; i < _lines.Count; i++)
        {
            var line = _lines[i];
            if (DateColumn.IsOpen(line.OrderedAt))
            {
                var (orderedAt, reason) = _dates.Settle(line.OrderedAt);
                if (reason is not null)
                {
                    if (!_doubtful.TryTake(i, out var cells))
                        return false;
                    _rejects.Add(reason, line.LineNumber, OrderField.OrderedAt, cells);
                    continue;
                }

                line = line with { OrderedAt = orderedAt };
                _lines.Replace(kept, line);
            }
            else if (kept != i)
            {
                _lines.Replace(kept, line);
            }

            kept++;
        }

        _lines.Truncate(kept);
        return true;
    }
}
