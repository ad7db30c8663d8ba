using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Changlai.App.Tests.Features.Platform.People;

/// <summary>An authenticator without a device (W3C Web Authentication, level 3): makes one passkey and signs with it, rightly or as a thief would try to.</summary>
internal sealed class SoftAuthenticator : IDisposable
{
    private const byte Present = 0x01;
    private const byte Verified = 0x04;
    private const byte WithKey = 0x40;
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] id = RandomNumberGenerator.GetBytes(32);
    private string handle = "";
    private uint count;

    /// <summary>Whether it counts what it signs; a passkey that is kept on several devices does not, and always says 0.</summary>
    public bool Counts { get; init; } = true;

    /// <summary>Answers a challenge for a new passkey.</summary>
    public string Make(JsonElement options, Uri site, Cheat cheat = Cheat.None)
    {
        handle = options.GetProperty("user").GetProperty("id").GetString()!;
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        byte[] data = [.. Head(site, WithKey, cheat), .. new byte[16], 0, (byte)id.Length, .. id, 0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
        byte[] made = [0xA3, 0x63, .. "fmt"u8, 0x64, .. "none"u8, 0x67, .. "attStmt"u8, 0xA0, 0x68, .. "authData"u8, 0x58, (byte)data.Length, .. data];
        return Credential(new { clientDataJSON = Encoded(Client("webauthn.create", options, site, cheat)), attestationObject = Encoded(made), transports = (string[])["internal"] });
    }

    /// <summary>Answers a challenge for signing in.</summary>
    public string Sign(JsonElement options, Uri site, Cheat cheat = Cheat.None)
    {
        var data = Head(site, 0, cheat);
        var client = Client("webauthn.get", options, site, cheat);
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var signature = (cheat == Cheat.OtherKey ? other : key).SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Credential(new { clientDataJSON = Encoded(client), authenticatorData = Encoded(data), signature = Encoded(signature), userHandle = cheat == Cheat.OtherPerson ? Encoded("nobody"u8.ToArray()) : handle });
    }

    public void Dispose() => key.Dispose();

    private byte[] Head(Uri site, byte more, Cheat cheat)
    {
        var counter = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(counter, !Counts ? 0 : cheat == Cheat.OldCount ? 1 : ++count);
        var flags = (byte)(Present | more | (cheat == Cheat.Unverified ? 0 : Verified));
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(cheat == Cheat.OtherHost ? "evil.example" : site.Host)), flags, .. counter];
    }

    private static byte[] Client(string type, JsonElement options, Uri site, Cheat cheat) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        type = cheat == Cheat.OtherType ? "webauthn.other" : type,
        challenge = cheat == Cheat.OtherChallenge ? Encoded(RandomNumberGenerator.GetBytes(32)) : options.GetProperty("challenge").GetString(),
        origin = cheat == Cheat.OtherOrigin ? "https://evil.example" : site.GetLeftPart(UriPartial.Authority),
        crossOrigin = cheat == Cheat.InAFrame,
    });

    private string Credential(object response) => JsonSerializer.Serialize(new { id = Encoded(id), rawId = Encoded(id), type = "public-key", clientExtensionResults = new { }, response });

    private static string Encoded(byte[] bytes) => Base64Url.EncodeToString(bytes);
}

/// <summary>What somebody might try.</summary>
public enum Cheat
{
    None,
    OtherChallenge,
    OtherOrigin,
    OtherHost,
    OtherType,
    OtherKey,
    OtherPerson,
    InAFrame,
    Unverified,
    OldCount,
}
