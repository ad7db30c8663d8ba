using System.Globalization;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Ui;
using Changlai.Core.Calendars;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Platform.Holidays;

/// <summary>The public holidays: whoever manages a store reads them, the head office enters what is announced.</summary>
internal static class HolidayEndpoints
{
    private const string Form = "holidays";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/settings/holidays", Show).For(Access.ManageStore);
        routes.MapPost("/settings/holidays", Save).For(Access.HeadOffice).Audits(HolidayAudit.Set);
        routes.MapPost("/settings/holidays/removal", Remove).For(Access.HeadOffice).Audits(HolidayAudit.Removed);
    }

    private static IResult Show(HttpContext http, Database database, StoreDirectory stores, string? year)
    {
        var viewer = Viewer.Of(http.User);
        var thisYear = stores.TodayOf(viewer.StoreId).Year;
        using var session = database.OpenSession();
        return Page(session, viewer, int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked is >= StatutoryHolidays.FirstYear and <= LunarDate.MaxYear ? asked : thisYear, thisYear, new HolidayForm());
    }

    private static IResult Save(
        HttpContext http, Database database, StoreDirectory stores, UiContext ui, TimeProvider time, SweepSignal signal, IEnumerable<IStoreDaysChanged> listeners,
        [FromForm] string? days, [FromForm] string? source, [FromForm] string? idempotencyKey)
    {
        var viewer = Viewer.Of(http.User);
        using var session = database.OpenSession();
        var (read, year, form) = new HolidayForm { Days = days ?? "", Source = source ?? "" }.Check();
        var thisYear = stores.TodayOf(viewer.StoreId).Year;
        if (read is null) return Page(session, viewer, thisYear, thisYear, form, StatusCodes.Status422UnprocessableEntity);
        session.Begin();
        if (FormKeys.Take(session, Form, idempotencyKey, time.GetUtcNow()) is null)
        {
            HolidayYear.Write(session, read, year, form.Source);
            AuditPen.Current?.Add("days", string.Join(' ', read.Select(day => $"{day.Day:yyyy-MM-dd}")));
            AuditPen.Current?.Add("year", year?.ToString(CultureInfo.InvariantCulture));
            Tell(session, listeners);
        }
        session.Commit();
        signal.RunSoon();
        Notice.Leave(http, HolidayTexts.Saved.In(ui.Language, read.Count));
        return Results.LocalRedirect($"/settings/holidays?year={year ?? read[0].Day.Year}");
    }

    private static IResult Remove(HttpContext http, Database database, UiContext ui, SweepSignal signal, IEnumerable<IStoreDaysChanged> listeners, [FromForm] string? day)
    {
        if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) || date.Year is < StatutoryHolidays.FirstYear or > LunarDate.MaxYear)
        {
            Notice.Leave(http, ui[HolidayTexts.NoSuchDay], Tone.Risk);
            return Results.LocalRedirect("/settings/holidays");
        }
        using var session = database.OpenSession();
        session.Begin();
        if (session.Execute("DELETE FROM public_holiday WHERE day = @day", ("day", date)) > 0)
        {
            AuditPen.Current?.Add("days", $"{date:yyyy-MM-dd}");
            Tell(session, listeners);
        }
        session.Commit();
        signal.RunSoon();
        Notice.Leave(http, ui[HolidayTexts.Removed]);
        return Results.LocalRedirect($"/settings/holidays?year={date.Year}");
    }

    private static void Tell(DatabaseSession session, IEnumerable<IStoreDaysChanged> listeners)
    {
        foreach (var listener in listeners) listener.StoreDaysChanged(session, new StoreDaysChange(null));
    }

    private static IResult Page(DatabaseSession session, Viewer viewer, int year, int thisYear, HolidayForm form, int status = StatusCodes.Status200OK) =>
        UiSetup.Page<HolidaysPage>(new { Year = HolidayYear.Read(session, year), ThisYear = thisYear, MayEdit = viewer.May(Access.HeadOffice), Form = form }, status);
}
