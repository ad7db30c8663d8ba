using Changlai.App.Features.Customers.Contracts.Segments;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Relations;

/// <summary>Who came through whom.</summary>
internal sealed class RelationSegmentFields : ISegmentField
{
    public IEnumerable<SegmentField> Read(DatabaseSession session) =>
    [
        Has("relations.introduced-by", RelationTexts.IntroducedBy, new("由客户介绍来", "introduced by a customer"), new("由客户介绍来", "an introduction by another customer"), new("不是客户介绍来的", "no introduction by another customer")),
        Has("relations.introduced", RelationTexts.Introduced, new("介绍过客户", "introduced others"), new("介绍过别的客户", "other customers introduced"), new("没有介绍过客户", "nobody introduced")),
        Has("relations.family", RelationTexts.Family, new("家人也是客户", "family is a customer too"), new("家人也是客户", "family among the customers"), new("没有家人是客户", "no family among the customers")),
    ];

    private static SegmentField Has(string code, string kind, Text name, Text holds, Text holdsNot) => new(code, RelationTexts.Title, name, SegmentFieldKind.YesNo, "true")
    {
        History = new("customer_relation", "customer_relation.customer_id", $"customer_relation.kind = '{kind}'"),
        Phrases = new(holds, holdsNot),
    };
}
