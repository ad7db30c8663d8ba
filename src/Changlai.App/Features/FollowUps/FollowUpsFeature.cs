using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Contracts.Segments;
using Changlai.App.Features.FollowUps.Card;
using Changlai.App.Features.FollowUps.Contracts;
using Changlai.App.Features.FollowUps.Planning;
using Changlai.App.Features.FollowUps.Plans;
using Changlai.App.Features.FollowUps.Segments;
using Changlai.App.Features.FollowUps.Today;
using Changlai.App.Features.Orders.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Features.Platform.Contracts.Imports;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Changlai.App.Features.FollowUps;

/// <summary>Plans, the planner, and the worklist.</summary>
public static class FollowUpsFeature
{
    public static IServiceCollection AddFollowUps(this IServiceCollection services)
    {
        services.AddSingleton<IOrdersRecorded, FollowUpsOnOrders>();
        services.AddSingleton<ICustomersChanged, FollowUpsOnCustomers>();
        services.AddSingleton<IStoreDaysChanged, FollowUpsOnStoreDays>();
        services.AddSingleton<ICustomerRows, FollowUpRows>();
        services.AddSingleton<IHandoverPart, FollowUpsOnHandover>();
        services.AddSingleton<IImportUndo, FollowUpUndo>();
        services.AddSingleton<ISweep, PlanningSweep>();
        services.AddSingleton<PlanFigures>();
        services.AddSingleton<PlanWork>();
        services.AddSingleton<ICardPanel, FollowUpPanel>();
        services.AddSingleton<ICardPanel, ContactsPanel>();
        services.AddSingleton<ITimelineSource, ContactTimeline>();
        services.AddSingleton<ITimelineSource, FollowUpTimeline>();
        services.AddSingleton<ISegmentField, FollowUpSegmentFields>();
        services.AddSingleton<ISegmentUse, AudiencesInUse>();
        services.AddAuditActions(FollowUpAudit.All);
        return services;
    }

    public static void MapFollowUps(this IEndpointRouteBuilder routes)
    {
        routes.MapToday();
        routes.MapOutcomes();
        routes.MapWorklistApi();
        routes.MapPlans();
        routes.MapPlanApi();
    }
}
