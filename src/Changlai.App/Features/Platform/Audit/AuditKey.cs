using System.Security.Cryptography;
using System.Text;

namespace Changlai.App.Features.Platform.Audit;

/// <summary>
/// A secret that whoever can write to the database does not have. With it the chain cannot be made anew to hide a change; without one, only a head kept
/// elsewhere shows that it was.
/// </summary>
internal sealed class AuditKey
{
    public const string Variable = "CHANGLAI_AUDIT_KEY";
    public const string FileVariable = "CHANGLAI_AUDIT_KEY_FILE";
    public const int Shortest = 16;
    private readonly byte[]? secret;

    private AuditKey(byte[]? secret) => this.secret = secret;

    /// <summary>None.</summary>
    public static readonly AuditKey None = new(secret: null);

    /// <summary>Tells keys apart and says nothing of them; null for none.</summary>
    public string? Mark => secret is null ? null : Convert.ToHexStringLower(HMACSHA256.HashData(secret, "changlai audit key"u8))[..16];

    /// <exception cref="ArgumentException">It is too short to be a secret.</exception>
    public static AuditKey Of(string text) => text.Trim() is { Length: >= Shortest } secret ? new AuditKey(Encoding.UTF8.GetBytes(secret))
        : throw new ArgumentException($"{Variable}: at least {Shortest} characters.");

    /// <summary>From the environment, or from a file that it names; none when it says nothing.</summary>
    public static AuditKey FromEnvironment() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } key ? Of(key)
        : Environment.GetEnvironmentVariable(FileVariable) is { Length: > 0 } file ? Of(File.ReadAllText(file))
        : None;

    public byte[] Hash(ReadOnlySpan<byte> bytes) => secret is null ? SHA256.HashData(bytes) : HMACSHA256.HashData(secret, bytes);
}
