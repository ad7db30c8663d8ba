using Changlai.App.Ui;
using Changlai.Core.Values;

namespace Changlai.App.Features.Orders.Assets;

/// <summary>An asset's state in a few words.</summary>
internal static class AssetWords
{
    public static string Warranty(Asset asset, DateOnly today, Language language) => asset.WarrantyUntil is not { } until ? AssetTexts.NoWarrantyNote.In(language)
        : (until >= today ? AssetTexts.UnderWarranty : AssetTexts.WarrantyEnded).In(language, Formats.Date(until, language));

    public static string Repairs(int count, Language language) => count switch
    {
        0 => AssetTexts.NoRepairs.In(language),
        1 => AssetTexts.OneRepair.In(language),
        _ => AssetTexts.RepairsOf.In(language, count),
    };

    public static string? Life(Asset asset, DateOnly today, Language language) =>
        asset.LifeEndsOn is { } end && end <= today && asset.RetiredOn is null ? AssetTexts.LifeIsOver.In(language, Formats.Date(end, language)) : null;

    public static string Alarm(Asset asset, AssetAlarm alarm, Language language) =>
        AssetTexts.Alarm.In(language, asset.Product, alarm.Name.In(language), alarm.Times, Formats.Date(alarm.Since, language));
}
