using Changlai.App.Features.Platform.Contracts.Imports;
using Changlai.App.Features.Platform.Contracts.Tables;
namespace Changlai.App.Features.Orders.Import;

/// <summary>Quantity, price and amount of a line: decimal while they are worked out, whole thousandths and minor units in the end.</summary>
internal readonly struct OrderLineMoney(OrderColumns columns, bool commaDecimals, int currencyDigits)
{
    private const decimal LargestQuantity = 1_000_000_000m;
    private const decimal LargestMinor = 1_000_000_000_000_000m;
    private static readonly decimal[] PowersOfTen = [1m, 10m, 100m, 1000m, 10000m];
    private readonly decimal _minorUnits = PowersOfTen[currencyDigits];
    private readonly bool _priced = columns.Has(OrderField.UnitPrice) || columns.Has(OrderField.Amount);

    /// <summary>The quantity in thousandths, or why there is none.</summary>
    public RejectReason? Quantity(OrderRow row, out decimal quantity)
    {
        quantity = 0;
        var cell = row[OrderField.Quantity];
        if (cell.IsEmpty)
            return OrderReasons.QuantityMissing;
        if (!NumberCell.TryRead(cell, commaDecimals, out var written) || Math.Abs(written) > LargestQuantity)
            return OrderReasons.QuantityInvalid;
        // Floating-point dust is not a fourth decimal.
        quantity = Round(written * 1000m) / 1000m;
        return quantity == 0 || Math.Abs(quantity - written) > 0.000000001m ? OrderReasons.QuantityInvalid : null;
    }

    /// <summary>Price and amount in minor units, or why there are none and the column at fault.</summary>
    public (RejectReason Reason, OrderField Field)? Price(OrderRow row, decimal quantity, out long price, out long amount)
    {
        (price, amount) = (0, 0);
        if (!_priced)
            return null;
        var priceCell = row[OrderField.UnitPrice];
        var amountCell = row[OrderField.Amount];
        if (priceCell.IsEmpty && amountCell.IsEmpty)
            return (OrderReasons.PriceMissing, columns.Has(OrderField.UnitPrice) ? OrderField.UnitPrice : OrderField.Amount);
        var (each, total) = (0m, 0m);
        if (!priceCell.IsEmpty && !Minor(priceCell, out each))
            return (OrderReasons.PriceInvalid, OrderField.UnitPrice);
        if (!amountCell.IsEmpty && !Minor(amountCell, out total))
            return (OrderReasons.AmountInvalid, OrderField.Amount);
        if (priceCell.IsEmpty)
            each = Math.Abs(total / quantity);
        if (amountCell.IsEmpty)
            total = each * quantity;
        else if (quantity < 0 && total > 0)
            total = -total;
        if (Math.Abs(each) > LargestMinor)
            return (OrderReasons.PriceInvalid, OrderField.UnitPrice);
        if (Math.Abs(total) > LargestMinor)
            return (OrderReasons.AmountInvalid, columns.Has(OrderField.Amount) ? OrderField.Amount : OrderField.UnitPrice);
        (price, amount) = ((long)Round(each), (long)Round(total));
        return null;
    }

    private static decimal Round(decimal number) => decimal.Round(number, 0, MidpointRounding.AwayFromZero);

    private bool Minor(ReadOnlySpan<char> cell, out decimal minor)
    {
        minor = 0;
        if (!NumberCell.TryRead(cell, commaDecimals, out var number) || Math.Abs(number) > LargestMinor)
            return false;
        minor = number * _minorUnits;
        return true;
    }
}
