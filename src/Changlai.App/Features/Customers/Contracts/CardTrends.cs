using Changlai.App.Features.Customers.Completing;
using Changlai.App.Features.Customers.Completing.Trends;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Contracts;

/// <summary>Figures of completeness for weeks in which the program did not run: a sample business has a past.</summary>
internal static class CardTrends
{
    /// <param name="day">A day of the week; customers registered by then count.</param>
    /// <param name="percent">How much of what is known now was known then.</param>
    public static void Backdate(DatabaseSession session, DateOnly day, DateTimeOffset registeredBy, int percent)
    {
        var basis = CardBasis.Read(session);
        CompletenessWeeks.Put(session, day, basis.Written, $"""
            SELECT coalesce(c.store_id, 0), coalesce(c.owner_id, 0), count(*), CAST(sum({basis.Score}) * {percent} / 100 AS bigint) FROM customer c
            WHERE c.created_at <= @by GROUP BY coalesce(c.store_id, 0), coalesce(c.owner_id, 0)
            """, ("by", registeredBy));
    }
}
