using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Changlai.App.Features.Platform.People.Rules;

/// <summary>Secrets that only their holder has: the database keeps a hash, which is enough to know them again and worth nothing to a thief.</summary>
internal static class Tokens
{
    /// <summary>So much chance is in one that a slow hash would add nothing.</summary>
    private const int Bytes = 24;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
