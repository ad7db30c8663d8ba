namespace Changlai.App.Features.Orders.Import;

internal readonly record struct OrderFileLine(int LineNumber, int Order, int Customer, int Product, int Store, int Staff, DateTime OrderedAt, long QuantityMilli, long UnitPriceMinor, long AmountMinor, bool Cancelled);

internal sealed record OrderFileCustomer(string Key, string? Number, string? Name, string? Phone);

internal sealed record OrderFileProduct(string Code, string Name);
