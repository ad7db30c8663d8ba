using System.Globalization;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Editing;
using Changlai.App.Features.Customers.Search;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Ui;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Customers.Privacy;

/// <summary>Erasing a customer at their request, and the certificates of it.</summary>
internal static class ErasureEndpoints
{
    private const int PageSize = 30;
    private const int LongestHow = 200;
    private const int ShortestHow = 4;
    private static readonly DateOnly Earliest = new(2019, 1, 1);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/customers/{id:long}/privacy/erasure", Ask).For(Access.ManageStore);
        routes.MapPost("/customers/{id:long}/privacy/erasure", Erase).For(Access.ManageStore).Audits(CustomerAudit.Erased);
        routes.MapGet("/privacy/erasures", List).For(Access.ManageStore);
        routes.MapGet("/privacy/erasures/{id:long}", Show).For(Access.ManageStore);
    }

    private static IResult Ask(HttpContext http, Database database, StoreDirectory stores, IEnumerable<ICustomerRows> owners, IEnumerable<ICustomersChanged> listeners, TimeProvider time, long id)
    {
        using var session = database.OpenSession();
        return CustomerAccess.Find(session, Viewer.Of(http.User), id) is { } customer
            ? Page(session, stores, owners, listeners, time, customer, new ErasureForm(stores.TodayOf(customer.StoreId).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "", ""), StatusCodes.Status200OK)
            : Results.NotFound();
    }

    private static IResult Erase(
        HttpContext http, Database database, StoreDirectory stores, UiContext ui, IEnumerable<ICustomerRows> owners, IEnumerable<ICustomersChanged> listeners, TimeProvider time, long id,
        [FromForm] string? askedOn, [FromForm] string? askedHow, [FromForm] string? name)
    {
        var viewer = Viewer.Of(http.User);
        using var session = database.OpenSession();
        if (CustomerAccess.Find(session, viewer, id) is not { } customer || StoredCustomer.Read(session, id) is not { } stored) return Results.NotFound();
        var form = new ErasureForm(askedOn ?? "", askedHow ?? "", name ?? "");
        var today = stores.TodayOf(customer.StoreId);
        var errors = new Dictionary<string, Text>(StringComparer.Ordinal);
        var how = form.AskedHow.Trim();
        if (!DateOnly.TryParseExact(form.AskedOn, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) || on < Earliest || on > today)
            errors["askedOn"] = PrivacyTexts.NoDay.With(today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (how.Length is < ShortestHow or > LongestHow) errors["askedHow"] = PrivacyTexts.NoHow.With(LongestHow);
        else if (how.Any(char.IsControl)) errors["askedHow"] = PrivacyTexts.Control;
        else if (PersonalIn(how, stored.Details) is { } personal) errors["askedHow"] = PrivacyTexts.Personal.With(personal);
        if (form.Name.Trim() != customer.Name) errors["name"] = PrivacyTexts.WrongName.With(customer.Name);
        if (errors.Count > 0) return Page(session, stores, owners, listeners, time, customer, form with { Errors = errors }, StatusCodes.Status422UnprocessableEntity);

        session.Begin();
        if (new CustomerErasure(session, owners, listeners, time).Erase(id, new ErasureRequest(on, how), viewer) is not { } certificate) return Results.NotFound();
        session.Commit();
        Notice.Leave(http, ui[PrivacyTexts.Erased]);
        return Results.LocalRedirect($"/privacy/erasures/{certificate.Id}");
    }

    /// <summary>What in the words would lead to the customer, however it is spaced.</summary>
    private static string? PersonalIn(string words, CustomerDetails details)
    {
        var folded = FindableCustomer.Fold(words);
        return new[] { details.Name }.Concat(details.Phones.Select(phone => FindableCustomer.Dialled(phone.E164))).Concat(details.Emails).Concat(details.Numbers.Select(number => number.Number))
            .FirstOrDefault(personal => FindableCustomer.Fold(personal) is { Length: > 1 } one && folded.Contains(one, StringComparison.Ordinal));
    }

    private static IResult List(HttpContext http, Database database, StoreDirectory stores, long? after)
    {
        var viewer = Viewer.Of(http.User);
        using var session = database.OpenSession();
        var found = Certificate.List(session, viewer, after, PageSize + 1);
        return UiSetup.Page<ErasuresPage>(new
        {
            Certificates = found.Take(PageSize).ToList(),
            Next = found.Count > PageSize ? found[PageSize - 1].Id : (long?)null,
            IsLater = after is not null,
            Zone = stores.ZoneOf(viewer.StoreId),
        });
    }

    private static IResult Show(HttpContext http, Database database, StoreDirectory stores, long id)
    {
        var viewer = Viewer.Of(http.User);
        using var session = database.OpenSession();
        return Certificate.Find(session, viewer, id) is { } certificate
            ? UiSetup.Page<CertificatePage>(new { Certificate = certificate, Store = stores.NameOf(certificate.StoreId), Zone = stores.ZoneOf(certificate.StoreId) })
            : Results.NotFound();
    }

    private static IResult Page(
        DatabaseSession session, StoreDirectory stores, IEnumerable<ICustomerRows> owners, IEnumerable<ICustomersChanged> listeners, TimeProvider time, CustomerHead customer, ErasureForm form, int status)
    {
        var erasure = new CustomerErasure(session, owners, listeners, time);
        return UiSetup.Page<ErasurePage>(new
        {
            Customer = customer,
            Form = form,
            Counts = erasure.Count(customer.Id),
            Kept = erasure.Retainable(customer.Id),
            Today = stores.TodayOf(customer.StoreId),
        }, status);
    }
}

/// <summary>What the form holds, and what is wrong with it.</summary>
public sealed record ErasureForm(string AskedOn, string AskedHow, string Name)
{
    public IReadOnlyDictionary<string, Text> Errors { get; init; } = new Dictionary<string, Text>(StringComparer.Ordinal);
}
