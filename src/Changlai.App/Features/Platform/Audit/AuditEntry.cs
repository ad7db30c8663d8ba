using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Platform.Audit;

/// <summary>An entry of the log as it is stored.</summary>
public sealed record AuditEntry(
    long Id, DateTimeOffset At, string ActorKind, long? ActorId, string ActorName, string Action, string? Subject, long? CustomerId, long? StoreId, string? Details)
{
    /// <summary>The columns that <see cref="From"/> reads.</summary>
    public static string Columns(string alias) => string.Join(", ",
        ((string[])["id", "at", "actor_kind", "actor_id", "actor_name", "action", "subject", "customer_id", "store_id", "details"]).Select(column => $"{alias}.{column}"));

    public static AuditEntry From(Rows rows, int first = 0) => new(
        rows.Long(first), rows.Instant(first + 1), rows.Text(first + 2), rows.LongOrNull(first + 3), rows.Text(first + 4), rows.Text(first + 5), rows.TextOrNull(first + 6),
        rows.LongOrNull(first + 7), rows.LongOrNull(first + 8), rows.TextOrNull(first + 9));

    /// <summary>
    /// Everything the entry says, as bytes of which no two different entries share the same: each field is 0 when there is none, else 1, its length in
    /// four bytes, the highest first, and its UTF-8. Numbers are written in decimal, the time in microseconds since 1970.
    /// </summary>
    public byte[] Canonical()
    {
        using var bytes = new MemoryStream(256);
        void Add(string? field)
        {
            if (field is null)
            {
                bytes.WriteByte(0);
                return;
            }
            var text = Encoding.UTF8.GetBytes(field);
            Span<byte> head = stackalloc byte[5];
            head[0] = 1;
            BinaryPrimitives.WriteInt32BigEndian(head[1..], text.Length);
            bytes.Write(head);
            bytes.Write(text);
        }
        Add(Number(Id));
        Add(Number((At - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond));
        Add(ActorKind);
        Add(Number(ActorId));
        Add(ActorName);
        Add(Action);
        Add(Subject);
        Add(Number(CustomerId));
        Add(Number(StoreId));
        Add(Details);
        return bytes.ToArray();
    }

    private static string? Number(long? number) => number?.ToString(CultureInfo.InvariantCulture);
}
