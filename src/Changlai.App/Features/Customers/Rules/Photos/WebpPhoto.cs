using System.Buffers.Binary;

namespace Changlai.App.Features.Customers.Rules.Photos;

/// <summary>WebP (RFC 9649): a RIFF file of chunks. The picture, its transparency and its colours stay; camera notes, other data and films go.</summary>
internal static class WebpPhoto
{
    private const int Head = 8;
    private const byte NotesInFlags = 0x08 | 0x04;
    private const byte FilmInFlags = 0x02;

    public static bool IsWebp(ReadOnlySpan<byte> file) => file.Length > 16 && file.StartsWith("RIFF"u8) && file[8..].StartsWith("WEBP"u8);

    public static PhotoFile? Read(ReadOnlySpan<byte> file)
    {
        var whole = file[..(int)Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(file[4..]) + (ulong)Head, int.MaxValue)];
        var kept = new MemoryStream(file.Length);
        kept.Write("RIFF\0\0\0\0WEBP"u8);
        var (width, height, hasPicture) = (0, 0, false);
        for (var at = 12; at < whole.Length;)
        {
            var size = (int)Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(whole[(at + 4)..]), int.MaxValue - Head - 1);
            var chunk = whole.Slice(at, Head + size + (size & 1)).ToArray();
            var kind = System.Text.Encoding.ASCII.GetString(chunk, 0, 4);
            var body = chunk.AsSpan(Head, size);
            if (kind is "ANIM" or "ANMF" || kind == "VP8X" && (body[0] & FilmInFlags) != 0) return null;
            if (kind == "VP8X") body[0] &= unchecked((byte)~NotesInFlags);
            if (SizeOf(kind, body) is var (w, h)) (width, height) = (Math.Max(width, w), Math.Max(height, h));
            hasPicture |= kind is "VP8 " or "VP8L";
            if (kind is "VP8 " or "VP8L" or "VP8X" or "ALPH" or "ICCP") kept.Write(chunk);
            at += chunk.Length;
        }
        if (!hasPicture) return null;
        var bytes = kept.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), (uint)(bytes.Length - Head));
        return new PhotoFile("image/webp", width, height, bytes);
    }

    /// <summary>Each of these says how large the picture is; a false one does not make it smaller.</summary>
    private static (int Width, int Height)? SizeOf(string kind, ReadOnlySpan<byte> body) => kind switch
    {
        "VP8X" => (1 + Three(body[4..]), 1 + Three(body[7..])),
        "VP8 " => body[3..].StartsWith((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A]) ? (Two(body[6..]), Two(body[8..])) : (0, 0),
        "VP8L" => BinaryPrimitives.ReadUInt32LittleEndian(body[1..]) is var bits && body[0] == 0x2F ? (1 + (int)(bits & 0x3FFF), 1 + (int)(bits >> 14 & 0x3FFF)) : (0, 0),
        _ => null,
    };

    private static int Two(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16LittleEndian(bytes) & 0x3FFF;

    private static int Three(ReadOnlySpan<byte> bytes) => bytes[0] | bytes[1] << 8 | bytes[2] << 16;
}
