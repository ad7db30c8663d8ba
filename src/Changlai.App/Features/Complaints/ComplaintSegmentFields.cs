using Changlai.App.Features.Customers.Contracts.Segments;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Values;

namespace Changlai.App.Features.Complaints;

/// <summary>Whether somebody waits for a complaint to be solved.</summary>
internal sealed class ComplaintSegmentFields : ISegmentField
{
    private static readonly Text Complaints = new("投诉", "Complaints");

    public IEnumerable<SegmentField> Read(DatabaseSession session) =>
    [
        new("complaints.open", Complaints, new("有未解决的投诉", "has an open complaint"), SegmentFieldKind.YesNo, "complaint_summary.open > 0")
        {
            Summary = "complaint_summary", Phrases = new(new("有未解决的投诉", "an open complaint"), new("没有未解决的投诉", "no open complaint")),
        },
        new("complaints.count", Complaints, new("投诉次数", "complaints"), SegmentFieldKind.Number, "coalesce(complaint_summary.total, 0)")
        {
            Summary = "complaint_summary", IsForEveryone = true,
        },
    ];
}
