namespace Changlai.App.Tests.Harness;

/// <summary>What an authenticator makes of the key that somebody types (RFC 4648).</summary>
internal static class Base32
{
    public static byte[] Decoded(string written)
    {
        var (bytes, buffer, bits) = (new List<byte>(), 0, 0);
        foreach (var letter in written)
        {
            buffer = (buffer << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter);
            if ((bits += 5) < 8) continue;
            bits -= 8;
            bytes.Add((byte)(buffer >> bits));
            buffer &= (1 << bits) - 1;
        }
        return [.. bytes];
    }
}
