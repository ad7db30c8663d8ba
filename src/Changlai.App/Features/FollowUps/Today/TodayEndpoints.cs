using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.FollowUps.Today;

/// <summary>The worklist and the page of one follow-up.</summary>
internal static class TodayEndpoints
{
    public static void MapToday(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/today", ShowToday).For(Access.ReadCustomers);
        routes.MapGet("/today/team", ShowTeam).For(Access.Oversee);
        routes.MapGet("/customers/{customerId:long}/follow-ups/{id:long}", ShowFollowUp).For(Access.ReadCustomers);
    }

    private static IResult ShowToday(HttpContext http, Database database, StoreDirectory stores, UiContext ui, IEnumerable<ICallNote> notes, Masks masks, string? staff, long? store, string? after, string? open)
    {
        var viewer = Viewer.Of(http.User);
        var place = new WorklistPlace(WorklistScope.Of(viewer, staff, store), WorklistMark.Parse(after));
        using var session = database.OpenSession();
        if (ui.IsFragment)
        {
            return FollowUpLinks.Parse(open) is { } asked && FollowUpAccess.Open(session, viewer, stores, notes, masks, asked.CustomerId, asked.Id) is { } opened
                ? UiSetup.Page<FollowUpDetail>(new { Opened = opened, Action = place.OutcomeOf(opened.FollowUp), Target = "#work" })
                : Results.NotFound();
        }
        var view = Load(session, viewer, stores, notes, masks, place, FollowUpLinks.Parse(open));
        return UiSetup.Page<TodayPage>(new { View = view, Choices = viewer.IsManager ? WorklistPeople.Choices(session, viewer, stores, place.Scope, ui) : null });
    }

    /// <summary>The list with the asked-for follow-up beside it, or else the strongest.</summary>
    public static TodayView Load(DatabaseSession session, Viewer viewer, StoreDirectory stores, IEnumerable<ICallNote> notes, Masks masks, WorklistPlace place, (long CustomerId, long Id)? open)
    {
        var store = place.Scope.StoreId ?? viewer.StoreId;
        var today = stores.TodayOf(store);
        var masking = masks.Of(session, viewer);
        var work = Worklist.Read(session, place.Scope, today, place.After);
        work = work with { Entries = [.. work.Entries.Select(entry => entry.SeenThrough(masking))] };
        var opened = open is { } asked ? FollowUpAccess.Open(session, viewer, stores, notes, masks, asked.CustomerId, asked.Id) : null;
        if (opened is null && work.Entries.Count > 0)
        {
            var first = work.Entries[0];
            var day = stores.TodayOf(first.StoreId);
            session.Foresee($"at hand, {(viewer.IsManager ? place.Scope.Within.Shape : "for staff")}", first.CustomerId, day, place.Scope.Within.Value);
            opened = new OpenedFollowUp(first, AtHand.Read(session, first.CustomerId, notes, day), stores.ZoneOf(first.StoreId), day);
            return new TodayView(place, work, today, stores.Stores(), opened, IsSuggested: true);
        }
        return new TodayView(place, work, today, stores.Stores(), opened, IsSuggested: false);
    }

    private static IResult ShowFollowUp(HttpContext http, Database database, StoreDirectory stores, IEnumerable<ICallNote> notes, Masks masks, long customerId, long id)
    {
        using var session = database.OpenSession();
        return FollowUpAccess.Open(session, Viewer.Of(http.User), stores, notes, masks, customerId, id) is { } opened
            ? UiSetup.Page<FollowUpPage>(new { Opened = opened })
            : Results.NotFound();
    }

    private static IResult ShowTeam(HttpContext http, Database database, StoreDirectory stores, long? after)
    {
        var viewer = Viewer.Of(http.User);
        using var session = database.OpenSession();
        return UiSetup.Page<TeamPage>(new { Team = Team.Read(session, viewer, stores.TodayOf(viewer.StoreId), after) });
    }
}
