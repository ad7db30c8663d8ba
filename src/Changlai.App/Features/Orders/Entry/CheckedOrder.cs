using Changlai.App.Features.Orders.Model;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Orders.Entry;

/// <summary>An order whose every field could be read.</summary>
/// <param name="OrderedAt">The store's wall clock.</param>
internal sealed record CheckedOrder(StoreEntry Store, long? StaffId, DateTime OrderedAt, IReadOnlyList<CheckedLine> Lines);

/// <param name="AmountMinor">Quantity × price − discount; for goods that come back, what is given back.</param>
public sealed record CheckedLine(Product Product, long QuantityMilli, long UnitPriceMinor, long AmountMinor);
