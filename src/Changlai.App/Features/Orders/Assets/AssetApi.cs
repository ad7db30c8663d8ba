using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Orders.Entry;
using Changlai.App.Features.Orders.Products;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Api;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Ui;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Orders.Assets;

/// <summary>Assets and repairs for other programs.</summary>
internal static class AssetApi
{
    private const int MostEntries = 200;
    private const int UsualEntries = 50;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/assets", List).For(Access.ReadCustomers).NeedsScope(ApiScope.AssetsRead)
            .Says("设备清单", "List devices", typeof(AssetList));
        routes.MapGet("/api/assets/threshold", ShowThreshold).For(Access.ReadCustomers).NeedsScope(ApiScope.AssetsRead)
            .Says("几次同样的故障算报警", "How many repairs of the same fault raise the alarm", typeof(ThresholdBody));
        routes.MapPut("/api/assets/threshold", SetThresholdAsync).For(Access.ManageStore).NeedsScope(ApiScope.AssetsWrite).Audits(OrderAudit.ThresholdSet)
            .Says("设定报警次数", "Set how many repairs raise the alarm", typeof(ThresholdBody), typeof(ThresholdBody));
        var assets = routes.MapGroup("/api/customers/{customerId:long}/assets");
        assets.MapGet("/{assetId:long}", Show).For(Access.ReadCustomers).NeedsScope(ApiScope.AssetsRead)
            .Says("一台设备和它的维修", "One device with its repairs", typeof(AssetEntry), hasVersion: true);
        assets.MapPost("", EnterAsync).For(Access.ChangeCustomers).NeedsScope(ApiScope.AssetsWrite).Audits(OrderAudit.AssetMade)
            .Says("登记设备", "Enter a device", typeof(AssetEntry), typeof(AssetBody), 201);
        assets.MapPut("/{assetId:long}", ChangeAsync).For(Access.ChangeCustomers).NeedsScope(ApiScope.AssetsWrite).Audits(OrderAudit.AssetChanged, "asset", "assetId")
            .Says("修改设备", "Change a device", typeof(AssetEntry), typeof(AssetBody), hasVersion: true);
        assets.MapPost("/{assetId:long}/repairs", RepairAsync).For(Access.ChangeCustomers).NeedsScope(ApiScope.AssetsWrite).Audits(OrderAudit.Repaired, "asset", "assetId")
            .Says("登记维修", "Enter a repair", typeof(AssetEntry), typeof(RepairBody), 201);
        assets.MapPost("/{assetId:long}/settlement", SettleAsync).For(Access.ManageStore).NeedsScope(ApiScope.AssetsWrite).Audits(OrderAudit.AlarmSettled, "asset", "assetId")
            .Says("说明报警怎样处理", "Say how the alarm was settled", typeof(AssetEntry), typeof(SettlementBody));
    }

    private static IResult List(HttpContext http, AssetWork work, string? serial, string? show, string? after, int? limit)
    {
        var scope = Viewer.Of(http.User).Scope;
        var count = Math.Clamp(limit ?? UsualEntries, 1, MostEntries);
        using var session = work.Database.OpenSession();
        var rows = string.IsNullOrWhiteSpace(serial) ? AssetQuery.List(session, scope, show == "alarm", AssetPlace.Parse(after), count + 1) : AssetQuery.OfSerial(session, serial, scope);
        var last = rows.Count > count ? rows[count - 1].Asset : null;
        return Results.Ok(new AssetList([.. rows.Take(count).Select(row => AssetEntry.Of(row.Asset, row.Customer, []))],
            last is null ? null : new AssetPlace(last.Alarm?.On ?? default, last.Id).ToString()));
    }

    private static IResult Show(HttpContext http, AssetWork work, UiContext ui, long customerId, long assetId)
    {
        using var session = work.Database.OpenSession();
        return CustomerAccess.Find(session, Viewer.Of(http.User), customerId) is { } customer && Entry(session, customer, assetId) is { } entry
            ? ETags.Answer(http, AssetVersions.Of(AssetQuery.Find(session, customerId, assetId)!), entry) : JsonRequests.NotFound(ui);
    }

    private static async Task<IResult> EnterAsync(HttpContext http, AssetWork work, UiContext ui, long customerId)
    {
        var (body, refusal) = await JsonRequests.ReadAsync<AssetBody>(http);
        if (body is null) return refusal!;
        using var session = work.Database.OpenSession();
        if (AssetEndpoints.Open(http, session, customerId) is not { } customer) return JsonRequests.NotFound(ui);
        var taken = work.Enter(session, customer, body.Form, Viewer.Of(http.User).StaffId, JsonRequests.KeyOf(http));
        return taken.Id is { } id
            ? ETags.Made(http, AssetVersions.Of(AssetQuery.Find(session, customerId, id)!), $"/api/customers/{customerId}/assets/{id}", Entry(session, customer, id), taken.Again)
            : JsonRequests.Invalid(ui, taken.Form.Errors);
    }

    private static async Task<IResult> ChangeAsync(HttpContext http, AssetWork work, UiContext ui, long customerId, long assetId)
    {
        var (body, refusal) = await JsonRequests.ReadAsync<AssetBody>(http);
        if (body is null) return refusal!;
        using var session = work.Database.OpenSession();
        if (AssetEndpoints.Open(http, session, customerId) is not { } customer || AssetQuery.Find(session, customerId, assetId) is not { } asset) return JsonRequests.NotFound(ui);
        var version = AssetVersions.Of(asset);
        if (ETags.Refusal(http, ui, version) is { } stale) return stale;
        var taken = work.Change(session, customer, asset, body.Form, now => AssetVersions.Of(now) == version);
        if (taken.Id is null && !taken.IsStale) return JsonRequests.Invalid(ui, taken.Form.Errors);
        return AssetQuery.Find(session, customerId, assetId) is not { } after ? JsonRequests.NotFound(ui)
            : taken.IsStale ? ETags.Stale(http, ui, AssetVersions.Of(after))
            : ETags.Answer(http, AssetVersions.Of(after), Entry(session, customer, assetId));
    }

    private static async Task<IResult> RepairAsync(HttpContext http, AssetWork work, UiContext ui, long customerId, long assetId)
    {
        var (body, refusal) = await JsonRequests.ReadAsync<RepairBody>(http);
        if (body is null) return refusal!;
        using var session = work.Database.OpenSession();
        if (AssetEndpoints.Open(http, session, customerId) is not { } customer || AssetQuery.Find(session, customerId, assetId) is not { } asset) return JsonRequests.NotFound(ui);
        var viewer = Viewer.Of(http.User);
        var desk = work.DeskOf(session, viewer, customer);
        var taken = work.Repair(session, desk, customer, asset, body.Form(desk), viewer.StaffId, JsonRequests.KeyOf(http));
        return taken.Id is null
            ? JsonRequests.Invalid(ui, taken.Form.Errors.ToDictionary(error => error.Key switch { "cost" => "costMinor", "staff" => "staffId", var name => name }, error => error.Value, StringComparer.Ordinal))
            : Results.Json(Entry(session, customer, assetId), statusCode: taken.Again ? StatusCodes.Status200OK : StatusCodes.Status201Created);
    }

    private static async Task<IResult> SettleAsync(HttpContext http, AssetWork work, UiContext ui, long customerId, long assetId)
    {
        var (body, refusal) = await JsonRequests.ReadAsync<SettlementBody>(http);
        if (body is null) return refusal!;
        using var session = work.Database.OpenSession();
        if (AssetEndpoints.Open(http, session, customerId) is not { } customer || AssetQuery.Find(session, customerId, assetId) is not { Alarm: not null } asset) return JsonRequests.NotFound(ui);
        var errors = work.Settle(session, asset, body.Words ?? "");
        return errors.Count > 0 ? JsonRequests.Invalid(ui, errors) : Results.Ok(Entry(session, customer, assetId));
    }

    private static IResult ShowThreshold(HttpContext http, AssetWork work, long? storeId)
    {
        using var session = work.Database.OpenSession();
        var viewer = Viewer.Of(http.User);
        var threshold = AlarmThresholds.Read(session).Of(viewer.Chosen(storeId) ?? (viewer.InStores.IsAll ? null : viewer.StoreId));
        return Results.Ok(new ThresholdBody(null, threshold.Times, threshold.Days));
    }

    private static async Task<IResult> SetThresholdAsync(HttpContext http, AssetWork work, UiContext ui)
    {
        var viewer = Viewer.Of(http.User);
        var (body, refusal) = await JsonRequests.ReadAsync<ThresholdBody>(http);
        if (body is null) return refusal!;
        using var session = work.Database.OpenSession();
        var errors = work.SetThreshold(session, viewer, body.StoreId?.ToString() ?? "", OrderBody.Number(body.Times), OrderBody.Number(body.Days));
        return errors.Count > 0 ? JsonRequests.Invalid(ui, errors) : Results.Ok(body);
    }

    private static AssetEntry? Entry(DatabaseSession session, CustomerHead customer, long assetId) => AssetQuery.Find(session, customer.Id, assetId) is { } asset
        ? AssetEntry.Of(asset, customer.Name, AssetQuery.Repairs(session, customer.Id, assetId, MostEntries))
        : null;
}
