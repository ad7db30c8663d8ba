using Changlai.App.Features.Orders.Model;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Orders.Products;

/// <summary>The products: list, enter, change, retire.</summary>
internal static class ProductEndpoints
{
    private const int PageSize = 50;
    private const int Suggestions = 12;
    private const string Purpose = "product";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/products", List).For(Access.SignedIn);
        routes.MapGet("/products/suggestions", Suggest).For(Access.SignedIn);
        routes.MapGet("/products/new", New).For(Access.ManageStore);
        routes.MapGet("/products/{id:long}", Show).For(Access.SignedIn);
        routes.MapPost("/products", Enter).For(Access.ManageStore).Audits(OrderAudit.ProductMade);
        routes.MapPost("/products/{id:long}", Change).For(Access.ManageStore).Audits(OrderAudit.ProductChanged, "product", "id");
        routes.MapPost("/products/{id:long}/sale", SetSale).For(Access.ManageStore).Audits(OrderAudit.ProductSale, "product", "id");
    }

    /// <summary>Enters a product once; the same key again answers with the same product.</summary>
    /// <returns>The id, or the form with what is wrong.</returns>
    public static (long? Id, ProductForm Form, bool Again) Take(DatabaseSession session, TimeProvider time, ProductForm form, IReadOnlyList<string> currencies, long staffId, string? key)
    {
        var read = form.Check(0, currencies, isActive: true);
        if (read.Product is not { } product) return (null, read.Form, false);
        session.Begin();
        if (OnceOnly.Before(session, Purpose, key, time.GetUtcNow()) is { Length: > 0 } before) return (long.Parse(before), form, true);
        if (new ProductRecorder(session, time).Enter(product, staffId) is not { } id) return (null, Taken(form, product), false);
        OnceOnly.Remember(session, Purpose, key, id.ToString());
        session.Commit();
        return (id, form, false);
    }

    /// <summary>Begins to change one: nobody else does until the transaction ends.</summary>
    public static Product? Open(DatabaseSession session, long id)
    {
        session.Begin();
        session.LockInTransaction($"{Purpose}/{id}");
        return ProductQuery.Find(session, id);
    }

    /// <summary>Inside the transaction that <see cref="Open"/> began.</summary>
    /// <returns>The product as changed, or the form with what is wrong.</returns>
    public static (Product? Product, ProductForm Form) Take(DatabaseSession session, TimeProvider time, Product before, ProductForm form, IReadOnlyList<string> currencies, long staffId)
    {
        var read = form.Check(before.Id, currencies, before.IsActive);
        if (read.Product is not { } product) return (null, read.Form);
        if (!new ProductRecorder(session, time).Change(before, product, staffId)) return (null, Taken(form, product));
        session.Commit();
        return (product, form);
    }

    private static ProductForm Taken(ProductForm form, Product product) =>
        form with { Errors = new Dictionary<string, Core.Values.Text>(StringComparer.Ordinal) { ["code"] = Core.Values.TextFilling.With(ProductTexts.CodeTaken, product.Code) } };

    private static IResult List(HttpContext http, Database database, StoreDirectory stores, string? q, string? show, string? after)
    {
        var words = string.IsNullOrWhiteSpace(q) ? null : q.Trim();
        var retired = show == "retired";
        using var session = database.OpenSession();
        var products = ProductQuery.List(session, words, !retired, string.IsNullOrEmpty(after) ? null : after, PageSize + 1);
        var next = products.Count > PageSize ? products[PageSize - 1].Code : null;
        return UiSetup.Page<ProductsPage>(new
        {
            Products = (IReadOnlyList<Product>)[.. products.Take(PageSize)],
            Words = words,
            Retired = retired,
            Next = next,
            IsLater = !string.IsNullOrEmpty(after),
            MayChange = ProductAccess.MayChange(Viewer.Of(http.User), stores),
        });
    }

    /// <summary>The entries of a list of suggestions while a product is typed, in a field of whichever name.</summary>
    private static IResult Suggest(HttpContext http, Database database)
    {
        var typed = http.Request.Query.FirstOrDefault(field => field.Key == "q" || field.Key.StartsWith("product", StringComparison.Ordinal)).Value.ToString().Trim();
        if (typed.Length == 0) return Results.Content("", "text/html");
        using var session = database.OpenSession();
        return UiSetup.Page<ProductSuggestions>(new { Products = (IReadOnlyList<Product>)ProductQuery.List(session, typed, active: true, after: null, Suggestions) });
    }

    private static IResult New(HttpContext http, Database database, StoreDirectory stores)
    {
        var viewer = Viewer.Of(http.User);
        if (!ProductAccess.MayChange(viewer, stores)) return Results.NotFound();
        using var session = database.OpenSession();
        return FormPage(session, stores, viewer, null, new ProductForm { Currency = ProductAccess.Currencies(viewer, stores)[0] });
    }

    private static IResult Show(HttpContext http, Database database, StoreDirectory stores, long id)
    {
        var viewer = Viewer.Of(http.User);
        using var session = database.OpenSession();
        return ProductQuery.Find(session, id) is { } product
            ? FormPage(session, stores, viewer, product, ProductForm.Of(product, ProductAccess.Currencies(viewer, stores)[0]))
            : Results.NotFound();
    }

    private static IResult Enter(HttpContext http, Database database, StoreDirectory stores, UiContext ui, TimeProvider time, [FromForm] IFormCollection fields)
    {
        var viewer = Viewer.Of(http.User);
        if (!ProductAccess.MayChange(viewer, stores)) return Results.NotFound();
        using var session = database.OpenSession();
        var taken = Take(session, time, FormOf(fields), ProductAccess.Currencies(viewer, stores), viewer.StaffId, fields["idempotencyKey"]);
        if (taken.Id is null)
        {
            session.Rollback();
            return FormPage(session, stores, viewer, null, taken.Form);
        }
        Notice.Leave(http, taken.Again ? ui[Forms.FormTexts.Again] : ProductTexts.Entered.In(ui.Language, taken.Form.Name.Trim()), taken.Again ? Tone.Info : Tone.Good);
        return Results.LocalRedirect("/products");
    }

    private static IResult Change(HttpContext http, Database database, StoreDirectory stores, UiContext ui, TimeProvider time, SweepSignal signal, long id, [FromForm] IFormCollection fields)
    {
        var viewer = Viewer.Of(http.User);
        using var session = database.OpenSession();
        if (!ProductAccess.MayChange(viewer, stores) || Open(session, id) is not { } before) return Results.NotFound();
        var (typed, currency) = (FormOf(fields), ProductAccess.Currencies(viewer, stores)[0]);
        if (typed.Version != ProductVersions.Of(before))
        {
            session.Rollback();
            return FormPage(session, stores, viewer, before, typed with { Version = ProductVersions.Of(before) },
                new Conflict(ProductVersions.Differences(typed, ProductForm.Of(before, currency), ui.Language), LastChange.Words(http, session, $"{Purpose}:{id}", null, OrderAudit.ProductChanged, OrderAudit.ProductSale)));
        }
        var (product, form) = Take(session, time, before, typed, ProductAccess.Currencies(viewer, stores), viewer.StaffId);
        if (product is null)
        {
            session.Rollback();
            return FormPage(session, stores, viewer, before, form);
        }
        var cycle = product.CycleDays != before.CycleDays;
        if (cycle) signal.RunSoon();
        Notice.Leave(http, (cycle ? ProductTexts.ChangedCycle : ProductTexts.Changed).In(ui.Language, product.Name));
        return Results.LocalRedirect("/products");
    }

    private static IResult SetSale(HttpContext http, Database database, StoreDirectory stores, UiContext ui, TimeProvider time, long id, [FromForm] string? active)
    {
        var viewer = Viewer.Of(http.User);
        using var session = database.OpenSession();
        if (!ProductAccess.MayChange(viewer, stores) || active is not ("true" or "false") || ProductQuery.Find(session, id) is not { } product) return Results.NotFound();
        session.Begin();
        new ProductRecorder(session, time).SetActive(id, active == "true", viewer.StaffId);
        session.Commit();
        Notice.Leave(http, (active == "true" ? ProductTexts.IsSold : ProductTexts.IsRetired).In(ui.Language, product.Name));
        return Results.LocalRedirect("/products");
    }

    private static ProductForm FormOf(IFormCollection fields) => ProductForm.Of(field => fields[field].ToString().Trim());

    private static IResult FormPage(DatabaseSession session, StoreDirectory stores, Viewer viewer, Product? product, ProductForm form, Conflict? conflict = null) => UiSetup.Page<ProductPage>(new
    {
        Product = product,
        Form = form,
        Currencies = ProductAccess.Currencies(viewer, stores),
        Categories = (IReadOnlyList<string>)ProductQuery.Categories(session),
        MayChange = ProductAccess.MayChange(viewer, stores),
        IsRecalculating = product is not null && CycleSweep.IsAt(session, product.Id),
        Conflict = conflict,
    }, conflict is not null ? StatusCodes.Status409Conflict : form.Errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
}
