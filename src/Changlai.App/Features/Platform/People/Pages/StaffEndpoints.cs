using System.Globalization;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Features.Platform.People.Links;
using Changlai.App.Features.Platform.People.Passkeys;
using Changlai.App.Features.Platform.People.Proofs;
using Changlai.App.Features.Platform.People.SecondStep;
using Changlai.App.Features.Platform.People.Sessions;
using Changlai.App.Ui;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Changlai.App.Features.Platform.People.Pages;

/// <summary>People: who works here, what they may, and how they get in.</summary>
internal static class StaffEndpoints
{
    private const int PageSize = 50;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var staff = routes.MapGroup("/staff").For(Access.ManageStore);
        staff.MapGet("", List);
        staff.MapGet("/new", New);
        staff.MapPost("", Add).AsksAgain().Audits(PeopleAudit.Made);
        staff.MapGet("/{staffId:long}", Show);
        staff.MapPost("/{staffId:long}", Change).AsksAgain().Audits(PeopleAudit.Changed, "staff", "staffId");
        staff.MapPost("/{staffId:long}/link", MakeLink).AsksAgain().ChecksToken().Audits(PeopleAudit.LinkMade, "staff", "staffId");
        staff.MapPost("/{staffId:long}/authenticator-removal", RemoveAuthenticator).AsksAgain().ChecksToken().Audits(PeopleAudit.AuthenticatorRemoved, "staff", "staffId");
        staff.MapPost("/{staffId:long}/passkey-removal", RemovePasskeys).AsksAgain().ChecksToken().Audits(PeopleAudit.PasskeyRemoved, "staff", "staffId");
        staff.MapPost("/{staffId:long}/sessions/{sessionId:long}/end", EndSession).AsksAgain().ChecksToken().Audits(PeopleAudit.SessionEnded, "staff", "staffId");
        staff.MapPost("/{staffId:long}/sessions/end-all", EndSessions).AsksAgain().ChecksToken().Audits(PeopleAudit.SessionEnded, "staff", "staffId");
        staff.MapPost("/{staffId:long}/leaving", Leave).AsksAgain().ChecksToken().Audits(PeopleAudit.Changed, "staff", "staffId");
        staff.MapPost("/{staffId:long}/return", Return).AsksAgain().ChecksToken().Audits(PeopleAudit.Changed, "staff", "staffId");
    }

    private static IResult List(HttpContext http, Database database, StoreDirectory stores, string? show, string? role, string? store, string? after)
    {
        var viewer = Viewer.Of(http.User);
        using var session = database.OpenSession();
        // What an address asks for that is none of the choices narrows nothing.
        var chosen = role is { Length: > 0 } && StaffRoles.Parse(role) is var known && known.Code() == role ? known : (StaffRole?)null;
        var storeId = long.TryParse(store, out var asked) && viewer.InStores.Includes(asked, null) && stores.Stores().ContainsKey(asked) ? asked : (long?)null;
        var place = after?.Split('~') is [var id, var name] && long.TryParse(id, out var number) ? (name, number) : ((string, long)?)null;
        var people = StaffPerson.List(session, viewer, show != "left", chosen, storeId, place, PageSize + 1);
        var last = people.Count > PageSize ? people[PageSize - 1] : null;
        return UiSetup.Page<StaffPage>(new { People = people.Take(PageSize).ToList(), Role = chosen?.Code(), Store = storeId, Stores = Offered(viewer, stores), ShowsLeft = show == "left", Next = last is null ? null : $"{last.Id}~{last.Name}", IsLater = place is not null });
    }

    private static IResult New(HttpContext http, StoreDirectory stores, UiContext ui)
    {
        var viewer = Viewer.Of(http.User);
        return FormPage(viewer, stores, null, new StaffForm { Language = ui.Language == Language.Chinese ? "zh" : "en", Store = viewer.InStores.OneStore?.ToString(CultureInfo.InvariantCulture) ?? "" });
    }

    private static IResult Add(HttpContext http, StaffWork work, StoreDirectory stores, UiContext ui, TimeProvider time, [FromForm] IFormCollection typed)
    {
        var viewer = Viewer.Of(http.User);
        using var session = work.Database.OpenSession();
        session.Begin();
        var taken = work.Add(session, viewer, typed, ui.Language, typed["idempotencyKey"]);
        if (taken.Again) return Results.LocalRedirect(taken.Id is { } known ? $"/staff/{known}" : "/staff");
        if (taken.Id is not { } id) return FormPage(viewer, stores, null, taken.Form);
        var token = StaffLinks.Make(session, StaffLinks.Join, id, viewer.StaffId, time.GetUtcNow());
        session.Commit();
        return LinkPage(http, taken.Form.Name, StaffLinks.Join, token, id);
    }

    private static IResult Show(HttpContext http, Database database, StoreDirectory stores, TimeProvider time, long staffId)
    {
        var viewer = Viewer.Of(http.User);
        using var session = database.OpenSession();
        return StaffPerson.Find(session, viewer, staffId) is { } person ? PersonPage(session, viewer, stores, time.GetUtcNow(), person, StaffForm.Of(person)) : Results.NotFound();
    }

    private static IResult Change(HttpContext http, StaffWork work, StoreDirectory stores, UiContext ui, TimeProvider time, long staffId, [FromForm] IFormCollection typed)
    {
        var viewer = Viewer.Of(http.User);
        using var session = work.Database.OpenSession();
        session.Begin();
        session.LockInTransaction($"staff/{staffId}");
        if (StaffWork.Mine(session, viewer, staffId) is not { } person) return Results.NotFound();
        var stored = StaffForm.Of(person);
        if (typed["version"] != stored.Version)
        {
            var mine = StaffForm.Read(typed, viewer, [], person, _ => false) with { Version = stored.Version, Errors = new Dictionary<string, Text>(StringComparer.Ordinal) };
            var conflict = new Conflict(StaffVersions.Differences(mine, stored, stores, ui.Language), LastChange.Words(http, session, $"staff:{staffId}", null, PeopleAudit.Changed));
            return PersonPage(session, viewer, stores, time.GetUtcNow(), person, mine, conflict);
        }
        var form = work.Change(session, viewer, person, typed);
        if (form.Errors.Count > 0) return PersonPage(session, viewer, stores, time.GetUtcNow(), person, form);
        session.Commit();
        Notice.Leave(http, ui[StaffTexts.Saved]);
        return Results.LocalRedirect($"/staff/{staffId}");
    }

    private static IResult MakeLink(HttpContext http, Database database, TimeProvider time, long staffId)
    {
        var (viewer, now) = (Viewer.Of(http.User), time.GetUtcNow());
        using var session = database.OpenSession();
        session.Begin();
        // One's own password and authenticator are changed on one's own page, which asks for the password: an open browser is not yet its owner.
        if (staffId == viewer.StaffId || StaffWork.Mine(session, viewer, staffId) is not { SignIn: not null, Active: true } person) return Results.NotFound();
        var kind = person.HasPassword ? StaffLinks.NewPassword : StaffLinks.Join;
        var token = StaffLinks.Make(session, kind, staffId, viewer.StaffId, now);
        AuditPen.Current?.Add("kind", kind);
        session.Commit();
        return LinkPage(http, person.Name, kind, token, staffId);
    }

    private static IResult RemoveAuthenticator(HttpContext http, Database database, UiContext ui, TimeProvider time, long staffId)
    {
        var viewer = Viewer.Of(http.User);
        using var session = database.OpenSession();
        session.Begin();
        if (staffId == viewer.StaffId || StaffWork.Mine(session, viewer, staffId) is null) return Results.NotFound();
        Authenticators.Remove(session, staffId);
        StaffSessions.EndAll(session, staffId, null, time.GetUtcNow());
        session.Commit();
        Notice.Leave(http, ui[StaffTexts.AuthenticatorReset]);
        return Results.LocalRedirect($"/staff/{staffId}");
    }

    private static IResult RemovePasskeys(HttpContext http, Database database, UiContext ui, TimeProvider time, long staffId)
    {
        var viewer = Viewer.Of(http.User);
        using var session = database.OpenSession();
        session.Begin();
        if (staffId == viewer.StaffId || StaffWork.Mine(session, viewer, staffId) is null) return Results.NotFound();
        AuditPen.Current?.Add("count", PasskeyStore.RemoveAll(session, staffId).ToString(CultureInfo.InvariantCulture));
        StaffSessions.EndAll(session, staffId, null, time.GetUtcNow());
        session.Commit();
        Notice.Leave(http, ui[PasskeyTexts.AllRemoved]);
        return Results.LocalRedirect($"/staff/{staffId}");
    }

    private static IResult EndSession(HttpContext http, Database database, UiContext ui, TimeProvider time, long staffId, long sessionId)
    {
        using var session = database.OpenSession();
        session.Begin();
        if (StaffWork.Mine(session, Viewer.Of(http.User), staffId) is null || !StaffSessions.End(session, staffId, sessionId, time.GetUtcNow())) return Results.NotFound();
        session.Commit();
        Notice.Leave(http, ui[AccountTexts.Ended]);
        return Results.LocalRedirect($"/staff/{staffId}");
    }

    private static IResult EndSessions(HttpContext http, Database database, UiContext ui, TimeProvider time, long staffId)
    {
        using var session = database.OpenSession();
        session.Begin();
        if (StaffWork.Mine(session, Viewer.Of(http.User), staffId) is null) return Results.NotFound();
        AuditPen.Current?.Add("count", StaffSessions.EndAll(session, staffId, null, time.GetUtcNow()).ToString(CultureInfo.InvariantCulture));
        session.Commit();
        Notice.Leave(http, ui[AccountTexts.Ended]);
        return Results.LocalRedirect($"/staff/{staffId}");
    }

    private static IResult Leave(HttpContext http, StaffWork work, StoreDirectory stores, UiContext ui, TimeProvider time, long staffId)
    {
        var viewer = Viewer.Of(http.User);
        using var session = work.Database.OpenSession();
        session.Begin();
        if (StaffWork.Mine(session, viewer, staffId) is not { } person) return Results.NotFound();
        if (work.Leave(session, viewer, person) is { } why)
            return PersonPage(session, viewer, stores, time.GetUtcNow(), person, StaffForm.Of(person) with { Errors = new Dictionary<string, Text>(StringComparer.Ordinal) { ["role"] = why } });
        session.Commit();
        Notice.Leave(http, StaffTexts.HasLeft.In(ui.Language, person.Name));
        return Results.LocalRedirect($"/staff/{staffId}");
    }

    private static IResult Return(HttpContext http, Database database, UiContext ui, long staffId)
    {
        using var session = database.OpenSession();
        session.Begin();
        if (StaffWork.Mine(session, Viewer.Of(http.User), staffId) is not { } person) return Results.NotFound();
        StaffWork.Return(session, person);
        session.Commit();
        Notice.Leave(http, StaffTexts.IsBack.In(ui.Language, person.Name));
        return Results.LocalRedirect($"/staff/{staffId}");
    }

    private static IResult LinkPage(HttpContext http, string name, string kind, string token, long staffId) => UiSetup.Page<LinkPage>(new
    {
        Name = name,
        Link = http.RequestServices.GetRequiredService<PublicAddress>().Of(http, $"/join/{token}"),
        Hours = (int)StaffLinks.Lasts(kind).TotalHours,
        StaffId = staffId,
    });

    private static IResult FormPage(Viewer viewer, StoreDirectory stores, StaffPerson? person, StaffForm form) => UiSetup.Page<StaffNewPage>(
        new { Form = form, Roles = RolesOf(viewer, person), Stores = Offered(viewer, stores), MayAll = viewer.Role != StaffRole.Manager }, form.Errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);

    private static IResult PersonPage(DatabaseSession session, Viewer viewer, StoreDirectory stores, DateTimeOffset now, StaffPerson person, StaffForm form, Conflict? conflict = null) => UiSetup.Page<StaffPersonPage>(
        new
        {
            Person = person,
            Form = form,
            Roles = RolesOf(viewer, person),
            Stores = Offered(viewer, stores),
            MayAll = viewer.Role != StaffRole.Manager || person.Scope == "all",
            MayChange = StaffForm.MayGive(viewer, person.Role) || person.Id == viewer.StaffId,
            IsOneself = person.Id == viewer.StaffId,
            Sessions = StaffSessions.Of(session, person.Id, now),
            Zone = stores.ZoneOf(viewer.StoreId),
            Conflict = conflict,
        }, conflict is not null ? StatusCodes.Status409Conflict : form.Errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);

    private static IReadOnlyList<StaffRole> RolesOf(Viewer viewer, StaffPerson? person) => [.. Enum.GetValues<StaffRole>().Where(role => StaffForm.MayGive(viewer, role) || role == person?.Role)];

    private static IReadOnlyList<StoreEntry> Offered(Viewer viewer, StoreDirectory stores) => [.. stores.Stores().Values.Where(store => viewer.InStores.Includes(store.Id, null))];
}
