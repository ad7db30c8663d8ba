namespace Changlai.App.Features.Platform.Contracts;

/// <summary>
/// Makes a form that arrives twice count once: the key is taken in the transaction that does the work, with what came of it.
/// </summary>
internal static class OnceOnly
{
    private const int LongestKey = 100;

    /// <summary>What came of the same key before; null when this is the first time. Without a key every time is the first.</summary>
    public static string? Before(DatabaseSession session, string purpose, string? key, DateTimeOffset now)
    {
        if (KeyOf(purpose, key) is not { } full) return null;
        if (session.Execute("INSERT INTO idempotency_key (key, created_at) VALUES (@key, @at) ON CONFLICT (key) DO NOTHING", ("key", full), ("at", now)) > 0) return null;
        Audit.AuditPen.Current?.Drop();
        return session.Scalar<string>("SELECT result FROM idempotency_key WHERE key = @key", ("key", full)) ?? "";
    }

    public static void Remember(DatabaseSession session, string purpose, string? key, string result)
    {
        if (KeyOf(purpose, key) is { } full) session.Execute("UPDATE idempotency_key SET result = @result WHERE key = @key", ("result", result), ("key", full));
    }

    private static string? KeyOf(string purpose, string? key) => string.IsNullOrWhiteSpace(key) || key.Length > LongestKey ? null : $"{purpose}:{key.Trim()}";
}
