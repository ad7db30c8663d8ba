using System.Globalization;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Api;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Features.Platform.People.Proofs;
using Changlai.App.Ui;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace Changlai.App.Features.Platform.People.Pages;

/// <summary>
/// People for other programs: who works here and what they may. How somebody gets in, links, passwords, authenticators, sessions and keys, is left to the
/// pages: no program opens a door.
/// </summary>
internal static class StaffApi
{
    private const int MostEntries = 200;
    private const int UsualEntries = 50;
    private const string Subject = "staff";
    private static readonly Text NoPlace = new("请用上一次回答里的 next。", "Give the value of next of the answer before.");

    public static void Map(IEndpointRouteBuilder routes)
    {
        var staff = routes.MapGroup("/api/staff").For(Access.ManageStore);
        staff.MapGet("", List).NeedsScope(ApiScope.StaffRead)
            .Says("员工清单", "List people", typeof(StaffListing));
        staff.MapGet("/{staffId:long}", Show).NeedsScope(ApiScope.StaffRead)
            .Says("一位员工", "One person", typeof(StaffEntry), hasVersion: true);
        staff.MapPost("", AddAsync).AsksAgain().NeedsScope(ApiScope.StaffWrite).Audits(PeopleAudit.Made)
            .Says("新增员工；登录链接在页面上生成", "Add a person; the link to get in is made on the page", typeof(StaffEntry), typeof(StaffBody), 201);
        staff.MapPut("/{staffId:long}", ChangeAsync).AsksAgain().NeedsScope(ApiScope.StaffWrite).Audits(PeopleAudit.Changed, Subject, "staffId")
            .Says("修改员工", "Change a person", typeof(StaffEntry), typeof(StaffBody), hasVersion: true);
        staff.MapPost("/{staffId:long}/leaving", Leave).AsksAgain().NeedsScope(ApiScope.StaffWrite).Audits(PeopleAudit.Changed, Subject, "staffId")
            .SaysAct("员工离职，登录随即结束", "Somebody leaves; they are signed out at once", typeof(StaffEntry));
        staff.MapPost("/{staffId:long}/return", Return).AsksAgain().NeedsScope(ApiScope.StaffWrite).Audits(PeopleAudit.Changed, Subject, "staffId")
            .SaysAct("员工回来上班", "Somebody comes back", typeof(StaffEntry));
    }

    private static IResult List(HttpContext http, StaffWork work, UiContext ui, bool? left, string? after, int? limit)
    {
        var place = after?.Split('~', 2) is [var id, var name] && long.TryParse(id, out var number) ? (name, number) : ((string, long)?)null;
        if (after is not null && place is null) return JsonRequests.Invalid(ui, new Dictionary<string, Text>(StringComparer.Ordinal) { ["after"] = NoPlace });
        var count = Math.Clamp(limit ?? UsualEntries, 1, MostEntries);
        var viewer = Viewer.Of(http.User);
        using var session = work.Database.OpenSession();
        var people = StaffPerson.List(session, viewer, left != true, null, null, place, count + 1);
        return Results.Ok(new StaffListing([.. people.Take(count).Select(person => StaffEntry.Of(StaffPerson.Find(session, viewer, person.Id) ?? person))],
            people.Count > count ? $"{people[count - 1].Id}~{people[count - 1].Name}" : null));
    }

    private static IResult Show(HttpContext http, StaffWork work, UiContext ui, long staffId)
    {
        using var session = work.Database.OpenSession();
        return StaffPerson.Find(session, Viewer.Of(http.User), staffId) is { } person ? ETags.Answer(http, StaffVersions.Of(person), StaffEntry.Of(person)) : JsonRequests.NotFound(ui);
    }

    private static async Task<IResult> AddAsync(HttpContext http, StaffWork work, UiContext ui)
    {
        var (body, refusal) = await JsonRequests.ReadAsync<StaffBody>(http);
        if (body is null) return refusal!;
        var viewer = Viewer.Of(http.User);
        using var session = work.Database.OpenSession();
        session.Begin();
        var taken = work.Add(session, viewer, body.Typed, ui.Language, JsonRequests.KeyOf(http));
        if (taken.Form.Errors.Count > 0) return JsonRequests.Invalid(ui, Named(taken.Form.Errors));
        session.Commit();
        return taken.Id is { } id && StaffPerson.Find(session, viewer, id) is { } person
            ? ETags.Made(http, StaffVersions.Of(person), $"/api/staff/{id}", StaffEntry.Of(person), taken.Again)
            : JsonRequests.NotFound(ui);
    }

    private static async Task<IResult> ChangeAsync(HttpContext http, StaffWork work, UiContext ui, long staffId)
    {
        var (body, refusal) = await JsonRequests.ReadAsync<StaffBody>(http);
        if (body is null) return refusal!;
        var viewer = Viewer.Of(http.User);
        using var session = work.Database.OpenSession();
        session.Begin();
        session.LockInTransaction($"{Subject}/{staffId}");
        if (StaffWork.Mine(session, viewer, staffId) is not { } person) return JsonRequests.NotFound(ui);
        if (ETags.Refusal(http, ui, StaffVersions.Of(person)) is { } stale) return stale;
        if (!string.IsNullOrEmpty(body.SignIn) && body.SignIn != person.SignIn) return JsonRequests.Invalid(ui, new Dictionary<string, Text>(StringComparer.Ordinal) { ["signIn"] = StaffTexts.SignInStays });
        var form = work.Change(session, viewer, person, body.Typed);
        if (form.Errors.Count > 0) return JsonRequests.Invalid(ui, Named(form.Errors));
        session.Commit();
        return StaffPerson.Find(session, viewer, staffId) is { } now ? ETags.Answer(http, StaffVersions.Of(now), StaffEntry.Of(now)) : JsonRequests.NotFound(ui);
    }

    private static IResult Leave(HttpContext http, StaffWork work, UiContext ui, long staffId)
    {
        var viewer = Viewer.Of(http.User);
        using var session = work.Database.OpenSession();
        session.Begin();
        if (StaffWork.Mine(session, viewer, staffId) is not { } person) return JsonRequests.NotFound(ui);
        if (work.Leave(session, viewer, person) is { } why) return Results.Problem(ui[why], statusCode: StatusCodes.Status409Conflict);
        session.Commit();
        return Results.Ok(StaffEntry.Of(person with { Active = false }));
    }

    private static IResult Return(HttpContext http, StaffWork work, UiContext ui, long staffId)
    {
        using var session = work.Database.OpenSession();
        session.Begin();
        if (StaffWork.Mine(session, Viewer.Of(http.User), staffId) is not { } person) return JsonRequests.NotFound(ui);
        StaffWork.Return(session, person);
        session.Commit();
        return Results.Ok(StaffEntry.Of(person with { Active = true }));
    }

    private static Dictionary<string, Text> Named(IReadOnlyDictionary<string, Text> errors) =>
        errors.ToDictionary(error => error.Key switch { "store" => "storeId", "further" => "furtherStores", _ => error.Key }, error => error.Value, StringComparer.Ordinal);
}

/// <summary>A person as another program sends them; they are checked as if somebody had typed them.</summary>
/// <param name="SignIn">The name they sign in with; it stays once it is given.</param>
/// <param name="Role"><c>staff</c>, <c>manager</c>, <c>head-office</c>, <c>auditor</c> or <c>admin</c>.</param>
/// <param name="Reach"><c>own</c>, <c>stores</c> or <c>all</c>; as is usual for the role where nothing is said.</param>
/// <param name="Capacity">Contacts a day, of somebody new; afterwards it stands with their days.</param>
internal sealed record StaffBody(string? Name, string? SignIn, string? Role, long? StoreId, string? Reach, IReadOnlyList<long>? FurtherStores, decimal? Capacity)
{
    public FormCollection Typed => new(new Dictionary<string, StringValues>(StringComparer.Ordinal)
    {
        ["name"] = Name ?? "",
        ["signIn"] = SignIn ?? "",
        ["role"] = Role ?? "staff",
        ["store"] = StoreId?.ToString(CultureInfo.InvariantCulture) ?? "",
        ["reach"] = Reach ?? "",
        ["further"] = new StringValues([.. (FurtherStores ?? []).Select(store => store.ToString(CultureInfo.InvariantCulture))]),
        ["capacity"] = Capacity?.ToString(CultureInfo.InvariantCulture) ?? "30",
    });
}

internal sealed record StaffEntry(
    long Id, string Name, string? SignIn, string Role, long? StoreId, string? Store, string? Reach, IReadOnlyList<long> FurtherStores, int Capacity, bool Active, bool HasPassword, bool HasAuthenticator)
{
    public static StaffEntry Of(StaffPerson person) => new(person.Id, person.Name, person.SignIn, person.Role.Code(), person.StoreId, person.Store, person.Scope, person.FurtherStores, person.DailyCapacity,
        person.Active, person.HasPassword, person.HasAuthenticator);
}

/// <param name="Next">What to send as <c>after</c> for the following ones; null at the end.</param>
internal sealed record StaffListing(IReadOnlyList<StaffEntry> Items, string? Next);
