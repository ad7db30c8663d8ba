namespace Changlai.App.Features.Orders.Import;

/// <summary>What a column of an order file can hold.</summary>
internal enum OrderField
{
    OrderNumber,
    CustomerNumber,
    CustomerName,
    Phone,
    ProductCode,
    ProductName,
    Quantity,
    UnitPrice,
    Amount,
    OrderedAt,
    Store,
    Staff,
    Status,
    Category,
    Currency,
}

internal static class OrderFields
{
    public static readonly IReadOnlyList<OrderField> All = Enum.GetValues<OrderField>();

    /// <summary>The field's stable name in options and JSON, kebab-case.</summary>
    public static string Code(this OrderField field) => field switch
    {
        OrderField.OrderNumber => "order-number",
        OrderField.CustomerNumber => "customer-number",
        OrderField.CustomerName => "customer-name",
        OrderField.Phone => "phone",
        OrderField.ProductCode => "product-code",
        OrderField.ProductName => "product-name",
        OrderField.Quantity => "quantity",
        OrderField.UnitPrice => "unit-price",
        OrderField.Amount => "amount",
        OrderField.OrderedAt => "ordered-at",
        OrderField.Store => "store",
        OrderField.Staff => "staff",
        OrderField.Status => "status",
        OrderField.Category => "category",
        OrderField.Currency => "currency",
    };
}
