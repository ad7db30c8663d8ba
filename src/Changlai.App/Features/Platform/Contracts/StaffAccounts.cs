using System.Security.Cryptography;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Features.Platform.People;
using Changlai.App.Features.Platform.People.Links;
using Changlai.App.Features.Platform.People.SecondStep;
using Changlai.App.Features.Platform.People.Sessions;
using Changlai.Core.Calendars;
using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.Contracts;

/// <summary>Somebody who works here and may sign in.</summary>
/// <param name="SignIn">Lower case; null for somebody who only serves customers.</param>
/// <param name="PasswordHash">Null for somebody who cannot sign in yet.</param>
/// <param name="Role">A role's code: <c>staff</c>, <c>manager</c>, <c>head-office</c>.</param>
/// <param name="StoreId">Null for the head office.</param>
/// <param name="DailyCapacity">Contacts a day.</param>
internal sealed record NewStaff(
    string Name, string? SignIn, string? PasswordHash, string Role, long? StoreId, Weekdays WorkingWeekdays, int DailyCapacity, string Language);

/// <summary>A person as lists of staff show them.</summary>
internal sealed record StaffEntry(long Id, string Name, string? SignIn, string Role, string? Store, bool HasPassword, bool Active);

/// <summary>Who works here and how they sign in.</summary>
internal static class StaffAccounts
{
    public const int NewcomerCapacity = 30;

    /// <summary>PBKDF2 as ASP.NET Core Identity does it, with a salt of its own.</summary>
    public static string Hash(string password) => Passwords.Hash(password);

    /// <returns>The id of the first; the others follow in the order given.</returns>
    public static long Add(DatabaseSession session, IReadOnlyList<NewStaff> people)
    {
        var first = session.ReserveIds("staff", people.Count);
        using var insert = session.Insert("staff",
            "id", "name", "sign_in_name", "password_hash", "security_stamp", "role", "store_id", "working_weekdays", "daily_capacity", "language", "active");
        foreach (var (index, person) in people.Index())
        {
            insert.Add(first + index).Add(person.Name).Add(person.SignIn).Add(person.PasswordHash).Add(NewStamp()).Add(person.Role).Add(person.StoreId)
                .Add((int)person.WorkingWeekdays.Bits).Add(person.DailyCapacity).Add(person.Language).Add(true).EndRow();
        }
        insert.Complete();
        return first;
    }

    /// <summary>Gives somebody a new password and ends their sessions.</summary>
    /// <returns>False when nobody has this sign-in name.</returns>
    public static bool ChangePassword(DatabaseSession session, string signIn, string passwordHash) =>
        session.Execute("UPDATE staff SET password_hash = @hash, security_stamp = @stamp WHERE sign_in_name = @name",
            ("hash", passwordHash), ("stamp", NewStamp()), ("name", signIn)) > 0;

    /// <summary>Lets somebody whom only the orders named sign in, or gives them another role.</summary>
    public static void GiveAccess(DatabaseSession session, long staffId, string signIn, string passwordHash, string role, long? storeId) =>
        session.Execute("UPDATE staff SET sign_in_name = @name, password_hash = @hash, security_stamp = @stamp, role = @role, store_id = @store WHERE id = @id",
            ("name", signIn), ("hash", passwordHash), ("stamp", NewStamp()), ("role", role), ("store", storeId), ("id", staffId));

    public static IReadOnlyList<StaffEntry> List(DatabaseSession session)
    {
        var people = new List<StaffEntry>();
        using var rows = session.Read("""
            SELECT s.id, s.name, s.sign_in_name, s.role, t.name, CASE WHEN s.password_hash IS NULL THEN 0 ELSE 1 END, s.active
            FROM staff s LEFT JOIN store t ON t.id = s.store_id ORDER BY s.id
            """);
        while (rows.Next())
            people.Add(new StaffEntry(rows.Long(0), rows.Text(1), rows.TextOrNull(2), rows.Text(3), rows.TextOrNull(4), rows.Int(5) == 1, rows.Flag(6)));
        return people;
    }

    /// <summary>A sign-in name as it is kept: case does not count.</summary>
    public static string Fold(string signIn) => signIn.Trim().ToLowerInvariant();

    public static bool IsTaken(DatabaseSession session, string signIn) =>
        session.Scalar<long>("SELECT count(*) FROM staff WHERE sign_in_name = @name", ("name", signIn)) > 0;

    public static bool AnybodyCanSignIn(DatabaseSession session) =>
        session.Scalar<long>("SELECT count(*) FROM staff WHERE password_hash IS NOT NULL AND active") > 0;

    /// <summary>Somebody whom the orders named and who cannot sign in yet; of several of the same name the one of the store.</summary>
    public static long? WithoutSignIn(DatabaseSession session, string name, long? storeId)
    {
        using var rows = session.Read("""
            SELECT id FROM staff WHERE name = @name AND sign_in_name IS NULL ORDER BY CASE WHEN store_id = @store THEN 0 ELSE 1 END, id LIMIT 1
            """, ("name", name), ("store", storeId ?? 0));
        return rows.Next() ? rows.Long(0) : null;
    }

    /// <summary>The id of a store, which is made when there is none of this name.</summary>
    public static long StoreNamed(DatabaseSession session, string name)
    {
        using (var rows = session.Read("SELECT id FROM store WHERE name = @name", ("name", name)))
            if (rows.Next()) return rows.Long(0);
        var id = session.ReserveIds("store", 1);
        session.Execute("INSERT INTO store (id, name, time_zone, currency, closed_weekdays) VALUES (@id, @name, @zone, 'CNY', 0)",
            ("id", id), ("name", name), ("zone", BusinessDay.DefaultTimeZone));
        return id;
    }

    /// <summary>What follows the address to make the first administrator; the one printed before counts no more.</summary>
    public static string SetUpLink(DatabaseSession session, TimeProvider time) => StaffLinks.Make(session, StaffLinks.SetUp, null, null, time.GetUtcNow());

    /// <summary>Adds somebody, or lets somebody known from the orders in, who then chooses their own password.</summary>
    /// <param name="user">Who runs the command, for the audit log.</param>
    /// <returns>The id, and what follows the address of the page.</returns>
    public static (long Id, string Path) Invite(DatabaseSession session, NewStaff person, string user, TimeProvider time)
    {
        var now = time.GetUtcNow();
        long id;
        if (WithoutSignIn(session, person.Name, person.StoreId) is { } known)
        {
            id = known;
            session.Execute("UPDATE staff SET sign_in_name = @name, role = @role, store_id = @store WHERE id = @id", ("name", person.SignIn), ("role", person.Role), ("store", person.StoreId), ("id", id));
        }
        else id = Add(session, [person]);
        var token = StaffLinks.Make(session, StaffLinks.Join, id, null, now);
        AuditLog.Record(session, now, AuditActor.Command(user), PeopleAudit.Made, $"staff:{id}", storeId: person.StoreId, details: ("to", person.Role));
        AuditLog.Record(session, now, AuditActor.Command(user), PeopleAudit.LinkMade, $"staff:{id}", storeId: person.StoreId, details: ("kind", StaffLinks.Join));
        return (id, $"/join/{token}");
    }

    /// <summary>What is wrong with a sign-in name; null when nothing is.</summary>
    public static Text? SignInProblem(DatabaseSession session, string signIn) => SetUpForm.SignInProblem(signIn, name => IsTaken(session, name));

    /// <summary>Turns an authenticator off that is lost, and ends the person's sessions.</summary>
    /// <param name="user">Who runs the command, for the audit log.</param>
    /// <returns>False when nobody has this sign-in name.</returns>
    public static bool ResetAuthenticator(DatabaseSession session, string signIn, string user, TimeProvider time)
    {
        session.Begin();
        var id = session.Scalar<long>("SELECT coalesce(max(id), 0) FROM staff WHERE sign_in_name = @name", ("name", signIn));
        if (id == 0) return false;
        Authenticators.Remove(session, id);
        StaffSessions.EndAll(session, id, null, time.GetUtcNow());
        AuditLog.Record(session, time.GetUtcNow(), AuditActor.Command(user), PeopleAudit.AuthenticatorRemoved, $"staff:{id}");
        session.Commit();
        return true;
    }

    private static string NewStamp() => Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
}
