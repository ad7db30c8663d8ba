using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Completing.Trends;

/// <summary>Whose figures a reader sees.</summary>
/// <param name="Seen">Whose they may see.</param>
/// <param name="Store">Of one store only; null for all of them.</param>
/// <param name="Owner">Of one person, 0 for the company; null for everybody.</param>
internal sealed record TrendScope(CustomerScope Seen, long? Store, long? Owner)
{
    /// <param name="at">The store in which the chosen owner's line is drawn: somebody can have customers in two.</param>
    public TrendScope Chosen(long? owner, long? at) => this with { Store = Store ?? (owner is null ? null : at), Owner = Owner ?? owner };

    public string Where => $"(CAST(@store AS bigint) IS NULL OR f.store_id = @store) AND (CAST(@owner AS bigint) IS NULL OR f.owner_id = @owner){Seen.And("f")}";

    public (string, object?)[] Values => [("store", Store), ("owner", Owner), .. Seen.Values];
}

/// <summary>How much is known of one owner's customers in one store.</summary>
/// <param name="Owner">Null for the company.</param>
/// <param name="Now">The mean score of the last week a figure was taken.</param>
/// <param name="Before">Four weeks before it; null when there were no cards then, or no figure was taken.</param>
public sealed record OwnerTrend(long StoreId, long OwnerId, string? Owner, string? Store, long Cards, decimal Now, decimal? Before);

/// <param name="Mean">Null for a week without a figure.</param>
public sealed record TrendPoint(DateOnly WeekOf, long Cards, decimal? Mean);

/// <summary>Reads the figures for people: a few rows a week and owner, however many customers there are.</summary>
internal static class CompletenessTrend
{
    public const int WeeksShown = 26;
    public const int WeeksBack = 4;
    private const int Most = 500;

    /// <summary>Those of whom least is known first.</summary>
    public static List<OwnerTrend> Owners(DatabaseSession session, TrendScope scope, DateOnly latest)
    {
        var owners = new List<OwnerTrend>();
        using var rows = session.Read($"""
            SELECT f.store_id, f.owner_id, o.name, t.name, f.cards, f.points, b.cards, b.points FROM completeness_figure f
            LEFT JOIN staff o ON o.id = f.owner_id LEFT JOIN store t ON t.id = f.store_id
            LEFT JOIN completeness_figure b ON b.week_of = @before AND b.store_id = f.store_id AND b.owner_id = f.owner_id
            WHERE f.week_of = @latest AND {scope.Where} ORDER BY f.points * 1.0 / f.cards, f.store_id, f.owner_id LIMIT {Most}
            """, [("before", latest.AddDays(-7 * WeeksBack)), ("latest", latest), .. scope.Values]);
        while (rows.Next())
            owners.Add(new OwnerTrend(rows.Long(0), rows.Long(1), rows.TextOrNull(2), rows.TextOrNull(3), rows.Long(4), Mean(rows.Long(5), rows.Long(4)),
                rows.LongOrNull(6) is { } cards ? Mean(rows.Long(7), cards) : null));
        return owners;
    }

    /// <summary>Every week from the first figure that is shown to the last, those without one too.</summary>
    public static List<TrendPoint> Points(DatabaseSession session, TrendScope scope, DateOnly latest)
    {
        var known = new Dictionary<DateOnly, TrendPoint>();
        using (var rows = session.Read($"""
            SELECT f.week_of, CAST(sum(f.cards) AS bigint), CAST(sum(f.points) AS bigint) FROM completeness_figure f
            WHERE f.week_of > @since AND f.week_of <= @latest AND {scope.Where} GROUP BY f.week_of ORDER BY f.week_of
            """, [("since", latest.AddDays(-7 * WeeksShown)), ("latest", latest), .. scope.Values]))
            while (rows.Next()) known[rows.Day(0)] = new TrendPoint(rows.Day(0), rows.Long(1), Mean(rows.Long(2), rows.Long(1)));
        var points = new List<TrendPoint>();
        if (known.Count == 0) return points;
        for (var week = known.Keys.Min(); week <= latest; week = week.AddDays(7)) points.Add(known.GetValueOrDefault(week) ?? new TrendPoint(week, 0, null));
        return points;
    }

    private static decimal Mean(long points, long cards) => Math.Round(points / (decimal)cards, 1, MidpointRounding.AwayFromZero);
}
