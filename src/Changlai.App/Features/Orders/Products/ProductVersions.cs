using Changlai.App.Features.Orders.Model;
using Changlai.App.Features.Platform.Contracts.Api;
using Changlai.App.Ui;
using Changlai.Core.Values;

namespace Changlai.App.Features.Orders.Products;

/// <summary>Tells the versions of a product apart: another one after each change, by whichever way it came.</summary>
internal static class ProductVersions
{
    public static string Of(Product product) => ETags.Fingerprint(
        product.Code, product.Name, product.Category, product.Currency, product.PriceMinor, product.CostMinor, product.Warranty?.ToString(), product.RepurchaseDays, product.UsefulLife?.ToString(),
        product.Sessions, product.SessionEveryDays, product.IsActive);

    public static IReadOnlyList<Difference> Differences(ProductForm yours, ProductForm theirs, Language language) => Difference.Between(Lines(yours, language), Lines(theirs, language));

    private static IEnumerable<(Text What, string Words)> Lines(ProductForm form, Language language) =>
    [
        (ProductTexts.Code, form.Code), (ProductTexts.Name, form.Name), (ProductTexts.Category, form.Category), (ProductTexts.Currency, form.Currency), (ProductTexts.PriceColumn, form.Price),
        (ProductTexts.CostColumn, form.Cost), (ProductTexts.Cycle, form.RepurchaseDays), (ProductTexts.Warranty, Term(form.Warranty, form.WarrantyUnit, language)),
        (ProductTexts.UsefulLife, Term(form.UsefulLife, form.UsefulLifeUnit, language)), (ProductTexts.Sessions, form.Sessions), (ProductTexts.SessionEvery, form.SessionEveryDays),
    ];

    private static string Term(string count, string unit, Language language) => count.Length == 0 ? "" : $"{count} {(unit == "d" ? ProductTexts.Days : ProductTexts.Months).In(language)}";
}
