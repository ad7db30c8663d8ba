using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Ui;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Customers.Dates;

/// <summary>A customer's special dates: adding, changing, removing.</summary>
internal static class DatesEndpoints
{
    private const string FormName = "special-date";

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

    private static IResult Add(
        HttpContext http, Database database, StoreDirectory stores, UiContext ui, TimeProvider time, IEnumerable<ICustomersChanged> listeners, long id, [FromForm] IFormCollection typed)
    {
        using var session = database.OpenSession();
        if (Open(http, session, id) is not { } customer) return Results.NotFound();
        var (date, form) = FormOf(typed).Check(stores.TodayOf(customer.StoreId));
        if (date is null) return Page(session, stores, customer, null, form, StatusCodes.Status422UnprocessableEntity);
        session.Begin();
        if (FormKeys.Take(session, $"{FormName}/{id}", typed["idempotencyKey"], time.GetUtcNow()) is null)
        {
            if (SpecialDates.Read(session, id).Count >= SpecialDates.Most)
            {
                session.Rollback();
                return Page(session, stores, customer, null, Wrong(form, "kind", DateTexts.Many.With(SpecialDates.Most)), StatusCodes.Status422UnprocessableEntity);
            }
            SpecialDates.Add(session, id, date);
            Tell(session, listeners, id);
        }
        session.Commit();
        return Saved(http, stores, ui, customer, date);
    }

    private static IResult Change(
        HttpContext http, Database database, StoreDirectory stores, UiContext ui, TimeProvider time, IEnumerable<ICustomersChanged> listeners,
        long id, long dateId, [FromForm] IFormCollection typed)
    {
        using var session = database.OpenSession();
        if (Open(http, session, id) is not { } customer) return Results.NotFound();
        session.Begin();
        if (SpecialDates.Read(session, id).Find(one => one.Id == dateId) is not { } stored) return Results.NotFound();
        var (date, form) = FormOf(typed).Check(stores.TodayOf(customer.StoreId));
        if (date is null) return Page(session, stores, customer, stored, form, StatusCodes.Status422UnprocessableEntity);
        if (FormKeys.Take(session, $"{FormName}/{id}/{dateId}", typed["idempotencyKey"], time.GetUtcNow()) is null)
        {
            if (stored.Fingerprint != form.Was)
            {
                session.Rollback();
                return Page(session, stores, customer, stored, Wrong(DateForm.Of(stored), "", DateTexts.Changed), StatusCodes.Status409Conflict);
            }
            SpecialDates.Change(session, id, dateId, date);
            Tell(session, listeners, id);
        }
        session.Commit();
        return Saved(http, stores, ui, customer, date);
    }

    private static IResult Remove(HttpContext http, Database database, UiContext ui, IEnumerable<ICustomersChanged> listeners, long id, long dateId)
    {
        using var session = database.OpenSession();
        if (Open(http, session, id) is null) return Results.NotFound();
        session.Begin();
        if (SpecialDates.Read(session, id).Find(one => one.Id == dateId) is { } date)
        {
            SpecialDates.Remove(session, id, dateId);
            Tell(session, listeners, id);
            Notice.Leave(http, DateTexts.Removed.In(ui.Language, ui[date.Called]), Tone.Plain);
        }
        session.Commit();
        return Results.LocalRedirect($"/customers/{id}/dates");
    }

    private static void Tell(DatabaseSession session, IEnumerable<ICustomersChanged> listeners, long id)
    {
        foreach (var listener in listeners) listener.CustomersChanged(session, [id]);
    }

    private static CustomerHead? Open(HttpContext http, DatabaseSession session, long id) =>
        CustomerAccess.Find(session, Viewer.Of(http.User), id);

    private static IResult Saved(HttpContext http, StoreDirectory stores, UiContext ui, CustomerHead customer, NewSpecialDate date)
    {
        var called = new StoredDate(0, date.Kind, date.Name, date.Day).Called;
        Notice.Leave(http, DateTexts.Saved.In(ui.Language, ui[called], Formats.Day(date.Day.NextOnOrAfter(stores.TodayOf(customer.StoreId)), ui.Language)));
        return Results.LocalRedirect($"/customers/{customer.Id}/dates");
    }

    private static DateForm Wrong(DateForm form, string field, Text problem) => form with { Errors = new Dictionary<string, Text>(StringComparer.Ordinal) { [field] = problem } };

    private static IResult Page(DatabaseSession session, StoreDirectory stores, CustomerHead customer, StoredDate? changed, DateForm form, int status = StatusCodes.Status200OK) =>
        UiSetup.Page<DatesPage>(new
        {
            CustomerId = customer.Id,
            CustomerName = customer.Name,
            Dates = SpecialDates.Read(session, customer.Id),
            Today = stores.TodayOf(customer.StoreId),
            Changed = changed,
            Form = form,
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
