using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Changlai.App.Features.Customers.Rules.Photos;

namespace Changlai.App.Tests.Features.Customers.Photos;

/// <summary>Pictures as cameras and programs make them, with everything in them that nobody else should know.</summary>
internal static class SamplePhotos
{
    /// <summary>Stands in every note, text and trailer; a photo that was kept may hold it nowhere.</summary>
    public const string Secret = "GPS 30.2741N 120.1551E";

    public static byte[] Jpeg(int width = 4, int height = 3, int orientation = 1) =>
    [
        0xFF, 0xD8,
        .. Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
        .. Segment(0xE1, [.. "Exif\0\0II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0, 0, 0, 0, 0, .. Bytes(Secret)]),
        .. Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Bytes(Secret)]),
        .. Segment(0xE2, [.. "ICC_PROFILE\0"u8, 1, 1]),
        .. Segment(0xE2, [.. "MPF\0"u8, .. Bytes(Secret)]),
        .. Segment(0xED, [.. "Photoshop 3.0\0"u8, .. Bytes(Secret)]),
        .. Segment(0xFE, Bytes(Secret)),
        .. Segment(0xDB, new byte[65]),
        .. Segment(0xC0, [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0]),
        .. Segment(0xC4, new byte[18]),
        .. Segment(0xDA, [1, 1, 0, 0, 63, 0]),
        0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56,
        0xFF, 0xD9,
        .. Bytes(Secret),
    ];

    public static byte[] Png(int width = 4, int height = 3)
    {
        var pixels = new MemoryStream();
        using (var deflate = new ZLibStream(pixels, CompressionLevel.Fastest, leaveOpen: true)) deflate.Write(new byte[Math.Min((width * 3 + 1) * height, 1 << 22)]);
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9]) = (8, 2);
        return
        [
            0x89, .. "PNG\r\n"u8, 0x1A, 0x0A,
            .. Chunk("IHDR", head), .. Chunk("tEXt", Bytes($"Comment\0{Secret}")), .. Chunk("eXIf", Bytes(Secret)), .. Chunk("iTXt", Bytes(Secret)),
            .. Chunk("IDAT", pixels.ToArray()), .. Chunk("tIME", [7, 234, 11, 28, 3, 0, 0]), .. Chunk("IEND", []), .. Bytes(Secret),
        ];
    }

    public static byte[] Webp(int width = 4, int height = 3, byte flags = 0x0C)
    {
        byte[] content =
        [
            .. "WEBP"u8,
            .. Riff("VP8X", [flags, 0, 0, 0, .. Three(width - 1), .. Three(height - 1)]),
            .. Riff("VP8 ", [0x10, 0, 0, 0x9D, 0x01, 0x2A, (byte)width, (byte)(width >> 8), (byte)height, (byte)(height >> 8), 1, 2, 3]),
            .. Riff("EXIF", Bytes(Secret)),
            .. Riff("XMP ", Bytes(Secret)),
        ];
        var size = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(size, content.Length);
        return [.. "RIFF"u8, .. size, .. content, .. Bytes(Secret)];
    }

    public static bool Tells(byte[] photo) => photo.AsSpan().IndexOf(Bytes(Secret)) >= 0;

    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);

    private static byte[] Segment(byte marker, byte[] body) => [0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body];

    private static byte[] Chunk(string kind, byte[] body)
    {
        byte[] named = [.. Bytes(kind), .. body];
        var (length, sum) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, body.Length);
        BinaryPrimitives.WriteUInt32BigEndian(sum, PngPhoto.Checksum(named));
        return [.. length, .. named, .. sum];
    }

    private static byte[] Riff(string kind, byte[] body)
    {
        var size = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(size, body.Length);
        return [.. Bytes(kind), .. size, .. body, .. new byte[body.Length & 1]];
    }

    private static byte[] Three(int value) => [(byte)value, (byte)(value >> 8), (byte)(value >> 16)];
}
