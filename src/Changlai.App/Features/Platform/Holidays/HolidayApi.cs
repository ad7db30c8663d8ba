using System.Globalization;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Api;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Ui;
using Changlai.Core.Calendars;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Platform.Holidays;

/// <summary>Public holidays for other programs: whoever manages a store reads them, the head office enters what is announced.</summary>
internal static class HolidayApi
{
    private static readonly Text NoYear = new("请给出 {0} 到 {1} 之间的年份。", "Give a year from {0} to {1}.");

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/holidays", List).For(Access.ManageStore).NeedsScope(ApiScope.SettingsRead)
            .Says("一年的节假日与调休", "The public holidays of a year", typeof(HolidayListing));
        routes.MapPost("/api/holidays", SaveAsync).For(Access.HeadOffice).NeedsScope(ApiScope.SettingsWrite).Audits(HolidayAudit.Set)
            .Says("录入公布的放假与调休", "Enter what is announced", typeof(HolidayListing), typeof(HolidayBody));
        routes.MapDelete("/api/holidays", Remove).For(Access.HeadOffice).NeedsScope(ApiScope.SettingsWrite).Audits(HolidayAudit.Removed)
            .SaysRemoval("删除一天", "Take a day back");
    }

    private static IResult List(HttpContext http, HolidayWork work, StoreDirectory stores, UiContext ui, int? year)
    {
        var asked = year ?? stores.TodayOf(Viewer.Of(http.User).StoreId).Year;
        if (asked is < StatutoryHolidays.FirstYear or > LunarDate.MaxYear) return Wrong(ui, "year", NoYear.With(StatutoryHolidays.FirstYear, LunarDate.MaxYear));
        using var session = work.Database.OpenSession();
        return Results.Ok(HolidayListing.Of(HolidayYear.Read(session, asked), ui));
    }

    private static async Task<IResult> SaveAsync(HttpContext http, HolidayWork work, UiContext ui)
    {
        var (body, refusal) = await JsonRequests.ReadAsync<HolidayBody>(http);
        if (body is null) return refusal!;
        var errors = new Dictionary<string, Text>(StringComparer.Ordinal);
        foreach (var (index, day) in (body.Days ?? []).Index())
            if (day is null || (day.Day + day.Kind + day.Name).Any(sign => sign is ',' or '\t' or '\n' or '\r')) errors[$"days[{index}]"] = HolidayTexts.WrongLine.With(index + 1);
        if (errors.Count > 0) return JsonRequests.Invalid(ui, errors);
        using var session = work.Database.OpenSession();
        var lines = (body.Days ?? []).Select(day => string.Create(CultureInfo.InvariantCulture, $"{day!.Day},{day.Kind},{day.Name}"));
        var taken = work.Save(session, new HolidayForm { Days = string.Join('\n', lines), Source = body.Source ?? "" }, JsonRequests.KeyOf(http));
        return taken.Count == 0 ? JsonRequests.Invalid(ui, taken.Form.Errors) : Results.Ok(HolidayListing.Of(HolidayYear.Read(session, taken.Year), ui));
    }

    private static IResult Remove(HolidayWork work, UiContext ui, string? day)
    {
        if (HolidayEndpoints.DayOf(day) is not { } date) return Wrong(ui, "day", HolidayTexts.NoSuchDay);
        using var session = work.Database.OpenSession();
        work.Remove(session, date);
        return Results.NoContent();
    }

    private static IResult Wrong(UiContext ui, string field, Text problem) => JsonRequests.Invalid(ui, new Dictionary<string, Text>(StringComparer.Ordinal) { [field] = problem });
}

/// <param name="Source">The number of the notice; then all days are of one year.</param>
internal sealed record HolidayBody(IReadOnlyList<HolidayDayBody?>? Days, string? Source);

/// <param name="Kind"><c>holiday</c>, or <c>working</c> for a make-up day.</param>
internal sealed record HolidayDayBody(string? Day, string? Kind, string? Name);

/// <param name="Source">The notice that arranged the year; null where none is entered.</param>
internal sealed record HolidayListing(int Year, string? Source, IReadOnlyList<HolidayListing.Entry> Items, string? Next)
{
    /// <param name="Kind">Null where only the festival is known.</param>
    internal sealed record Entry(DateOnly Day, string? Kind, string? Festival, string? Name);

    public static HolidayListing Of(HolidayYear year, UiContext ui) => new(year.Year, year.Source,
        [.. year.Rows.Select(row => new Entry(row.Day, row.Kind is { } kind ? OfficialDays.Code(kind) : null, row.Festival is { } festival ? ui[festival] : null, row.Name))], null);
}
