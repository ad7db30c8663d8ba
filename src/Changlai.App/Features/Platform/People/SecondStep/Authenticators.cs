using System.Security.Cryptography;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.People.Rules;
using Microsoft.AspNetCore.DataProtection;

namespace Changlai.App.Features.Platform.People.SecondStep;

/// <summary>Authenticators and the codes for the day when one is lost.</summary>
internal sealed class Authenticators(IDataProtectionProvider protection)
{
    public const int RecoveryCodes = 10;

    /// <summary>Without those that look like others.</summary>
    private const string CodeLetters = "23456789abcdefghjkmnpqrstuvwxyz";
    private const int CodeLength = 10;

    private readonly IDataProtector protector = protection.CreateProtector("authenticator");

    public string Protect(byte[] secret) => protector.Protect(Convert.ToBase64String(secret));

    /// <returns>Null when it was protected with keys that are gone.</returns>
    public byte[]? Read(string? secret)
    {
        try
        {
            return secret is null ? null : Convert.FromBase64String(protector.Unprotect(secret));
        }
        catch (Exception problem) when (problem is CryptographicException or FormatException)
        {
            return null;
        }
    }

    public static void Set(DatabaseSession session, long staffId, string secret, long step) =>
        session.Execute("UPDATE staff SET totp_secret = @secret, totp_step = @step WHERE id = @id", ("secret", secret), ("step", step), ("id", staffId));

    public static void Remove(DatabaseSession session, long staffId)
    {
        session.Execute("UPDATE staff SET totp_secret = NULL, totp_step = NULL WHERE id = @id", ("id", staffId));
        session.Execute("DELETE FROM recovery_code WHERE staff_id = @id", ("id", staffId));
    }

    /// <summary>Takes a code's step, once: of two requests with the same code one is too late.</summary>
    public static bool TakeStep(DatabaseSession session, long staffId, long step) =>
        session.Execute("UPDATE staff SET totp_step = @step WHERE id = @id AND (totp_step IS NULL OR totp_step < @step)", ("step", step), ("id", staffId)) > 0;

    /// <summary>New recovery codes in place of the old ones; only here can they be read.</summary>
    public static IReadOnlyList<string> MakeCodes(DatabaseSession session, long staffId)
    {
        session.Execute("DELETE FROM recovery_code WHERE staff_id = @id", ("id", staffId));
        string[] codes = [.. Enumerable.Range(0, RecoveryCodes).Select(_ => RandomNumberGenerator.GetString(CodeLetters, CodeLength))];
        foreach (var code in codes) session.Execute("INSERT INTO recovery_code (staff_id, hash) VALUES (@id, @hash)", ("id", staffId), ("hash", HashOf(staffId, code)));
        return [.. codes.Select(code => $"{code[..5]}-{code[5..]}")];
    }

    public static int CodesLeft(DatabaseSession session, long staffId) =>
        session.Scalar<int>("SELECT count(*) FROM recovery_code WHERE staff_id = @id AND used_at IS NULL", ("id", staffId));

    /// <returns>Whether it was one, and not used yet.</returns>
    public static bool UseCode(DatabaseSession session, long staffId, string typed, DateTimeOffset now)
    {
        var code = new string([.. typed.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)]);
        return code.Length == CodeLength && session.Execute("UPDATE recovery_code SET used_at = @now WHERE staff_id = @id AND hash = @hash AND used_at IS NULL",
            ("now", now), ("id", staffId), ("hash", HashOf(staffId, code))) > 0;
    }

    // Of fifty bits of chance each, hashed with whose they are: enough, with the lock-out, and a thief of the table would have to guess them one person at a time.
    private static string HashOf(long staffId, string code) => Tokens.HashOf($"{staffId}:{code}");
}
