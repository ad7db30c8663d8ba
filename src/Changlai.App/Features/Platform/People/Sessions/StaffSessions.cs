using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.People.Rules;
using Changlai.App.Features.Platform.People.SecondStep;

namespace Changlai.App.Features.Platform.People.Sessions;

/// <summary>Somebody's sessions, one for each browser they signed in with.</summary>
internal static class StaffSessions
{
    /// <summary>For whoever did not ask to stay signed in.</summary>
    public static readonly TimeSpan WorkingDay = TimeSpan.FromHours(12);
    private const int IdleHour = 60;

    /// <summary>For a phone or a counter of one's own.</summary>
    public static readonly TimeSpan Staying = TimeSpan.FromDays(14);
    private const int IdleDays = 3 * 24 * 60;

    private const int LongestBrowser = 300;

    /// <returns>What the cookie carries.</returns>
    /// <param name="isStrong">More than a password let them in.</param>
    public static string Start(DatabaseSession session, long staffId, bool stays, bool isStrong, string? browser, string? address, DateTimeOffset now)
    {
        var token = Tokens.New();
        session.Execute("""
            INSERT INTO staff_session (hash, id, staff_id, created_at, seen_at, ends_at, idle_minutes, browser, address, strong, proven_at) VALUES (@hash, @id, @staff, @now, @now, @ends, @idle, @browser, @address, @strong, @now)
            """,
            ("hash", Tokens.HashOf(token)), ("id", session.ReserveIds("staff_session", 1)), ("staff", staffId), ("now", now), ("ends", now + (stays ? Staying : WorkingDay)),
            ("idle", stays ? IdleDays : IdleHour), ("browser", browser?.Length > LongestBrowser ? browser[..LongestBrowser] : browser), ("address", address), ("strong", isStrong));
        return token;
    }

    /// <summary>Whose session it is, as they are now: somebody who left, whose role or store changed or whose session was ended, is so at the next request.</summary>
    /// <param name="seenLately">When this node last answered it, if later than is stored.</param>
    /// <returns>Null when it has ended.</returns>
    public static LiveSession? Find(DatabaseSession session, string hash, DateTimeOffset? seenLately, DateTimeOffset now)
    {
        LiveSession? live = null;
        var further = new List<long>();
        using var rows = session.Read($"""
            SELECT s.id, s.name, s.role, s.store_id, s.scope, s.security_stamp, x.id, x.seen_at, x.idle_minutes, f.store_id, x.strong, coalesce(x.proven_at, x.created_at),
                CASE WHEN {SecondFactorDuty.HasIt} AND (NOT x.strong OR {SecondFactorDuty.HasNoFactor}) THEN 1 ELSE 0 END
            FROM staff_session x JOIN staff s ON s.id = x.staff_id LEFT JOIN staff_store f ON f.staff_id = s.id
            WHERE x.hash = @hash AND x.ended_at IS NULL AND x.ends_at > @now AND s.active
            """, ("hash", hash), ("now", now));
        while (rows.Next())
        {
            if (live is null)
            {
                var seen = rows.Instant(7);
                if (seenLately > seen) seen = seenLately.Value;
                if (now - seen > TimeSpan.FromMinutes(rows.Int(8))) return null;
                live = new LiveSession(rows.Long(6), Viewers.Of(rows.Long(0), rows.Text(1), rows.Text(2), rows.LongOrNull(3), rows.TextOrNull(4), further), rows.Text(5), rows.Flag(10), rows.Instant(11), rows.Int(12) == 1);
            }
            if (rows.LongOrNull(9) is { } store) further.Add(store);
        }
        return live;
    }

    public static List<SessionEntry> Of(DatabaseSession session, long staffId, DateTimeOffset now)
    {
        var found = new List<SessionEntry>();
        using var rows = session.Read("""
            SELECT id, created_at, seen_at, ends_at, browser, address FROM staff_session
            WHERE staff_id = @staff AND ended_at IS NULL AND ends_at > @now ORDER BY seen_at DESC, id DESC LIMIT 100
            """, ("staff", staffId), ("now", now));
        while (rows.Next()) found.Add(new SessionEntry(rows.Long(0), rows.Instant(1), rows.Instant(2), rows.Instant(3), rows.TextOrNull(4), rows.TextOrNull(5)));
        return found;
    }

    /// <summary>The session's owner set up a second factor, or showed it.</summary>
    public static void Strengthen(DatabaseSession session, long id, DateTimeOffset now) =>
        session.Execute("UPDATE staff_session SET strong = @yes, proven_at = @now WHERE id = @id", ("yes", true), ("now", now), ("id", id));

    /// <summary>The session's owner proved anew who they are.</summary>
    public static void Prove(DatabaseSession session, long id, DateTimeOffset now) => session.Execute("UPDATE staff_session SET proven_at = @now WHERE id = @id", ("now", now), ("id", id));

    /// <returns>False when it is not theirs, or has ended.</returns>
    public static bool End(DatabaseSession session, long staffId, long id, DateTimeOffset now) =>
        session.Execute("UPDATE staff_session SET ended_at = @now WHERE id = @id AND staff_id = @staff AND ended_at IS NULL", ("now", now), ("id", id), ("staff", staffId)) > 0;

    /// <param name="but">One that goes on; null to end all.</param>
    public static int EndAll(DatabaseSession session, long staffId, long? but, DateTimeOffset now) =>
        session.Execute("UPDATE staff_session SET ended_at = @now WHERE staff_id = @staff AND ended_at IS NULL AND id <> @but", ("now", now), ("staff", staffId), ("but", but ?? 0));
}

/// <summary>A session that goes on.</summary>
/// <param name="Stamp">Changes when all sessions of the person must end.</param>
/// <param name="IsStrong">More than a password let them in.</param>
/// <param name="Proven">When they last proved who they are.</param>
/// <param name="IsBare">Their role has to come in with a second factor, and they did not.</param>
internal sealed record LiveSession(long Id, Viewer Viewer, string Stamp, bool IsStrong, DateTimeOffset Proven, bool IsBare);

/// <summary>A session as its owner sees it.</summary>
public sealed record SessionEntry(long Id, DateTimeOffset Since, DateTimeOffset Seen, DateTimeOffset Ends, string? Browser, string? Address);
