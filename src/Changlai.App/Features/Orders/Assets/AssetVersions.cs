using Changlai.App.Features.Platform.Contracts.Api;
using Changlai.App.Ui;
using Changlai.Core.Values;

namespace Changlai.App.Features.Orders.Assets;

/// <summary>Tells the versions of a device apart: another one after each change, by whichever way it came.</summary>
internal static class AssetVersions
{
    /// <summary>Of all that is told of it: a repair makes another one.</summary>
    public static string Of(Asset asset) => ETags.Fingerprint(
        OfForm(asset), asset.WarrantyUntil?.DayNumber, asset.LifeEndsOn?.DayNumber, asset.Repairs, asset.LastRepairOn?.DayNumber, asset.Alarm?.Fault, asset.Alarm?.Times, asset.Alarm?.Since.DayNumber,
        asset.SettledWords);

    /// <summary>Of what its form holds: a repair does not disturb who corrects a serial number.</summary>
    public static string OfForm(Asset asset) =>
        ETags.Fingerprint(asset.ProductId, asset.Product, asset.SerialNumber, asset.IsInstalled, asset.StartedOn.DayNumber, asset.Place, asset.RetiredOn?.DayNumber);

    public static IReadOnlyList<Difference> Differences(AssetForm yours, AssetForm theirs, Language language) => Difference.Between(Lines(yours, language), Lines(theirs, language));

    private static IEnumerable<(Text What, string Words)> Lines(AssetForm form, Language language) =>
    [
        (AssetTexts.Product, form.Product), (AssetTexts.Serial, form.SerialNumber), (AssetTexts.Kind, (form.Kind == Asset.Installed ? AssetTexts.Installed : AssetTexts.Sold).In(language)),
        (AssetTexts.StartedOn, Formats.TypedDate(form.StartedOn, language)), (AssetTexts.Place, form.Place), (AssetTexts.RetiredOn, Formats.TypedDate(form.RetiredOn, language)),
    ];
}
