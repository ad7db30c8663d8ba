using System.IO.Compression;

namespace Changlai.App.Features.Platform.Tables;

/// <summary>
/// Tells a whole gzip file from one that was cut off, which the platform reads to its last byte without complaint. A gzip
/// file may consist of several members; so a small one is put behind the file, and only if the file was whole does the
/// small one's text come out at the end.
/// </summary>
internal static class GzipSeal
{
    private static readonly byte[] Text = [.. "\u0001changlai:whole"u8];

    /// <summary>The member to put behind the file.</summary>
    public static byte[] Member { get; } = Compress();

    /// <summary>Takes the seal off the text's end.</summary>
    /// <param name="end">The last of the text.</param>
    /// <param name="length">Reduced by the seal's length.</param>
    /// <returns>False when it is not there.</returns>
    public static bool TakeOff(ReadOnlySpan<byte> end, ref int length)
    {
        if (!end.EndsWith(Text))
            return false;
        length -= Text.Length;
        return true;
    }

    private static byte[] Compress()
    {
        using var member = new MemoryStream();
        using (var gzip = new GZipStream(member, CompressionLevel.Fastest))
            gzip.Write(Text);
        return member.ToArray();
    }
}
