using System.Text.Encodings.Web;
using System.Text.Json;

namespace Changlai.App.Features.Platform.Contracts.Audit;

/// <summary>
/// The log that cannot be edited. An entry is written in the transaction of what it tells, so neither is there without the other; sealing comes later and
/// slows no writer.
/// </summary>
internal static class AuditLog
{
    public const string Table = "audit_entry";

    // The log is read by people, Chinese as itself; it is JSON in a table, never markup.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Adds an entry.</summary>
    /// <param name="session">The transaction in which the thing itself is done.</param>
    /// <param name="subject">What it was done to, a kind and an id such as <c>segment:5</c>; null when there is no one thing.</param>
    /// <param name="customerId">The customer it concerns.</param>
    /// <param name="storeId">The store it concerns; auditors of one store see these.</param>
    /// <param name="details">Names of fields, counts, reasons, ids. Never a secret, and nothing of a customer that an erasure would have to take out again: no name, phone or address.</param>
    public static void Record(
        DatabaseSession session, DateTimeOffset at, AuditActor by, AuditAction action, string? subject = null, long? customerId = null, long? storeId = null,
        params ReadOnlySpan<(string Name, string? Value)> details)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in details)
            if (value is not null) words[name] = value;
        var id = session.Scalar<long>("""
            INSERT INTO audit_entry (at, actor_kind, actor_id, actor_name, action, subject, customer_id, store_id, details)
            VALUES (@at, @kind, @actor, @name, @action, @subject, @customer, @store, @details) RETURNING id
            """,
            ("at", at), ("kind", by.Kind), ("actor", by.StaffId), ("name", by.Name), ("action", action.Code), ("subject", subject), ("customer", customerId), ("store", storeId),
            ("details", words.Count == 0 ? null : JsonSerializer.Serialize(words, Json)));
        session.Execute("INSERT INTO audit_unsealed (entry_id) VALUES (@id)", ("id", id));
    }
}
