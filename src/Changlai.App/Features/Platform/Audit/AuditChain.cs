using System.Buffers.Binary;

namespace Changlai.App.Features.Platform.Audit;

/// <summary>The hash that binds an entry to all before it.</summary>
internal static class AuditChain
{
    /// <summary>What stands before the first entry.</summary>
    public static readonly string Beginning = new('0', 64);

    /// <param name="before">The hash of the entry before, in hexadecimal.</param>
    /// <param name="position">Where the entry stands in the chain, from 1.</param>
    /// <returns>SHA-256, or HMAC-SHA-256 under a key, over the hash before, the position in eight bytes, the highest first, and the entry.</returns>
    public static string Next(AuditKey key, string before, long position, AuditEntry entry)
    {
        var canonical = entry.Canonical();
        var bytes = new byte[40 + canonical.Length];
        Convert.FromHexString(before).CopyTo(bytes, 0);
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(32), position);
        canonical.CopyTo(bytes, 40);
        return Convert.ToHexStringLower(key.Hash(bytes));
    }
}
