using Changlai.App.Features.Orders.Assets;
using Changlai.App.Features.Orders.Products;
using Changlai.App.Features.Orders.Rules;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Orders.Contracts;

/// <summary>An asset with its repairs, told by whoever knows a business from elsewhere.</summary>
/// <param name="Repairs">In the order they happened.</param>
internal sealed record ToldAsset(long CustomerId, StoreEntry Store, string ProductCode, string SerialNumber, DateOnly SoldOn, IReadOnlyList<ToldRepair> Repairs);

/// <param name="Fault">A fault's code, such as <c>leak</c>.</param>
internal sealed record ToldRepair(DateTime At, string Fault, string Work, long? StaffId, long? CostMinor, bool UnderWarranty);

/// <summary>Takes assets that were not entered here, inside the caller's transaction, as if somebody had entered them. Nobody is told: whoever calls has everybody planned.</summary>
internal static class AssetHistory
{
    public static void Record(DatabaseSession session, IEnumerable<ToldAsset> assets, TimeProvider time)
    {
        var recorder = new AssetRecorder(session, time, []);
        foreach (var told in assets)
        {
            if (ProductQuery.OfCode(session, told.ProductCode) is not { } product) continue;
            var id = recorder.Enter(told.CustomerId, new CheckedAsset(product, told.SerialNumber, Asset.Sold, told.SoldOn, null, null), told.Store.Zone, staffId: null);
            if (id is null || AssetQuery.Find(session, told.CustomerId, id.Value) is not { } asset) continue;
            foreach (var repair in told.Repairs)
                recorder.Record(asset, new CheckedRepair(repair.At, told.Store, repair.Fault, null, repair.Work, repair.StaffId, repair.CostMinor, repair.UnderWarranty), AlarmThreshold.Usual, repair.StaffId);
        }
    }
}
