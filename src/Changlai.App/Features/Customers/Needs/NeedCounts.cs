using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Needs;

/// <summary>How often something was asked for, and how often it was met.</summary>
/// <param name="Name">Null for what is not known.</param>
public sealed record NeedCount(string? Name, int Asked, int Met);

/// <summary>Counts needs by product, store and region: over needs alone, of which there are few beside customers.</summary>
internal static class NeedCounts
{
    private const string From = "FROM customer_need n JOIN customer c ON c.customer_id = n.customer_id";
    private static readonly string Counts = $"count(*), sum(CASE WHEN n.state = '{StoredNeed.Met}' THEN 1 ELSE 0 END)";

    public static List<NeedCount> ByProduct(DatabaseSession session, NeedFilter filter) =>
        Read(session, filter, $"SELECT p.name, {Counts} {From} LEFT JOIN product p ON p.id = n.product_id WHERE {filter.Where} GROUP BY p.name", name => name);

    public static List<NeedCount> ByStore(DatabaseSession session, NeedFilter filter) =>
        Read(session, filter, $"SELECT t.name, {Counts} {From} LEFT JOIN store t ON t.id = c.store_id WHERE {filter.Where} GROUP BY t.name", name => name);

    /// <summary>By province, or country abroad.</summary>
    public static List<NeedCount> ByRegion(DatabaseSession session, NeedFilter filter) =>
        Read(session, filter, $"SELECT c.region, {Counts} {From} WHERE {filter.Where} GROUP BY c.region", path => path is null ? null : Regions.Names(path).FirstOrDefault());

    private static List<NeedCount> Read(DatabaseSession session, NeedFilter filter, string sql, Func<string?, string?> group)
    {
        var counts = new List<NeedCount>();
        using var rows = session.Read(sql, filter.Values);
        while (rows.Next()) counts.Add(new NeedCount(group(rows.TextOrNull(0)), (int)rows.Long(1), (int)rows.Long(2)));
        return [.. counts.GroupBy(one => one.Name).Select(same => new NeedCount(same.Key, same.Sum(one => one.Asked), same.Sum(one => one.Met)))
            .OrderByDescending(one => one.Asked).ThenBy(one => one.Name, StringComparer.Ordinal)];
    }
}
