using System.Globalization;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Dates;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Api;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Ui;
using Changlai.Core.Calendars;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Customers.Api;

/// <summary>A customer's special dates for other programs.</summary>
internal static class DateApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var dates = routes.MapGroup("/api/customers/{customerId:long}/dates");
        dates.MapGet("", List).For(Access.ReadCustomers).NeedsScope(ApiScope.CustomersRead)
            .Says("客户的特殊日子", "List a customer's special dates", typeof(DateListing));
        dates.MapGet("/{dateId:long}", Show).For(Access.ReadCustomers).NeedsScope(ApiScope.CustomersRead)
            .Says("一个特殊日子", "One special date", typeof(DateEntry), hasVersion: true);
        dates.MapPost("", AddAsync).For(Access.ChangeCustomers).NeedsScope(ApiScope.CustomersWrite).Audits(CustomerAudit.DateAdded)
            .Says("添加特殊日子", "Add a special date", typeof(DateEntry), typeof(DateBody), 201);
        dates.MapPut("/{dateId:long}", ChangeAsync).For(Access.ChangeCustomers).NeedsScope(ApiScope.CustomersWrite).Audits(CustomerAudit.DateChanged, "date", "dateId")
            .Says("修改特殊日子", "Change a special date", typeof(DateEntry), typeof(DateBody), hasVersion: true);
        dates.MapDelete("/{dateId:long}", Remove).For(Access.ChangeCustomers).NeedsScope(ApiScope.CustomersWrite).Audits(CustomerAudit.DateRemoved, "date", "dateId")
            .SaysRemoval("删除特殊日子", "Remove a special date", hasVersion: true);
    }

    private static IResult List(HttpContext http, DateWork work, UiContext ui, long customerId)
    {
        using var session = work.Database.OpenSession();
        return Open(http, session, customerId) is { } customer
            ? Results.Ok(new DateListing([.. SpecialDates.Read(session, customerId).Select(date => DateEntry.Of(date, work.TodayOf(customer)))], null))
            : JsonRequests.NotFound(ui);
    }

    private static IResult Show(HttpContext http, DateWork work, UiContext ui, long customerId, long dateId)
    {
        using var session = work.Database.OpenSession();
        return Open(http, session, customerId) is { } customer && Find(session, customerId, dateId) is { } date
            ? ETags.Answer(http, VersionOf(date), DateEntry.Of(date, work.TodayOf(customer)))
            : JsonRequests.NotFound(ui);
    }

    private static async Task<IResult> AddAsync(HttpContext http, DateWork work, UiContext ui, long customerId)
    {
        var (body, refusal) = await JsonRequests.ReadAsync<DateBody>(http);
        if (body is null) return refusal!;
        using var session = work.Database.OpenSession();
        if (Open(http, session, customerId) is not { } customer) return JsonRequests.NotFound(ui);
        var taken = work.Add(session, customer, body.Form, JsonRequests.KeyOf(http));
        if (taken.Date is null) return JsonRequests.Invalid(ui, Named(taken.Form.Errors));
        return taken.Id is { } id && Find(session, customerId, id) is { } date
            ? ETags.Made(http, VersionOf(date), $"/api/customers/{customerId}/dates/{id}", DateEntry.Of(date, work.TodayOf(customer)), taken.Again)
            : JsonRequests.NotFound(ui);
    }

    private static async Task<IResult> ChangeAsync(HttpContext http, DateWork work, UiContext ui, long customerId, long dateId)
    {
        var (body, refusal) = await JsonRequests.ReadAsync<DateBody>(http);
        if (body is null) return refusal!;
        using var session = work.Database.OpenSession();
        if (Open(http, session, customerId) is not { } customer || DateWork.Open(session, customer, dateId) is not { } stored) return JsonRequests.NotFound(ui);
        if (ETags.Refusal(http, ui, VersionOf(stored)) is { } stale) return stale;
        var taken = work.Change(session, customer, stored, body.Form with { Was = stored.Fingerprint }, null);
        if (taken.Date is null) return JsonRequests.Invalid(ui, Named(taken.Form.Errors));
        var now = Find(session, customerId, dateId)!;
        return ETags.Answer(http, VersionOf(now), DateEntry.Of(now, work.TodayOf(customer)));
    }

    private static IResult Remove(HttpContext http, DateWork work, UiContext ui, long customerId, long dateId)
    {
        using var session = work.Database.OpenSession();
        if (Open(http, session, customerId) is not { } customer || DateWork.Open(session, customer, dateId) is not { } stored) return JsonRequests.NotFound(ui);
        if (ETags.Refusal(http, ui, VersionOf(stored)) is { } stale) return stale;
        work.Remove(session, customer, stored);
        return Results.NoContent();
    }

    private static CustomerHead? Open(HttpContext http, DatabaseSession session, long customerId) => CustomerAccess.Find(session, Viewer.Of(http.User), customerId);

    private static StoredDate? Find(DatabaseSession session, long customerId, long dateId) => SpecialDates.Read(session, customerId).Find(date => date.Id == dateId);

    private static string VersionOf(StoredDate date) => ETags.Fingerprint(date.Fingerprint);

    private static Dictionary<string, Text> Named(IReadOnlyDictionary<string, Text> errors) =>
        errors.ToDictionary(error => error.Key == "leap" ? "leapMonth" : error.Key, error => error.Value, StringComparer.Ordinal);
}

/// <param name="Next">Always null: all come at once.</param>
internal sealed record DateListing(IReadOnlyList<DateEntry> Items, string? Next);

/// <param name="NextOn">The next day on which it is kept.</param>
internal sealed record DateEntry(long Id, string Kind, string? Name, string Calendar, int Month, int Day, bool LeapMonth, int? Year, DateOnly NextOn)
{
    public static DateEntry Of(StoredDate date, DateOnly today) => new(date.Id, date.Kind, date.Name, date.Day.Calendar == AnnualCalendar.Lunar ? DateForm.LunarCode : DateForm.GregorianCode,
        date.Day.Month, date.Day.Day, date.Day.IsLeapMonth, date.Day.Year, date.Day.NextOnOrAfter(today));
}

/// <summary>A date as another program sends it; it is checked as if a person had typed it.</summary>
/// <param name="Calendar"><c>gregorian</c>, as is usual, or <c>lunar</c>.</param>
internal sealed record DateBody(string? Kind, string? Name, string? Calendar, int? Month, int? Day, bool? LeapMonth, int? Year)
{
    public DateForm Form => new()
    {
        Kind = Kind ?? "",
        Name = Name ?? "",
        Calendar = Calendar ?? DateForm.GregorianCode,
        Month = Month?.ToString(CultureInfo.InvariantCulture) ?? "",
        Day = Day?.ToString(CultureInfo.InvariantCulture) ?? "",
        Leap = LeapMonth ?? false,
        Year = Year?.ToString(CultureInfo.InvariantCulture) ?? "",
    };
}
