using System.Globalization;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Photos;
using Changlai.App.Features.Customers.Rules.Photos;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Api;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Ui;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Customers.Api;

/// <summary>A customer's photo for other programs: the picture itself, with its version.</summary>
internal static class PhotoApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var photo = routes.MapGroup("/api/customers/{id:long}/photo");
        photo.MapGet("", Show).For(Access.ReadCustomers).NeedsScope(ApiScope.CustomersRead)
            .SaysFile("客户的照片", "A customer's photo", "image/*", hasVersion: true);
        photo.MapPut("", PutAsync).For(Access.ChangeCustomers).NeedsScope(ApiScope.CustomersWrite).Audits(CustomerAudit.Changed)
            .Says("换上照片：JPEG、PNG 或 WebP，最大 3 MB；还没有照片时 If-Match 写 *", "Put a photo in place: JPEG, PNG or WebP, 3 MB at most; where there is none yet If-Match is *", typeof(PhotoAnswer), hasVersion: true)
            .TakesFile("image/jpeg", "image/png", "image/webp");
        photo.MapDelete("", Remove).For(Access.ChangeCustomers).NeedsScope(ApiScope.CustomersWrite).Audits(CustomerAudit.Changed)
            .SaysRemoval("删除照片", "Remove the photo", hasVersion: true);
    }

    private static IResult Show(HttpContext http, Database database, UiContext ui, long id)
    {
        using var session = database.OpenSession();
        if (!IsThere(http, session, id) || StoredPhoto.Read(session, id) is not { } photo) return JsonRequests.NotFound(ui);
        PhotoEndpoints.Guard(http.Response.Headers, "private, no-cache");
        return Results.Bytes(photo.Bytes, photo.MediaType, entityTag: ETags.Of(VersionOf(photo)));
    }

    private static async Task<IResult> PutAsync(HttpContext http, Database database, UiContext ui, TimeProvider time, long id)
    {
        using var session = database.OpenSession();
        if (!IsThere(http, session, id)) return JsonRequests.NotFound(ui);
        var (photo, problem) = await ReceiveAsync(http);
        session.Begin();
        if (!IsThere(http, session, id)) return JsonRequests.NotFound(ui);
        var before = StoredPhoto.Open(session, id);
        if (Refusal(http, ui, before) is { } stale) return stale;
        if (photo is null) return JsonRequests.Invalid(ui, new Dictionary<string, Text>(StringComparer.Ordinal) { [PhotoForm.Field] = problem!.Value });
        StoredPhoto.Put(session, id, photo, Viewer.Of(http.User).StaffId, time.GetUtcNow());
        AuditPen.Current?.Add("fields", PhotoWords.Photo.English);
        var now = CustomerPhoto.Find(session, id)!;
        session.Commit();
        return ETags.Made(http, now.Version.ToString(CultureInfo.InvariantCulture), $"/api/customers/{id}/photo", new PhotoAnswer(photo.MediaType, photo.Width, photo.Height), again: before is not null);
    }

    private static IResult Remove(HttpContext http, Database database, UiContext ui, long id)
    {
        using var session = database.OpenSession();
        session.Begin();
        if (!IsThere(http, session, id) || StoredPhoto.Open(session, id) is not { } photo) return JsonRequests.NotFound(ui);
        if (ETags.Refusal(http, ui, VersionOf(photo)) is { } stale) return stale;
        StoredPhoto.Remove(session, id);
        AuditPen.Current?.Add("fields", PhotoWords.Photo.English);
        session.Commit();
        return Results.NoContent();
    }

    /// <summary>Where there is no photo nothing can be overwritten; whoever names a version saw one that is gone.</summary>
    private static IResult? Refusal(HttpContext http, UiContext ui, StoredPhoto? before) =>
        before is not null ? ETags.Refusal(http, ui, VersionOf(before))
        : http.Request.Headers.IfMatch is [not (null or "*"), ..] ? ETags.Stale(http, ui, "none")
        : null;

    /// <summary>Reads no further than a photo may reach.</summary>
    private static async Task<(PhotoFile? Photo, Text? Problem)> ReceiveAsync(HttpContext http)
    {
        if (http.Request.ContentLength is { } announced and > PhotoFile.MostBytes) return (null, PhotoFile.TooLarge(announced));
        using var content = new MemoryStream();
        var part = new byte[64 * 1024];
        while (await http.Request.Body.ReadAsync(part, http.RequestAborted) is var read and > 0)
        {
            content.Write(part, 0, read);
            if (content.Length > PhotoFile.MostBytes) return (null, PhotoFile.TooLarge(content.Length));
        }
        return PhotoFile.Read(content.GetBuffer().AsSpan(0, (int)content.Length));
    }

    private static string VersionOf(StoredPhoto photo) => photo.Version.ToString(CultureInfo.InvariantCulture);

    private static bool IsThere(HttpContext http, DatabaseSession session, long id) => CustomerAccess.Find(session, Viewer.Of(http.User), id) is not null;
}

/// <param name="MediaType">What it is kept as, whatever it was sent as; freed of where and when it was taken.</param>
internal sealed record PhotoAnswer(string MediaType, int Width, int Height);
