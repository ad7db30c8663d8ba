using Changlai.App.Features.Customers.Rules;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Duplicates;

/// <summary>
/// Looks for other cards of the same people, inside the caller's transaction: renews the keys of these customers, reads who
/// shares one of them, compares, and keeps the pairs worth a look. A pair that somebody judged is never offered again.
/// </summary>
internal sealed class DuplicateFinder(DatabaseSession session, TimeProvider time)
{
    /// <summary>What more cards than these have in common says nothing about a person: a shop's own number, a common name.</summary>
    public const int MostInBlock = 50;

    /// <summary>Two who look at the same pair wait for each other. Taken before keys or pairs are written, and after the rows of customers.</summary>
    public const string Lock = "duplicates";

    private const string Looked = "looked_customer";
    private const string LookedKeys = "looked_key";
    private const string Partners = "looked_partner";
    private const string Found = "found_pair";

    /// <returns>How many pairs stand open for these customers now.</returns>
    public int Look(IReadOnlyCollection<long> customerIds)
    {
        if (customerIds.Count == 0) return 0;
        session.LockInTransaction(Lock);
        Fill(Looked, customerIds);
        var facts = ResemblanceReader.Read(session, Looked);
        WriteKeys(facts);
        var candidates = Candidates();
        ReadPartners(facts, candidates);
        var pairs = candidates.Select(pair => Compare(facts, pair.Low, pair.High)).OfType<Pair>().ToList();
        var open = Write(pairs);
        foreach (var table in (ReadOnlySpan<string>)[Looked, LookedKeys, Found]) session.Execute($"DROP TABLE {table}");
        return open;
    }

    private void WriteKeys(Dictionary<long, ResemblanceFacts> facts)
    {
        session.Execute($"DELETE FROM duplicate_key WHERE customer_id IN (SELECT customer_id FROM {Looked})");
        session.CreateTemporaryTable(LookedKeys, "customer_id bigint, key bigint");
        Insert("duplicate_key", facts);
        Insert(LookedKeys, facts);
        session.Analyze(LookedKeys);
        session.Execute($"""
            INSERT INTO duplicate_common (key) SELECT key FROM {LookedKeys} GROUP BY key HAVING count(*) > {MostInBlock} ON CONFLICT (key) DO NOTHING
            """);
    }

    private void Insert(string table, Dictionary<long, ResemblanceFacts> facts)
    {
        using var insert = session.Insert(table, "customer_id", "key");
        foreach (var one in facts.Values.OrderBy(one => one.Id))
            foreach (var key in ResemblanceKeys.Of(one).Order()) insert.Add(one.Id).Add(key).EndRow();
        insert.Complete();
    }

    /// <summary>A block that has grown too large is set aside here, so that it is read this once and never again.</summary>
    private HashSet<(long Low, long High)> Candidates()
    {
        var blocks = new Dictionary<long, List<(long, long)>>();
        using (var rows = session.Read($"""
            SELECT l.key, l.customer_id, d.customer_id FROM {LookedKeys} l CROSS JOIN duplicate_key d
            WHERE d.key = l.key AND d.customer_id <> l.customer_id AND NOT EXISTS (SELECT 1 FROM duplicate_common c WHERE c.key = l.key)
            """))
            while (rows.Next())
            {
                if (!blocks.TryGetValue(rows.Long(0), out var block)) blocks[rows.Long(0)] = block = [];
                block.Add((Math.Min(rows.Long(1), rows.Long(2)), Math.Max(rows.Long(1), rows.Long(2))));
            }
        var pairs = new HashSet<(long, long)>();
        var common = new List<long>();
        foreach (var (key, block) in blocks)
        {
            if (block.SelectMany<(long Low, long High), long>(pair => [pair.Low, pair.High]).Distinct().Count() > MostInBlock) common.Add(key);
            else pairs.UnionWith(block);
        }
        foreach (var key in common) session.Execute("INSERT INTO duplicate_common (key) VALUES (@key) ON CONFLICT (key) DO NOTHING", ("key", key));
        return pairs;
    }

    private void ReadPartners(Dictionary<long, ResemblanceFacts> facts, HashSet<(long Low, long High)> candidates)
    {
        var partners = candidates.SelectMany<(long Low, long High), long>(pair => [pair.Low, pair.High]).Where(id => !facts.ContainsKey(id)).Distinct().ToList();
        if (partners.Count == 0) return;
        Fill(Partners, partners);
        foreach (var (id, partner) in ResemblanceReader.Read(session, Partners)) facts[id] = partner;
        session.Execute($"DROP TABLE {Partners}");
    }

    private static Pair? Compare(Dictionary<long, ResemblanceFacts> facts, long low, long high)
    {
        if (!facts.TryGetValue(low, out var one) || !facts.TryGetValue(high, out var other)) return null;
        var evidence = Resemblance.Compare(one, other);
        var score = Resemblance.Score(evidence);
        return score < Resemblance.WorthALook ? null : new Pair(low, high, score, StoredEvidence.Write(evidence), one.StoreId == other.StoreId ? one.StoreId : null);
    }

    private int Write(List<Pair> pairs)
    {
        session.Execute($"DELETE FROM duplicate_pair WHERE state = 'open' AND low_id IN (SELECT customer_id FROM {Looked})");
        session.Execute($"DELETE FROM duplicate_pair WHERE state = 'open' AND high_id IN (SELECT customer_id FROM {Looked})");
        session.CreateTemporaryTable(Found, "low_id bigint, high_id bigint, score integer, evidence text, store_id bigint");
        using (var insert = session.Insert(Found, "low_id", "high_id", "score", "evidence", "store_id"))
        {
            foreach (var pair in pairs.OrderBy(pair => pair.Low).ThenBy(pair => pair.High))
                insert.Add(pair.Low).Add(pair.High).Add(pair.Score).Add(pair.Evidence).Add(pair.StoreId).EndRow();
            insert.Complete();
        }
        return session.Execute($"""
            INSERT INTO duplicate_pair (low_id, high_id, score, evidence, state, store_id, found_at)
            SELECT low_id, high_id, score, evidence, 'open', store_id, @now FROM {Found} WHERE true ON CONFLICT (low_id, high_id) DO NOTHING
            """, ("now", time.GetUtcNow()));
    }

    private void Fill(string table, IEnumerable<long> customerIds)
    {
        session.CreateTemporaryTable(table, "customer_id bigint PRIMARY KEY");
        using (var insert = session.Insert(table, "customer_id"))
        {
            foreach (var customer in customerIds.Distinct().Order()) insert.Add(customer).EndRow();
            insert.Complete();
        }
        session.Analyze(table);
    }

    private sealed record Pair(long Low, long High, int Score, string Evidence, long? StoreId);
}
