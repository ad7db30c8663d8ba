using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Contracts.Segments;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Needs;

/// <summary>What customers asked for.</summary>
internal sealed class NeedSegmentFields(IEnumerable<INeedProducts> products) : ISegmentField
{
    private const string Table = "customer_need";
    private const string IsOpen = $"{Table}.state <> '{StoredNeed.Met}'";

    public IEnumerable<SegmentField> Read(DatabaseSession session) =>
    [
        new("needs.open", NeedTexts.Needs, new("有没满足的需求", "has a need not met yet"), SegmentFieldKind.YesNo, "true")
        {
            History = Of(IsOpen), Phrases = new(new("有没满足的需求", "a need not met yet"), new("没有未满足的需求", "no need left open")),
        },
        new("needs.state", NeedTexts.Needs, new("需求的状态", "state of a need"), SegmentFieldKind.Choice, $"{Table}.state")
        {
            History = Of(null), Options = SegmentOption.Words(NeedTexts.States), Phrases = new(new("有{0}的需求", "a need that is {0}"), new("没有{0}的需求", "no need that is {0}")),
        },
        .. products.SelectMany(one => (SegmentField[])
        [
            AboutProduct("needs.product", new("问过的产品", "product asked for"), one, null, new(new("问过{0}", "{0} asked for"), new("没问过{0}", "{0} never asked for"))),
            AboutProduct("needs.open-product", new("问过还没满足的产品", "product asked for and not met yet"), one, IsOpen,
                new(new("问过{0}且还没满足", "{0} asked for and not met yet"), new("没有未满足的{0}需求", "no open need for {0}"))),
        ]),
        new("needs.met", NeedTexts.Needs, new("满足需求的日子", "need met"), SegmentFieldKind.Day, $"{Table}.met_on") { History = Of(null) },
    ];

    private static SegmentField AboutProduct(string code, Text name, INeedProducts products, string? where, SegmentPhrases phrases) =>
        new(code, NeedTexts.Needs, name, SegmentFieldKind.Choice, $"{Table}.product_id") { History = Of(where), Values = SegmentValues.Id, Choices = products.Choices, Phrases = phrases };

    private static SegmentHistory Of(string? where) => new(Table, $"{Table}.customer_id", where);
}
