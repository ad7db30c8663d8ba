using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Customers.Completing.Trends;

/// <summary>How much is known of whose customers, and how that changes.</summary>
internal static class TrendEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/customers/completeness", Show).For(Access.ReadCustomers);

    /// <param name="at">The store in which the chosen owner's line is drawn: somebody can have customers in two.</param>
    private static IResult Show(HttpContext http, Database database, StoreDirectory stores, long? store, long? owner, long? at)
    {
        var viewer = Viewer.Of(http.User);
        var all = ScopeOf(viewer, store);
        var chosen = all.Chosen(owner, at);
        using var session = database.OpenSession();
        var weeks = CompletenessWeeks.Read(session, DateOnly.MinValue, CompletenessTrend.WeeksShown);
        if (weeks.Count == 0) return UiSetup.Page<TrendPage>(new { Stores = StoresOf(viewer, stores) });
        var latest = weeks[0];
        weeks.RemoveAll(week => week.WeekOf <= latest.WeekOf.AddDays(-7 * CompletenessTrend.WeeksShown));
        var owners = CompletenessTrend.Owners(session, all, latest.WeekOf);
        return UiSetup.Page<TrendPage>(new
        {
            Stores = StoresOf(viewer, stores),
            all.Store,
            IsOwn = viewer.Role == StaffRole.Staff,
            TakenOn = (DateOnly?)latest.TakenOn,
            Owners = owners,
            Chosen = owners.Find(one => one.OwnerId == owner && (chosen.Store is not { } place || one.StoreId == place)),
            Points = CompletenessTrend.Points(session, chosen, latest.WeekOf),
            Breaks = Breaks(weeks),
            IsComparable = IsComparable(weeks, latest),
        });
    }

    /// <summary>Staff see themselves; managers and the head office all whose customers they may see.</summary>
    public static TrendScope ScopeOf(Viewer viewer, long? store) => new(viewer.Scope, viewer.Chosen(store), viewer.Role == StaffRole.Staff ? viewer.StaffId : null);

    /// <summary>Whether the figures of four weeks ago were taken by the same measure.</summary>
    public static bool IsComparable(List<CompletenessWeek> weeks, CompletenessWeek latest) =>
        weeks.Find(week => week.WeekOf == latest.WeekOf.AddDays(-7 * CompletenessTrend.WeeksBack))?.Basis is not { } basis || basis == latest.Basis;

    /// <summary>The weeks from which on another measure was used.</summary>
    public static List<DateOnly> Breaks(List<CompletenessWeek> weeks) =>
        [.. weeks.Zip(weeks.Skip(1)).Where(pair => pair.First.Basis != pair.Second.Basis).Select(pair => pair.First.WeekOf)];

    private static List<StoreEntry> StoresOf(Viewer viewer, StoreDirectory stores) => stores.Of(viewer) is { Count: > 1 } several ? [.. several] : [];
}
