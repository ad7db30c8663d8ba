using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Changlai.App.Features.Customers.Photos;
using Changlai.App.Features.Customers.Rules.Photos;
using Changlai.App.Tests.Features.Orders.Import.Pages;
using Changlai.App.Tests.Harness;
using static Changlai.App.Tests.Features.Customers.CardSite;

namespace Changlai.App.Tests.Features.Customers.Photos;

/// <summary>A customer's photo over HTTP, as somebody of the first store without scripts.</summary>
public sealed class PhotoPageTests
{
    [Theory, OnBothDatabases]
    public async Task A_photo_is_kept_without_where_it_was_taken_and_shown_on_the_card(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        var id = await site.RegisterAsync(("name", "李明华"));
        (await site.PageAsync($"/customers/{id}")).QuerySelector(".photo").ShouldBeNull();

        var (status, card) = await SendAsync(site, id, "../../<script>alert(1)</script>.png", SamplePhotos.Jpeg(640, 480), ("occupation", "教师"));
        status.ShouldBe(HttpStatusCode.OK);
        Fact(card, "Occupation").ShouldBe("教师");
        var image = card.QuerySelector(".cl-head .photo img")!;
        image.GetAttribute("alt").ShouldBe("Photo of 李明华");
        card.QuerySelectorAll("script:not([src])").ShouldBeEmpty();

        using var answer = await site.FetchAsync(image.GetAttribute("src")!);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("image/jpeg");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.CacheControl!.ToString().ShouldBe("max-age=31536000, private, immutable");
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        SamplePhotos.Tells(bytes).ShouldBeFalse();
        bytes.ShouldBe(PhotoFile.Read(SamplePhotos.Jpeg(640, 480)).Photo!.Bytes);
        site.Scalar<int>("SELECT width FROM customer_photo").ShouldBe(640);
    }

    [Theory, OnBothDatabases]
    public async Task Another_photo_has_another_address_and_the_old_one_is_not_kept_for_long(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        var id = await site.RegisterAsync(("name", "李明华"));
        var first = Source((await SendAsync(site, id, "a.jpg", SamplePhotos.Jpeg())).Card);
        var second = Source((await SendAsync(site, id, "b.webp", SamplePhotos.Webp())).Card);
        second.ShouldNotBe(first);
        using (var answer = await site.FetchAsync(first!)) answer.Headers.CacheControl!.ToString().ShouldBe("no-cache, private");
        using (var answer = await site.FetchAsync(second!)) answer.Content.Headers.ContentType!.MediaType.ShouldBe("image/webp");

        var (_, card) = await site.SubmitAsync(await site.PageAsync($"/customers/{id}/edit"), "/details", ("photoRemoval", "true"));
        Source(card).ShouldBeNull();
        (await site.GetAsync(second!)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.CountAsync("customer_photo")).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task A_new_customer_comes_with_their_photo(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        var (_, card) = await site.SubmitFileAsync(await site.PageAsync("/customers/new"), "/customers", PhotoForm.Field, "a.png", SamplePhotos.Png(), ("name", "李明华"));
        Source(card).ShouldNotBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task Only_whoever_may_see_the_customer_sees_the_photo(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind, before: session =>
        {
            session.Execute("INSERT INTO customer (customer_id, name, store_id, created_at) VALUES (7, 'x', 2, @at)", ("at", FakeTime.On("2026-11-01").GetUtcNow()));
            StoredPhoto.Put(session, 7, PhotoFile.Read(SamplePhotos.Jpeg()).Photo!, 3, FakeTime.On("2026-11-01").GetUtcNow());
        });
        var version = site.Scalar<long>("SELECT version FROM customer_photo");
        (await site.GetAsync($"/customers/7/photo?v={version}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.GetAsync("/customers/99/photo?v=1")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [OnBothDatabases("a photo.jpg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "no JPEG, PNG or WebP")]
    [OnBothDatabases("photo.jpeg", "<!doctype html><script>alert(1)</script>", "no JPEG, PNG or WebP")]
    [OnBothDatabases("list.jpg", "编号,姓名\n1,王芳\n", "no JPEG, PNG or WebP")]
    [OnBothDatabases("cut.jpg", "cut", "cut off or damaged")]
    [OnBothDatabases("large.jpg", "large", "at most 3 MB, this one has 4")]
    [OnBothDatabases("huge.png", "huge", "at most 25 million pixels, this one is 16000 × 16000")]
    public async Task What_cannot_be_a_photo_is_said_at_the_field_and_nothing_is_written(DatabaseKind kind, string name, string content, string said)
    {
        await using var site = await OpenAsync(kind);
        var id = await site.RegisterAsync(("name", "李明华"), ("occupation", "教师"));
        byte[] file = content switch
        {
            "cut" => SamplePhotos.Jpeg()[..100],
            "large" => [.. SamplePhotos.Jpeg(), .. new byte[4 << 20]],
            "huge" => SamplePhotos.Png(16000, 16000),
            _ => Encoding.UTF8.GetBytes(content),
        };
        var (status, page) = await SendAsync(site, id, name, file, ("occupation", "医生"));

        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.QuerySelector("#field-photo-error")!.TextContent.ShouldContain(said);
        Value(page, "occupation").ShouldBe("医生");
        site.Scalar<string>("SELECT occupation FROM customer").ShouldBe("教师");
        (await site.CountAsync("customer_photo")).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task A_good_photo_beside_a_bad_field_is_to_be_chosen_again(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        var id = await site.RegisterAsync(("name", "李明华"));
        var (status, page) = await SendAsync(site, id, "a.jpg", SamplePhotos.Jpeg(), ("name", ""));
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.QuerySelector("#field-photo-error")!.TextContent.ShouldContain("choose it again");
        (await site.CountAsync("customer_photo")).ShouldBe(0);
    }

    private static async Task<(HttpStatusCode Status, IHtmlDocument Card)> SendAsync(ImportSite site, long id, string name, byte[] file, params (string, string?)[] changes) =>
        await site.SubmitFileAsync(await site.PageAsync($"/customers/{id}/edit"), "/details", PhotoForm.Field, name, file, changes);

    private static string? Source(IHtmlDocument card) => card.QuerySelector(".cl-head .photo img")?.GetAttribute("src");
}
