using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Features.Platform.People.Rules;

namespace Changlai.App.Features.Platform.People;

/// <summary>What stands between a name and a session.</summary>
/// <param name="Secret">The authenticator's secret, protected; null where none was set up.</param>
/// <param name="LastStep">The last time step whose code was taken.</param>
internal sealed record SignInAccount(Viewer Viewer, string? PasswordHash, string Stamp, int Failures, DateTimeOffset? LockedUntil, string? Secret, long? LastStep)
{
    public static SignInAccount? Named(DatabaseSession session, string signIn) => Find(session, "s.sign_in_name = @value", signIn);

    public static SignInAccount? Of(DatabaseSession session, long staffId) => Find(session, "s.id = @value", staffId);

    public bool IsLocked(DateTimeOffset now) => LockedUntil > now;

    /// <summary>Counts a failure; from the fifth on the name waits.</summary>
    public void Fail(DatabaseSession session, DateTimeOffset now)
    {
        session.Begin();
        var failures = session.Scalar<int>("UPDATE staff SET failed_sign_ins = failed_sign_ins + 1 WHERE id = @id RETURNING failed_sign_ins", ("id", Viewer.StaffId));
        var until = Lockout.Until(failures, now);
        session.Execute("UPDATE staff SET locked_until = @until WHERE id = @id", ("until", until), ("id", Viewer.StaffId));
        AuditLog.Record(session, now, AuditActor.Nobody, until is null ? PeopleAudit.Refused : PeopleAudit.Locked, $"staff:{Viewer.StaffId}", storeId: Viewer.StoreId, details: ("count", failures.ToString()));
        session.Commit();
    }

    /// <summary>Whoever holds an open browser is not yet its owner; wrong passwords count here as they do at the door.</summary>
    public bool IsMe(DatabaseSession session, string? password, DateTimeOffset now)
    {
        if (IsLocked(now)) return false;
        if (Passwords.Fits(PasswordHash, password ?? "")) return true;
        Fail(session, now);
        return false;
    }

    public void Succeed(DatabaseSession session) =>
        session.Execute("UPDATE staff SET failed_sign_ins = 0, locked_until = NULL WHERE id = @id AND (failed_sign_ins <> 0 OR locked_until IS NOT NULL)", ("id", Viewer.StaffId));

    private static SignInAccount? Find(DatabaseSession session, string where, object value)
    {
        SignInAccount? found = null;
        var further = new List<long>();
        using var rows = session.Read($"""
            SELECT s.id, s.name, s.role, s.store_id, s.scope, s.password_hash, s.security_stamp, s.failed_sign_ins, s.locked_until, s.totp_secret, s.totp_step, f.store_id
            FROM staff s LEFT JOIN staff_store f ON f.staff_id = s.id WHERE {where} AND s.active
            """, ("value", value));
        while (rows.Next())
        {
            found ??= new SignInAccount(Viewers.Of(rows.Long(0), rows.Text(1), rows.Text(2), rows.LongOrNull(3), rows.TextOrNull(4), further),
                rows.TextOrNull(5), rows.Text(6), rows.Int(7), rows.IsNull(8) ? null : rows.Instant(8), rows.TextOrNull(9), rows.LongOrNull(10));
            if (rows.LongOrNull(11) is { } store) further.Add(store);
        }
        return found;
    }
}
