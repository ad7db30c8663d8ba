using System.Globalization;
using Changlai.App.Features.Orders.Entry;
using Changlai.Core.Values;

namespace Changlai.App.Features.Orders.Assets;

/// <param name="Product">Code, name, or both.</param>
/// <param name="Kind"><c>sold</c> or <c>installed</c>.</param>
internal sealed record AssetBody(string? Product, string? SerialNumber, string? Kind, string? StartedOn, string? Place, string? RetiredOn)
{
    public AssetForm Form => new()
    {
        Product = Product?.Trim() ?? "",
        SerialNumber = SerialNumber?.Trim() ?? "",
        Kind = Kind ?? Asset.Sold,
        StartedOn = StartedOn?.Trim() ?? "",
        Place = Place ?? "",
        RetiredOn = RetiredOn?.Trim() ?? "",
    };
}

/// <param name="Fault">A fault's code, such as <c>leak</c>.</param>
/// <param name="CostMinor">In minor units of the store's currency.</param>
internal sealed record RepairBody(string? DoneOn, string? Fault, string? FaultWords, string? Work, long? StaffId, long? CostMinor, bool? UnderWarranty)
{
    public RepairForm Form(OrderDesk desk) => new()
    {
        DoneOn = DoneOn?.Trim() ?? "",
        Fault = Fault ?? "",
        FaultWords = FaultWords ?? "",
        Work = Work ?? "",
        Staff = StaffId?.ToString(CultureInfo.InvariantCulture) ?? "",
        Cost = OrderBody.Money(CostMinor, desk.StoreOf("")?.Currency ?? ""),
        UnderWarranty = UnderWarranty == true,
    };
}

internal sealed record SettlementBody(string? Words);

/// <param name="StoreId">Null for all stores without one of their own.</param>
internal sealed record ThresholdBody(long? StoreId, decimal? Times, decimal? Days);

/// <param name="Next">What to send as <c>after</c> for the following ones; null at the end.</param>
internal sealed record AssetList(IReadOnlyList<AssetEntry> Items, string? Next);

internal sealed record AssetEntry(
    long CustomerId, string Customer, long Id, string Product, string? SerialNumber, string Kind, DateOnly StartedOn, string? Place, DateOnly? WarrantyUntil, DateOnly? LifeEndsOn,
    DateOnly? RetiredOn, int RepairCount, AlarmEntry? Alarm, IReadOnlyList<RepairEntry> Repairs)
{
    public static AssetEntry Of(Asset asset, string customer, IReadOnlyList<Repair> repairs) => new(
        asset.CustomerId, customer, asset.Id, asset.Product, asset.SerialNumber, asset.IsInstalled ? Asset.Installed : Asset.Sold, asset.StartedOn, asset.Place, asset.WarrantyUntil,
        asset.LifeEndsOn, asset.RetiredOn, asset.Repairs, asset.Alarm is { } alarm ? new AlarmEntry(alarm.Fault, alarm.Times, alarm.Since, alarm.On) : null,
        [.. repairs.Select(repair => new RepairEntry(repair.Id, repair.On, repair.Fault, repair.FaultWords, repair.Work, repair.Staff,
            repair.CostMinor, repair.Currency, repair.UnderWarranty))]);
}

internal sealed record AlarmEntry(string Fault, int Times, DateOnly Since, DateOnly On);

internal sealed record RepairEntry(long Id, DateOnly On, string Fault, string? FaultWords, string Work, string? By, long? CostMinor, string Currency, bool UnderWarranty);
