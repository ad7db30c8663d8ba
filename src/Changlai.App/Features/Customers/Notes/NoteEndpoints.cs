using Changlai.App.Features.Customers.Card;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Customers.Notes;

/// <summary>A note written on the card.</summary>
internal static class NoteEndpoints
{
    public const int Longest = 2000;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/customers/{id:long}/notes", Add).For(Access.ChangeCustomers).Audits(CustomerAudit.NoteAdded);

    private static IResult Add(HttpContext http, Database database, CardDesk desk, UiContext ui, TimeProvider time, long id, [FromForm] string? words, [FromForm] string? idempotencyKey)
    {
        var viewer = Viewer.Of(http.User);
        using var session = database.OpenSession();
        if (CustomerAccess.Find(session, viewer, id) is null) return Results.NotFound();
        var note = (words ?? "").Trim();
        if (note.Length is 0 or > Longest)
        {
            var problem = note.Length == 0 ? NoteTexts.Empty.In(ui.Language) : NoteTexts.Long.In(ui.Language, Longest, note.Length);
            return desk.Open(session, viewer, id, new CardView(null, null) { Note = note, NoteProblem = problem }, StatusCodes.Status422UnprocessableEntity) ?? Results.NotFound();
        }
        session.Begin();
        if (FormKeys.Take(session, $"note/{id}", idempotencyKey, time.GetUtcNow()) is null) CustomerEvents.Add(session, id, CustomerEvents.Note, note, viewer.StaffId, time.GetUtcNow());
        session.Commit();
        Notice.Leave(http, ui[NoteTexts.Saved]);
        return Results.LocalRedirect($"/customers/{id}#history");
    }
}
