using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Changlai.App.Features.Platform.People.Rules;

/// <summary>Codes that change every half minute (RFC 6238, HMAC-SHA-1, six digits), as every authenticator makes them.</summary>
internal static class Totp
{
    public const int SecretBytes = 20;
    private const int StepSeconds = 30;
    private const int Modulus = 1_000_000;

    /// <summary>A phone's clock may be one step off.</summary>
    private const int Drift = 1;

    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static long StepAt(DateTimeOffset at) => at.ToUnixTimeSeconds() / StepSeconds;

    public static string CodeOf(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[20];
#pragma warning disable CA5350 // The RFC and every authenticator use SHA-1 here; HMAC does not rest on its resistance to collisions.
        HMACSHA1.HashData(secret, counter, hash);
#pragma warning restore CA5350
        var at = hash[19] & 15;
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[at..]) & 0x7fffffff;
        return (number % Modulus).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <param name="after">The last step whose code was taken: it and those before are not taken again.</param>
    /// <returns>The step whose code this is; null when it is none that counts now.</returns>
    public static long? Check(ReadOnlySpan<byte> secret, string typed, DateTimeOffset now, long? after)
    {
        Span<char> digits = stackalloc char[6];
        var count = 0;
        foreach (var letter in typed)
        {
            if (char.IsWhiteSpace(letter)) continue;
            if (!char.IsAsciiDigit(letter) || count == digits.Length) return null;
            digits[count++] = letter;
        }
        if (count != digits.Length) return null;
        var text = digits.ToString();
        long? found = null;
        for (var step = StepAt(now) - Drift; step <= StepAt(now) + Drift; step++)
            if (CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(CodeOf(secret, step)), System.Text.Encoding.ASCII.GetBytes(text)) && !(step <= after)) found = step;
        return found;
    }

    /// <summary>Base 32 (RFC 4648), as authenticators take a secret that is typed.</summary>
    public static string Written(ReadOnlySpan<byte> secret)
    {
        var (letters, buffer, bits) = (new System.Text.StringBuilder(), 0, 0);
        foreach (var part in secret)
        {
            buffer = (buffer << 8) | part;
            for (bits += 8; bits >= 5; bits -= 5) letters.Append(Alphabet[(buffer >> (bits - 5)) & 31]);
        }
        if (bits > 0) letters.Append(Alphabet[(buffer << (5 - bits)) & 31]);
        return letters.ToString();
    }

    /// <summary>What the square that a phone's camera reads says.</summary>
    public static string Address(string issuer, string account, ReadOnlySpan<byte> secret) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(account)}?secret={Written(secret)}&issuer={Uri.EscapeDataString(issuer)}";
}
