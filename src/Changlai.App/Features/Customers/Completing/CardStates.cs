using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Rules;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Completing;

/// <summary>Reads what of the things worth knowing is known of one customer.</summary>
internal static class CardStates
{
    public static (IReadOnlyList<CardState> States, int Purchases) Read(DatabaseSession session, long customerId)
    {
        var weights = CardWeights.Read(session);
        var (known, purchases) = ReadKnown(session, customerId);
        var states = CardItem.All.Where(item => item.Code != CardItem.OwnField).Select(item => new CardState(item, weights.Of(item), known.Contains(item.Code))).ToList();
        var own = CardItem.All.First(item => item.Code == CardItem.OwnField);
        var fields = CustomerFields.Read(session).Where(field => !field.IsRetired).ToList();
        if (fields.Count == 0) return (states, purchases);
        var filled = new HashSet<long>();
        using (var rows = session.Read("SELECT field_id FROM customer_field_value WHERE customer_id = @id AND item = 0", ("id", customerId)))
            while (rows.Next()) filled.Add(rows.Long(0));
        states.AddRange(fields.Select(field => new CardState(own, weights.Of(own), filled.Contains(field.Id), field.Name)));
        return (states, purchases);
    }

    private static (HashSet<string> Known, int Purchases) ReadKnown(DatabaseSession session, long customerId)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        using var rows = session.Read("""
            SELECT c.phone, coalesce(c.salutation, c.gender), c.source, CASE WHEN c.preferred_weekdays <> 0 OR c.preferred_from IS NOT NULL THEN 'yes' END,
                CASE WHEN c.privacy_consent_at IS NOT NULL THEN 'yes' END,
                CASE WHEN EXISTS (SELECT 1 FROM customer_tag t WHERE t.customer_id = c.customer_id) THEN 'yes' END,
                CASE WHEN EXISTS (SELECT 1 FROM special_date d WHERE d.customer_id = c.customer_id AND d.kind = 'birthday') THEN 'yes' END, c.wecom_id,
                CASE WHEN EXISTS (SELECT 1 FROM customer_address a WHERE a.customer_id = c.customer_id) THEN 'yes' END, c.email,
                CASE WHEN EXISTS (SELECT 1 FROM special_date d WHERE d.customer_id = c.customer_id AND d.kind <> 'birthday') THEN 'yes' END, c.occupation, c.income_band,
                coalesce(s.orders, 0)
            FROM customer c LEFT JOIN order_summary s ON s.customer_id = c.customer_id WHERE c.customer_id = @id
            """, ("id", customerId));
        if (!rows.Next()) return (known, 0);
        string[] order = ["phone", "called", "source", "hours", "consent", "topics", "birthday", "wecom", "address", "email", "family", "occupation", CardItem.Income];
        foreach (var (column, code) in order.Index())
            if (!string.IsNullOrEmpty(rows.TextOrNull(column))) known.Add(code);
        return (known, rows.Int(order.Length));
    }
}
