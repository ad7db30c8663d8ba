using System.Buffers.Binary;

namespace Changlai.App.Features.Customers.Rules.Photos;

/// <summary>PNG (W3C, third edition): chunks with a checksum each. Only those that make the picture and its colours stay; texts, times and camera notes go.</summary>
internal static class PngPhoto
{
    private const int Around = 12;
    private static readonly string[] Picture = ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "cICP"];
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(Entry)];

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static bool IsPng(ReadOnlySpan<byte> file) => file.StartsWith(Signature);

    public static PhotoFile? Read(ReadOnlySpan<byte> file)
    {
        var kept = new MemoryStream(file.Length);
        kept.Write(Signature);
        var (width, height, hasPicture) = (0, 0, false);
        for (var at = Signature.Length; ;)
        {
            var chunk = file.Slice(at, (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(file[at..]), int.MaxValue - Around) + Around);
            var kind = System.Text.Encoding.ASCII.GetString(chunk[4..8]);
            var body = chunk[8..^4];
            if (Checksum(chunk[4..^4]) != BinaryPrimitives.ReadUInt32BigEndian(chunk[^4..])) return null;
            if (at == Signature.Length != (kind == "IHDR")) return null;
            if (kind == "IHDR") (width, height) = (Side(body), Side(body[4..]));
            hasPicture |= kind == "IDAT";
            if (Array.IndexOf(Picture, kind) >= 0) kept.Write(chunk);
            if (kind == "IEND") break;
            at += chunk.Length;
        }
        return hasPicture ? new PhotoFile("image/png", width, height, kept.ToArray()) : null;
    }

    /// <summary>More than a picture can have is as good as none.</summary>
    private static int Side(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt32BigEndian(bytes) is <= int.MaxValue and var side ? (int)side : 0;

    internal static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var one in bytes) sum = Table[(sum ^ one) & 0xFF] ^ (sum >> 8);
        return ~sum;
    }

    private static uint Entry(int number)
    {
        var entry = (uint)number;
        for (var bit = 0; bit < 8; bit++) entry = (entry & 1) == 0 ? entry >> 1 : 0xEDB88320 ^ (entry >> 1);
        return entry;
    }
}
