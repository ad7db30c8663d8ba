using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Contracts.Segments;
using Changlai.App.Features.Platform.Contracts.Imports;
using Microsoft.Extensions.DependencyInjection;

namespace Changlai.App.Features.Complaints;

/// <summary>What went wrong, and how it is put right.</summary>
public static class ComplaintsFeature
{
    public static IServiceCollection AddComplaints(this IServiceCollection services)
    {
        services.AddSingleton<IImportUndo, ComplaintUndo>();
        services.AddSingleton<ITimelineSource, ComplaintTimeline>();
        services.AddSingleton<ICardPanel, OpenComplaintsPanel>();
        services.AddSingleton<ISegmentField, ComplaintSegmentFields>();
        services.AddSingleton<ICustomerRows, ComplaintRows>();
        return services;
    }
}
