using System.Collections.Concurrent;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Platform.People.Sessions;

/// <summary>When sessions were last used, kept in memory and written down now and then: a page that is only read must not wait for the database's writer.</summary>
internal sealed class SeenSessions
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> seen = new(StringComparer.Ordinal);

    public DateTimeOffset? Of(string hash) => seen.TryGetValue(hash, out var at) ? at : null;

    public void Touch(string hash, DateTimeOffset now) => seen[hash] = now;

    /// <summary>Writes down what was seen, and forgets sessions that are over.</summary>
    public void Flush(DatabaseSession session, DateTimeOffset now)
    {
        session.Begin();
        foreach (var (hash, at) in seen.ToArray())
        {
            session.Execute("UPDATE staff_session SET seen_at = @at WHERE hash = @hash AND seen_at < @at", ("at", at), ("hash", hash));
            seen.TryRemove(new(hash, at));
        }
        session.Execute("DELETE FROM staff_session WHERE ends_at < @old OR ended_at < @old", ("old", now - TimeSpan.FromDays(30)));
        session.Execute("DELETE FROM passkey_answered WHERE ends_at < @now", ("now", now));
        session.Execute("DELETE FROM staff_link WHERE ends_at < @old", ("old", now - TimeSpan.FromDays(30)));
        session.Commit();
    }
}

/// <summary>Every node writes down what it saw itself.</summary>
internal sealed class SessionSweep(SeenSessions seen, TimeProvider time) : ISweep
{
    // Nodes take turns at the lease; what each of them saw waits until its own turn.
    public string Name => "sessions";

    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public void Run(DatabaseSession session, CancellationToken stopping) => seen.Flush(session, time.GetUtcNow());
}
