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
    private const string NewForm = "store";
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

    private static IResult Create(HttpContext http, Database database, StoreDirectory stores, UiContext ui, TimeProvider time, [FromForm] IFormCollection typed)
    {
        using var session = database.OpenSession();
        session.Begin();
        session.LockInTransaction(Subject);
        if (FormKeys.Take(session, NewForm, typed["idempotencyKey"], time.GetUtcNow()) is { } known)
        {
            session.Commit();
            return Results.LocalRedirect(known.Length == 0 ? "/settings/stores" : $"/settings/stores/{known}");
        }
        var (store, form) = StoreForm.Of(typed).Check(0, name => StoreRecord.IsNameTaken(session, name, null), null);
        if (store is null) return UiSetup.Page<StorePage>(new { Form = form }, StatusCodes.Status422UnprocessableEntity);
        var id = store.Add(session);
        FormKeys.Answer(session, NewForm, typed["idempotencyKey"], $"{id}");
        AuditPen.Current?.About(Subject, id);
        AuditPen.Current?.OfStore(id);
        session.Commit();
        stores.Forget();
        Notice.Leave(http, StoreTexts.Saved.In(ui.Language, store.Name));
        return Results.LocalRedirect($"/settings/stores/{id}");
    }

    private static IResult Show(HttpContext http, Database database, StoreDirectory stores, long id)
    {
        using var session = database.OpenSession();
        return StoreRecord.Find(session, Viewer.Of(http.User).InStores, id) is { } store ? Page(session, stores, store, StoreForm.Of(store), new StoreDayForm()) : Results.NotFound();
    }

    private static IResult Change(
        HttpContext http, Database database, StoreDirectory stores, UiContext ui, TimeProvider time, SweepSignal signal, IEnumerable<IStoreDaysChanged> listeners, long id, [FromForm] IFormCollection typed)
    {
        using var session = database.OpenSession();
        session.Begin();
        session.LockInTransaction(Subject);
        if (StoreRecord.Find(session, Viewer.Of(http.User).InStores, id) is not { } before) return Results.NotFound();
        var (store, form) = StoreForm.Of(typed).Check(id, name => StoreRecord.IsNameTaken(session, name, id), before.TimeZone);
        if (store is null) return Page(session, stores, before, form, new StoreDayForm(), StatusCodes.Status422UnprocessableEntity);
        var moves = store.ClosedWeekdays != before.ClosedWeekdays || store.Holidays != before.Holidays;
        if (FormKeys.Take(session, $"{NewForm}/{id}", typed["idempotencyKey"], time.GetUtcNow()) is null)
        {
            store.Change(session);
            AuditPen.Current?.OfStore(id);
            AuditPen.Current?.Add("fields", string.Join(' ', store.DifferencesTo(before)));
            if (moves) Tell(session, listeners, new StoreDaysChange(id));
        }
        session.Commit();
        stores.Forget();
        if (moves) signal.RunSoon();
        return Done(http, ui, id, (moves ? StoreTexts.SavedMoves : StoreTexts.Saved).With(store.Name));
    }

    private static IResult AddDays(
        HttpContext http, Database database, StoreDirectory stores, UiContext ui, TimeProvider time, SweepSignal signal, IEnumerable<IStoreDaysChanged> listeners, long id,
        [FromForm] string? kind, [FromForm] string? from, [FromForm] string? to, [FromForm] string? reason, [FromForm] string? idempotencyKey)
    {
        using var session = database.OpenSession();
        session.Begin();
        if (StoreRecord.Find(session, Viewer.Of(http.User).InStores, id) is not { } store) return Results.NotFound();
        var (days, form) = new StoreDayForm { Kind = kind ?? "", From = from ?? "", To = to ?? "", Reason = reason ?? "" }.Check();
        if (days is null) return Page(session, stores, store, StoreForm.Of(store), form, StatusCodes.Status422UnprocessableEntity);
        if (FormKeys.Take(session, $"{NewForm}/{id}/days", idempotencyKey, time.GetUtcNow()) is null)
        {
            days.Write(session, id);
            AuditPen.Current?.OfStore(id);
            AuditPen.Current?.Add("days", $"{days.From:yyyy-MM-dd}/{days.To:yyyy-MM-dd} {kind}");
            Tell(session, listeners, new StoreDaysChange(id, From: days.From, To: days.To));
        }
        session.Commit();
        signal.RunSoon();
        return Done(http, ui, id, StoreTexts.DaysSaved);
    }

    private static IResult RemoveDays(
        HttpContext http, Database database, StoreDirectory stores, UiContext ui, SweepSignal signal, IEnumerable<IStoreDaysChanged> listeners, long id, [FromForm] string? from, [FromForm] string? to)
    {
        using var session = database.OpenSession();
        session.Begin();
        if (StoreRecord.Find(session, Viewer.Of(http.User).InStores, id) is not { } store) return Results.NotFound();
        var errors = new Dictionary<string, Text>(StringComparer.Ordinal);
        var (first, last) = StoreDayForm.Range(from ?? "", to ?? "", errors);
        if (errors.Count > 0)
            return Page(session, stores, store, StoreForm.Of(store), new StoreDayForm { From = from ?? "", To = to ?? "", Errors = errors }, StatusCodes.Status422UnprocessableEntity);
        if (StoreDayRange.Remove(session, id, first, last) > 0)
        {
            AuditPen.Current?.OfStore(id);
            AuditPen.Current?.Add("days", $"{first:yyyy-MM-dd}/{last:yyyy-MM-dd}");
            Tell(session, listeners, new StoreDaysChange(id, From: first, To: last));
        }
        session.Commit();
        signal.RunSoon();
        return Done(http, ui, id, StoreTexts.DaysRemoved);
    }

    private static void Tell(DatabaseSession session, IEnumerable<IStoreDaysChanged> listeners, StoreDaysChange change)
    {
        foreach (var listener in listeners) listener.StoreDaysChanged(session, change);
    }

    private static IResult Done(HttpContext http, UiContext ui, long id, Text said)
    {
        Notice.Leave(http, ui[said]);
        return Results.LocalRedirect($"/settings/stores/{id}");
    }

    private static IResult Page(DatabaseSession session, StoreDirectory stores, StoreRecord store, StoreForm form, StoreDayForm dayForm, int status = StatusCodes.Status200OK) =>
        UiSetup.Page<StorePage>(new { Stored = store, Form = form, DayForm = dayForm, Days = StoreDayRange.Read(session, store.Id, stores.TodayOf(store.Id)) }, status);
}
