using Changlai.App.Features.Customers.Contracts.Segments;
using Changlai.App.Features.FollowUps.Model;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Values;

namespace Changlai.App.Features.FollowUps.Segments;

/// <summary>The plans for which a segment says whom they contact.</summary>
internal sealed class AudiencesInUse : ISegmentUse
{
    public IReadOnlyList<Text> UsesOf(DatabaseSession session, long segmentId)
    {
        var plans = new List<Text>();
        using var rows = session.Read("SELECT plan FROM plan_setting WHERE segment_id = @id ORDER BY plan", ("id", segmentId));
        while (rows.Next()) plans.Add(ReadyMadePlans.Find(rows.Text(0))?.Name ?? new Text(rows.Text(0), rows.Text(0)));
        return plans;
    }
}
