namespace Changlai.App.Features.FollowUps.Model;

/// <summary>One planned contact with one customer.</summary>
internal sealed class FollowUp
{
    public long CustomerId { get; init; }
    public long Id { get; init; }
    public required string Plan { get; init; }
    public required string Step { get; init; }
    public required string Occasion { get; init; }
    public required string State { get; set; }
    public string? StateReason { get; set; }
    public required string Channel { get; init; }
    public long StoreId { get; init; }
    public long? AssigneeId { get; set; }
    public DateOnly EarliestOn { get; init; }
    public DateOnly IdealOn { get; init; }
    public DateOnly LatestOn { get; init; }
    public DateOnly? DueOn { get; set; }
    public DateTimeOffset? CallBackAt { get; set; }
    public int Priority { get; init; }
    public long ValueMinor { get; init; }
    public required string Currency { get; init; }
    public long Strength { get; init; }
    public required string Reason { get; init; }
    public required string DayReason { get; set; }
    public required string ValueBasis { get; init; }
    public int Attempts { get; set; }
    public DateOnly PlannedOn { get; init; }
    public DateTimeOffset? ClosedAt { get; set; }
    public DateOnly? ClosedOn { get; set; }
    public long? ClosedBy { get; set; }
    public string? Outcome { get; set; }
}
