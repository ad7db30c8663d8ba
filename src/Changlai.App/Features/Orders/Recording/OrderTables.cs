using Changlai.App.Features.Platform.Contracts.Imports;

namespace Changlai.App.Features.Orders.Recording;

/// <summary>The tables of one order, as an import keeps them before it changes the order.</summary>
internal static class OrderTables
{
    /// <summary>The name under which ids of orders are reserved.</summary>
    public const string Ids = "order";

    public static readonly KeptTable Orders = new("customer_order", "customer_id", "id", Ids);
    public static readonly KeptTable Lines = new("order_line", "customer_id", "order_id", Ids);
    public static readonly KeptTable Numbers = new("order_key", "customer_id", "order_id", Ids);
    public static readonly KeptTable Products = new("product", "id", null, "product");

    public static readonly IReadOnlyList<KeptTable> All = [Orders, Lines, Numbers];
}
