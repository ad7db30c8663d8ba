using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Orders.Products;

/// <summary>
/// Products are shared: one store's manager would move another store's follow-ups. The head office keeps them; where there is
/// one store, its manager is the head office.
/// </summary>
internal static class ProductAccess
{
    public static bool MayChange(Viewer viewer, StoreDirectory stores) =>
        viewer.May(Access.HeadOffice) || viewer.Role == StaffRole.Manager && stores.Stores().Count <= 1;

    /// <summary>Those the stores sell in, the reader's own first.</summary>
    public static IReadOnlyList<string> Currencies(Viewer viewer, StoreDirectory stores) =>
        [.. stores.Stores().Values.OrderBy(store => store.Id == viewer.StoreId ? 0 : 1).Select(store => store.Currency)
            .DefaultIfEmpty(Recording.BatchPlaces.DefaultCurrency).Distinct(StringComparer.Ordinal)];
}
