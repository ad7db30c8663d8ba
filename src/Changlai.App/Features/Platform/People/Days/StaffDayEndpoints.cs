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

    private static IResult Show(HttpContext http, StaffDayWork work, long id)
    {
        using var session = work.Database.OpenSession();
        return work.Find(session, Viewer.Of(http.User), id) is { } days ? Page(http, days, new StaffDaysForm { Capacity = $"{days.Capacity}" }) : Results.NotFound();
    }

    private static IResult Change(HttpContext http, StaffDayWork work, UiContext ui, long id, [FromForm] IFormCollection typed)
    {
        using var session = work.Database.OpenSession();
        session.Begin();
        if (work.Find(session, Viewer.Of(http.User), id) is not { } days) return Results.NotFound();
        var weekdays = Weekdays.Of([.. StoreRecord.Week.Where(day => typed["day"].Contains($"{StoreForm.Number(day)}"))]);
        var form = work.ChangeUsual(session, days, weekdays, new StaffDaysForm { Capacity = typed["capacity"].ToString() });
        return form.Errors.Count > 0 ? Page(http, days, form, StatusCodes.Status422UnprocessableEntity) : Done(http, ui, id, StaffDayTexts.Saved);
    }

    private static IResult Add(
        HttpContext http, StaffDayWork work, UiContext ui, long id,
        [FromForm] string? from, [FromForm] string? to, [FromForm] string? kind, [FromForm] string? left, [FromForm] string? note, [FromForm] string? idempotencyKey)
    {
        using var session = work.Database.OpenSession();
        session.Begin();
        if (work.Find(session, Viewer.Of(http.User), id) is not { } days) return Results.NotFound();
        var typed = new StaffDaysForm { Capacity = $"{days.Capacity}", From = from ?? "", To = to ?? "", Kind = kind ?? "", Left = left ?? "", Note = note ?? "" };
        var (form, _, _) = work.Add(session, days, typed, idempotencyKey);
        return form.Errors.Count > 0 ? Page(http, days, form, StatusCodes.Status422UnprocessableEntity) : Done(http, ui, id, StaffDayTexts.Saved);
    }

    private static IResult Remove(HttpContext http, StaffDayWork work, UiContext ui, long id, [FromForm] string? dayOff)
    {
        using var session = work.Database.OpenSession();
        session.Begin();
        if (work.Find(session, Viewer.Of(http.User), id) is not { } days) return Results.NotFound();
        if (days.Off.FirstOrDefault(one => $"{one.Id}" == dayOff) is not { } off)
        {
            Notice.Leave(http, ui[StaffDayTexts.NoSuchDays], Tone.Risk);
            return Results.LocalRedirect($"/staff/{id}/days");
        }
        work.Remove(session, days, off);
        return Done(http, ui, id, StaffDayTexts.Removed);
    }

    private static IResult Done(HttpContext http, UiContext ui, long id, Text said)
    {
        Notice.Leave(http, ui[said]);
        return Results.LocalRedirect($"/staff/{id}/days");
    }

    private static IResult Page(HttpContext http, StaffDays days, StaffDaysForm form, int status = StatusCodes.Status200OK) =>
        UiSetup.Page<StaffDaysPage>(new { Days = days, Form = form, MayEdit = Viewer.Of(http.User).May(Access.ManageStore) }, status);
}
