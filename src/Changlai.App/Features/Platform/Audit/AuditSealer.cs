using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Platform.Audit;

/// <summary>Takes what waits into the chain. Writers only add a row to the queue and never wait for this.</summary>
internal static class AuditSealer
{
    public const int BatchSize = 1_000;

    /// <returns>How many entries were sealed; 0 when none waited.</returns>
    public static int SealBatch(DatabaseSession session, AuditKey key, DateTimeOffset now)
    {
        session.Begin();
        // Two that seal at once would put two entries in one place; the key of the link would refuse the second, the lock lets it wait.
        session.LockInTransaction("audit chain");
        var (position, hash) = Head(session);
        var entries = new List<AuditEntry>();
        using (var rows = session.Read($"SELECT {AuditEntry.Columns("e")} FROM audit_unsealed u JOIN audit_entry e ON e.id = u.entry_id ORDER BY u.entry_id LIMIT {BatchSize}"))
            while (rows.Next()) entries.Add(AuditEntry.From(rows));
        if (entries.Count == 0)
        {
            session.Rollback();
            return 0;
        }
        var first = position + 1;
        using (var links = session.Insert("audit_link", "position", "entry_id", "hash"))
        {
            foreach (var entry in entries)
            {
                hash = AuditChain.Next(key, hash, ++position, entry);
                links.Add(position).Add(entry.Id).Add(hash).EndRow();
            }
            links.Complete();
        }
        session.Execute("INSERT INTO audit_seal (last_position, first_position, hash, key_mark, sealed_at) VALUES (@last, @first, @hash, @mark, @at)",
            ("last", position), ("first", first), ("hash", hash), ("mark", key.Mark), ("at", now));
        session.Execute("DELETE FROM audit_unsealed WHERE entry_id IN (SELECT entry_id FROM audit_link WHERE position >= @first)", ("first", first));
        session.Commit();
        return entries.Count;
    }

    /// <summary>The last position of the chain and its hash.</summary>
    public static (long Position, string Hash) Head(DatabaseSession session)
    {
        using var rows = session.Read("SELECT position, hash FROM audit_link ORDER BY position DESC LIMIT 1");
        return rows.Next() ? (rows.Long(0), rows.Text(1)) : (0, AuditChain.Beginning);
    }
}
