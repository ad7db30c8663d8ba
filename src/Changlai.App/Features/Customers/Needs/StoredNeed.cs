using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Needs;

/// <summary>What a customer asked for.</summary>
/// <param name="State">Code of <see cref="NeedTexts.States"/>.</param>
/// <param name="Answer">What the customer was told, or is to be told.</param>
public sealed record StoredNeed(
    long CustomerId, long Id, string Customer, string Words, string? Product, string State, DateTimeOffset NotedAt, string? NotedBy, string? Store, string? Answer)
{
    public const string FirstState = "noted";
    public const string Answered = "answered";
    public const string Met = "met";

    private const string Columns = "n.customer_id, n.id, c.name, n.words, p.name, n.state, n.noted_at, s.name, t.name, n.answer";

    private const string Joins = """
        JOIN customer c ON c.customer_id = n.customer_id LEFT JOIN product p ON p.id = n.product_id LEFT JOIN staff s ON s.id = n.noted_by LEFT JOIN store t ON t.id = c.store_id
        """;

    internal static List<StoredNeed> OfCustomer(DatabaseSession session, long customerId, int limit) =>
        All(session, $"SELECT {Columns} FROM customer_need n {Joins} WHERE n.customer_id = @id ORDER BY CASE WHEN n.state = '{Met}' THEN 1 ELSE 0 END, n.id DESC LIMIT {limit}", ("id", customerId));

    internal static StoredNeed? Find(DatabaseSession session, long customerId, long id) =>
        All(session, $"SELECT {Columns} FROM customer_need n {Joins} WHERE n.customer_id = @customer AND n.id = @id", ("customer", customerId), ("id", id)).FirstOrDefault();

    /// <summary>The newest first, those before a place.</summary>
    internal static List<StoredNeed> Read(DatabaseSession session, NeedFilter filter, long before, int limit) =>
        All(session, $"SELECT {Columns} FROM customer_need n {Joins} WHERE n.id < @before AND {filter.Where} ORDER BY n.id DESC LIMIT {limit}", [("before", before), .. filter.Values]);

    internal static long Add(DatabaseSession session, long customerId, string words, long? productId, long staffId, DateTimeOffset now)
    {
        var id = session.ReserveIds("customer_need", 1);
        session.Execute("""
            INSERT INTO customer_need (customer_id, id, words, product_id, state, noted_at, noted_by, changed_at, changed_by)
            VALUES (@customer, @id, @words, @product, @state, @now, @by, @now, @by)
            """, ("customer", customerId), ("id", id), ("words", words), ("product", productId), ("state", FirstState), ("now", now), ("by", staffId));
        return id;
    }

    /// <returns>False when it stands so already.</returns>
    internal static bool Change(DatabaseSession session, StoredNeed need, string state, string? answer, long staffId, DateTimeOffset now, DateOnly today)
    {
        if (need.State == state && need.Answer == answer) return false;
        // What was met stays met on its day when only the answer is put better.
        var met = state != Met ? ", met_on = NULL" : need.State == Met ? "" : ", met_on = @met";
        return session.Execute($"""
            UPDATE customer_need SET state = @state, answer = @answer, changed_at = @now, changed_by = @by{met} WHERE customer_id = @customer AND id = @id
            """, [("customer", need.CustomerId), ("id", need.Id), ("state", state), ("answer", answer), ("now", now), ("by", staffId), .. state == Met && need.State != Met ? (ReadOnlySpan<(string, object?)>)[("met", today)] : []]) > 0;
    }

    private static List<StoredNeed> All(DatabaseSession session, string sql, params (string, object?)[] values)
    {
        var needs = new List<StoredNeed>();
        using var rows = session.Read(sql, values);
        while (rows.Next())
            needs.Add(new StoredNeed(rows.Long(0), rows.Long(1), rows.Text(2), rows.Text(3), rows.TextOrNull(4), rows.Text(5), rows.Instant(6), rows.TextOrNull(7), rows.TextOrNull(8), rows.TextOrNull(9)));
        return needs;
    }
}

/// <summary>Which needs are asked for.</summary>
/// <param name="Scope">Whose needs the reader may see.</param>
/// <param name="State">A state's code, or <c>open</c> for all that is not met; null for all.</param>
public sealed record NeedFilter(CustomerScope Scope, string? State, DateTimeOffset Since)
{
    public const string Open = "open";

    internal string Where => "n.noted_at >= @since"
        + Scope.And("c")
        + (State switch { null => "", Open => $" AND n.state <> '{StoredNeed.Met}'", _ => " AND n.state = @state" });

    internal (string, object?)[] Values =>
        [("since", Since), .. Scope.Values, .. State is null or Open ? [] : (ReadOnlySpan<(string, object?)>)[("state", State)]];
}
