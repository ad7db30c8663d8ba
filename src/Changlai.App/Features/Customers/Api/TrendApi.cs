using Changlai.App.Features.Customers.Completing.Trends;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Customers.Api;

/// <summary>How much is known of whose customers, week by week, for reports.</summary>
internal static class TrendApi
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/completeness/trend", Show).For(Access.ReadCustomers).NeedsScope(ApiScope.CustomersRead)
        .Says("完整度：各人现在、四周前和每周的平均", "How much is known: of whose customers, now, four weeks ago and week by week", typeof(TrendAnswer));

    private static IResult Show(HttpContext http, Database database, long? store, long? owner, long? at)
    {
        var all = TrendEndpoints.ScopeOf(Viewer.Of(http.User), store);
        using var session = database.OpenSession();
        var weeks = CompletenessWeeks.Read(session, DateOnly.MinValue, CompletenessTrend.WeeksShown);
        if (weeks.Count == 0) return Results.Ok(new TrendAnswer(null, [], [], true, [], null));
        var latest = weeks[0];
        weeks.RemoveAll(week => week.WeekOf <= latest.WeekOf.AddDays(-7 * CompletenessTrend.WeeksShown));
        return Results.Ok(new TrendAnswer(
            latest.TakenOn,
            [.. CompletenessTrend.Owners(session, all, latest.WeekOf).Select(one => new TrendAnswer.Of(one.StoreId, one.OwnerId == 0 ? null : one.OwnerId, one.Owner, one.Cards, one.Now, one.Before))],
            [.. CompletenessTrend.Points(session, all.Chosen(owner, at), latest.WeekOf).Select(point => new TrendAnswer.Week(point.WeekOf, point.Cards, point.Mean))],
            TrendEndpoints.IsComparable(weeks, latest), TrendEndpoints.Breaks(weeks), null));
    }
}

/// <param name="TakenOn">When the last figures were taken; null while there are none.</param>
/// <param name="Items">By owner, those of whom least is known first.</param>
/// <param name="Weeks">Of everybody the reader sees, or of the owner asked for.</param>
/// <param name="IsComparable">The figures of four weeks ago were taken by the same weights and fields.</param>
/// <param name="Breaks">The weeks from which on others were used.</param>
internal sealed record TrendAnswer(
    DateOnly? TakenOn, IReadOnlyList<TrendAnswer.Of> Items, IReadOnlyList<TrendAnswer.Week> Weeks, bool IsComparable, IReadOnlyList<DateOnly> Breaks, string? Next)
{
    /// <param name="OwnerId">Null for the company.</param>
    /// <param name="Now">The mean score.</param>
    /// <param name="Before">Four weeks earlier; null when there were no cards then.</param>
    internal sealed record Of(long StoreId, long? OwnerId, string? Owner, long Cards, decimal Now, decimal? Before);

    /// <param name="Mean">Null for a week without a figure.</param>
    internal sealed record Week(DateOnly WeekOf, long Cards, decimal? Mean);
}
