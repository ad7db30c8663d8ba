using System.Text.Json;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Platform.Audit;

/// <summary>What somebody looks for in the log.</summary>
/// <param name="StoreId">What concerns one store.</param>
/// <param name="From">The first moment; null from the beginning.</param>
/// <param name="Before">The first moment that is too late.</param>
/// <param name="After">Only entries older than this one.</param>
public sealed record AuditFilter(long? ActorId, string? Action, long? CustomerId, string? Subject, long? StoreId, DateTimeOffset? From, DateTimeOffset? Before, long? After);

/// <summary>Reads the log, the newest first.</summary>
internal static class AuditQuery
{
    /// <param name="stores">Only entries of these stores.</param>
    public static List<AuditEntry> Read(DatabaseSession session, CustomerScope stores, AuditFilter filter, int limit)
    {
        var conditions = new List<string> { stores.Where("e") };
        List<(string, object?)> values = [.. stores.Values];
        void Add(string condition, string name, object? value)
        {
            if (value is null) return;
            conditions.Add(condition);
            values.Add((name, value));
        }
        Add("e.actor_id = @actor", "actor", filter.ActorId);
        Add("e.action = @action", "action", filter.Action);
        Add("e.customer_id = @customer", "customer", filter.CustomerId);
        Add("e.subject = @subject", "subject", filter.Subject);
        Add("e.store_id = @store", "store", filter.StoreId);
        Add("e.at >= @from", "from", filter.From);
        Add("e.at < @before", "before", filter.Before);
        Add("e.id < @after", "after", filter.After);
        var found = new List<AuditEntry>();
        using var rows = session.Read($"SELECT {AuditEntry.Columns("e")} FROM audit_entry e WHERE {string.Join(" AND ", conditions)} ORDER BY e.id DESC LIMIT {limit}", [.. values]);
        while (rows.Next()) found.Add(AuditEntry.From(rows));
        return found;
    }

    /// <param name="stores">Only an entry of these stores.</param>
    /// <returns>Null when there is none.</returns>
    public static AuditEntry? Find(DatabaseSession session, CustomerScope stores, long id)
    {
        using var rows = session.Read($"SELECT {AuditEntry.Columns("e")} FROM audit_entry e WHERE e.id = @entry AND {stores.Where("e")}", [("entry", id), .. stores.Values]);
        return rows.Next() ? AuditEntry.From(rows) : null;
    }

    /// <summary>Where an entry stands in the chain; null while it waits to be sealed.</summary>
    public static AuditHead? PlaceOf(DatabaseSession session, AuditEntry entry)
    {
        using var rows = session.Read("SELECT position, hash FROM audit_link WHERE entry_id = @id", ("id", entry.Id));
        return rows.Next() ? new AuditHead(rows.Long(0), rows.Text(1)) : null;
    }

    /// <summary>How far the log is sealed.</summary>
    public static AuditState State(DatabaseSession session)
    {
        var waiting = session.Scalar<long>("SELECT count(*) FROM audit_unsealed");
        using var rows = session.Read("SELECT sealed_at, last_position FROM audit_seal ORDER BY last_position DESC LIMIT 1");
        return rows.Next() ? new AuditState(rows.Instant(0), rows.Long(1), waiting) : new AuditState(null, 0, waiting);
    }

    /// <summary>What an entry says beyond its columns, by name.</summary>
    public static IReadOnlyDictionary<string, string> Details(AuditEntry entry)
    {
        try
        {
            return entry.Details is { } json ? JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? [] : [];
        }
        catch (JsonException)
        {
            // Somebody tampered; the page must still open.
            return new Dictionary<string, string>(StringComparer.Ordinal) { ["?"] = entry.Details! };
        }
    }
}

/// <param name="SealedAt">Null while nothing is.</param>
public sealed record AuditState(DateTimeOffset? SealedAt, long Sealed, long Waiting);
