using Changlai.App.Features.Orders.Entry;
using Changlai.App.Features.Orders.Forms;
using Changlai.App.Features.Orders.Model;
using Changlai.App.Features.Orders.Products;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Tables;
using Changlai.Core.Values;

namespace Changlai.App.Features.Orders.Assets;

/// <summary>An asset as typed, and what is wrong with it.</summary>
public sealed record AssetForm
{
    public string Product { get; init; } = "";
    public string SerialNumber { get; init; } = "";
    public string Kind { get; init; } = Asset.Sold;
    public string StartedOn { get; init; } = "";
    public string Place { get; init; } = "";
    public string RetiredOn { get; init; } = "";

    /// <summary>Of what was stored when the form was made.</summary>
    public string Version { get; init; } = "";
    public IReadOnlyDictionary<string, Text> Errors { get; init; } = new Dictionary<string, Text>(StringComparer.Ordinal);

    private const int LongestSerial = 64;
    private const int LongestPlace = 200;
    private static readonly DateOnly Earliest = new(1990, 1, 1);

    public static AssetForm Of(Func<string, string> field) => new()
    {
        Product = field("product"),
        SerialNumber = field("serialNumber"),
        Kind = field("kind"),
        StartedOn = field("startedOn"),
        Place = field("place"),
        RetiredOn = field("retiredOn"),
        Version = field("version"),
    };

    internal static AssetForm Of(Asset asset, Product product) => new()
    {
        Product = product.Label,
        SerialNumber = asset.SerialNumber ?? "",
        Kind = asset.IsInstalled ? Asset.Installed : Asset.Sold,
        StartedOn = asset.StartedOn.ToString("yyyy-MM-dd"),
        Place = asset.Place ?? "",
        RetiredOn = asset.RetiredOn?.ToString("yyyy-MM-dd") ?? "",
        Version = AssetVersions.OfForm(asset),
    };

    /// <param name="kept">The product it has already, which may stay though it is no longer sold.</param>
    internal (CheckedAsset? Asset, AssetForm Form) Check(DatabaseSession session, DateOnly today, Product? kept)
    {
        var read = new FieldReader();
        Product? product = null;
        if (Product.Length == 0) read.Say("product", EntryTexts.ProductMissing);
        else if (kept is not null && (Product == kept.Label || ExternalId.Normalize(Product) == kept.Code)) product = kept;
        else
        {
            (product, var found) = ProductQuery.Meant(session, Product);
            if (product is null) read.Say("product", (found == 0 ? EntryTexts.ProductUnknown : EntryTexts.ProductUnclear).With(CellText.Shorten(Product)));
        }
        var serial = read.Words("serialNumber", SerialNumber, LongestSerial) is { } typed && ExternalId.Normalize(typed) is { Length: > 0 } normal ? normal : null;
        if (Kind is not (Asset.Installed or Asset.Sold)) read.Say("kind", AssetTexts.KindUnknown);
        var started = read.Day("startedOn", StartedOn, Earliest, today);
        if (StartedOn.Length == 0) read.Say("startedOn", FormTexts.DayMissing);
        var retired = read.Day("retiredOn", RetiredOn, started ?? Earliest, today);
        var place = read.Words("place", Place, LongestPlace);
        return read.IsFine ? (new CheckedAsset(product!, serial, Kind, started!.Value, place, retired), this) : (null, this with { Errors = read.Errors });
    }
}

internal sealed record CheckedAsset(Product Product, string? SerialNumber, string Kind, DateOnly StartedOn, string? Place, DateOnly? RetiredOn);

/// <summary>A repair as typed, and what is wrong with it.</summary>
public sealed record RepairForm
{
    public string DoneOn { get; init; } = "";
    public string Fault { get; init; } = "";
    public string FaultWords { get; init; } = "";
    public string Work { get; init; } = "";
    public string Staff { get; init; } = "";
    public string Cost { get; init; } = "";
    public bool UnderWarranty { get; init; }
    public IReadOnlyDictionary<string, Text> Errors { get; init; } = new Dictionary<string, Text>(StringComparer.Ordinal);

    private const int LongestWords = 2000;

    public static RepairForm Of(Func<string, string> field) => new()
    {
        DoneOn = field("doneOn"),
        Fault = field("fault"),
        FaultWords = field("faultWords"),
        Work = field("work"),
        Staff = field("staff"),
        Cost = field("cost"),
        UnderWarranty = field("underWarranty") == "true",
    };

    internal (CheckedRepair? Repair, RepairForm Form) Check(OrderDesk desk, Asset asset)
    {
        var read = new FieldReader();
        var (store, staff, at) = desk.Head(read, "", Staff, "doneOn", DoneOn, asset.StartedOn);
        if (Model.Fault.Find(Fault) is null) read.Say("fault", AssetTexts.FaultUnknown);
        var words = read.Words("faultWords", FaultWords, LongestWords);
        if (Fault == Model.Fault.Other && words is null) read.Say("faultWords", AssetTexts.FaultWordsMissing);
        var work = read.Needed("work", Work, LongestWords, AssetTexts.WorkMissing);
        var cost = read.Money("cost", Cost, store?.Currency ?? "");
        var on = DateOnly.FromDateTime(at);
        if (UnderWarranty && !asset.IsUnderWarranty(on))
            read.Say("underWarranty", asset.WarrantyUntil is { } until ? AssetTexts.WarrantyOver.With(until.ToString("yyyy-MM-dd")) : AssetTexts.NoWarranty);
        return read.IsFine ? (new CheckedRepair(at, store!, Fault, words, work, staff, cost, UnderWarranty), this) : (null, this with { Errors = read.Errors });
    }
}

/// <param name="At">The store's wall clock.</param>
internal sealed record CheckedRepair(DateTime At, StoreEntry Store, string Fault, string? FaultWords, string Work, long? StaffId, long? CostMinor, bool UnderWarranty);
