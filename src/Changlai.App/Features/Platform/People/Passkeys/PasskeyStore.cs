using System.Buffers.Text;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.People.Rules;
using Microsoft.AspNetCore.Identity;

namespace Changlai.App.Features.Platform.People.Passkeys;

/// <summary>Passkeys as they are kept: public keys, and what their owners call them.</summary>
internal static class PasskeyStore
{
    public const int Most = 20;
    private const string Columns = "credential_id, public_key, created_at, sign_count, transports, backup_eligible, backed_up";

    public static List<PasskeyEntry> Of(DatabaseSession session, long staffId)
    {
        var found = new List<PasskeyEntry>();
        using var rows = session.Read("SELECT id, name, created_at, last_used_at FROM passkey WHERE staff_id = @staff ORDER BY id", ("staff", staffId));
        while (rows.Next()) found.Add(new PasskeyEntry(rows.Long(0), rows.Text(1), rows.Instant(2), rows.IsNull(3) ? null : rows.Instant(3)));
        return found;
    }

    public static int Count(DatabaseSession session, long staffId) => session.Scalar<int>("SELECT count(*) FROM passkey WHERE staff_id = @staff", ("staff", staffId));

    /// <summary>By the handle that an authenticator gives back.</summary>
    public static PasskeyHolder? HolderOf(DatabaseSession session, string handle) => Holder(session, "handle = @value", handle);

    public static PasskeyHolder? HolderOf(DatabaseSession session, byte[] credentialId) => Holder(session, "credential_id = @value", Base64Url.EncodeToString(credentialId));

    /// <summary>Somebody who is about to get a passkey: with the handle of those they have, or a new one.</summary>
    public static PasskeyHolder HolderFor(DatabaseSession session, long staffId)
    {
        using var rows = session.Read("SELECT handle FROM passkey WHERE staff_id = @staff ORDER BY id LIMIT 1", ("staff", staffId));
        return new PasskeyHolder(staffId, rows.Next() ? rows.Text(0) : Tokens.New());
    }

    /// <param name="credentialId">Null for all of theirs.</param>
    public static List<UserPasskeyInfo> Keys(DatabaseSession session, long staffId, byte[]? credentialId)
    {
        var found = new List<UserPasskeyInfo>();
        using var rows = session.Read($"SELECT {Columns} FROM passkey WHERE staff_id = @staff{(credentialId is null ? "" : " AND credential_id = @credential")} ORDER BY id",
            [("staff", staffId), .. credentialId is null ? [] : new (string, object?)[] { ("credential", Base64Url.EncodeToString(credentialId)) }]);
        // That the owner is asked for is checked at every use; how the key came about is not kept.
        while (rows.Next())
            found.Add(new UserPasskeyInfo(Base64Url.DecodeFromChars(rows.Text(0)), Base64Url.DecodeFromChars(rows.Text(1)), rows.Instant(2), (uint)rows.Long(3), rows.Text(4).Split(' ', StringSplitOptions.RemoveEmptyEntries), true, rows.Flag(5), rows.Flag(6), [], []));
        return found;
    }

    public static long Add(DatabaseSession session, PasskeyHolder holder, UserPasskeyInfo key, string name, DateTimeOffset now)
    {
        var id = session.ReserveIds("passkey", 1);
        session.Execute("""
            INSERT INTO passkey (id, staff_id, handle, credential_id, public_key, sign_count, transports, backup_eligible, backed_up, name, created_at)
            VALUES (@id, @staff, @handle, @credential, @key, @count, @transports, @eligible, @backed, @name, @now)
            """,
            ("id", id), ("staff", holder.StaffId), ("handle", holder.Handle), ("credential", Base64Url.EncodeToString(key.CredentialId)), ("key", Base64Url.EncodeToString(key.PublicKey)), ("count", (long)key.SignCount),
            ("transports", string.Join(' ', (key.Transports ?? []).Where(way => way.Length < 20 && way.All(letter => letter is >= 'a' and <= 'z' or '-')).Take(8))), ("eligible", key.IsBackupEligible), ("backed", key.IsBackedUp), ("name", name), ("now", now));
        return id;
    }

    /// <summary>It let its owner in.</summary>
    public static void Used(DatabaseSession session, UserPasskeyInfo key, DateTimeOffset now) =>
        session.Execute("UPDATE passkey SET sign_count = @count, backed_up = @backed, last_used_at = @now WHERE credential_id = @credential",
            ("count", (long)key.SignCount), ("backed", key.IsBackedUp), ("now", now), ("credential", Base64Url.EncodeToString(key.CredentialId)));

    /// <returns>False when it is not theirs.</returns>
    public static bool Rename(DatabaseSession session, long staffId, long id, string name) =>
        session.Execute("UPDATE passkey SET name = @name WHERE id = @id AND staff_id = @staff", ("name", name), ("id", id), ("staff", staffId)) > 0;

    /// <returns>False when it is not theirs.</returns>
    public static bool Remove(DatabaseSession session, long staffId, long id) =>
        session.Execute("DELETE FROM passkey WHERE id = @id AND staff_id = @staff", ("id", id), ("staff", staffId)) > 0;

    public static int RemoveAll(DatabaseSession session, long staffId) => session.Execute("DELETE FROM passkey WHERE staff_id = @staff", ("staff", staffId));

    private static PasskeyHolder? Holder(DatabaseSession session, string where, string value)
    {
        using var rows = session.Read($"SELECT staff_id, handle FROM passkey WHERE {where} ORDER BY id LIMIT 1", ("value", value));
        return rows.Next() ? new PasskeyHolder(rows.Long(0), rows.Text(1)) : null;
    }
}

/// <summary>A passkey as its owner sees it.</summary>
public sealed record PasskeyEntry(long Id, string Name, DateTimeOffset Made, DateTimeOffset? Used);
