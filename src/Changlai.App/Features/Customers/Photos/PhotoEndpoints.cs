using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Customers.Photos;

/// <summary>Shows a customer's photo to whoever may see the customer.</summary>
internal static class PhotoEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/customers/{id:long}/photo", Show).For(Access.ReadCustomers);

    private static IResult Show(HttpContext http, Database database, long id, long? v)
    {
        using var session = database.OpenSession();
        if (CustomerAccess.Find(session, Viewer.Of(http.User), id) is null || StoredPhoto.Read(session, id) is not { } photo) return Results.NotFound();
        // The browser of this reader may keep what can never change; whoever stands between may keep nothing.
        Guard(http.Response.Headers, v == photo.Version ? "private, max-age=31536000, immutable" : "private, no-cache");
        return Results.Bytes(photo.Bytes, photo.MediaType);
    }

    /// <summary>However it is opened, it is a picture and nothing else.</summary>
    public static void Guard(IHeaderDictionary headers, string keeping)
    {
        headers.CacheControl = keeping;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.ContentDisposition = "inline; filename=\"photo\"";
    }
}
