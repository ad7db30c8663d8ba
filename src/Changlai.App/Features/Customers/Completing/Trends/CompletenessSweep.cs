using System.Text.Json;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Completing.Trends;

/// <summary>
/// Once a day adds up how much is known of customers, by store and owner, as the figure of the week; the next week begins a
/// new one and the old stays as it was taken. Goes through the customers by number, a batch a transaction, and keeps where it
/// is: what a day costs is one reading of all cards, however often the program starts or is asked.
/// </summary>
internal sealed class CompletenessSweep(StoreDirectory stores) : ISweep
{
    /// <summary>Small enough that whoever else writes hardly waits.</summary>
    public const int Batch = 5000;

    private const string Place = "completeness.pass";

    public string Name => "completeness";

    public TimeSpan Every => TimeSpan.FromHours(1);

    public void Run(DatabaseSession session, CancellationToken stopping)
    {
        var (today, basis) = (stores.TodayOf(null), CardBasis.Read(session));
        if (ReadPlace(session) is not { } pass || pass.Day != today || pass.Basis != basis.Written)
        {
            if (CompletenessWeeks.Latest(session) is { } latest && latest.TakenOn == today && latest.Basis == basis.Written) return;
            pass = Begin(session, today, basis);
        }
        while (!stopping.IsCancellationRequested && Add(session, pass, basis) is { } next) pass = next;
    }

    private static Pass Begin(DatabaseSession session, DateOnly today, CardBasis basis)
    {
        var pass = new Pass(today, basis.Written, 0);
        session.Begin();
        session.Execute("DELETE FROM completeness_pass");
        WritePlace(session, pass);
        session.Commit();
        return pass;
    }

    /// <returns>Where to go on; null when all are added up.</returns>
    private static Pass? Add(DatabaseSession session, Pass pass, CardBasis basis)
    {
        session.Begin();
        var until = session.Scalar<long>($"SELECT max(n.customer_id) FROM (SELECT customer_id FROM customer WHERE customer_id > @after ORDER BY customer_id LIMIT {Batch}) n", ("after", pass.After));
        Pass? next = null;
        if (until == 0) Finish(session, pass);
        else
        {
            session.Execute($"""
                INSERT INTO completeness_pass (store_id, owner_id, cards, points)
                SELECT coalesce(c.store_id, 0), coalesce(c.owner_id, 0), count(*), sum({basis.Score}) FROM customer c
                WHERE c.customer_id > @after AND c.customer_id <= @until GROUP BY coalesce(c.store_id, 0), coalesce(c.owner_id, 0)
                ON CONFLICT (store_id, owner_id) DO UPDATE SET cards = completeness_pass.cards + excluded.cards, points = completeness_pass.points + excluded.points
                """, ("after", pass.After), ("until", until));
            next = pass with { After = until };
            WritePlace(session, next);
        }
        session.Commit();
        return next;
    }

    private static void Finish(DatabaseSession session, Pass pass)
    {
        CompletenessWeeks.Put(session, pass.Day, pass.Basis, "SELECT store_id, owner_id, cards, points FROM completeness_pass");
        session.Execute("DELETE FROM completeness_pass");
        session.Execute("DELETE FROM setting WHERE key = @key", ("key", Place));
    }

    private static Pass? ReadPlace(DatabaseSession session) =>
        session.Scalar<string>("SELECT value FROM setting WHERE key = @key", ("key", Place)) is { } stored ? JsonSerializer.Deserialize<Pass>(stored) : null;

    private static void WritePlace(DatabaseSession session, Pass pass) => session.Execute(
        "INSERT INTO setting (key, value) VALUES (@key, @value) ON CONFLICT (key) DO UPDATE SET value = excluded.value", ("key", Place), ("value", JsonSerializer.Serialize(pass)));

    /// <param name="After">The last customer added up.</param>
    private sealed record Pass(DateOnly Day, string Basis, long After);
}
