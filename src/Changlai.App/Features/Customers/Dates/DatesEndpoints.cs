using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Customers.Dates;

/// <summary>A customer's special dates: adding, changing, removing.</summary>
internal static class DatesEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var dates = routes.MapGroup("/customers/{id:long}/dates").For(Access.ChangeCustomers);
        dates.MapGet("", List);
        dates.MapPost("", Add).Audits(CustomerAudit.DateAdded);
        dates.MapGet("/{dateId:long}", Show);
        dates.MapPost("/{dateId:long}", Change).Audits(CustomerAudit.DateChanged, "date", "dateId");
        dates.MapPost("/{dateId:long}/removal", Remove).ChecksToken().Audits(CustomerAudit.DateRemoved, "date", "dateId");
    }

    private static IResult List(HttpContext http, Database database, StoreDirectory stores, long id)
    {
        using var session = database.OpenSession();
        return Open(http, session, id) is { } customer ? Page(session, stores, customer, null, new DateForm()) : Results.NotFound();
    }

    private static IResult Show(HttpContext http, Database database, StoreDirectory stores, long id, long dateId)
    {
        using var session = database.OpenSession();
        return Open(http, session, id) is { } customer && SpecialDates.Read(session, id).Find(one => one.Id == dateId) is { } date
            ? Page(session, stores, customer, date, DateForm.Of(date))
            : Results.NotFound();
    }

    private static IResult Add(HttpContext http, DateWork work, StoreDirectory stores, UiContext ui, long id, [FromForm] IFormCollection typed)
    {
        using var session = work.Database.OpenSession();
        if (Open(http, session, id) is not { } customer) return Results.NotFound();
        var taken = work.Add(session, customer, FormOf(typed), typed["idempotencyKey"]);
        return taken.Date is { } date ? Saved(http, stores, ui, customer, date) : Page(session, stores, customer, null, taken.Form, StatusCodes.Status422UnprocessableEntity);
    }

    private static IResult Change(HttpContext http, DateWork work, StoreDirectory stores, UiContext ui, long id, long dateId, [FromForm] IFormCollection typed)
    {
        using var session = work.Database.OpenSession();
        if (Open(http, session, id) is not { } customer || DateWork.Open(session, customer, dateId) is not { } stored) return Results.NotFound();
        var taken = work.Change(session, customer, stored, FormOf(typed), typed["idempotencyKey"]);
        if (taken.Date is { } date) return Saved(http, stores, ui, customer, date);
        session.Rollback();
        return taken.IsStale
            ? Page(session, stores, customer, stored, taken.Form with { Was = stored.Fingerprint }, StatusCodes.Status409Conflict,
                new Conflict(DateLines.Differences(taken.Form, DateForm.Of(stored), ui.Language), LastChange.Words(http, session, $"date:{dateId}", customer.Id, CustomerAudit.DateChanged)))
            : Page(session, stores, customer, stored, taken.Form, StatusCodes.Status422UnprocessableEntity);
    }

    private static IResult Remove(HttpContext http, DateWork work, UiContext ui, long id, long dateId)
    {
        using var session = work.Database.OpenSession();
        if (Open(http, session, id) is not { } customer) return Results.NotFound();
        if (DateWork.Open(session, customer, dateId) is { } date)
        {
            work.Remove(session, customer, date);
            Notice.Leave(http, DateTexts.Removed.In(ui.Language, ui[date.Called]), Tone.Plain);
        }
        return Results.LocalRedirect($"/customers/{id}/dates");
    }

    private static CustomerHead? Open(HttpContext http, DatabaseSession session, long id) =>
        CustomerAccess.Find(session, Viewer.Of(http.User), id);

    private static IResult Saved(HttpContext http, StoreDirectory stores, UiContext ui, CustomerHead customer, NewSpecialDate date)
    {
        var called = new StoredDate(0, date.Kind, date.Name, date.Day).Called;
        Notice.Leave(http, DateTexts.Saved.In(ui.Language, ui[called], Formats.Day(date.Day.NextOnOrAfter(stores.TodayOf(customer.StoreId)), ui.Language)));
        return Results.LocalRedirect($"/customers/{customer.Id}/dates");
    }

    private static IResult Page(DatabaseSession session, StoreDirectory stores, CustomerHead customer, StoredDate? changed, DateForm form, int status = StatusCodes.Status200OK, Conflict? conflict = null) =>
        UiSetup.Page<DatesPage>(new
        {
            CustomerId = customer.Id,
            CustomerName = customer.Name,
            Dates = SpecialDates.Read(session, customer.Id),
            Today = stores.TodayOf(customer.StoreId),
            Changed = changed,
            Form = form,
            Conflict = conflict,
        }, status);

    private static DateForm FormOf(IFormCollection typed) => new()
    {
        Kind = typed["kind"].ToString(),
        Name = typed["name"].ToString(),
        Calendar = typed["calendar"].ToString(),
        Month = typed["month"].ToString(),
        Day = typed["day"].ToString(),
        Leap = typed["leap"] == "true",
        Year = typed["year"].ToString(),
        Was = typed["was"].ToString(),
    };
}
