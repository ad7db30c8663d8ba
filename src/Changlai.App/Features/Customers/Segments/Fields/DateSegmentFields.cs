using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Contracts.Segments;
using Changlai.App.Features.Customers.Segments.Model;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Segments.Fields;

/// <summary>Days that come back every year.</summary>
internal sealed class DateSegmentFields : ISegmentField
{
    private static readonly Text Dates = new("特殊日子", "Special dates");

    public IEnumerable<SegmentField> Read(DatabaseSession session) =>
    [
        .. CustomerCodes.DateKinds.Where(kind => kind.Code != CustomerCodes.NamedDate).Select(kind =>
            new SegmentField($"date.{kind.Code}", Dates, SegmentOption.Within(kind.Name), SegmentFieldKind.AnnualDay, AnnualDays.Code)
            {
                History = Of(kind.Code), IsUsual = kind.Code == CustomerCodes.Birthday,
            }),
        new("customer.dates", Dates, new("登记过的日子", "dates known"), SegmentFieldKind.Choice, "special_date.kind")
        {
            History = Of(null), Options = SegmentOption.Words(CustomerCodes.DateKinds),
            Phrases = new(new("登记了{0}", "{0} on record"), new("没有登记{0}", "no {0} on record")),
        },
    ];

    private static SegmentHistory Of(string? kind) => new("special_date", "special_date.customer_id", kind is null ? null : $"special_date.kind = '{kind}'");
}
