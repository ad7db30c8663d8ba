using Changlai.App.Features.Platform.Contracts.Tables;

namespace Changlai.App.Features.Orders.Import;

/// <summary>Where each field stands in one file; −1 where it does not.</summary>
internal sealed class OrderColumns
{
    private readonly IReadOnlyList<string> _headings;
    private readonly int[] _columns = Enumerable.Repeat(-1, OrderFields.All.Count).ToArray();

    public OrderColumns(IReadOnlyList<string> headings, IReadOnlyDictionary<OrderField, int> columns)
    {
        _headings = headings;
        foreach (var (field, column) in columns)
            _columns[(int)field] = column;
        LastNeeded = new[]
        {
            OrderField.OrderNumber, OrderField.CustomerNumber, OrderField.CustomerName, OrderField.Phone, OrderField.ProductCode,
            OrderField.ProductName, OrderField.Quantity, OrderField.UnitPrice, OrderField.Amount, OrderField.OrderedAt,
        }.Max(field => this[field]);
        Texts = [.. OrderFields.All.Where(Has).Except([OrderField.Quantity, OrderField.UnitPrice, OrderField.Amount, OrderField.OrderedAt])];
    }

    /// <summary>The last column that a line must reach to be whole.</summary>
    public int LastNeeded { get; }

    /// <summary>The fields found whose values are kept as text.</summary>
    public OrderField[] Texts { get; }

    public int this[OrderField field] => _columns[(int)field];

    /// <summary>The column by which customers are known first.</summary>
    public OrderField CustomerField => Has(OrderField.CustomerNumber) ? OrderField.CustomerNumber
        : Has(OrderField.Phone) ? OrderField.Phone : OrderField.CustomerName;

    /// <summary>The column by which products are known first.</summary>
    public OrderField ProductField => Has(OrderField.ProductCode) ? OrderField.ProductCode : OrderField.ProductName;

    public bool Has(OrderField field) => this[field] >= 0;

    /// <summary>The heading of a field's column; empty where there is none.</summary>
    public string HeadingOf(OrderField field) => Has(field) ? _headings[this[field]] : "";

    /// <summary>The fields found, with their headings.</summary>
    public IReadOnlyDictionary<OrderField, string> Found() => OrderFields.All.Where(Has).ToDictionary(field => field, HeadingOf);

    /// <summary>The problem when a column is missing without which no line could be taken.</summary>
    public TableProblem? Missing()
    {
        OrderField[][] needed =
        [
            [OrderField.CustomerNumber, OrderField.Phone, OrderField.CustomerName],
            [OrderField.OrderedAt],
            [OrderField.Quantity],
            [OrderField.ProductCode, OrderField.ProductName],
        ];
        var missing = needed.Where(choices => !Array.Exists(choices, Has)).Select(choices => choices[0]).ToArray();
        return missing.Length == 0 ? null : OrderFileWords.MissingColumns(missing, _headings);
    }
}
