namespace Changlai.App.Features.Platform.Contracts.Imports;

/// <summary>A table of which an import keeps rows as they were, group by group: all of a customer's phones, all lines of an order.</summary>
/// <param name="FirstKey">The column that names the group.</param>
/// <param name="SecondKey">The second such column; null when one is enough.</param>
/// <param name="MadeAs">The name under which ids of the last key are reserved: groups that the import itself made need no image.</param>
/// <param name="IsSealed">Whether a later change by somebody else stands in the way of an undo; not for what the program itself works out anew.</param>
internal sealed record KeptTable(string Name, string FirstKey, string? SecondKey, string MadeAs, bool IsSealed = true)
{
    /// <summary>A table of what belongs to customers, a customer's rows together.</summary>
    public static KeptTable OfCustomer(string name, bool isSealed = true) => new(name, "customer_id", null, "customer", isSealed);
}
