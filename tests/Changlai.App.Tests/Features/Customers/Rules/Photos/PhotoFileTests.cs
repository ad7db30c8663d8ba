using System.Text;
using Changlai.App.Features.Customers.Rules.Photos;
using Changlai.App.Tests.Features.Customers.Photos;
using Changlai.Core.Values;

namespace Changlai.App.Tests.Features.Customers.Rules.Photos;

public sealed class PhotoFileTests
{
    [Theory]
    [InlineData("image/jpeg")]
    [InlineData("image/png")]
    [InlineData("image/webp")]
    public void A_photo_keeps_its_picture_and_loses_everything_said_about_it(string type)
    {
        var sent = Sample(type, 640, 480);
        SamplePhotos.Tells(sent).ShouldBeTrue();
        var (photo, problem) = PhotoFile.Read(sent);
        problem.ShouldBeNull();
        (photo!.MediaType, photo.Width, photo.Height).ShouldBe((type, 640, 480));
        SamplePhotos.Tells(photo.Bytes).ShouldBeFalse();
        PhotoFile.Read(photo.Bytes).Photo!.Bytes.ShouldBe(photo.Bytes, "what was cleaned needs no more cleaning");
    }

    [Fact]
    public void The_colours_stay_with_the_picture()
    {
        var kept = Encoding.Latin1.GetString(PhotoFile.Read(SamplePhotos.Jpeg()).Photo!.Bytes);
        kept.ShouldContain("ICC_PROFILE");
        kept.ShouldNotContain("Photoshop");
        kept.ShouldNotContain("Exif");
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(6, true)]
    [InlineData(8, true)]
    public void A_picture_taken_with_the_phone_on_its_side_is_still_shown_upright(int orientation, bool isNoted)
    {
        var kept = PhotoFile.Read(SamplePhotos.Jpeg(orientation: orientation)).Photo!.Bytes;
        Encoding.Latin1.GetString(kept).Contains("Exif", StringComparison.Ordinal).ShouldBe(isNoted);
        if (isNoted) ExifOrientation.Read(kept.AsSpan(kept.AsSpan().IndexOf("Exif"u8) + 6)).ShouldBe(orientation);
    }

    [Theory]
    [InlineData("image/jpeg")]
    [InlineData("image/png")]
    [InlineData("image/webp")]
    public void A_picture_cut_off_anywhere_is_turned_down(string type)
    {
        var whole = PhotoFile.Read(Sample(type, 4, 3)).Photo!.Bytes;
        for (var length = 0; length < whole.Length; length++)
        {
            var (photo, problem) = PhotoFile.Read(whole.AsSpan(0, length));
            photo.ShouldBeNull($"{length} of {whole.Length} bytes");
            problem.ShouldNotBeNull();
        }
    }

    [Theory]
    [InlineData("image/jpeg")]
    [InlineData("image/png")]
    [InlineData("image/webp")]
    public void Broken_bytes_are_turned_down_or_give_a_picture_but_never_fail(string type)
    {
        var random = new Random(7);
        var sent = Sample(type, 40, 30);
        for (var round = 0; round < 3000; round++)
        {
            var broken = sent.ToArray();
            for (var times = random.Next(1, 6); times > 0; times--) broken[random.Next(broken.Length)] = (byte)random.Next(256);
            var (photo, problem) = PhotoFile.Read(broken);
            (photo is null).ShouldNotBe(problem is null);
        }
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    [InlineData("<!doctype html><script>alert(1)</script>")]
    [InlineData("GIF89a")]
    [InlineData("%PDF-1.7")]
    [InlineData("")]
    public void What_is_no_photo_is_turned_down_whatever_it_is_called(string content) =>
        PhotoFile.Read(Encoding.UTF8.GetBytes(content)).Problem.ShouldBe(PhotoTexts.NotPhoto);

    [Fact]
    public void A_picture_that_moves_is_turned_down() => PhotoFile.Read(SamplePhotos.Webp(flags: 0x02)).Photo.ShouldBeNull();

    [Theory]
    [InlineData("image/jpeg")]
    [InlineData("image/png")]
    [InlineData("image/webp")]
    public void A_small_file_that_unfolds_into_a_huge_picture_is_turned_down(string type)
    {
        var (photo, problem) = PhotoFile.Read(Sample(type, 16000, 16000));
        photo.ShouldBeNull();
        problem!.Value.In(Language.English).ShouldContain("16000 × 16000");
    }

    [Fact]
    public void Too_many_bytes_are_said_with_both_figures()
    {
        var (photo, problem) = PhotoFile.Read([.. SamplePhotos.Jpeg(), .. new byte[PhotoFile.MostBytes * 2]]);
        photo.ShouldBeNull();
        problem!.Value.In(Language.English).ShouldBe("A photo has at most 3 MB, this one has 6; please choose a smaller one.");
    }

    private static byte[] Sample(string type, int width, int height) => type switch
    {
        "image/jpeg" => SamplePhotos.Jpeg(width, height),
        "image/png" => SamplePhotos.Png(width, height),
        _ => SamplePhotos.Webp(width, height),
    };
}
