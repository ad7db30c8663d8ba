using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.People.Rules;

namespace Changlai.App.Features.Platform.People.Links;

/// <summary>
/// Links that let somebody in once: to set up the business, to take up an invitation, to choose a new password. The link is shown to whoever makes it and
/// to nobody else; the database knows only its hash.
/// </summary>
internal static class StaffLinks
{
    public const string SetUp = "set-up";
    public const string Join = "join";
    public const string NewPassword = "new-password";

    public static TimeSpan Lasts(string kind) => kind switch
    {
        SetUp or NewPassword => TimeSpan.FromHours(24),
        Join => TimeSpan.FromHours(72),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>A new link; the one before it of the same kind for the same person counts no more.</summary>
    /// <returns>What follows the address of the page.</returns>
    public static string Make(DatabaseSession session, string kind, long? staffId, long? by, DateTimeOffset now)
    {
        session.Execute("UPDATE staff_link SET used_at = @now WHERE kind = @kind AND used_at IS NULL AND coalesce(staff_id, 0) = @staff", ("now", now), ("kind", kind), ("staff", staffId ?? 0));
        var token = Tokens.New();
        session.Execute("INSERT INTO staff_link (hash, kind, staff_id, made_by, made_at, ends_at) VALUES (@hash, @kind, @staff, @by, @now, @ends)",
            ("hash", Tokens.HashOf(token)), ("kind", kind), ("staff", staffId), ("by", by), ("now", now), ("ends", now + Lasts(kind)));
        return token;
    }

    /// <returns>Null when it was never made, was used, or its time is over.</returns>
    public static StaffLink? Find(DatabaseSession session, string token, DateTimeOffset now)
    {
        using var rows = session.Read("SELECT kind, staff_id FROM staff_link WHERE hash = @hash AND used_at IS NULL AND ends_at > @now", ("hash", Tokens.HashOf(token)), ("now", now));
        return rows.Next() ? new StaffLink(token, rows.Text(0), rows.LongOrNull(1)) : null;
    }

    /// <summary>Uses it up; of two who hold the same link one is too late.</summary>
    public static bool Use(DatabaseSession session, StaffLink link, DateTimeOffset now) =>
        session.Execute("UPDATE staff_link SET used_at = @now WHERE hash = @hash AND used_at IS NULL AND ends_at > @now", ("now", now), ("hash", Tokens.HashOf(link.Token))) > 0;
}

internal sealed record StaffLink(string Token, string Kind, long? StaffId);
