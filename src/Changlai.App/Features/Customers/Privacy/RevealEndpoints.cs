using Changlai.App.Features.Customers.Api;
using Changlai.App.Features.Customers.Card;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Editing;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Api;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Ui;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Customers.Privacy;

/// <summary>To see a customer in full for a while, with a reason.</summary>
internal static class RevealEndpoints
{
    private const string FromToday = "today";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/customers/{id:long}/reveal", Reveal).For(Access.ReadCustomers).Audits(CustomerAudit.Revealed);
        routes.MapPost("/api/customers/{id:long}/reveal", CallAsync).For(Access.ReadCustomers).NeedsScope(ApiScope.CustomersRead).Audits(CustomerAudit.Revealed)
            .Says("说明原因，查看完整资料", "See a customer in full for ten minutes, with a reason", typeof(CustomerBody), typeof(RevealBody));
    }

    private static IResult Reveal(
        HttpContext http, Database database, CardDesk desk, StoreDirectory stores, UiContext ui, TimeProvider time, long id,
        [FromForm] string? reason, [FromForm] string? words, [FromForm] string? from, [FromForm] string? followUp)
    {
        var viewer = Viewer.Of(http.User);
        using var session = database.OpenSession();
        if (CustomerAccess.Find(session, viewer, id) is not { } customer) return Results.NotFound();
        if (RevealReason.ProblemOf(reason, words) is { } wrong)
            return desk.Open(session, viewer, id, new CardView(null, null) { Reveal = new RevealTyped(reason, words, wrong.Field, ui[wrong.Problem]) }, StatusCodes.Status422UnprocessableEntity) ?? Results.NotFound();
        var now = time.GetUtcNow();
        Write(session, viewer, id, reason!, words, now);
        var zone = stores.ZoneOf(customer.StoreId);
        Notice.Leave(http, PrivacyTexts.Shown.In(ui.Language, Formats.Time(TimeOnly.FromDateTime(Core.Calendars.StoreDay.WallClock(now + Reveals.Lasting, zone)))), Tone.Info);
        return Results.LocalRedirect(from == FromToday && long.TryParse(followUp, out var opened) ? $"/today?open={id}-{opened}" : $"/customers/{id}");
    }

    private static async Task<IResult> CallAsync(HttpContext http, Database database, UiContext ui, TimeProvider time, long id)
    {
        var (body, refusal) = await JsonRequests.ReadAsync<RevealBody>(http);
        if (body is null) return refusal!;
        var viewer = Viewer.Of(http.User);
        using var session = database.OpenSession();
        if (CustomerAccess.Find(session, viewer, id) is null) return JsonRequests.NotFound(ui);
        if (RevealReason.ProblemOf(body.Reason, body.Words) is { } wrong) return JsonRequests.Invalid(ui, new Dictionary<string, Text>(StringComparer.Ordinal) { [wrong.Field] = wrong.Problem });
        Write(session, viewer, id, body.Reason!, body.Words, time.GetUtcNow());
        return StoredCustomer.Read(session, id) is { } stored ? ETags.Answer(http, stored.Version, CustomerBody.Of(stored)) : JsonRequests.NotFound(ui);
    }

    private static void Write(DatabaseSession session, Viewer viewer, long id, string reason, string? words, DateTimeOffset now)
    {
        session.Begin();
        Reveals.Add(session, viewer.StaffId, id, now);
        AuditPen.Current?.Add("reason", reason);
        AuditPen.Current?.Add("words", words?.Trim());
        session.Commit();
    }
}

/// <param name="Reason">contact, identity, trouble, data or other.</param>
/// <param name="Words">Needed with another reason.</param>
internal sealed record RevealBody(string? Reason, string? Words);

/// <summary>A reason as it was typed and could not be taken.</summary>
public sealed record RevealTyped(string? Reason, string? Words, string Field, string Problem);
