using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.Core.Values;

namespace Changlai.App.Features.FollowUps;

/// <summary>What the audit log tells of plans and follow-ups.</summary>
internal static class FollowUpAudit
{
    public static readonly AuditAction PlanSwitched = new("plan.switch", new Text("开关计划", "Plan switched"));
    public static readonly AuditAction AudienceChosen = new("plan.audience", new Text("选定计划的客户", "Plan given an audience"));
    public static readonly AuditAction Recorded = new("follow-up.record", new Text("记录回访结果", "Outcome recorded"));

    public static IReadOnlyList<AuditAction> All =>
    [
        PlanSwitched, AudienceChosen, Recorded,
    ];
}
