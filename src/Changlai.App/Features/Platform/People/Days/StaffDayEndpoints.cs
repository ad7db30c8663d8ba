using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Features.Platform.Stores;
using Changlai.App.Ui;
using Changlai.Core.Calendars;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Platform.People.Days;

/// <summary>When people work: everybody reads their own days, whoever manages the store enters them.</summary>
internal static class StaffDayEndpoints
{
    private const string Subject = "staff";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/staff/{id:long}/days", Show).For(Access.SignedIn);
        routes.MapPost("/staff/{id:long}/days", Add).For(Access.ManageStore).Audits(StaffDayAudit.Added, Subject, "id");
        routes.MapPost("/staff/{id:long}/days/usual", Change).For(Access.ManageStore).Audits(StaffDayAudit.Usual, Subject, "id");
        routes.MapPost("/staff/{id:long}/days/removal", Remove).For(Access.ManageStore).Audits(StaffDayAudit.Removed, Subject, "id");
    }

    private static IResult Show(HttpContext http, Database database, StoreDirectory stores, long id)
    {
        using var session = database.OpenSession();
        return Find(session, http, stores, id) is { } days ? Page(http, days, new StaffDaysForm { Capacity = $"{days.Capacity}" }) : Results.NotFound();
    }

    private static IResult Change(
        HttpContext http, Database database, StoreDirectory stores, UiContext ui, SweepSignal signal, IEnumerable<IStoreDaysChanged> listeners, long id, [FromForm] IFormCollection typed)
    {
        using var session = database.OpenSession();
        session.Begin();
        if (Find(session, http, stores, id) is not { } days) return Results.NotFound();
        var (capacity, form) = new StaffDaysForm { Capacity = typed["capacity"].ToString() }.CheckUsual();
        if (capacity is null) return Page(http, days, form, StatusCodes.Status422UnprocessableEntity);
        var weekdays = Weekdays.Of([.. StoreRecord.Week.Where(day => typed["day"].Contains($"{StoreForm.Number(day)}"))]);
        session.Execute("UPDATE staff SET working_weekdays = @days, daily_capacity = @capacity WHERE id = @id", ("days", (int)weekdays.Bits), ("capacity", capacity), ("id", id));
        AuditPen.Current?.Add("weekdays", $"{days.Weekdays} > {weekdays}");
        AuditPen.Current?.Add("capacity", $"{days.Capacity} > {capacity}");
        return Done(http, session, ui, signal, listeners, days, null, StaffDayTexts.Saved);
    }

    private static IResult Add(
        HttpContext http, Database database, StoreDirectory stores, UiContext ui, TimeProvider time, SweepSignal signal, IEnumerable<IStoreDaysChanged> listeners, long id,
        [FromForm] string? from, [FromForm] string? to, [FromForm] string? kind, [FromForm] string? left, [FromForm] string? note, [FromForm] string? idempotencyKey)
    {
        using var session = database.OpenSession();
        session.Begin();
        if (Find(session, http, stores, id) is not { } days) return Results.NotFound();
        var (off, form) = new StaffDaysForm { Capacity = $"{days.Capacity}", From = from ?? "", To = to ?? "", Kind = kind ?? "", Left = left ?? "", Note = note ?? "" }.CheckOff();
        if (off is null) return Page(http, days, form, StatusCodes.Status422UnprocessableEntity);
        if (FormKeys.Take(session, $"staff/{id}/days", idempotencyKey, time.GetUtcNow()) is null)
            session.Execute("""
                INSERT INTO staff_day_off (id, staff_id, from_day, to_day, kind, capacity, note) VALUES (@id, @staff, @from, @to, @kind, @capacity, @note)
                """, ("id", session.ReserveIds("staff_day_off", 1)), ("staff", id), ("from", off.From), ("to", off.To), ("kind", off.Kind), ("capacity", off.Capacity), ("note", off.Note));
        AuditPen.Current?.Add("days", $"{off.From:yyyy-MM-dd}/{off.To:yyyy-MM-dd}");
        return Done(http, session, ui, signal, listeners, days, off, StaffDayTexts.Saved);
    }

    private static IResult Remove(
        HttpContext http, Database database, StoreDirectory stores, UiContext ui, SweepSignal signal, IEnumerable<IStoreDaysChanged> listeners, long id, [FromForm] string? dayOff)
    {
        using var session = database.OpenSession();
        session.Begin();
        if (Find(session, http, stores, id) is not { } days) return Results.NotFound();
        if (days.Off.FirstOrDefault(one => $"{one.Id}" == dayOff) is not { } off)
        {
            Notice.Leave(http, ui[StaffDayTexts.NoSuchDays], Tone.Risk);
            return Results.LocalRedirect($"/staff/{id}/days");
        }
        session.Execute("DELETE FROM staff_day_off WHERE id = @id", ("id", off.Id));
        AuditPen.Current?.Add("days", $"{off.From:yyyy-MM-dd}/{off.To:yyyy-MM-dd}");
        return Done(http, session, ui, signal, listeners, days, off, StaffDayTexts.Removed);
    }

    private static StaffDays? Find(DatabaseSession session, HttpContext http, StoreDirectory stores, long id)
    {
        var viewer = Viewer.Of(http.User);
        return StaffDays.Find(session, id, stores.TodayOf(viewer.StoreId)) is { } days && days.IsSeenBy(viewer) ? days : null;
    }

    private static IResult Done(HttpContext http, DatabaseSession session, UiContext ui, SweepSignal signal, IEnumerable<IStoreDaysChanged> listeners, StaffDays days, StaffDayOff? off, Text said)
    {
        AuditPen.Current?.OfStore(days.StoreId);
        foreach (var listener in listeners) listener.StoreDaysChanged(session, new StoreDaysChange(null, days.StaffId, off?.From, off?.To));
        session.Commit();
        signal.RunSoon();
        Notice.Leave(http, ui[said]);
        return Results.LocalRedirect($"/staff/{days.StaffId}/days");
    }

    private static IResult Page(HttpContext http, StaffDays days, StaffDaysForm form, int status = StatusCodes.Status200OK) =>
        UiSetup.Page<StaffDaysPage>(new { Days = days, Form = form, MayEdit = Viewer.Of(http.User).May(Access.ManageStore) }, status);
}
