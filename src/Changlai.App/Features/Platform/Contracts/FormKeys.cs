namespace Changlai.App.Features.Platform.Contracts;

/// <summary>
/// The keys of forms that were taken: the same form again changes nothing and is answered as before. Asked inside the
/// transaction that does the work, so that a form that failed can be sent again.
/// </summary>
internal static class FormKeys
{
    private const int Longest = 64;

    /// <returns>Null the first time; afterwards what <see cref="Answer"/> kept, or nothing.</returns>
    public static string? Take(DatabaseSession session, string form, string? key, DateTimeOffset now)
    {
        if (key is not { Length: > 0 and <= Longest }) return null;
        var first = session.Execute("INSERT INTO idempotency_key (key, created_at) VALUES (@key, @at) ON CONFLICT (key) DO NOTHING", ("key", Whole(form, key)), ("at", now)) > 0;
        if (!first) Audit.AuditPen.Current?.Drop();
        return first ? null : session.Scalar<string>("SELECT coalesce(result, '') FROM idempotency_key WHERE key = @key", ("key", Whole(form, key))) ?? "";
    }

    /// <summary>Keeps what to answer when the form comes again.</summary>
    public static void Answer(DatabaseSession session, string form, string? key, string answer)
    {
        if (key is { Length: > 0 and <= Longest }) session.Execute("UPDATE idempotency_key SET result = @answer WHERE key = @key", ("answer", answer), ("key", Whole(form, key)));
    }

    private static string Whole(string form, string key) => $"{form}:{key}";
}
