using System.Globalization;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Rules;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Duplicates;

/// <summary>Two cards that may be one customer, as a list shows them.</summary>
public sealed record DuplicatePair(PairSide Low, PairSide High, int Score, bool IsJudged)
{
    internal IReadOnlyList<Evidence> Evidence { get; init; } = [];
}

public sealed record PairSide(long Id, string Name, string? Phone, string? Store, int Orders);

/// <summary>Where a list of pairs goes on.</summary>
public readonly record struct PairPlace(int Score, long Low, long High)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Score}.{Low}.{High}");

    public static PairPlace? Parse(string? text) =>
        text?.Split('.') is [var score, var low, var high]
        && int.TryParse(score, NumberStyles.None, CultureInfo.InvariantCulture, out var points) && long.TryParse(low, NumberStyles.None, CultureInfo.InvariantCulture, out var one)
        && long.TryParse(high, NumberStyles.None, CultureInfo.InvariantCulture, out var other) ? new PairPlace(points, one, other) : null;
}

/// <summary>Reads the pairs that are open, and notes what people say of them.</summary>
internal static class DuplicatePairs
{
    private const string Columns = """
        SELECT p.score, p.evidence, p.state, a.customer_id, a.name, a.phone, s.name, coalesce(ao.orders, 0), b.customer_id, b.name, b.phone, t.name, coalesce(bo.orders, 0)
        """;

    private const string Joins = """
        JOIN customer a ON a.customer_id = p.low_id JOIN customer b ON b.customer_id = p.high_id
        LEFT JOIN store s ON s.id = a.store_id LEFT JOIN store t ON t.id = b.store_id
        LEFT JOIN order_summary ao ON ao.customer_id = a.customer_id LEFT JOIN order_summary bo ON bo.customer_id = b.customer_id
        """;

    /// <summary>The surest first. Of a pair the reader must be allowed to see both.</summary>
    public static List<DuplicatePair> Read(DatabaseSession session, CustomerScope scope, PairPlace? after, int limit, Masking? masking = null)
    {
        var place = after ?? new PairPlace(int.MaxValue, 0, 0);
        return All(session, masking, $"""
            {Columns} FROM duplicate_pair p {Joins}
            WHERE p.state = 'open' AND (p.score < @score OR p.score = @score AND (p.low_id, p.high_id) > (@low, @high))
            {(scope.OneStore is null ? "" : "AND p.store_id = @scope")}{scope.And("a")}{scope.And("b")}
            ORDER BY p.score DESC, p.low_id, p.high_id LIMIT {limit}
            """, [("score", place.Score), ("low", place.Low), ("high", place.High), .. scope.Values]);
    }

    /// <summary>Those in which a customer has a part.</summary>
    public static List<DuplicatePair> Of(DatabaseSession session, CustomerScope scope, long customerId, int limit, Masking? masking = null) => All(session, masking, $"""
        {Columns} FROM (SELECT * FROM duplicate_pair WHERE low_id = @id UNION ALL SELECT * FROM duplicate_pair WHERE high_id = @id) p {Joins}
        WHERE p.state = 'open'{scope.And("a")}{scope.And("b")}
        ORDER BY p.score DESC, p.low_id, p.high_id LIMIT {limit}
        """, [("id", customerId), .. scope.Values]);

    public static bool IsToldApart(DatabaseSession session, long low, long high) =>
        session.Scalar<long>("SELECT count(*) FROM duplicate_pair WHERE low_id = @low AND high_id = @high AND state = 'not-same'", ("low", low), ("high", high)) > 0;

    /// <summary>Two people: never offered again, whatever is found later.</summary>
    public static void TellApart(DatabaseSession session, long low, long high, long staffId, DateTimeOffset now) => session.Execute("""
        INSERT INTO duplicate_pair (low_id, high_id, score, evidence, state, found_at, judged_at, judged_by) VALUES (@low, @high, 0, '', 'not-same', @now, @now, @by)
        ON CONFLICT (low_id, high_id) DO UPDATE SET state = 'not-same', judged_at = excluded.judged_at, judged_by = excluded.judged_by
        """, ("low", low), ("high", high), ("now", now), ("by", staffId));

    private static List<DuplicatePair> All(DatabaseSession session, Masking? masking, string sql, params (string, object?)[] values)
    {
        var pairs = new List<DuplicatePair>();
        using var rows = session.Read(sql, values);
        while (rows.Next())
            pairs.Add(new DuplicatePair(Side(rows, 3, masking), Side(rows, 8, masking), rows.Int(0), rows.Text(2) != "open") { Evidence = StoredEvidence.Read(rows.Text(1)) });
        return pairs;
    }

    private static PairSide Side(Rows rows, int at, Masking? masking) => new(rows.Long(at), rows.Text(at + 1), (masking ?? Masking.None).Phone(rows.Long(at), rows.TextOrNull(at + 2)), rows.TextOrNull(at + 3), rows.Int(at + 4));
}
