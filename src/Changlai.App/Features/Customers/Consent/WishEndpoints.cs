using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Editing;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Ui;
using Changlai.Core.Calendars;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Customers.Consent;

/// <summary>How a customer wishes to be contacted, and what they agreed to.</summary>
internal static class WishEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/customers/{id:long}/wishes", Show).For(Access.ChangeCustomers);
        routes.MapPost("/customers/{id:long}/wishes", Change).For(Access.ChangeCustomers).Audits(CustomerAudit.WishesChanged);
    }

    private static IResult Show(HttpContext http, Database database, long id)
    {
        using var session = database.OpenSession();
        return Open(http, session, id) is { } customer && WishWork.Read(session, id) is { } stored
            ? Page(customer, WishForm.Of(stored.Wishes, stored.Topics, stored.Version), null)
            : Results.NotFound();
    }

    private static IResult Change(HttpContext http, WishWork work, UiContext ui, TimeProvider time, long id, [FromForm] IFormCollection typed)
    {
        using var session = work.Database.OpenSession();
        if (Open(http, session, id) is not { } customer) return Results.NotFound();
        session.Begin();
        if (WishWork.Read(session, id) is not { } before) return Results.NotFound();
        var typedForm = FormOf(typed);
        if (FormKeys.Take(session, $"wishes/{id}", typed["idempotencyKey"], time.GetUtcNow()) is not null)
        {
            Notice.Leave(http, ui[EditTexts.AlreadySaved], Tone.Info);
            return Results.LocalRedirect($"/customers/{id}");
        }
        if (typedForm.Version != before.Version) return Stale(http, session, ui, customer, before, typedForm);
        var taken = work.Change(session, Viewer.Of(http.User), customer, before, typedForm);
        if (taken.IsStale) return WishWork.Read(session, id) is { } quicker ? Stale(http, session, ui, customer, quicker, typedForm) : Results.NotFound();
        if (!taken.IsTaken) return Page(customer, taken.Form, null, StatusCodes.Status422UnprocessableEntity);
        Notice.Leave(http, ui[ConsentTexts.Saved]);
        return Results.LocalRedirect($"/customers/{id}");
    }

    /// <summary>Both versions side by side; the form holds on to what was typed and knows the newer version now.</summary>
    private static IResult Stale(HttpContext http, DatabaseSession session, UiContext ui, CustomerHead customer, StoredWishes now, WishForm typed) => Page(
        customer, typed with { Version = now.Version },
        new Conflict(WishLines.Differences(typed, WishForm.Of(now.Wishes, now.Topics, now.Version), ui.Language), LastChange.Words(http, session, null, customer.Id, CustomerAudit.WishesChanged, CustomerAudit.Changed)),
        StatusCodes.Status409Conflict);

    private static CustomerHead? Open(HttpContext http, DatabaseSession session, long id) =>
        CustomerAccess.Find(session, Viewer.Of(http.User), id);

    private static IResult Page(CustomerHead customer, WishForm form, Conflict? conflict, int status = StatusCodes.Status200OK) =>
        UiSetup.Page<WishPage>(new { CustomerId = customer.Id, CustomerName = customer.Name, Form = form, Conflict = conflict }, status);

    private static WishForm FormOf(IFormCollection typed) => new()
    {
        Days = Weekdays.Of([.. Enum.GetValues<DayOfWeek>().Where(day => typed["day"].Contains(((int)day).ToString()))]),
        From = typed["from"].ToString(),
        Until = typed["until"].ToString(),
        Liked = Channels(typed["liked"]),
        Refused = Channels(typed["refused"]),
        NotAtWork = typed["notAtWork"] == "true",
        DoNotContact = typed["doNotContact"] == "true",
        Reason = typed["reason"].ToString(),
        Topics = typed["topics"].ToString(),
        Consented = typed["consented"] == "true",
        Source = typed["consentSource"].ToString(),
        Wording = typed["wording"].ToString(),
        Version = int.TryParse(typed["version"], out var version) ? version : 0,
    };

    private static ChannelSet Channels(IEnumerable<string?> codes) => ChannelSet.Of(codes.Select(ContactChannel.Find).OfType<ContactChannel>());
}
