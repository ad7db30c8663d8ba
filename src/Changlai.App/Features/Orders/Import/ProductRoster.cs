using Changlai.App.Features.Platform.Contracts.Tables;
using Changlai.Core.Values;

namespace Changlai.App.Features.Orders.Import;

/// <summary>The products of a file: known by code, failing that by name.</summary>
internal sealed class ProductRoster(OrderColumns columns)
{
    private readonly Roster _roster = new(OrderIds.Identify);
    private readonly int _code = columns[OrderField.ProductCode];
    private readonly int _name = columns[OrderField.ProductName];
    private readonly int _category = columns[OrderField.Category];
    private readonly List<(string? Name, string? Category)> _details = [];

    /// <summary>The product that a line names, not yet accepted.</summary>
    public bool TryFind(OrderRow row, out int product)
    {
        product = _roster.Find(row.Cell(_code));
        if (product < 0)
            product = _roster.Find(row.Cell(_name));
        return product >= 0;
    }

    /// <summary>The product's place in the list; name and category are kept when they were not known.</summary>
    public int Accept(int product, OrderRow row)
    {
        var place = _roster.Accept(product);
        if (place == _details.Count)
            _details.Add(default);
        var (name, category) = _details[place];
        if (name is null && row.Cell(_name) is { IsEmpty: false } named)
            _details[place] = (name = CellText.Tidy(named), category);
        if (category is null && row.Cell(_category) is { IsEmpty: false } sorted)
            _details[place] = (name, CellText.Tidy(sorted));
        return place;
    }

    public List<OrderFileProduct> Products() =>
        [.. _details.Select((product, place) => new OrderFileProduct(_roster.Listed[place], product.Name ?? _roster.Listed[place], product.Category))];
}
