using Changlai.App.Features.Customers.Privacy;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Api;
using Changlai.App.Ui;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Customers.Api;

/// <summary>Who was erased, for programs that hold the same customers: what is gone here is to go there too. Erasing itself stays with people.</summary>
internal static class ErasureApi
{
    private const int MostEntries = 200;
    private const int UsualEntries = 50;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var erasures = routes.MapGroup("/api/erasures").For(Access.ManageStore).NeedsScope(ApiScope.CustomersRead);
        erasures.MapGet("", List)
            .Says("应要求删除的客户，最新的在前", "Customers erased at their request, the newest first", typeof(ErasureListing));
        erasures.MapGet("/{id:long}", Show)
            .Says("一份删除证明", "One certificate of an erasure", typeof(ErasureEntry));
    }

    private static IResult List(HttpContext http, Database database, UiContext ui, long? after, int? limit)
    {
        var count = Math.Clamp(limit ?? UsualEntries, 1, MostEntries);
        using var session = database.OpenSession();
        var found = Certificate.List(session, Viewer.Of(http.User), after, count + 1);
        return Results.Ok(new ErasureListing([.. found.Take(count).Select(one => ErasureEntry.Of(one, ui))], found.Count > count ? found[count - 1].Id : null));
    }

    private static IResult Show(HttpContext http, Database database, UiContext ui, long id)
    {
        using var session = database.OpenSession();
        return Certificate.Find(session, Viewer.Of(http.User), id) is { } certificate ? Results.Ok(ErasureEntry.Of(certificate, ui)) : JsonRequests.NotFound(ui);
    }
}

/// <param name="Next">What to send as <c>after</c> for those before; null at the end.</param>
internal sealed record ErasureListing(IReadOnlyList<ErasureEntry> Items, long? Next);

/// <param name="CustomerId">The id that the customer had; it is given to nobody else.</param>
/// <param name="IsIntact">The certificate says what it said when it was sealed.</param>
internal sealed record ErasureEntry(
    long Id, long CustomerId, long? StoreId, DateOnly AskedOn, string AskedHow, DateTimeOffset DoneAt, string DoneBy, IReadOnlyList<ErasureEntry.Gone> Deleted, IReadOnlyList<ErasureEntry.Left> Kept,
    string Seal, bool IsIntact)
{
    internal sealed record Gone(string What, long Count);

    /// <param name="Why">The ground on which it is kept.</param>
    internal sealed record Left(string What, long Count, string Why);

    public static ErasureEntry Of(Certificate certificate, UiContext ui) => new(
        certificate.Id, certificate.ErasedId, certificate.StoreId, certificate.AskedOn, certificate.AskedHow, certificate.DoneAt, certificate.DoneByName,
        [.. certificate.Report.Deleted.Select(one => new Gone(ui[new Text(one.Chinese, one.English)], one.Count))],
        [.. certificate.Report.Kept.Select(one => new Left(ui[new Text(one.Chinese, one.English)], one.Count, ui[new Text(one.GroundChinese, one.GroundEnglish)]))],
        certificate.Seal, certificate.Seal == certificate.SealNow);
}
