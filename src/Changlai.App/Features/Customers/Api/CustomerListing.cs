using Changlai.App.Features.Customers.List;

namespace Changlai.App.Features.Customers.Api;

/// <param name="Next">What to send as <c>after</c> for the following ones; null at the end.</param>
internal sealed record CustomerListing(IReadOnlyList<CustomerListing.Entry> Items, string? Next)
{
    /// <param name="TotalMinor">What they have spent, in minor units of the currency.</param>
    internal sealed record Entry(
        long Id, string Name, string? Phone, string? Number, long? StoreId, string? Owner, bool DoNotContact, int Orders, long TotalMinor, string? Currency,
        DateOnly? FirstOrderOn, DateOnly? LastOrderOn, DateOnly? NextPurchaseOn, DateOnly? SilentOn)
    {
        public static Entry Of(CustomerRow row) => new(
            row.Id, row.Name, row.Phone, row.Number, row.StoreId, row.Owner, row.DoNotContact, row.Orders, row.TotalMinor, row.Currency,
            row.FirstOrderOn, row.LastOrderOn, row.NextPurchaseOn, row.SilentOn);
    }

    public static CustomerListing Of(IEnumerable<CustomerRow> rows, string? next) => new([.. rows.Select(Entry.Of)], next);
}
