using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Changlai.App.Ui;

namespace Changlai.App.Tests.Ui;

public sealed class AssetFilesTests : IAsyncLifetime
{
    private readonly UiHost host = new();

    public ValueTask InitializeAsync() => host.InitializeAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Theory]
    [InlineData("changlai.css", "text/css")]
    [InlineData("changlai.js", "text/javascript")]
    [InlineData("charts.js", "text/javascript")]
    [InlineData("favicon.svg", "image/svg+xml")]
    public async Task An_asset_is_sent_compressed_and_kept_for_good(string name, string type)
    {
        var response = await Get(AssetFiles.Url(name), "gzip, deflate, br");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        response.Content.Headers.ContentEncoding.ShouldBe(["br"]);
        response.Headers.CacheControl!.ToString().ShouldBe("public, max-age=31536000, immutable");
        response.Headers.Vary.ShouldContain("Accept-Encoding");
    }

    [Fact]
    public async Task Every_encoding_holds_the_same()
    {
        var address = AssetFiles.Url("changlai.css");
        var plain = await (await Get(address, "identity")).Content.ReadAsStringAsync();
        plain.ShouldContain(".cl-nav");
        (await Unpack(await Get(address, "br"), s => new BrotliStream(s, CompressionMode.Decompress))).ShouldBe(plain);
        (await Unpack(await Get(address, "gzip"), s => new GZipStream(s, CompressionMode.Decompress))).ShouldBe(plain);
    }

    [Theory]
    [InlineData("/assets/changlai.0000000000.css")]
    [InlineData("/assets/pinyin.txt")]
    [InlineData("/assets/styles.manifest")]
    [InlineData("/assets/..%2fstyles.manifest")]
    public async Task Nothing_else_is_served(string address) => (await Get(address, "br")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task A_first_visit_weighs_less_than_150_kilobytes()
    {
        var html = await host.Client.GetByteArrayAsync("/ui-kit");
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)) await gzip.WriteAsync(html);
        var weight = packed.Length;
        foreach (var asset in new[] { "changlai.css", "changlai.js" })
            weight += (await (await Get(AssetFiles.Url(asset), "gzip")).Content.ReadAsByteArrayAsync()).Length;

        weight.ShouldBeLessThan(150_000);
    }

    private async Task<HttpResponseMessage> Get(string address, string encodings)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var encoding in encodings.Split(", ")) request.Headers.AcceptEncoding.Add(StringWithQualityHeaderValue.Parse(encoding));
        return await host.Client.SendAsync(request);
    }

    private static async Task<string> Unpack(HttpResponseMessage response, Func<Stream, Stream> unpack)
    {
        await using var stream = unpack(await response.Content.ReadAsStreamAsync());
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
