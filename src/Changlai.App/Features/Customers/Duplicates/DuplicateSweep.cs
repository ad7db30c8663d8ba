using System.Globalization;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Duplicates;

/// <summary>
/// Looks for duplicates of whoever was changed, and of everybody with a number behind the last one looked at: the whole base
/// when it is new, afterwards those whom an import brought. Each batch is a transaction of its own, so a run that is
/// stopped goes on where it was.
/// </summary>
internal sealed class DuplicateSweep(TimeProvider time) : ISweep
{
    /// <summary>Small enough that whoever else writes hardly waits.</summary>
    public const int Batch = 2000;

    /// <summary>Rises when the rules change: everybody is then looked at anew.</summary>
    private const string Cursor = "duplicates.looked-until.1";

    public string Name => "duplicates";

    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public void Run(DatabaseSession session, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested && (LookAtChanged(session) || LookAtNext(session)))
        {
        }
    }

    private bool LookAtChanged(DatabaseSession session)
    {
        session.Begin();
        session.LockInTransaction(DuplicateFinder.Lock);
        // The mark goes before the customer is read: a later change marks them again. Whoever is being changed now is left for later:
        // they may be waiting for the lock.
        var skip = session.IsSqlite ? "" : "FOR UPDATE SKIP LOCKED";
        var due = Ids(session, $"DELETE FROM duplicate_due WHERE customer_id IN (SELECT customer_id FROM duplicate_due ORDER BY customer_id LIMIT {Batch} {skip}) RETURNING customer_id");
        new DuplicateFinder(session, time).Look(due);
        session.Commit();
        return due.Count > 0;
    }

    private bool LookAtNext(DatabaseSession session)
    {
        session.Begin();
        var after = session.Scalar<string>("SELECT value FROM setting WHERE key = @key", ("key", Cursor)) is { } stored ? long.Parse(stored, CultureInfo.InvariantCulture) : 0;
        var next = Ids(session, $"SELECT customer_id FROM customer WHERE customer_id > @after ORDER BY customer_id LIMIT {Batch}", ("after", after));
        if (next.Count > 0)
        {
            new DuplicateFinder(session, time).Look(next);
            session.Execute("INSERT INTO setting (key, value) VALUES (@key, @value) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                ("key", Cursor), ("value", next[^1].ToString(CultureInfo.InvariantCulture)));
        }
        session.Commit();
        return next.Count > 0;
    }

    private static List<long> Ids(DatabaseSession session, string sql, params (string, object?)[] values)
    {
        var ids = new List<long>();
        using var rows = session.Read(sql, values);
        while (rows.Next()) ids.Add(rows.Long(0));
        return ids;
    }
}
