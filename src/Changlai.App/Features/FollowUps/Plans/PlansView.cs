using Changlai.App.Features.Customers.Contracts.Segments;
using Changlai.App.Features.FollowUps.Contracts;
using Changlai.App.Features.FollowUps.Model;
using Changlai.App.Ui;

namespace Changlai.App.Features.FollowUps.Plans;

/// <summary>A plan as this shop runs it.</summary>
/// <param name="Audience">The segment it is for; null for everybody.</param>
public sealed record RunningPlan(Plan Plan, bool Enabled, int HoldoutPercent, PlanTotals Counts, SegmentHead? Audience);

/// <param name="StoreId">Only this store; null for all.</param>
/// <param name="Stores">The stores to choose from; empty for those who see one.</param>
public sealed record PlansView(IReadOnlyList<RunningPlan> Plans, IReadOnlyList<LoadDay> Load, bool MaySwitch, long? StoreId, IReadOnlyList<Option> Stores);

/// <summary>What is planned for one day, the strongest first.</summary>
public sealed record DayView(DateOnly Day, IReadOnlyList<FollowUpView> FollowUps, long Total, long? StoreId);
