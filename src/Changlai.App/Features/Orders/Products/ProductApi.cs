using System.Globalization;
using Changlai.App.Features.Orders.Entry;
using Changlai.App.Features.Orders.Model;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Api;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Ui;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Orders.Products;

/// <summary>The products for other programs.</summary>
internal static class ProductApi
{
    private const int MostEntries = 200;
    private const int UsualEntries = 50;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/products", List).For(Access.SignedIn).NeedsScope(ApiScope.ProductsRead)
            .Says("产品清单", "List products", typeof(ProductList));
        routes.MapGet("/api/products/{id:long}", Show).For(Access.SignedIn).NeedsScope(ApiScope.ProductsRead)
            .Says("一个产品", "One product", typeof(ProductEntry), hasVersion: true);
        routes.MapPost("/api/products", EnterAsync).For(Access.ManageStore).NeedsScope(ApiScope.ProductsWrite).Audits(OrderAudit.ProductMade)
            .Says("新增产品", "Enter a product", typeof(ProductEntry), typeof(ProductBody), 201);
        routes.MapPut("/api/products/{id:long}", ChangeAsync).For(Access.ManageStore).NeedsScope(ApiScope.ProductsWrite).Audits(OrderAudit.ProductChanged, "product", "id")
            .Says("修改产品", "Change a product", typeof(ProductEntry), typeof(ProductBody), hasVersion: true);
        routes.MapPut("/api/products/{id:long}/sale", SetSaleAsync).For(Access.ManageStore).NeedsScope(ApiScope.ProductsWrite).Audits(OrderAudit.ProductSale, "product", "id")
            .Says("上架或下架", "Put a product on sale or take it off", typeof(ProductEntry), typeof(SaleBody));
    }

    private static IResult List(Database database, string? q, bool? retired, string? after, int? limit)
    {
        var count = Math.Clamp(limit ?? UsualEntries, 1, MostEntries);
        using var session = database.OpenSession();
        var products = ProductQuery.List(session, string.IsNullOrWhiteSpace(q) ? null : q.Trim(), retired != true, string.IsNullOrEmpty(after) ? null : after, count + 1);
        return Results.Ok(new ProductList([.. products.Take(count).Select(ProductEntry.Of)], products.Count > count ? products[count - 1].Code : null));
    }

    private static IResult Show(HttpContext http, Database database, UiContext ui, long id)
    {
        using var session = database.OpenSession();
        return ProductQuery.Find(session, id) is { } product ? ETags.Answer(http, ProductVersions.Of(product), ProductEntry.Of(product)) : JsonRequests.NotFound(ui);
    }

    private static async Task<IResult> EnterAsync(HttpContext http, Database database, StoreDirectory stores, UiContext ui, TimeProvider time)
    {
        var viewer = Viewer.Of(http.User);
        if (!ProductAccess.MayChange(viewer, stores)) return JsonRequests.Forbidden(ui);
        var (body, refusal) = await JsonRequests.ReadAsync<ProductBody>(http);
        if (body is null) return refusal!;
        using var session = database.OpenSession();
        var currencies = ProductAccess.Currencies(viewer, stores);
        var taken = ProductEndpoints.Take(session, time, body.Form(currencies[0]), currencies, viewer.StaffId, JsonRequests.KeyOf(http));
        return taken.Id is { } id
            ? Made(http, ProductQuery.Find(session, id)!, taken.Again)
            : JsonRequests.Invalid(ui, ProductBody.Named(taken.Form.Errors));
    }

    private static async Task<IResult> ChangeAsync(HttpContext http, Database database, StoreDirectory stores, UiContext ui, TimeProvider time, SweepSignal signal, long id)
    {
        var viewer = Viewer.Of(http.User);
        if (!ProductAccess.MayChange(viewer, stores)) return JsonRequests.Forbidden(ui);
        var (body, refusal) = await JsonRequests.ReadAsync<ProductBody>(http);
        if (body is null) return refusal!;
        using var session = database.OpenSession();
        if (ProductEndpoints.Open(session, id) is not { } before) return JsonRequests.NotFound(ui);
        if (ETags.Refusal(http, ui, ProductVersions.Of(before)) is { } stale) return stale;
        var currencies = ProductAccess.Currencies(viewer, stores);
        var (product, form) = ProductEndpoints.Take(session, time, before, body.Form(currencies[0]), currencies, viewer.StaffId);
        if (product is null) return JsonRequests.Invalid(ui, ProductBody.Named(form.Errors));
        if (product.CycleDays != before.CycleDays) signal.RunSoon();
        return ETags.Answer(http, ProductVersions.Of(product), ProductEntry.Of(product));
    }

    private static IResult Made(HttpContext http, Product product, bool again) => ETags.Made(http, ProductVersions.Of(product), $"/api/products/{product.Id}", ProductEntry.Of(product), again);

    private static async Task<IResult> SetSaleAsync(HttpContext http, Database database, StoreDirectory stores, UiContext ui, TimeProvider time, long id)
    {
        var viewer = Viewer.Of(http.User);
        if (!ProductAccess.MayChange(viewer, stores)) return JsonRequests.Forbidden(ui);
        var (body, refusal) = await JsonRequests.ReadAsync<SaleBody>(http);
        if (body is null) return refusal!;
        using var session = database.OpenSession();
        if (ProductQuery.Find(session, id) is not { } product) return JsonRequests.NotFound(ui);
        session.Begin();
        new ProductRecorder(session, time).SetActive(id, body.Active, viewer.StaffId);
        session.Commit();
        return Results.Ok(ProductEntry.Of(product with { IsActive = body.Active }));
    }
}

internal sealed record SaleBody(bool Active);

/// <param name="Next">Give it as <c>after</c> for the next page; null at the end.</param>
internal sealed record ProductList(IReadOnlyList<ProductEntry> Items, string? Next);

/// <summary>Terms are written such as <c>24m</c> or <c>90d</c>.</summary>
internal sealed record ProductEntry(
    long Id, string Code, string Name, string? Category, string? Currency, long? PriceMinor, long? CostMinor, string? Warranty, int? RepurchaseDays, string? UsefulLife,
    int? Sessions, int? SessionEveryDays, bool Active)
{
    public static ProductEntry Of(Product product) => new(product.Id, product.Code, product.Name, product.Category, product.Currency,
        product.PriceMinor, product.CostMinor, product.Warranty?.ToString(), product.RepurchaseDays,
        product.UsefulLife?.ToString(), product.Sessions, product.SessionEveryDays, product.IsActive);
}

/// <summary>A product as another program sends it; it is checked as if a person had typed it.</summary>
internal sealed record ProductBody(
    string? Code, string? Name, string? Category, string? Currency, long? PriceMinor, long? CostMinor, string? Warranty, decimal? RepurchaseDays, string? UsefulLife,
    decimal? Sessions, decimal? SessionEveryDays)
{
    /// <param name="usual">The currency of one that names none.</param>
    public ProductForm Form(string usual) => new()
    {
        Code = Code ?? "",
        Name = Name ?? "",
        Category = Category ?? "",
        Currency = Currency?.Trim() ?? "",
        Price = OrderBody.Money(PriceMinor, CurrencyOr(usual)),
        Cost = OrderBody.Money(CostMinor, CurrencyOr(usual)),
        Warranty = Count(Warranty),
        WarrantyUnit = Unit(Warranty),
        RepurchaseDays = Number(RepurchaseDays),
        UsefulLife = Count(UsefulLife),
        UsefulLifeUnit = Unit(UsefulLife),
        Sessions = Number(Sessions),
        SessionEveryDays = Number(SessionEveryDays),
    };

    /// <summary>By the names that the caller knows.</summary>
    public static Dictionary<string, Text> Named(IReadOnlyDictionary<string, Text> errors) =>
        errors.ToDictionary(error => error.Key switch { "price" => "priceMinor", "cost" => "costMinor", var name => name }, error => error.Value, StringComparer.Ordinal);

    private string CurrencyOr(string usual) => Currency?.Trim() is { Length: > 0 } given ? given.ToUpperInvariant() : usual;

    private static string Number(decimal? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Count(string? term) => term is [.. var count, 'm' or 'd'] ? count : term ?? "";

    private static string Unit(string? term) => term is [.., 'd'] ? "d" : "m";
}
