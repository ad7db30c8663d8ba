using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Platform.Api.Keys;

/// <summary>Reads and writes keys.</summary>
internal static class KeyStore
{
    private const int MostListed = 1000;
    private static readonly TimeSpan Noted = TimeSpan.FromMinutes(1);

    private const string Columns = """
        SELECT k.id, k.staff_id, s.name, k.name, k.prefix, k.scopes, k.created_at, k.expires_at, k.last_used_at, k.revoked_at FROM api_key k JOIN staff s ON s.id = k.staff_id
        """;

    /// <returns>The id, and the secret that is never told again.</returns>
    public static (long Id, string Secret) Make(DatabaseSession session, long staffId, NewKey key, DateTimeOffset now)
    {
        var (id, secret) = (session.ReserveIds("api_key", 1), KeySecret.New());
        session.Execute("""
            INSERT INTO api_key (id, staff_id, name, prefix, hash, scopes, created_at, expires_at) VALUES (@id, @staff, @name, @prefix, @hash, @scopes, @now, @expires)
            """,
            ("id", id), ("staff", staffId), ("name", key.Name), ("prefix", KeySecret.Prefix(secret)), ("hash", KeySecret.Hash(secret)),
            ("scopes", string.Join(' ', key.Scopes)), ("now", now), ("expires", now.AddDays(key.Days)));
        return (id, secret);
    }

    public static ApiKey? Find(DatabaseSession session, long id) => Read(session, "WHERE k.id = @id", ("id", id)).FirstOrDefault();

    public static ApiKey? OfSecret(DatabaseSession session, string secret) => Read(session, "WHERE k.hash = @hash", ("hash", KeySecret.Hash(secret))).FirstOrDefault();

    /// <summary>Newest first.</summary>
    public static List<ApiKey> OfPerson(DatabaseSession session, long staffId) => Read(session, $"WHERE k.staff_id = @staff ORDER BY k.id DESC LIMIT {MostListed}", ("staff", staffId));

    /// <summary>Everybody's, newest first.</summary>
    public static List<ApiKey> All(DatabaseSession session) => Read(session, $"ORDER BY k.id DESC LIMIT {MostListed}");

    /// <returns>False when it had been revoked before.</returns>
    public static bool Revoke(DatabaseSession session, long id, long by, DateTimeOffset now) =>
        session.Execute("UPDATE api_key SET revoked_at = @now, revoked_by = @by WHERE id = @id AND revoked_at IS NULL", ("now", now), ("by", by), ("id", id)) > 0;

    /// <summary>Notes that a key was used, at most once a minute: a program that asks often must not write often.</summary>
    public static void Used(DatabaseSession session, ApiKey key, DateTimeOffset now)
    {
        if (key.LastUsedAt is { } last && last > now - Noted) return;
        session.Execute("UPDATE api_key SET last_used_at = @now WHERE id = @id AND (last_used_at IS NULL OR last_used_at <= @before)", ("now", now), ("id", key.Id), ("before", now - Noted));
    }

    private static List<ApiKey> Read(DatabaseSession session, string where, params ReadOnlySpan<(string, object?)> values)
    {
        var keys = new List<ApiKey>();
        using var rows = session.Read($"{Columns} {where}", values);
        while (rows.Next())
            keys.Add(new ApiKey(
                rows.Long(0), rows.Long(1), rows.Text(2), rows.Text(3), rows.Text(4), rows.Text(5).Split(' '), rows.Instant(6), rows.Instant(7),
                rows.IsNull(8) ? null : rows.Instant(8), rows.IsNull(9) ? null : rows.Instant(9)));
        return keys;
    }
}

/// <param name="Days">How long it works.</param>
internal sealed record NewKey(string Name, IReadOnlyList<string> Scopes, int Days);
