using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Values;

namespace Changlai.App.Features.Orders.Find;

/// <summary>Finds the customer of an order by its whole number, whichever source it came from.</summary>
internal sealed class OrderNumberSearch : ISearchSource
{
    private const int Longest = 64;

    public IReadOnlyList<SearchFinding> Find(DatabaseSession session, string typed, int limit)
    {
        var number = ExternalId.Normalize(typed);
        if (number.Length is 0 or > Longest) return [];
        var found = new List<SearchFinding>();
        // The key begins with the source; the few sources are skipped through one by one.
        using var rows = session.Read($"""
            WITH RECURSIVE one (source) AS (
                SELECT (SELECT min(source) FROM order_key)
                UNION ALL
                SELECT (SELECT min(k.source) FROM order_key k WHERE k.source > one.source) FROM one WHERE one.source IS NOT NULL)
            SELECT k.customer_id, k.external_number FROM one CROSS JOIN order_key k
            WHERE k.source = one.source AND k.external_number = @number LIMIT {limit}
            """, ("number", number));
        while (rows.Next()) found.Add(new SearchFinding(rows.Long(0), rows.Text(1)));
        return found;
    }
}
