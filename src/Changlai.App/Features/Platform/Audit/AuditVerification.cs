using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Platform.Audit;

/// <summary>
/// Walks the whole chain and says what does not fit. Each entry is hashed anew behind the stored hash of the one before, so that a change is found where it
/// was made and not from there on; a hash that was changed itself also counts as what it should have been.
/// </summary>
internal sealed class AuditVerification(DatabaseSession session, AuditKey key)
{
    private const int SealsAtOnce = 500;
    private readonly List<AuditFinding> findings = [];
    private long checkedEntries;

    // What the next link stands behind: the hash that is stored, and the one that was worked out.
    private (long Position, string? Stored, string? Computed) before = (0, AuditChain.Beginning, AuditChain.Beginning);

    /// <param name="kept">A head kept elsewhere; null when there is none.</param>
    public AuditReport Run(AuditHead? kept)
    {
        var sealedTo = 0L;
        while (ReadSeals(sealedTo) is { Count: > 0 } seals)
        {
            Walk(seals, sealedTo);
            sealedTo = seals[^1].Last;
        }
        if (before.Position < sealedTo) findings.Add(AuditFinding.NoLink(before.Position + 1));
        using (var rows = session.Read("SELECT min(position) FROM audit_link WHERE position > @last", ("last", sealedTo)))
            if (rows.Next() && !rows.IsNull(0)) findings.Add(AuditFinding.NoSeal(rows.Long(0)));
        FindAdded();
        FindLost();
        if (kept is { Position: > 0 } && session.Scalar<string>("SELECT hash FROM audit_link WHERE position = @position", ("position", kept.Position)) != kept.Hash)
            findings.Add(AuditFinding.Cut(kept.Position));
        var waiting = session.Scalar<long>("SELECT count(*) FROM audit_unsealed");
        var (position, hash) = AuditSealer.Head(session);
        return new AuditReport(checkedEntries, waiting, new AuditHead(position, hash), findings);
    }

    private void Walk(List<Seal> seals, long after)
    {
        var walk = seals.GetEnumerator();
        walk.MoveNext();
        if (walk.Current.First != after + 1) findings.Add(AuditFinding.WrongSeal(walk.Current.Last));
        using var rows = session.Read($"""
            SELECT l.position, l.entry_id, l.hash, {AuditEntry.Columns("e")} FROM audit_link l LEFT JOIN audit_entry e ON e.id = l.entry_id
            WHERE l.position > @after AND l.position <= @last ORDER BY l.position
            """, ("after", after), ("last", seals[^1].Last));
        while (rows.Next())
        {
            var position = rows.Long(0);
            while (position > walk.Current.Last)
            {
                // The last link of this seal was not there.
                findings.Add(AuditFinding.WrongSeal(walk.Current.Last));
                var last = walk.Current.Last;
                walk.MoveNext();
                if (walk.Current.First != last + 1) findings.Add(AuditFinding.WrongSeal(walk.Current.Last));
            }
            Check(position, rows.Long(1), rows.Text(2), rows.IsNull(3) ? null : AuditEntry.From(rows, 3), walk.Current.Mark);
            if (position < walk.Current.Last) continue;
            if (walk.Current.Hash != rows.Text(2)) findings.Add(AuditFinding.WrongSeal(position));
            var end = walk.Current.Last;
            if (walk.MoveNext() && walk.Current.First != end + 1) findings.Add(AuditFinding.WrongSeal(walk.Current.Last));
        }
    }

    private void Check(long position, long entryId, string hash, AuditEntry? entry, string? mark)
    {
        if (position != before.Position + 1)
        {
            for (var lost = before.Position + 1; lost < position && lost < before.Position + 100; lost++) findings.Add(AuditFinding.NoLink(lost));
            before = (position - 1, null, null);
        }
        if (entry is null)
        {
            findings.Add(AuditFinding.Missing(entryId));
            before = (position, hash, null);
            return;
        }
        checkedEntries++;
        if (mark is not null && mark != key.Mark)
        {
            if (findings.Count == 0 || findings[^1].Kind != "other-key") findings.Add(AuditFinding.OtherKey(position));
            before = (position, hash, null);
            return;
        }
        var with = mark is null ? AuditKey.None : key;
        string?[] behind = [before.Stored, before.Computed];
        var possible = behind.OfType<string>().Distinct(StringComparer.Ordinal).Select(previous => AuditChain.Next(with, previous, position, entry)).ToList();
        // Behind a link that is gone nothing can be said of this one; the next is checked again.
        if (possible.Count > 0 && !possible.Contains(hash, StringComparer.Ordinal)) findings.Add(AuditFinding.Changed(entryId));
        before = (position, hash, possible.FirstOrDefault());
    }

    private List<Seal> ReadSeals(long after)
    {
        var seals = new List<Seal>();
        using var rows = session.Read($"SELECT first_position, last_position, hash, key_mark FROM audit_seal WHERE last_position > @after ORDER BY last_position LIMIT {SealsAtOnce}", ("after", after));
        while (rows.Next()) seals.Add(new Seal(rows.Long(0), rows.Long(1), rows.Text(2), rows.TextOrNull(3)));
        return seals;
    }

    private void FindAdded()
    {
        using var rows = session.Read("""
            SELECT e.id FROM audit_entry e LEFT JOIN audit_link l ON l.entry_id = e.id LEFT JOIN audit_unsealed u ON u.entry_id = e.id
            WHERE l.position IS NULL AND u.entry_id IS NULL ORDER BY e.id
            """);
        while (rows.Next()) findings.Add(AuditFinding.Added(rows.Long(0)));
    }

    /// <summary>Those that waited and are gone.</summary>
    private void FindLost()
    {
        using var rows = session.Read("SELECT u.entry_id FROM audit_unsealed u LEFT JOIN audit_entry e ON e.id = u.entry_id WHERE e.id IS NULL ORDER BY u.entry_id");
        while (rows.Next()) findings.Add(AuditFinding.Missing(rows.Long(0)));
    }

    private sealed record Seal(long First, long Last, string Hash, string? Mark);
}

/// <param name="Checked">Entries that were hashed or could not be for want of a key.</param>
/// <param name="Waiting">Entries that are not sealed yet.</param>
internal sealed record AuditReport(long Checked, long Waiting, AuditHead Head, IReadOnlyList<AuditFinding> Findings);
