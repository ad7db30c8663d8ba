using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Api;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Ui;
using Changlai.Core.Calendars;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Platform.Stores;

/// <summary>Stores for other programs: a manager's own, all of them for the head office.</summary>
internal static class StoreApi
{
    private const string Subject = "store";
    private static readonly Text NoWeekday = new("请用 1 到 7 表示星期一到星期日。", "Give 1 to 7 for Monday to Sunday.");
    private static readonly Text OtherId = new("编号由常来给出，请不要改它。", "The id is given by Changlai; leave it as it is.");

    public static void Map(IEndpointRouteBuilder routes)
    {
        var stores = routes.MapGroup("/api/stores");
        stores.MapGet("", List).For(Access.ManageStore).NeedsScope(ApiScope.SettingsRead)
            .Says("门店清单", "List stores", typeof(StoreListing));
        stores.MapPost("", AddAsync).For(Access.HeadOffice).NeedsScope(ApiScope.SettingsWrite).Audits(StoreAudit.Made)
            .Says("新增门店", "Make a store", typeof(StoreBody), typeof(StoreBody), 201);
        stores.MapGet("/{id:long}", Show).For(Access.ManageStore).NeedsScope(ApiScope.SettingsRead)
            .Says("一家门店", "One store", typeof(StoreBody), hasVersion: true);
        stores.MapPut("/{id:long}", ChangeAsync).For(Access.ManageStore).NeedsScope(ApiScope.SettingsWrite).Audits(StoreAudit.Changed, Subject, "id")
            .Says("修改门店", "Change a store", typeof(StoreBody), typeof(StoreBody), hasVersion: true);
        stores.MapGet("/{id:long}/days", Days).For(Access.ManageStore).NeedsScope(ApiScope.SettingsRead)
            .Says("门店今后的休息与加开日", "Days on which a store is closed or open besides, from today on", typeof(StoreDayListing));
        stores.MapPost("/{id:long}/days", AddDaysAsync).For(Access.ManageStore).NeedsScope(ApiScope.SettingsWrite).Audits(StoreAudit.DaysAdded, Subject, "id")
            .Says("登记休息或加开", "Close a store on days, or open it", typeof(StoreDayListing), typeof(StoreDayBody), 201);
        stores.MapDelete("/{id:long}/days", RemoveDays).For(Access.ManageStore).NeedsScope(ApiScope.SettingsWrite).Audits(StoreAudit.DaysRemoved, Subject, "id")
            .SaysRemoval("取消休息或加开", "Take back what was said of days");
    }

    private static IResult List(HttpContext http, StoreWork work)
    {
        using var session = work.Database.OpenSession();
        return Results.Ok(new StoreListing([.. StoreRecord.Read(session, Viewer.Of(http.User).InStores).Select(StoreBody.Of)], null));
    }

    private static IResult Show(HttpContext http, StoreWork work, UiContext ui, long id)
    {
        using var session = work.Database.OpenSession();
        return StoreRecord.Find(session, Viewer.Of(http.User).InStores, id) is { } store ? ETags.Answer(http, store.Version, StoreBody.Of(store)) : JsonRequests.NotFound(ui);
    }

    private static async Task<IResult> AddAsync(HttpContext http, StoreWork work, UiContext ui)
    {
        var (body, refusal) = await JsonRequests.ReadAsync<StoreBody>(http);
        if (body is null) return refusal!;
        if (Problems(body, null) is { Count: > 0 } problems) return JsonRequests.Invalid(ui, problems);
        using var session = work.Database.OpenSession();
        var taken = work.Add(session, body.Form, JsonRequests.KeyOf(http));
        if (taken.Form.Errors.Count > 0) return JsonRequests.Invalid(ui, Named(taken.Form.Errors));
        return taken.Id is { } id && StoreRecord.Find(session, CustomerScope.All, id) is { } store
            ? ETags.Made(http, store.Version, $"/api/stores/{id}", StoreBody.Of(store), taken.Again)
            : JsonRequests.NotFound(ui);
    }

    private static async Task<IResult> ChangeAsync(HttpContext http, StoreWork work, UiContext ui, long id)
    {
        var (body, refusal) = await JsonRequests.ReadAsync<StoreBody>(http);
        if (body is null) return refusal!;
        using var session = work.Database.OpenSession();
        if (StoreWork.Open(session, Viewer.Of(http.User), id) is not { } before) return JsonRequests.NotFound(ui);
        if (ETags.Refusal(http, ui, before.Version) is { } stale) return stale;
        if (Problems(body, id) is { Count: > 0 } problems) return JsonRequests.Invalid(ui, problems);
        var taken = work.Change(session, before, body.Form, null);
        return taken.Store is { } store ? ETags.Answer(http, store.Version, StoreBody.Of(store)) : JsonRequests.Invalid(ui, Named(taken.Form.Errors));
    }

    private static IResult Days(HttpContext http, StoreWork work, UiContext ui, long id)
    {
        using var session = work.Database.OpenSession();
        return StoreRecord.Find(session, Viewer.Of(http.User).InStores, id) is not null ? Results.Ok(DaysOf(session, work, id)) : JsonRequests.NotFound(ui);
    }

    private static async Task<IResult> AddDaysAsync(HttpContext http, StoreWork work, UiContext ui, long id)
    {
        var (body, refusal) = await JsonRequests.ReadAsync<StoreDayBody>(http);
        if (body is null) return refusal!;
        using var session = work.Database.OpenSession();
        if (StoreWork.Open(session, Viewer.Of(http.User), id) is not { } store) return JsonRequests.NotFound(ui);
        var form = work.AddDays(session, store, new StoreDayForm { Kind = body.Kind ?? "", From = body.From ?? "", To = body.To ?? "", Reason = body.Reason ?? "" }, JsonRequests.KeyOf(http));
        return form.Errors.Count > 0 ? JsonRequests.Invalid(ui, form.Errors) : Results.Json(DaysOf(session, work, id), statusCode: StatusCodes.Status201Created);
    }

    private static IResult RemoveDays(HttpContext http, StoreWork work, UiContext ui, long id, string? from, string? to)
    {
        using var session = work.Database.OpenSession();
        if (StoreWork.Open(session, Viewer.Of(http.User), id) is not { } store) return JsonRequests.NotFound(ui);
        var errors = work.RemoveDays(session, store, from, to);
        return errors.Count > 0 ? JsonRequests.Invalid(ui, errors) : Results.NoContent();
    }

    private static StoreDayListing DaysOf(DatabaseSession session, StoreWork work, long id) => new(
        [.. StoreDayRange.Read(session, id, work.TodayOf(id)).Select(range => new StoreDayListing.Entry(range.IsOpen ? StoreDayRange.OpenKind : StoreDayRange.ClosedKind, range.From, range.To, range.Reason))], null);

    /// <summary>What a form cannot hold in the first place, and so cannot be wrong in it.</summary>
    private static Dictionary<string, Text> Problems(StoreBody body, long? id)
    {
        var problems = new Dictionary<string, Text>(StringComparer.Ordinal);
        if (body.Id is not null && body.Id != id) problems["id"] = OtherId;
        foreach (var (index, day) in (body.OpenDays ?? []).Index())
            if (day is < 1 or > 7) problems[$"openDays[{index}]"] = NoWeekday;
        foreach (var day in (body.Hours ?? new Dictionary<string, string?>()).Keys.Where(day => day is not ("1" or "2" or "3" or "4" or "5" or "6" or "7"))) problems[$"hours.{day}"] = NoWeekday;
        return problems;
    }

    private static Dictionary<string, Text> Named(IReadOnlyDictionary<string, Text> errors) => errors.ToDictionary(
        error => (error.Key switch { "open" => "openDays", "zone" => "timeZone", var name => name }).Replace("hours-", "hours.", StringComparison.Ordinal), error => error.Value, StringComparer.Ordinal);
}

/// <summary>A store as other programs read and send it. What is read can be sent back as it is.</summary>
internal sealed record StoreBody
{
    /// <summary>Given out by us.</summary>
    public long? Id { get; init; }

    public string? Name { get; init; }
    public string? City { get; init; }

    /// <summary>By its IANA name; Asia/Shanghai where none is said.</summary>
    public string? TimeZone { get; init; }

    public string? Currency { get; init; }

    /// <summary><c>open</c> on public holidays, or closed as the official days say: <c>official</c>.</summary>
    public string? Holidays { get; init; }

    /// <summary>Days of the week on which it is open, Monday 1 to Sunday 7.</summary>
    public IReadOnlyList<int>? OpenDays { get; init; }

    /// <summary>Hours by the day of the week, such as <c>09:00-12:00, 13:00-18:00</c>.</summary>
    public IReadOnlyDictionary<string, string?>? Hours { get; init; }

    public static StoreBody Of(StoreRecord store) => new()
    {
        Id = store.Id,
        Name = store.Name,
        City = store.City,
        TimeZone = store.TimeZone,
        Currency = store.Currency,
        Holidays = store.Holidays,
        OpenDays = [.. StoreRecord.Week.Where(day => !store.ClosedWeekdays.Contains(day)).Select(StoreForm.Number)],
        Hours = StoreRecord.Week.Where(day => store.Of(day).Count > 0).ToDictionary(day => $"{StoreForm.Number(day)}", string? (day) => OpenSpanText.Write(store.Of(day)), StringComparer.Ordinal),
    };

    public StoreForm Form => new()
    {
        Name = (Name ?? "").Trim(),
        City = (City ?? "").Trim(),
        Zone = TimeZone ?? BusinessDay.DefaultTimeZone,
        Currency = Currency ?? BusinessDay.DefaultCurrency,
        Holidays = Holidays ?? StoreRecord.OpenOnHolidays,
        Open = OpenDays is null ? Weekdays.All : Weekdays.Of([.. OpenDays.Select(day => (DayOfWeek)(day % 7))]),
        Hours = StoreRecord.Week.ToDictionary(day => day, day => (Hours?.GetValueOrDefault($"{StoreForm.Number(day)}") ?? "").Trim()),
    };
}

internal sealed record StoreListing(IReadOnlyList<StoreBody> Items, string? Next);

/// <param name="Kind"><c>closed</c> or <c>open</c>.</param>
/// <param name="To">The last of the days; the first where none is said.</param>
internal sealed record StoreDayBody(string? Kind, string? From, string? To, string? Reason);

internal sealed record StoreDayListing(IReadOnlyList<StoreDayListing.Entry> Items, string? Next)
{
    internal sealed record Entry(string Kind, DateOnly From, DateOnly To, string Reason);
}
