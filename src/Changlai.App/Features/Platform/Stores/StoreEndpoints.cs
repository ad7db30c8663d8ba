using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Ui;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Platform.Stores;

/// <summary>The stores: a manager changes their own, the head office all of them and makes new ones.</summary>
internal static class StoreEndpoints
{
    private const string Subject = "store";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/settings/stores", List).For(Access.ManageStore);
        routes.MapGet("/settings/stores/new", New).For(Access.HeadOffice);
        routes.MapPost("/settings/stores", Create).For(Access.HeadOffice).Audits(StoreAudit.Made);
        routes.MapGet("/settings/stores/{id:long}", Show).For(Access.ManageStore);
        routes.MapPost("/settings/stores/{id:long}", Change).For(Access.ManageStore).Audits(StoreAudit.Changed, Subject, "id");
        routes.MapPost("/settings/stores/{id:long}/days", AddDays).For(Access.ManageStore).Audits(StoreAudit.DaysAdded, Subject, "id");
        routes.MapPost("/settings/stores/{id:long}/days/removal", RemoveDays).For(Access.ManageStore).Audits(StoreAudit.DaysRemoved, Subject, "id");
    }

    private static IResult List(HttpContext http, Database database)
    {
        var viewer = Viewer.Of(http.User);
        using var session = database.OpenSession();
        return UiSetup.Page<StoresPage>(new { Stores = StoreRecord.Read(session, viewer.InStores), MayAdd = viewer.May(Access.HeadOffice) });
    }

    private static IResult New() => UiSetup.Page<StorePage>(new { Form = new StoreForm() });

    private static IResult Create(HttpContext http, StoreWork work, UiContext ui, [FromForm] IFormCollection typed)
    {
        using var session = work.Database.OpenSession();
        var taken = work.Add(session, StoreForm.Of(typed), typed["idempotencyKey"]);
        if (taken.Again) return Results.LocalRedirect(taken.Id is { } known ? $"/settings/stores/{known}" : "/settings/stores");
        if (taken.Store is not { } store) return UiSetup.Page<StorePage>(new { Form = taken.Form }, StatusCodes.Status422UnprocessableEntity);
        Notice.Leave(http, StoreTexts.Saved.In(ui.Language, store.Name));
        return Results.LocalRedirect($"/settings/stores/{store.Id}");
    }

    private static IResult Show(HttpContext http, Database database, StoreDirectory stores, long id)
    {
        using var session = database.OpenSession();
        return StoreRecord.Find(session, Viewer.Of(http.User).InStores, id) is { } store ? Page(session, stores, store, StoreForm.Of(store), new StoreDayForm()) : Results.NotFound();
    }

    private static IResult Change(HttpContext http, StoreWork work, StoreDirectory stores, UiContext ui, long id, [FromForm] IFormCollection typed)
    {
        using var session = work.Database.OpenSession();
        if (StoreWork.Open(session, Viewer.Of(http.User), id) is not { } before) return Results.NotFound();
        var form = StoreForm.Of(typed);
        if (form.Version != before.Version)
            return Page(session, stores, before, form with { Version = before.Version }, new StoreDayForm(), StatusCodes.Status409Conflict,
                new Conflict(StoreLines.Differences(form, StoreForm.Of(before), ui.Language), LastChange.Words(http, session, $"{Subject}:{id}", null, StoreAudit.Changed)));
        var taken = work.Change(session, before, form, typed["idempotencyKey"]);
        return taken.Store is { } store
            ? Done(http, ui, id, (taken.Moves ? StoreTexts.SavedMoves : StoreTexts.Saved).With(store.Name))
            : Page(session, stores, before, taken.Form, new StoreDayForm(), StatusCodes.Status422UnprocessableEntity);
    }

    private static IResult AddDays(
        HttpContext http, StoreWork work, StoreDirectory stores, UiContext ui, long id,
        [FromForm] string? kind, [FromForm] string? from, [FromForm] string? to, [FromForm] string? reason, [FromForm] string? idempotencyKey)
    {
        using var session = work.Database.OpenSession();
        if (StoreWork.Open(session, Viewer.Of(http.User), id) is not { } store) return Results.NotFound();
        var form = work.AddDays(session, store, new StoreDayForm { Kind = kind ?? "", From = from ?? "", To = to ?? "", Reason = reason ?? "" }, idempotencyKey);
        return form.Errors.Count > 0 ? Page(session, stores, store, StoreForm.Of(store), form, StatusCodes.Status422UnprocessableEntity) : Done(http, ui, id, StoreTexts.DaysSaved);
    }

    private static IResult RemoveDays(HttpContext http, StoreWork work, StoreDirectory stores, UiContext ui, long id, [FromForm] string? from, [FromForm] string? to)
    {
        using var session = work.Database.OpenSession();
        if (StoreWork.Open(session, Viewer.Of(http.User), id) is not { } store) return Results.NotFound();
        var errors = work.RemoveDays(session, store, from, to);
        return errors.Count > 0
            ? Page(session, stores, store, StoreForm.Of(store), new StoreDayForm { From = from ?? "", To = to ?? "", Errors = errors }, StatusCodes.Status422UnprocessableEntity)
            : Done(http, ui, id, StoreTexts.DaysRemoved);
    }

    private static IResult Done(HttpContext http, UiContext ui, long id, Text said)
    {
        Notice.Leave(http, ui[said]);
        return Results.LocalRedirect($"/settings/stores/{id}");
    }

    private static IResult Page(DatabaseSession session, StoreDirectory stores, StoreRecord store, StoreForm form, StoreDayForm dayForm, int status = StatusCodes.Status200OK,
        Conflict? conflict = null) =>
        UiSetup.Page<StorePage>(new { Stored = store, Form = form, DayForm = dayForm, Days = StoreDayRange.Read(session, store.Id, stores.TodayOf(store.Id)), Conflict = conflict }, status);
}
