namespace Changlai.App.Features.Orders.Import;

/// <summary>One accepted line. The integers are places in the lists of <see cref="OrderFileContents"/>; −1 is none.</summary>
/// <param name="LineNumber">Its line in the file, counted from 1 with the headings.</param>
/// <param name="Order">Place in the order numbers.</param>
/// <param name="Customer">Place in the customers.</param>
/// <param name="Product">Place in the products.</param>
/// <param name="Store">Place in the stores.</param>
/// <param name="Staff">Place in the staff.</param>
/// <param name="OrderedAt">Wall clock of the shop; kind unspecified.</param>
/// <param name="QuantityMilli">Thousandths; negative when goods came back.</param>
/// <param name="UnitPriceMinor">Price of one in minor units, rounded; the amount was worked out from the exact one.</param>
/// <param name="AmountMinor">Amount of the line in minor units; as the file has it, else quantity × price. Negative with the quantity.</param>
/// <param name="Cancelled">
/// A negative quantity, a cancellation's order number, or a state that says so. In the last two cases the quantity can be positive.
/// </param>
internal readonly record struct OrderFileLine(
    int LineNumber, int Order, int Customer, int Product, int Store, int Staff,
    DateTime OrderedAt, long QuantityMilli, long UnitPriceMinor, long AmountMinor, bool Cancelled);

/// <summary>A customer of a file.</summary>
/// <param name="Key"><c>n:</c> and the number; without a number <c>p:</c> and the phone in E.164; without either <c>m:</c> and the name.</param>
/// <param name="Number">The normalised number.</param>
/// <param name="Name">The first name seen, as written.</param>
/// <param name="Phone">The first usable phone seen, in E.164.</param>
internal sealed record OrderFileCustomer(string Key, string? Number, string? Name, string? Phone);

/// <summary>A product of a file.</summary>
/// <param name="Code">The normalised code; where there is none, the normalised name.</param>
/// <param name="Name">The first name seen, as written; the code where there was none.</param>
/// <param name="Category">The first category seen, as written.</param>
internal sealed record OrderFileProduct(string Code, string Name, string? Category = null);
