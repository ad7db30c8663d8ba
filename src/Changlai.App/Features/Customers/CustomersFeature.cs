using Changlai.App.Features.Customers.Api;
using Changlai.App.Features.Customers.Card;
using Changlai.App.Features.Customers.Completing;
using Changlai.App.Features.Customers.Completing.Trends;
using Changlai.App.Features.Customers.Consent;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Contracts.Segments;
using Changlai.App.Features.Customers.Dates;
using Changlai.App.Features.Customers.Duplicates;
using Changlai.App.Features.Customers.Editing;
using Changlai.App.Features.Customers.Fields;
using Changlai.App.Features.Customers.Handover;
using Changlai.App.Features.Customers.Import;
using Changlai.App.Features.Customers.List;
using Changlai.App.Features.Customers.Needs;
using Changlai.App.Features.Customers.Notes;
using Changlai.App.Features.Customers.Photos;
using Changlai.App.Features.Customers.Privacy;
using Changlai.App.Features.Customers.Relations;
using Changlai.App.Features.Customers.Segments.Api;
using Changlai.App.Features.Customers.Segments.Fields;
using Changlai.App.Features.Customers.Segments.Pages;
using Changlai.App.Features.Customers.Segments.Query;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Features.Platform.Contracts.Imports;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Changlai.App.Features.Customers;

/// <summary>Customers: the list, finding one, the card and everything on it that people enter, segments.</summary>
public static class CustomersFeature
{
    public static IServiceCollection AddCustomers(this IServiceCollection services)
    {
        services.AddSingleton<ISegmentField, CustomerSegmentFields>();
        services.AddSingleton<ISegmentField, OwnSegmentFields>();
        services.AddSingleton<ISegmentField, WishSegmentFields>();
        services.AddSingleton<ISegmentField, DateSegmentFields>();
        services.AddSingleton<ISegmentField, NeedSegmentFields>();
        services.AddSingleton<ISegmentField, RelationSegmentFields>();
        services.AddSingleton<SegmentFields>();
        services.AddSingleton<SegmentMembership>();
        services.AddSingleton<SegmentCounts>();
        services.AddSingleton<Masks>();
        services.AddSingleton<BulkViews>();
        services.AddScoped<CardDesk>();
        services.AddScoped<EditDesk>();
        services.AddScoped<CustomerEntry>();
        services.AddSingleton<SegmentWork>();
        services.AddSingleton<DateWork>();
        services.AddSingleton<WishWork>();
        services.AddSingleton<NeedWork>();
        services.AddSingleton<RelationWork>();
        services.AddSingleton<FieldWork>();
        services.AddSingleton<DuplicateWork>();
        services.AddSingleton<HandoverWork>();
        services.AddSingleton<IImportTarget, CustomerImportTarget>();
        services.AddSingleton<IImportTarget, DateImportTarget>();
        services.AddSingleton<IImportUndo, CustomerUndo>();
        services.AddSingleton<IImportUndo, DuplicateUndo>();
        services.AddSingleton<IImportUndo, RelationUndo>();
        services.AddSingleton<ITimelineSource, NoteTimeline>();
        services.AddSingleton<ITimelineSource, ConsentTimeline>();
        services.AddSingleton<ITimelineSource, ChangeTimeline>();
        services.AddSingleton<ITimelineSource, MergeTimeline>();
        services.AddSingleton<ITimelineSource, NeedTimeline>();
        services.AddSingleton<ICardPanel, DuplicatePanel>();
        services.AddSingleton<ICardPanel, NeedPanel>();
        services.AddSingleton<ICardPanel, RelationPanel>();
        services.AddSingleton<ICallNote, NeedNotes>();
        services.AddSingleton<ICustomerRows, CardRows>();
        services.AddSingleton<ICustomerRows, RelationRows>();
        services.AddSingleton<ICustomersChanged, DuplicateDue>();
        services.AddSingleton<ISweep, DuplicateSweep>();
        services.AddSingleton<ISweep, StrayRows>();
        services.AddSingleton<ISweep, CompletenessSweep>();
        services.AddScoped<CompareDesk>();
        services.AddSingleton(new SettingsEntry(10, "/settings/fields", FieldSettingTexts.Title, FieldSettingTexts.What, "card"));
        services.AddSingleton(new SettingsEntry(20, "/settings/completeness", CompletenessTexts.Title, CompletenessTexts.What, "chart"));
        services.AddSingleton(new SettingsEntry(30, "/settings/privacy", PrivacyTexts.SettingsTitle, PrivacyTexts.SettingsWhat, "card") { Access = Access.HeadOffice });
        services.AddSingleton(new SettingsEntry(31, "/privacy/erasures", PrivacyTexts.Erasures, PrivacyTexts.ErasuresWhat, "file"));
        services.AddAuditActions(CustomerAudit.All);
        services.AddAuditWords([.. Editing.DetailLines.Names.Select(name => (name.English, name)), .. Privacy.RevealReason.All.Select(reason => (reason.Code, reason.Name))]);
        return services;
    }

    public static void MapCustomers(this IEndpointRouteBuilder routes)
    {
        CustomersEndpoints.Map(routes);
        CardEndpoints.Map(routes);
        SegmentEndpoints.Map(routes);
        EditEndpoints.Map(routes);
        DatesEndpoints.Map(routes);
        WishEndpoints.Map(routes);
        NoteEndpoints.Map(routes);
        PhotoEndpoints.Map(routes);
        FieldEndpoints.Map(routes);
        CompletenessEndpoints.Map(routes);
        TrendEndpoints.Map(routes);
        DuplicatesEndpoints.Map(routes);
        HandoverEndpoints.Map(routes);
        NeedEndpoints.Map(routes);
        RelationEndpoints.Map(routes);
        RevealEndpoints.Map(routes);
        MaskEndpoints.Map(routes);
        PrivacyEndpoints.Map(routes);
        ErasureEndpoints.Map(routes);
        CustomerApi.Map(routes);
        PhotoApi.Map(routes);
        ErasureApi.Map(routes);
        TrendApi.Map(routes);
        CompletenessApi.Map(routes);
        DateApi.Map(routes);
        WishApi.Map(routes);
        NeedApi.Map(routes);
        RelationApi.Map(routes);
        FieldApi.Map(routes);
        DuplicateApi.Map(routes);
        HandoverApi.Map(routes);
        SegmentApi.Map(routes);
    }
}
