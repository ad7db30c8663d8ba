using Changlai.App.Features.Platform.Contracts.Imports;

namespace Changlai.App.Features.Customers.Import;

/// <summary>The tables of a card, as an import keeps them before it changes one.</summary>
internal static class CustomerTables
{
    public static readonly KeptTable Card = KeptTable.OfCustomer("customer");
    public static readonly KeptTable Dates = KeptTable.OfCustomer("special_date");

    public static readonly IReadOnlyList<KeptTable> All =
    [
        Card, Dates, KeptTable.OfCustomer("customer_phone"), KeptTable.OfCustomer("customer_email"), KeptTable.OfCustomer("customer_number"),
        KeptTable.OfCustomer("customer_address"), KeptTable.OfCustomer("customer_tag"), KeptTable.OfCustomer("customer_field_value"),
    ];
}
