using System.Net;
using System.Net.Http.Headers;
using Changlai.App.Features.Customers.Rules.Photos;
using Changlai.App.Tests.Features.Customers.Photos;
using Changlai.App.Tests.Features.Platform.Api;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.Features.Customers.Api;

/// <summary>A customer's photo as another program reads and changes it.</summary>
public sealed class PhotoApiTests
{
    private const string Address = "/api/customers/1/photo";
    private static readonly string[] Both = ["customers:read", "customers:write"];

    [Theory, OnBothDatabases]
    public async Task A_photo_is_put_read_replaced_from_its_version_and_removed(DatabaseKind kind)
    {
        await using var site = await CardSite.OpenAsync(kind, "manager");
        await site.RegisterAsync(("name", "王小明"));
        using var program = await ApiProgram.OpenAsync(site, 1, Both);
        (await program.GetAsync(Address)).Status.ShouldBe(HttpStatusCode.NotFound);
        var made = await program.CallAsync(HttpMethod.Put, Address, File(SamplePhotos.Jpeg(640, 480)));
        (made.Status, made.Text("mediaType"), made.Json.GetProperty("width").GetInt32()).ShouldBe((HttpStatusCode.Created, "image/jpeg", 640));

        var read = await program.DownloadAsync(Address);
        (read.Status, read.Media, read.ETag).ShouldBe((HttpStatusCode.OK, "image/jpeg", made.ETag));
        read.Bytes.ShouldBe(PhotoFile.Read(SamplePhotos.Jpeg(640, 480)).Photo!.Bytes);
        SamplePhotos.Tells(read.Bytes).ShouldBeFalse("where it was taken is nobody's business");
        (await program.DownloadAsync(Address, read.ETag)).Status.ShouldBe(HttpStatusCode.NotModified);

        (await program.CallAsync(HttpMethod.Put, Address, File(SamplePhotos.Png()))).Status.ShouldBe(HttpStatusCode.PreconditionRequired);
        var replaced = await program.CallAsync(HttpMethod.Put, Address, File(SamplePhotos.Png()), ("If-Match", made.ETag!));
        (replaced.Status, replaced.Text("mediaType")).ShouldBe((HttpStatusCode.OK, "image/png"));
        (await program.CallAsync(HttpMethod.Put, Address, File(SamplePhotos.Webp()), ("If-Match", made.ETag!))).Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await program.CallAsync(HttpMethod.Delete, Address)).Status.ShouldBe(HttpStatusCode.PreconditionRequired);
        (await program.CallAsync(HttpMethod.Delete, Address, null, ("If-Match", made.ETag!))).Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await program.CallAsync(HttpMethod.Delete, Address, null, ("If-Match", replaced.ETag!))).Status.ShouldBe(HttpStatusCode.NoContent);
        (await program.CallAsync(HttpMethod.Put, Address, File(SamplePhotos.Png()), ("If-Match", replaced.ETag!))).Status.ShouldBe(HttpStatusCode.PreconditionFailed, "it is gone");
        (await site.CountAsync("customer_photo")).ShouldBe(0);
        (await program.CallAsync(HttpMethod.Put, Address, File(SamplePhotos.Png()), ("If-Match", "*"))).Status.ShouldBe(HttpStatusCode.Created);
        site.Scalar<string>("SELECT details FROM audit_entry WHERE action = 'customer.change' AND customer_id = 1 ORDER BY id LIMIT 1").ShouldBe("""{"fields":"Photo"}""");
        site.Scalar<long>("SELECT count(*) FROM audit_entry WHERE action = 'customer.change'").ShouldBe(4);
    }

    [Theory, OnBothDatabases]
    public async Task What_is_no_photo_is_named_whatever_it_is_called_and_nothing_is_written(DatabaseKind kind)
    {
        await using var site = await CardSite.OpenAsync(kind, "manager");
        await site.RegisterAsync(("name", "王小明"));
        using var program = await ApiProgram.OpenAsync(site, 1, Both);
        foreach (var (file, said) in new (byte[], string)[]
        {
            ("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray(), "no JPEG, PNG or WebP"), ([], "no JPEG, PNG or WebP"), (SamplePhotos.Jpeg()[..100], "cut off or damaged"),
            ([.. SamplePhotos.Jpeg(), .. new byte[4 << 20]], "at most 3 MB, this one has 4"), (SamplePhotos.Png(16000, 16000), "at most 25 million pixels"),
        })
        {
            var refused = await program.CallAsync(HttpMethod.Put, Address, File(file));
            (refused.Status, refused.Fields.Single()).ShouldBe((HttpStatusCode.UnprocessableEntity, "photo"));
            refused.Json.GetProperty("errors").GetProperty("photo")[0].GetString()!.ShouldContain(said);
        }
        // One that does not say how long it is.
        using var endless = new PushedContent(4 << 20);
        (await program.CallAsync(HttpMethod.Put, Address, endless)).Fields.ShouldBe(["photo"]);
        (await site.CountAsync("customer_photo")).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task The_photo_of_another_stores_customer_is_not_there_and_an_auditor_only_looks(DatabaseKind kind)
    {
        await using var site = await CardSite.OpenAsync(kind, "manager");
        foreach (var name in (string[])["王小明", "李二店"]) await site.RegisterAsync(("name", name));
        using (var session = site.Database.OpenSession())
        {
            session.Execute("UPDATE staff SET role = 'auditor' WHERE id = 3");
            session.Execute("UPDATE customer SET store_id = 2, owner_id = NULL WHERE customer_id = 2");
        }
        using var program = await ApiProgram.OpenAsync(site, 1, Both);
        using var auditor = await ApiProgram.OpenAsync(site, 3, Both);
        using var reads = await ApiProgram.OpenAsync(site, 1, "customers:read");
        (await program.CallAsync(HttpMethod.Put, Address, File(SamplePhotos.Png()))).Status.ShouldBe(HttpStatusCode.Created);
        (await auditor.DownloadAsync(Address)).Status.ShouldBe(HttpStatusCode.OK);
        foreach (var method in (HttpMethod[])[HttpMethod.Put, HttpMethod.Delete])
        {
            (await auditor.CallAsync(method, Address, File(SamplePhotos.Png()), ("If-Match", "*"))).Status.ShouldBe(HttpStatusCode.Forbidden);
            (await reads.CallAsync(method, Address, File(SamplePhotos.Png()), ("If-Match", "*"))).Status.ShouldBe(HttpStatusCode.Forbidden);
            (await program.CallAsync(method, "/api/customers/2/photo", File(SamplePhotos.Png()), ("If-Match", "*"))).Status.ShouldBe(HttpStatusCode.NotFound);
        }
        (await program.DownloadAsync("/api/customers/2/photo")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static ByteArrayContent File(byte[] bytes) => new(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };

    private sealed class PushedContent(int length) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            try
            {
                for (var sent = 0; sent < length; sent += 1 << 16) await stream.WriteAsync(new byte[1 << 16]);
            }
            catch (IOException)
            {
                // Nobody listens any longer; the answer is there.
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
