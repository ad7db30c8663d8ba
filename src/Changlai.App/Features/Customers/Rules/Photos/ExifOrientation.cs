using System.Buffers.Binary;

namespace Changlai.App.Features.Customers.Rules.Photos;

/// <summary>The one thing of a camera's notes that the picture cannot do without: which way up it is (tag 0x0112, 1 to 8).</summary>
internal static class ExifOrientation
{
    private const ushort Tag = 0x0112;

    /// <param name="tiff">The notes behind their name.</param>
    /// <returns>1, upright, where they say nothing that can be read.</returns>
    public static int Read(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8) return 1;
        var isLittle = tiff[0] == 'I';
        var directory = isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (directory > tiff.Length - 2) return 1;
        var entries = tiff[((int)directory + 2)..];
        for (var left = Short(tiff[(int)directory..], isLittle); left > 0 && entries.Length >= 12; left--, entries = entries[12..])
            if (Short(entries, isLittle) == Tag) return Short(entries[8..], isLittle) is >= 1 and <= 8 and var orientation ? orientation : 1;
        return 1;
    }

    /// <summary>A segment that says the orientation and nothing else; nothing for an upright picture.</summary>
    public static byte[] Segment(int orientation) => orientation == 1 ? [] :
    [
        0xFF, 0xE1, 0, 34, .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0,
    ];

    private static ushort Short(ReadOnlySpan<byte> bytes, bool isLittle) => isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);
}
