using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Duplicates;
using Changlai.App.Features.Customers.Photos;
using Changlai.App.Features.Customers.Rules;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Ui;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Customers.Editing;

/// <summary>Entering a new customer, and changing what a card says.</summary>
internal static class EditEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/customers/new", New).For(Access.ChangeCustomers);
        routes.MapPost("/customers", Create).For(Access.ChangeCustomers).Audits(CustomerAudit.Created);
        routes.MapGet("/customers/{id:long}/edit", Edit).For(Access.ChangeCustomers);
        routes.MapPost("/customers/{id:long}/details", Change).For(Access.ChangeCustomers).Audits(CustomerAudit.Changed);
    }

    private static IResult New(HttpContext http, Database database, EditDesk desk)
    {
        var viewer = Viewer.Of(http.User);
        using var session = database.OpenSession();
        var fields = CustomerFields.Read(session);
        var form = CustomerForm.Blank(fields, desk.FirstStoreOf(viewer), viewer.StoreId is null && viewer.Reach != Reach.Own ? null : viewer.StaffId);
        return UiSetup.Page<EditPage>(new { Edit = new CustomerEdit(null, null, null, form, desk.Choices(session, viewer, fields, null)) });
    }

    private static IResult Create(HttpContext http, Database database, EditDesk desk, CustomerEntry entry, UiContext ui, [FromForm] IFormCollection typed)
    {
        var viewer = Viewer.Of(http.User);
        using var session = database.OpenSession();
        var fields = CustomerFields.Read(session);
        var photo = PhotoForm.Read(typed);
        var taken = entry.Create(session, viewer, FormOf(typed), photo, typed["idempotencyKey"]);
        if (taken.IsRefused) return UiSetup.Page<EditPage>(new { Edit = new CustomerEdit(null, null, null, With(taken.Form, photo), desk.Choices(session, viewer, fields, null)) }, StatusCodes.Status422UnprocessableEntity);
        if (taken.Again) Notice.Leave(http, ui[EditTexts.AlreadySaved], Tone.Info);
        else if (taken.IsKnown) Notice.Leave(http, DuplicateTexts.MaybeKnown.In(ui.Language, taken.Form["name"].Trim()), Tone.Risk);
        else Notice.Leave(http, EditTexts.Created.In(ui.Language, taken.Form["name"].Trim()));
        return Results.LocalRedirect(taken.Id is { } id ? $"/customers/{id}" : "/customers");
    }

    private static IResult Edit(HttpContext http, Database database, EditDesk desk, Masks masks, long id)
    {
        var viewer = Viewer.Of(http.User);
        using var session = database.OpenSession();
        if (!IsThere(session, viewer, id) || StoredCustomer.Read(session, id) is not { } stored) return Results.NotFound();
        var masking = masks.Of(session, viewer);
        var fields = masking.Asked(id, CustomerFields.Read(session));
        return UiSetup.Page<EditPage>(new { Edit = EditOf(session, stored, CustomerForm.Of(masking.Of(id, stored.Details), stored.Version), desk.Choices(session, viewer, fields, stored.Details)) });
    }

    private static IResult Change(HttpContext http, Database database, EditDesk desk, CustomerEntry entry, UiContext ui, Masks masks, long id, [FromForm] IFormCollection typed)
    {
        var viewer = Viewer.Of(http.User);
        using var session = database.OpenSession();
        if (!IsThere(session, viewer, id)) return Results.NotFound();
        session.Begin();
        if (StoredCustomer.Read(session, id) is not { } stored) return Results.NotFound();
        var photo = PhotoForm.Read(typed);
        var taken = entry.Change(session, viewer, stored, FormOf(typed), photo, typed["idempotencyKey"]);
        if (taken.IsStale || taken.IsRefused)
        {
            var masking = masks.Of(session, viewer);
            var fields = masking.Asked(id, CustomerFields.Read(session));
            return taken.IsStale
                ? Stale(http, session, desk, ui, viewer, masking, fields, id, With(taken.Form, photo), taken.Details!)
                : UiSetup.Page<EditPage>(new { Edit = EditOf(session, stored, With(taken.Form, photo), desk.Choices(session, viewer, fields, stored.Details)) }, StatusCodes.Status422UnprocessableEntity);
        }
        if (taken.Again) Notice.Leave(http, ui[EditTexts.AlreadySaved], Tone.Info);
        else Notice.Leave(http, ui[EditTexts.Saved]);
        return Results.LocalRedirect($"/customers/{id}");
    }

    /// <summary>Both versions side by side; the form holds on to what was typed and knows the newer version now.</summary>
    private static IResult Stale(
        HttpContext http, DatabaseSession session, EditDesk desk, UiContext ui, Viewer viewer, Masking masking, IReadOnlyList<CustomerField> fields, long id, CustomerForm form, CustomerDetails yours)
    {
        if (StoredCustomer.Read(session, id) is not { } now) return Results.NotFound();
        var lines = new DetailLines(ui.Language, desk.StoreName, owner => desk.OwnerName(session, owner), fields);
        var edit = EditOf(session, now, form with { Version = now.Version }, desk.Choices(session, viewer, fields, now.Details)) with
        {
            Conflict = new Conflict(lines.Differences(masking.Of(id, yours), masking.Of(id, now.Details)), LastChange.Words(http, session, null, id, CustomerAudit.Changed, CustomerAudit.WishesChanged)),
        };
        return UiSetup.Page<EditPage>(new { Edit = edit }, StatusCodes.Status409Conflict);
    }

    private static CustomerEdit EditOf(DatabaseSession session, StoredCustomer stored, CustomerForm form, EditChoices choices) =>
        new(stored.Id, stored.Details.Name, stored.Number, form, choices) { Photo = CustomerPhoto.Find(session, stored.Id) };

    /// <summary>The form as it comes back, with what is to be said of the photo.</summary>
    private static CustomerForm With(CustomerForm form, PhotoForm photo) => photo.Error is { } error
        ? form with { Errors = new Dictionary<string, Text>(form.Errors, StringComparer.Ordinal) { [PhotoForm.Field] = error } }
        : form;

    private static bool IsThere(DatabaseSession session, Viewer viewer, long id) => CustomerAccess.Find(session, viewer, id) is not null;

    private static CustomerForm FormOf(IFormCollection typed) =>
        new(typed.ToDictionary(field => field.Key, field => (IReadOnlyList<string>)[.. field.Value.Select(value => value ?? "")], StringComparer.Ordinal))
        {
            Version = int.TryParse(typed["version"].ToString(), out var version) ? version : 0,
        };
}
