using Changlai.App.Features.Customers.Card;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Editing;
using Changlai.App.Features.Customers.List;
using Changlai.App.Features.Customers.Notes;
using Changlai.App.Features.Customers.Photos;
using Changlai.App.Features.Customers.Privacy;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Api;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Ui;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Customers.Api;

/// <summary>Customers for other programs: list and find, read, enter, change, note, look at what happened.</summary>
internal static class CustomerApi
{
    private const int MostEntries = 200;
    private const int UsualEntries = 50;
    private static readonly PhotoForm NoPhoto = new(false, null, false, null);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var customers = routes.MapGroup("/api/customers");
        customers.MapGet("", List).For(Access.ReadCustomers).NeedsScope(ApiScope.CustomersRead)
            .Says("客户清单与查找", "List customers, or find them", typeof(CustomerListing));
        customers.MapPost("", CreateAsync).For(Access.ChangeCustomers).NeedsScope(ApiScope.CustomersWrite).Audits(CustomerAudit.Created)
            .Says("登记客户", "Enter a customer", typeof(CustomerBody), typeof(CustomerBody), 201);
        customers.MapGet("/{id:long}", Show).For(Access.ReadCustomers).NeedsScope(ApiScope.CustomersRead)
            .Says("一位客户的资料", "One customer's card", typeof(CustomerBody), hasVersion: true);
        customers.MapPut("/{id:long}", ChangeAsync).For(Access.ChangeCustomers).NeedsScope(ApiScope.CustomersWrite).Audits(CustomerAudit.Changed)
            .Says("修改客户资料", "Change a customer's card", typeof(CustomerBody), typeof(CustomerBody), hasVersion: true);
        customers.MapPost("/{id:long}/notes", NoteAsync).For(Access.ChangeCustomers).NeedsScope(ApiScope.CustomersWrite).Audits(CustomerAudit.NoteAdded)
            .Says("写备注", "Write a note", typeof(NoteBody), typeof(NoteBody), 201);
        customers.MapGet("/{id:long}/timeline", Timeline).For(Access.ReadCustomers).NeedsScope(ApiScope.CustomersRead)
            .Says("客户的往来记录", "What happened with a customer", typeof(TimelineListing));
    }

    private static IResult List(
        HttpContext http, Database database, UiContext ui, IEnumerable<ISearchSource> sources, Masks masks, BulkViews views, string? q, string? show, string? sort, string? owner, long? store, string? after, int? limit)
    {
        var viewer = Viewer.Of(http.User);
        var count = Math.Clamp(limit ?? UsualEntries, 1, MostEntries);
        using var session = database.OpenSession();
        var masking = masks.Of(session, viewer);
        if (!string.IsNullOrWhiteSpace(q))
        {
            var found = CustomersEndpoints.Find(session, viewer, masking, sources, q, count);
            views.Saw(http.User, found.Count);
            return Results.Ok(CustomerListing.Of(found, null));
        }

        var errors = new Dictionary<string, Text>(StringComparer.Ordinal);
        CustomerView? filtered = Chosen("show", show, CustomersEndpoints.IsFilter, errors), sorted = Chosen("sort", sort, view => !CustomersEndpoints.IsFilter(view), errors);
        if (owner is not (null or "me")) errors["owner"] = CustomerApiTexts.OneOf.With("me");
        if (after is not null && ListPosition.Parse(after) is null) errors["after"] = CustomerApiTexts.NoPlace;
        if (errors.Count > 0) return JsonRequests.Invalid(ui, errors);
        var view = filtered ?? sorted ?? CustomerView.Newest;
        var rows = CustomerListQuery.Read(session, new CustomerListFilter(view, ui.Today, viewer.ScopeIn(store), owner == "me" ? viewer.StaffId : null, ListPosition.Parse(after)), count + 1, masking);
        views.Saw(http.User, Math.Min(count, rows.Count));
        return Results.Ok(CustomerListing.Of(rows.Take(count), rows.Count > count ? CustomerListQuery.PositionOf(rows[count - 1], view).ToString() : null));
    }

    private static IResult Show(HttpContext http, Database database, UiContext ui, Masks masks, BulkViews views, long id)
    {
        var viewer = Viewer.Of(http.User);
        views.Saw(http.User, 1);
        using var session = database.OpenSession();
        return CustomerAccess.Find(session, viewer, id) is not null && StoredCustomer.Read(session, id) is { } stored
            ? ETags.Answer(http, stored.Version, CustomerBody.Of(masks.Of(session, viewer).Of(stored)))
            : JsonRequests.NotFound(ui);
    }

    private static async Task<IResult> CreateAsync(HttpContext http, Database database, CustomerEntry entry, UiContext ui, Masks masks)
    {
        var (body, refusal) = await JsonRequests.ReadAsync<CustomerBody>(http);
        if (body is null) return refusal!;
        using var session = database.OpenSession();
        if (body.Problems(null, CustomerFields.Read(session)) is { Count: > 0 } problems) return JsonRequests.Invalid(ui, problems);
        var taken = entry.Create(session, Viewer.Of(http.User), body.Form(0), NoPhoto, JsonRequests.KeyOf(http));
        if (taken.IsRefused) return Refused(ui, taken);
        if (taken.Id is not { } id || CustomerAccess.Find(session, Viewer.Of(http.User), id) is null || StoredCustomer.Read(session, id) is not { } stored) return JsonRequests.NotFound(ui);
        ETags.Answer(http, stored.Version, stored);
        http.Response.Headers.Location = $"/api/customers/{id}";
        return Results.Json(CustomerBody.Of(masks.Of(session, Viewer.Of(http.User)).Of(stored)), statusCode: taken.Again ? StatusCodes.Status200OK : StatusCodes.Status201Created);
    }

    private static async Task<IResult> ChangeAsync(HttpContext http, Database database, CustomerEntry entry, UiContext ui, Masks masks, long id)
    {
        var (body, refusal) = await JsonRequests.ReadAsync<CustomerBody>(http);
        if (body is null) return refusal!;
        var viewer = Viewer.Of(http.User);
        using var session = database.OpenSession();
        session.Begin();
        if (CustomerAccess.Find(session, viewer, id) is null || StoredCustomer.Read(session, id) is not { } stored) return JsonRequests.NotFound(ui);
        if (ETags.Refusal(http, ui, stored.Version) is { } stale) return stale;
        if (body.Problems(stored, CustomerFields.Read(session)) is { Count: > 0 } problems) return JsonRequests.Invalid(ui, problems);
        var taken = entry.Change(session, viewer, stored, body.Form(stored.Version), NoPhoto, key: null);
        if (taken.IsRefused) return Refused(ui, taken);
        var now = StoredCustomer.Read(session, id)!;
        return taken.IsStale ? ETags.Stale(http, ui, now.Version) : ETags.Answer(http, now.Version, CustomerBody.Of(masks.Of(session, viewer).Of(now)));
    }

    private static async Task<IResult> NoteAsync(HttpContext http, Database database, UiContext ui, TimeProvider time, long id)
    {
        var (body, refusal) = await JsonRequests.ReadAsync<NoteBody>(http);
        if (body is null) return refusal!;
        var viewer = Viewer.Of(http.User);
        using var session = database.OpenSession();
        if (CustomerAccess.Find(session, viewer, id) is null) return JsonRequests.NotFound(ui);
        var (note, problem) = NoteEndpoints.Write(session, viewer, id, body.Words, JsonRequests.KeyOf(http), time.GetUtcNow());
        return problem is { } wrong ? JsonRequests.Invalid(ui, new Dictionary<string, Text>(StringComparer.Ordinal) { ["words"] = wrong }) : Results.Json(new NoteBody(note), statusCode: StatusCodes.Status201Created);
    }

    private static IResult Timeline(
        HttpContext http, Database database, UiContext ui, StoreDirectory stores, IEnumerable<ITimelineSource> sources, long id, string? kind, string? after, int? limit)
    {
        using var session = database.OpenSession();
        if (CustomerAccess.Find(session, Viewer.Of(http.User), id) is not { } customer) return JsonRequests.NotFound(ui);
        var known = sources.ToList();
        var errors = new Dictionary<string, Text>(StringComparer.Ordinal);
        if (kind is not null && !known.Exists(source => source.Kind == kind)) errors["kind"] = CustomerApiTexts.OneOf.With(string.Join(", ", known.Select(source => source.Kind)));
        if (after is not null && TimelinePlace.Parse(after) is null) errors["after"] = CustomerApiTexts.NoPlace;
        if (errors.Count > 0) return JsonRequests.Invalid(ui, errors);
        var page = CustomerTimeline.Read(session, known, id, kind, TimelinePlace.Parse(after), Math.Clamp(limit ?? UsualEntries, 1, MostEntries), ui.Language, stores.ZoneOf(customer.StoreId));
        return Results.Ok(new TimelineListing([.. page.Entries.Select(entry => new TimelineListing.Entry(entry.On, entry.At, entry.Title, entry.Detail))], page.Next?.ToString()));
    }

    private static IResult Refused(UiContext ui, CustomerTaken taken) =>
        JsonRequests.Invalid(ui, taken.Form.Errors.ToDictionary(error => CustomerBody.NameOf(error.Key), error => error.Value, StringComparer.Ordinal));

    private static CustomerView? Chosen(string name, string? code, Func<CustomerView, bool> which, Dictionary<string, Text> errors)
    {
        if (string.IsNullOrEmpty(code)) return null;
        if (CustomersEndpoints.Find(code, which) is { } view) return view;
        errors[name] = CustomerApiTexts.OneOf.With(string.Join(", ", Enum.GetValues<CustomerView>().Where(view => view != CustomerView.Newest && which(view)).Select(CustomersEndpoints.Code)));
        return null;
    }
}

internal sealed record NoteBody(string? Words);

/// <param name="Next">What to send as <c>after</c> for what happened before; null at the end.</param>
internal sealed record TimelineListing(IReadOnlyList<TimelineListing.Entry> Items, string? Next)
{
    internal sealed record Entry(DateOnly On, TimeOnly? At, string Title, string? Detail);
}
