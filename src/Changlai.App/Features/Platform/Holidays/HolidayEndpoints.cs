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

    private static IResult Save(HttpContext http, HolidayWork work, StoreDirectory stores, UiContext ui, [FromForm] string? days, [FromForm] string? source, [FromForm] string? idempotencyKey)
    {
        var viewer = Viewer.Of(http.User);
        using var session = work.Database.OpenSession();
        var taken = work.Save(session, new HolidayForm { Days = days ?? "", Source = source ?? "" }, idempotencyKey);
        var thisYear = stores.TodayOf(viewer.StoreId).Year;
        if (taken.Count == 0) return Page(session, viewer, thisYear, thisYear, taken.Form, StatusCodes.Status422UnprocessableEntity);
        Notice.Leave(http, HolidayTexts.Saved.In(ui.Language, taken.Count));
        return Results.LocalRedirect($"/settings/holidays?year={taken.Year}");
    }

    private static IResult Remove(HttpContext http, HolidayWork work, UiContext ui, [FromForm] string? day)
    {
        if (DayOf(day) is not { } date)
        {
            Notice.Leave(http, ui[HolidayTexts.NoSuchDay], Tone.Risk);
            return Results.LocalRedirect("/settings/holidays");
        }
        using var session = work.Database.OpenSession();
        work.Remove(session, date);
        Notice.Leave(http, ui[HolidayTexts.Removed]);
        return Results.LocalRedirect($"/settings/holidays?year={date.Year}");
    }

    internal static DateOnly? DayOf(string? typed) =>
        DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= StatutoryHolidays.FirstYear and <= LunarDate.MaxYear ? date : null;

    private static IResult Page(DatabaseSession session, Viewer viewer, int year, int thisYear, HolidayForm form, int status = StatusCodes.Status200OK) =>
        UiSetup.Page<HolidaysPage>(new { Year = HolidayYear.Read(session, year), ThisYear = thisYear, MayEdit = viewer.May(Access.HeadOffice), Form = form }, status);
}
