using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Rules.Photos;

/// <summary>A still picture, rid of everything that is not the picture: where and when it was taken, by which device, and any words in it.</summary>
/// <param name="MediaType">What the bytes are, whatever the file was called.</param>
internal sealed record PhotoFile(string MediaType, int Width, int Height, byte[] Bytes)
{
    public const int MostBytes = 3 * 1024 * 1024;

    /// <summary>A picture of few bytes can unfold into more than a phone's browser holds.</summary>
    public const int MostPixels = 25_000_000;

    /// <summary>Tells by the content what a file is; its name and what it was sent as say nothing.</summary>
    /// <returns>The photo, or what is wrong with the file and what would be right.</returns>
    public static (PhotoFile? Photo, Text? Problem) Read(ReadOnlySpan<byte> file)
    {
        if (file.Length > MostBytes) return (null, TooLarge(file.Length));
        PhotoFile? photo;
        try
        {
            if (JpegPhoto.IsJpeg(file)) photo = JpegPhoto.Read(file);
            else if (PngPhoto.IsPng(file)) photo = PngPhoto.Read(file);
            else if (WebpPhoto.IsWebp(file)) photo = WebpPhoto.Read(file);
            else return (null, PhotoTexts.NotPhoto);
        }
        catch (Exception problem) when (problem is ArgumentOutOfRangeException or IndexOutOfRangeException)
        {
            // A length in the file points behind its end.
            photo = null;
        }
        if (photo is null || photo.Width == 0 || photo.Height == 0) return (null, PhotoTexts.Broken);
        return (long)photo.Width * photo.Height > MostPixels ? (null, PhotoTexts.TooManyPixels.With(MostPixels / 1_000_000, photo.Width, photo.Height)) : (photo, null);
    }

    public static Text TooLarge(long bytes) => PhotoTexts.TooLarge.With(Megabytes(MostBytes), Megabytes(bytes));

    private static string Megabytes(long bytes) => (bytes / (1024m * 1024m)).ToString("0.#", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>What is wrong with a photo, and what would be right.</summary>
internal static class PhotoTexts
{
    public static readonly Text NotPhoto = new("这不是 JPEG、PNG 或 WebP 照片，请换一张。", "This is no JPEG, PNG or WebP picture; please choose another.");
    public static readonly Text TooLarge = new("照片最大 {0} MB，这张有 {1} MB，请换一张小一些的。", "A photo has at most {0} MB, this one has {1}; please choose a smaller one.");
    public static readonly Text TooManyPixels = new("照片最多 {0} 百万像素，这张是 {1} × {2}，请换一张小一些的。", "A photo has at most {0} million pixels, this one is {1} × {2}; please choose a smaller one.");
    public static readonly Text Broken = new("照片不完整或已损坏，请重新拍一张或换一张。", "The picture is cut off or damaged; please take it again or choose another.");
}
