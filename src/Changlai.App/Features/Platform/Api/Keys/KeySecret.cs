using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Changlai.App.Features.Platform.Api.Keys;

/// <summary>
/// The secret of a key: 256 random bits behind a mark by which scanners of leaked secrets know it. A fast hash will do (decision 36): nobody can guess
/// what has so many bits, and a slow one would be paid at each request.
/// </summary>
internal static class KeySecret
{
    public const string Mark = "clk_";
    private const int Bytes = 32;
    private const int ShownLetters = 6;

    public static string New() => Mark + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>So much as is shown in lists.</summary>
    public static string Prefix(string secret) => secret[..(Mark.Length + ShownLetters)];
}
