using Changlai.App.Features.Customers.Rules;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Completing;

/// <summary>Reads what of the things worth knowing is known of one customer.</summary>
internal static class CardStates
{
    private static readonly string Known = string.Join(", ", CardBasis.Conditions.Select(one => $"CASE WHEN {one.IsKnown} THEN 1 ELSE 0 END"));

    public static (IReadOnlyList<CardState> States, int Purchases) Read(DatabaseSession session, long customerId)
    {
        var basis = CardBasis.Read(session);
        var (known, purchases) = ReadKnown(session, customerId);
        var states = CardItem.All.Where(item => item.Code != CardItem.OwnField).Select(item => new CardState(item, basis.Weights.Of(item), known.Contains(item.Code))).ToList();
        if (basis.Fields.Count == 0) return (states, purchases);
        var filled = new HashSet<long>();
        using (var rows = session.Read("SELECT field_id FROM customer_field_value WHERE customer_id = @id AND item = 0", ("id", customerId)))
            while (rows.Next()) filled.Add(rows.Long(0));
        states.AddRange(basis.Fields.Select(field => new CardState(CardBasis.Own, basis.Weights.Of(CardBasis.Own), filled.Contains(field.Id), field.Name)));
        return (states, purchases);
    }

    private static (HashSet<string> Known, int Purchases) ReadKnown(DatabaseSession session, long customerId)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        using var rows = session.Read($"""
            SELECT {Known}, coalesce(s.orders, 0) FROM customer c LEFT JOIN order_summary s ON s.customer_id = c.customer_id WHERE c.customer_id = @id
            """, ("id", customerId));
        if (!rows.Next()) return (known, 0);
        foreach (var (column, (code, _)) in CardBasis.Conditions.Index())
            if (rows.Int(column) == 1) known.Add(code);
        return (known, rows.Int(CardBasis.Conditions.Count));
    }
}
