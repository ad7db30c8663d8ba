using System.Globalization;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Api;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Features.Platform.Stores;
using Changlai.App.Ui;
using Changlai.Core.Calendars;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Platform.People.Days;

/// <summary>When people work, for other programs.</summary>
internal static class StaffDayApi
{
    private const string Subject = "staff";
    private static readonly Text NoWeekday = new("请用 1 到 7 表示星期一到星期日。", "Give 1 to 7 for Monday to Sunday.");

    public static void Map(IEndpointRouteBuilder routes)
    {
        var days = routes.MapGroup("/api/staff/{id:long}/days");
        days.MapGet("", Show).For(Access.SignedIn).NeedsScope(ApiScope.StaffRead)
            .Says("一个人的工作日与休假", "When somebody works, and their days off from today on", typeof(StaffDaysAnswer));
        days.MapPut("/usual", ChangeAsync).For(Access.ManageStore).NeedsScope(ApiScope.StaffWrite).Audits(StaffDayAudit.Usual, Subject, "id")
            .Says("修改平常的工作日与每天能联系多少位", "Change the usual weekdays and how many contacts a day", typeof(StaffDaysAnswer), typeof(UsualDaysBody));
        days.MapPost("", AddAsync).For(Access.ManageStore).NeedsScope(ApiScope.StaffWrite).Audits(StaffDayAudit.Added, Subject, "id")
            .Says("登记休假或半天", "Enter days off, or with less time", typeof(StaffDayOff), typeof(DayOffBody), 201);
        days.MapDelete("/{dayOffId:long}", Remove).For(Access.ManageStore).NeedsScope(ApiScope.StaffWrite).Audits(StaffDayAudit.Removed, Subject, "id")
            .SaysRemoval("取消休假", "Take days off back");
    }

    private static IResult Show(HttpContext http, StaffDayWork work, UiContext ui, long id)
    {
        using var session = work.Database.OpenSession();
        return work.Find(session, Viewer.Of(http.User), id) is { } days ? Results.Ok(StaffDaysAnswer.Of(days)) : JsonRequests.NotFound(ui);
    }

    private static async Task<IResult> ChangeAsync(HttpContext http, StaffDayWork work, UiContext ui, long id)
    {
        var (body, refusal) = await JsonRequests.ReadAsync<UsualDaysBody>(http);
        if (body is null) return refusal!;
        var viewer = Viewer.Of(http.User);
        using var session = work.Database.OpenSession();
        session.Begin();
        if (work.Find(session, viewer, id) is not { } days) return JsonRequests.NotFound(ui);
        var errors = new Dictionary<string, Text>(StringComparer.Ordinal);
        foreach (var (index, day) in (body.Weekdays ?? []).Index())
            if (day is < 1 or > 7) errors[$"weekdays[{index}]"] = NoWeekday;
        if (body.Weekdays is null) errors["weekdays"] = NoWeekday;
        if (errors.Count > 0) return JsonRequests.Invalid(ui, errors);
        var form = work.ChangeUsual(session, days, Weekdays.Of([.. body.Weekdays!.Select(day => (DayOfWeek)(day % 7))]), new StaffDaysForm { Capacity = Number(body.Capacity) });
        return form.Errors.Count > 0 ? JsonRequests.Invalid(ui, form.Errors) : Results.Ok(StaffDaysAnswer.Of(work.Find(session, viewer, id)!));
    }

    private static async Task<IResult> AddAsync(HttpContext http, StaffDayWork work, UiContext ui, long id)
    {
        var (body, refusal) = await JsonRequests.ReadAsync<DayOffBody>(http);
        if (body is null) return refusal!;
        var viewer = Viewer.Of(http.User);
        using var session = work.Database.OpenSession();
        session.Begin();
        if (work.Find(session, viewer, id) is not { } days) return JsonRequests.NotFound(ui);
        var typed = new StaffDaysForm { From = body.From ?? "", To = body.To ?? "", Kind = body.Kind ?? "", Left = Number(body.Capacity), Note = body.Note ?? "" };
        var (form, made, again) = work.Add(session, days, typed, JsonRequests.KeyOf(http));
        if (form.Errors.Count > 0) return JsonRequests.Invalid(ui, form.Errors.ToDictionary(error => error.Key == "left" ? "capacity" : error.Key, error => error.Value, StringComparer.Ordinal));
        // Days that are over are on no list.
        var (from, to) = (DateOnly.ParseExact(FullWidth.Fold(body.From!.Trim()), "yyyy-MM-dd"), body.To);
        return work.Find(session, viewer, id)?.Off.FirstOrDefault(off => off.Id == made) is { } off
            ? Results.Json(off, statusCode: again ? StatusCodes.Status200OK : StatusCodes.Status201Created)
            : Results.Json(new StaffDayOff(made ?? 0, from, string.IsNullOrWhiteSpace(to) ? from : DateOnly.ParseExact(FullWidth.Fold(to.Trim()), "yyyy-MM-dd"), body.Kind!, body.Capacity is { } left ? (int)left : null, body.Note),
                statusCode: again ? StatusCodes.Status200OK : StatusCodes.Status201Created);
    }

    private static IResult Remove(HttpContext http, StaffDayWork work, UiContext ui, long id, long dayOffId)
    {
        using var session = work.Database.OpenSession();
        session.Begin();
        if (work.Find(session, Viewer.Of(http.User), id) is not { } days || days.Off.FirstOrDefault(off => off.Id == dayOffId) is not { } gone) return JsonRequests.NotFound(ui);
        work.Remove(session, days, gone);
        return Results.NoContent();
    }

    private static string Number(decimal? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}

/// <param name="Weekdays">Monday 1 to Sunday 7.</param>
/// <param name="Capacity">Contacts on a full day.</param>
internal sealed record UsualDaysBody(IReadOnlyList<int>? Weekdays, decimal? Capacity);

/// <param name="Kind"><c>holiday</c>, <c>sick</c> and so on, as the page offers them.</param>
/// <param name="Capacity">Contacts they can still make on such a day; none where nothing is said.</param>
internal sealed record DayOffBody(string? From, string? To, string? Kind, decimal? Capacity, string? Note);

internal sealed record StaffDaysAnswer(long StaffId, string Name, IReadOnlyList<int> Weekdays, int Capacity, IReadOnlyList<StaffDayOff> Off)
{
    public static StaffDaysAnswer Of(StaffDays days) => new(days.StaffId, days.Name, [.. StoreRecord.Week.Where(days.Weekdays.Contains).Select(StoreForm.Number)], days.Capacity, days.Off);
}
