using System.Buffers.Binary;

namespace Changlai.App.Features.Customers.Rules.Photos;

/// <summary>
/// JPEG (ITU-T T.81): segments, then the scans. Of the segments for applications only those stay without which the colours
/// would be wrong; which way up the camera was held stays as a segment of our own that says nothing else.
/// </summary>
internal static class JpegPhoto
{
    private const byte EndOfImage = 0xD9, StartOfScan = 0xDA, Exif = 0xE1, Profile = 0xE2, Adobe = 0xEE, Comment = 0xFE;

    public static bool IsJpeg(ReadOnlySpan<byte> file) => file.Length > 3 && file[0] == 0xFF && file[1] == 0xD8 && file[2] == 0xFF;

    public static PhotoFile? Read(ReadOnlySpan<byte> file)
    {
        var kept = new MemoryStream(file.Length);
        var (width, height, orientation, scans, at) = (0, 0, 1, 0, 2);
        while (true)
        {
            if (file[at++] != 0xFF) return null;
            while (file[at] == 0xFF) at++;
            var marker = file[at++];
            if (marker == EndOfImage) break;
            if (marker is 0x00 or 0x01 or (>= 0xD0 and <= 0xD8)) return null;
            var segment = file.Slice(at, BinaryPrimitives.ReadUInt16BigEndian(file[at..]));
            var body = segment[2..];
            if (IsFrame(marker)) (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(body[1..]), BinaryPrimitives.ReadUInt16BigEndian(body[3..]));
            if (marker == Exif && body.StartsWith("Exif\0\0"u8)) orientation = ExifOrientation.Read(body[6..]);
            if (Stays(marker, body))
            {
                kept.Write([0xFF, marker]);
                kept.Write(segment);
            }
            at += segment.Length;
            if (marker != StartOfScan) continue;
            var end = at + EndOfScan(file[at..]);
            kept.Write(file[at..end]);
            (at, scans) = (end, scans + 1);
        }
        // What stands behind the end – a film, a second picture – is left out.
        return scans == 0 || width == 0 ? null : new PhotoFile("image/jpeg", width, height, [0xFF, 0xD8, .. ExifOrientation.Segment(orientation), .. kept.ToArray(), 0xFF, EndOfImage]);
    }

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static bool Stays(byte marker, ReadOnlySpan<byte> body) => marker switch
    {
        Comment => false,
        0xE0 => body.StartsWith("JFIF\0"u8),
        Profile => body.StartsWith("ICC_PROFILE\0"u8),
        Adobe => body.StartsWith("Adobe"u8),
        >= 0xE0 and <= 0xEF => false,
        >= 0xF0 => false,
        _ => true,
    };

    /// <summary>How many bytes of picture follow until the next marker that is not part of it.</summary>
    private static int EndOfScan(ReadOnlySpan<byte> data)
    {
        for (var at = 0; ; at++)
            if (data[at] == 0xFF && data[at + 1] is not (0x00 or 0xFF or (>= 0xD0 and <= 0xD7))) return at;
    }
}
