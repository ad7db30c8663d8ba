using Changlai.App.Features.Customers.Contracts.Segments;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Values;

namespace Changlai.App.Features.Orders.Segments;

/// <summary>What customers have from us and use.</summary>
internal sealed class AssetSegmentFields : ISegmentField
{
    private const string InUse = "asset.retired_on IS NULL";
    private static readonly Text Assets = new("设备", "Devices");

    public IEnumerable<SegmentField> Read(DatabaseSession session) =>
    [
        new("assets.product", Assets, new("在用的设备", "device in use"), SegmentFieldKind.Choice, "asset.product_id")
        {
            History = Of(InUse), Values = SegmentValues.Id, Choices = new ProductChoices(), Phrases = new(new("在用{0}", "{0} in use"), new("没有在用{0}", "no {0} in use")),
        },
        new("assets.alarm", Assets, new("设备反复修", "device repaired too often"), SegmentFieldKind.YesNo, "asset.alarm_on IS NOT NULL")
        {
            History = Of(null), Phrases = new(new("有设备反复修", "a device repaired too often"), new("没有设备反复修", "no device repaired too often")),
        },
        new("assets.warranty", Assets, new("保修到期", "warranty ends"), SegmentFieldKind.Day, "asset.warranty_until") { History = Of(InUse) },
        new("assets.life", Assets, new("该谈换新", "replacement due"), SegmentFieldKind.Day, "asset.life_ends_on") { History = Of(InUse) },
    ];

    private static SegmentHistory Of(string? where) => new("asset", "asset.customer_id", where);
}
