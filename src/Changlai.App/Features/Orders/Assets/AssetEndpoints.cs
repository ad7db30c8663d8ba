using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Orders.Entry;
using Changlai.App.Features.Orders.Forms;
using Changlai.App.Features.Orders.Products;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Ui;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Orders.Assets;

/// <summary>Everybody's assets, one asset with its repairs, and the alarm when a fault comes again.</summary>
internal static class AssetEndpoints
{
    private const int PageSize = 50;
    private const int RepairsShown = 100;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/assets", List).For(Access.ReadCustomers);
        routes.MapPost("/assets/threshold", SetThreshold).For(Access.ManageStore).Audits(OrderAudit.ThresholdSet);
        var assets = routes.MapGroup("/customers/{customerId:long}/assets");
        assets.MapGet("/new", New).For(Access.ChangeCustomers);
        assets.MapPost("", Enter).For(Access.ChangeCustomers).Audits(OrderAudit.AssetMade);
        assets.MapGet("/{assetId:long}", Show).For(Access.ReadCustomers);
        assets.MapGet("/{assetId:long}/change", ShowChange).For(Access.ChangeCustomers);
        assets.MapPost("/{assetId:long}/change", Change).For(Access.ChangeCustomers).Audits(OrderAudit.AssetChanged, "asset", "assetId");
        assets.MapPost("/{assetId:long}/repairs", Repair).For(Access.ChangeCustomers).Audits(OrderAudit.Repaired, "asset", "assetId");
        assets.MapPost("/{assetId:long}/alarm", Settle).For(Access.ManageStore).Audits(OrderAudit.AlarmSettled, "asset", "assetId");
    }

    /// <summary>Who answers for a store settles its alarms and says when one is raised.</summary>
    public static bool MayManage(Viewer viewer) => viewer.May(Access.ManageStore);

    private static IResult List(HttpContext http, AssetWork work, StoreDirectory stores, string? q, string? show, string? after)
    {
        using var session = work.Database.OpenSession();
        return ListPage(http, session, stores, q, show, after, null);
    }

    private static IResult ListPage(HttpContext http, DatabaseSession session, StoreDirectory stores, string? q, string? show, string? after, TypedThreshold? typed)
    {
        var viewer = Viewer.Of(http.User);
        var serial = string.IsNullOrWhiteSpace(q) ? null : q.Trim();
        var inAlarm = show == "alarm";
        var rows = serial is null ? AssetQuery.List(session, viewer.Scope, inAlarm, AssetPlace.Parse(after), PageSize + 1) : AssetQuery.OfSerial(session, serial, viewer.Scope);
        var last = rows.Count > PageSize ? rows[PageSize - 1].Asset : null;
        var threshold = AlarmThresholds.Read(session).Of(viewer.InStores.IsAll ? null : viewer.StoreId);
        return UiSetup.Page<AssetsPage>(new
        {
            Rows = (IReadOnlyList<AssetRow>)[.. rows.Take(PageSize)],
            Serial = serial,
            InAlarm = inAlarm,
            Next = last is null ? null : new AssetPlace(last.Alarm?.On ?? default, last.Id).ToString(),
            IsLater = AssetPlace.Parse(after) is not null,
            MayManage = MayManage(viewer),
            Threshold = typed ?? new TypedThreshold("", threshold.Times.ToString(), threshold.Days.ToString()),
            Stores = (IReadOnlyList<StoreEntry>)(stores.Of(viewer) is { Count: > 1 } several ? several : []),
        }, Status(typed?.Errors));
    }

    private static IResult SetThreshold(HttpContext http, AssetWork work, StoreDirectory stores, UiContext ui, [FromForm] string? store, [FromForm] string? times, [FromForm] string? days)
    {
        var typed = new TypedThreshold(store ?? "", times ?? "", days ?? "");
        using var session = work.Database.OpenSession();
        var errors = work.SetThreshold(session, Viewer.Of(http.User), typed.Store, typed.Times, typed.Days);
        if (errors.Count > 0) return ListPage(http, session, stores, null, "alarm", null, typed with { Errors = errors });
        Notice.Leave(http, ui[AssetTexts.ThresholdSaved]);
        return Results.LocalRedirect("/assets?show=alarm");
    }

    private static IResult New(HttpContext http, AssetWork work, StoreDirectory stores, long customerId)
    {
        using var session = work.Database.OpenSession();
        return Open(http, session, customerId) is { } customer
            ? FormPage(customer, null, new AssetForm { StartedOn = stores.TodayOf(customer.StoreId).ToString("yyyy-MM-dd") })
            : Results.NotFound();
    }

    private static IResult Enter(HttpContext http, AssetWork work, UiContext ui, long customerId, [FromForm] IFormCollection fields)
    {
        using var session = work.Database.OpenSession();
        if (Open(http, session, customerId) is not { } customer) return Results.NotFound();
        var taken = work.Enter(session, customer, AssetForm.Of(Field(fields)), Viewer.Of(http.User).StaffId, fields["idempotencyKey"]);
        return taken.Id is { } id
            ? Leave(http, ui, taken.Again, AssetTexts.Entered.In(ui.Language, taken.Form.Product), customerId, id)
            : FormPage(customer, null, taken.Form);
    }

    private static IResult Show(HttpContext http, AssetWork work, StoreDirectory stores, long customerId, long assetId)
    {
        using var session = work.Database.OpenSession();
        var viewer = Viewer.Of(http.User);
        return CustomerAccess.Find(session, viewer, customerId) is { } customer && AssetQuery.Find(session, customerId, assetId) is { } asset
            ? AssetPage(session, work, viewer, customer, asset, FreshRepair(stores.TodayOf(customer.StoreId), viewer, asset), null)
            : Results.NotFound();
    }

    private static IResult ShowChange(HttpContext http, AssetWork work, long customerId, long assetId)
    {
        using var session = work.Database.OpenSession();
        return Open(http, session, customerId) is { } customer && AssetQuery.Find(session, customerId, assetId) is { } asset
            ? FormPage(customer, asset, AssetForm.Of(asset, ProductQuery.Find(session, asset.ProductId)!))
            : Results.NotFound();
    }

    private static IResult Change(HttpContext http, AssetWork work, UiContext ui, long customerId, long assetId, [FromForm] IFormCollection fields)
    {
        using var session = work.Database.OpenSession();
        if (Open(http, session, customerId) is not { } customer || AssetQuery.Find(session, customerId, assetId) is not { } asset) return Results.NotFound();
        var typed = AssetForm.Of(Field(fields));
        var taken = work.Change(session, customer, asset, typed, now => AssetVersions.OfForm(now) == typed.Version);
        if (taken.IsStale)
            return AssetQuery.Find(session, customerId, assetId) is { } stored && AssetForm.Of(stored, ProductQuery.Find(session, stored.ProductId)!) is var theirs
                ? FormPage(customer, stored, typed with { Version = theirs.Version },
                    new Conflict(AssetVersions.Differences(typed, theirs, ui.Language), LastChange.Words(http, session, $"asset:{assetId}", customerId, OrderAudit.AssetChanged)))
                : Results.NotFound();
        return taken.Id is { } id ? Leave(http, ui, again: false, AssetTexts.Changed.In(ui.Language, asset.Product), customerId, id) : FormPage(customer, asset, taken.Form);
    }

    private static IResult Repair(HttpContext http, AssetWork work, UiContext ui, long customerId, long assetId, [FromForm] IFormCollection fields)
    {
        using var session = work.Database.OpenSession();
        if (Open(http, session, customerId) is not { } customer || AssetQuery.Find(session, customerId, assetId) is not { } asset) return Results.NotFound();
        var viewer = Viewer.Of(http.User);
        var taken = work.Repair(session, work.DeskOf(session, viewer, customer), customer, asset, RepairForm.Of(Field(fields)), viewer.StaffId, fields["idempotencyKey"]);
        if (taken.Id is null) return AssetPage(session, work, viewer, customer, asset, taken.Form, null);
        var alarm = AssetQuery.Find(session, customerId, assetId)!.Alarm is not null;
        return Leave(http, ui, taken.Again, ui[alarm ? AssetTexts.RepairAlarm : AssetTexts.RepairSaved], customerId, assetId, alarm ? Tone.Risk : Tone.Good);
    }

    private static IResult Settle(HttpContext http, AssetWork work, StoreDirectory stores, UiContext ui, long customerId, long assetId, [FromForm] string? words)
    {
        using var session = work.Database.OpenSession();
        var viewer = Viewer.Of(http.User);
        if (Open(http, session, customerId) is not { } customer || AssetQuery.Find(session, customerId, assetId) is not { Alarm: not null } asset) return Results.NotFound();
        var errors = work.Settle(session, asset, words ?? "");
        return errors.Count == 0
            ? Leave(http, ui, again: false, ui[AssetTexts.AlarmSettled], customerId, assetId)
            : AssetPage(session, work, viewer, customer, asset, FreshRepair(stores.TodayOf(customer.StoreId), viewer, asset), errors["words"]);
    }

    public static RepairForm FreshRepair(DateOnly today, Viewer viewer, Asset asset) =>
        new() { DoneOn = today.ToString("yyyy-MM-dd"), Staff = viewer.StaffId.ToString(), UnderWarranty = asset.IsUnderWarranty(today) };

    /// <summary>The customer, where the reader may see them.</summary>
    public static CustomerHead? Open(HttpContext http, DatabaseSession session, long customerId) =>
        CustomerAccess.Find(session, Viewer.Of(http.User), customerId);

    private static Func<string, string> Field(IFormCollection fields) => field => fields[field].ToString().Trim();

    private static IResult FormPage(CustomerHead customer, Asset? asset, AssetForm form, Conflict? conflict = null) =>
        UiSetup.Page<AssetFormPage>(new { Customer = customer, Asset = asset, Form = form, Conflict = conflict }, conflict is null ? Status(form.Errors) : StatusCodes.Status409Conflict);

    private static IResult AssetPage(DatabaseSession session, AssetWork work, Viewer viewer, CustomerHead customer, Asset asset, RepairForm form, Text? settleProblem)
    {
        var desk = work.DeskOf(session, viewer, customer);
        return UiSetup.Page<AssetPage>(new
        {
            Customer = customer,
            Asset = asset,
            Repairs = (IReadOnlyList<Repair>)AssetQuery.Repairs(session, customer.Id, asset.Id, RepairsShown),
            Form = form,
            People = desk.People(),
            Currency = desk.StoreOf("")?.Currency ?? Recording.BatchPlaces.DefaultCurrency,
            Threshold = AlarmThresholds.Read(session).Of(customer.StoreId),
            MayEnter = OrderDesk.MayEnter(viewer),
            MayManage = MayManage(viewer),
            SettleProblem = settleProblem,
        }, settleProblem is null ? Status(form.Errors) : StatusCodes.Status422UnprocessableEntity);
    }

    private static int Status(IReadOnlyDictionary<string, Text>? errors) => errors is null or { Count: 0 } ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;

    private static IResult Leave(HttpContext http, UiContext ui, bool again, string said, long customerId, long assetId, Tone tone = Tone.Good)
    {
        Notice.Leave(http, again ? ui[FormTexts.Again] : said, again ? Tone.Info : tone);
        return Results.LocalRedirect($"/customers/{customerId}/assets/{assetId}");
    }
}

/// <summary>The threshold as typed, and what is wrong with it.</summary>
public sealed record TypedThreshold(string Store, string Times, string Days)
{
    public IReadOnlyDictionary<string, Text> Errors { get; init; } = new Dictionary<string, Text>(StringComparer.Ordinal);
}
