using System.Security.Cryptography;
using System.Text;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Contracts;

/// <summary>
/// By what outside systems knew those who were erased, as keyed hashes: a file that still names them is told so, and does not bring them back. The numbers themselves
/// are not kept.
/// </summary>
internal sealed class ErasedKeys
{
    private const string Salt = "erasure-salt";
    private readonly HashSet<string> hashes = new(StringComparer.Ordinal);
    private readonly byte[] salt;

    private ErasedKeys(byte[] salt) => this.salt = salt;

    public bool IsEmpty => hashes.Count == 0;

    /// <summary>All of them; nobody is erased by the thousand.</summary>
    public static ErasedKeys Read(DatabaseSession session)
    {
        var keys = new ErasedKeys(session.Scalar<string>("SELECT value FROM setting WHERE key = @key", ("key", Salt)) is { } stored ? Convert.FromHexString(stored) : []);
        if (keys.salt.Length == 0) return keys;
        using var rows = session.Read("SELECT hash FROM erased_key");
        while (rows.Next()) keys.hashes.Add(rows.Text(0));
        return keys;
    }

    /// <param name="kind">As customer_key has it: <c>number:SOURCE</c> or <c>phone</c>.</param>
    public bool Has(string kind, string value) => !IsEmpty && hashes.Contains(Hash(kind, value));

    /// <summary>Before the keys of a customer are deleted.</summary>
    internal static void Remember(DatabaseSession session, long customerId)
    {
        session.Execute("INSERT INTO setting (key, value) VALUES (@key, @value) ON CONFLICT (key) DO NOTHING", ("key", Salt), ("value", Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32))));
        var keys = Read(session);
        var known = new List<(string, string)>();
        using (var rows = session.Read("SELECT kind, value FROM customer_key WHERE customer_id = @id AND kind NOT LIKE 'name:%'", ("id", customerId)))
            while (rows.Next()) known.Add((rows.Text(0), rows.Text(1)));
        foreach (var (kind, value) in known) session.Execute("INSERT INTO erased_key (hash) VALUES (@hash) ON CONFLICT DO NOTHING", ("hash", keys.Hash(kind, value)));
    }

    private string Hash(string kind, string value) => Convert.ToHexStringLower(HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes($"{kind}\n{value}")));
}
