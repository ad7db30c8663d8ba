using Changlai.App.Features.Customers.Card;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Ui;
using Changlai.Core.Values;
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
        var (note, problem) = Write(session, viewer, id, words, idempotencyKey, time.GetUtcNow());
        if (problem is { } wrong) return desk.Open(session, viewer, id, new CardView(null, null) { Note = note, NoteProblem = ui[wrong] }, StatusCodes.Status422UnprocessableEntity) ?? Results.NotFound();
        Notice.Leave(http, ui[NoteTexts.Saved]);
        return Results.LocalRedirect($"/customers/{id}#history");
    }

    /// <summary>Writes it once, however often it comes.</summary>
    /// <returns>The words as they are kept, or what is wrong with them.</returns>
    public static (string Note, Text? Problem) Write(DatabaseSession session, Viewer viewer, long customerId, string? words, string? key, DateTimeOffset now)
    {
        var note = (words ?? "").Trim();
        if (note.Length == 0) return (note, NoteTexts.Empty);
        if (note.Length > Longest) return (note, NoteTexts.Long.With(Longest, note.Length));
        session.Begin();
        if (FormKeys.Take(session, $"note/{customerId}", key, now) is null) CustomerEvents.Add(session, customerId, CustomerEvents.Note, note, viewer.StaffId, now);
        session.Commit();
        return (note, null);
    }
}
