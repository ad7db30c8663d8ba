using Changlai.App.Features.Orders.Forms;
using Changlai.App.Features.Orders.Model;
using Changlai.App.Ui;
using Changlai.Core.Values;

namespace Changlai.App.Features.Orders.Products;

/// <summary>A product as typed, and what is wrong with it.</summary>
public sealed record ProductForm
{
    public string Code { get; init; } = "";
    public string Name { get; init; } = "";
    public string Category { get; init; } = "";
    public string Currency { get; init; } = "";
    public string Price { get; init; } = "";
    public string Cost { get; init; } = "";
    public string Warranty { get; init; } = "";
    public string WarrantyUnit { get; init; } = "m";
    public string RepurchaseDays { get; init; } = "";
    public string UsefulLife { get; init; } = "";
    public string UsefulLifeUnit { get; init; } = "m";
    public string Sessions { get; init; } = "";
    public string SessionEveryDays { get; init; } = "";

    /// <summary>Of what was stored when the form was made.</summary>
    public string Version { get; init; } = "";

    /// <summary>By field name.</summary>
    public IReadOnlyDictionary<string, Text> Errors { get; init; } = new Dictionary<string, Text>(StringComparer.Ordinal);

    private const int LongestCode = 64;
    private const int LongestName = 200;
    private const int MostCycleDays = 3660;
    private const int MostSessions = 500;

    public static ProductForm Of(Func<string, string> field) => new()
    {
        Code = field("code"),
        Name = field("name"),
        Category = field("category"),
        Currency = field("currency"),
        Price = field("price"),
        Cost = field("cost"),
        Warranty = field("warranty"),
        WarrantyUnit = field("warrantyUnit"),
        RepurchaseDays = field("repurchaseDays"),
        UsefulLife = field("usefulLife"),
        UsefulLifeUnit = field("usefulLifeUnit"),
        Sessions = field("sessions"),
        SessionEveryDays = field("sessionEveryDays"),
        Version = field("version"),
    };

    /// <param name="currency">For a product that has none yet.</param>
    public static ProductForm Of(Product product, string currency) => new()
    {
        Code = product.Code,
        Name = product.Name,
        Category = product.Category ?? "",
        Currency = product.Currency ?? currency,
        Price = Formats.MoneyField(product.PriceMinor, product.Currency ?? currency),
        Cost = Formats.MoneyField(product.CostMinor, product.Currency ?? currency),
        Warranty = product.Warranty?.Count.ToString() ?? "",
        WarrantyUnit = product.Warranty is { IsMonths: false } ? "d" : "m",
        RepurchaseDays = product.RepurchaseDays?.ToString() ?? "",
        UsefulLife = product.UsefulLife?.Count.ToString() ?? "",
        UsefulLifeUnit = product.UsefulLife is { IsMonths: false } ? "d" : "m",
        Sessions = product.Sessions?.ToString() ?? "",
        SessionEveryDays = product.SessionEveryDays?.ToString() ?? "",
        Version = ProductVersions.Of(product),
    };

    /// <summary>The product; null when something is wrong, which the form then says.</summary>
    /// <param name="id">0 for one that is new.</param>
    /// <param name="currencies">Those the stores sell in; the first when none was chosen.</param>
    internal (Product? Product, ProductForm Form) Check(long id, IReadOnlyList<string> currencies, bool isActive)
    {
        var read = new FieldReader();
        var code = ExternalId.Normalize(read.Needed("code", Code, LongestCode, ProductTexts.CodeMissing));
        if (code.Length == 0) read.Say("code", ProductTexts.CodeMissing);
        var name = read.Needed("name", Name, LongestName, ProductTexts.NameMissing);
        var category = read.Words("category", Category, LongestName);
        var currency = Currency.Length == 0 ? currencies[0] : Currency.ToUpperInvariant();
        if (!currencies.Contains(currency, StringComparer.Ordinal)) read.Say("currency", ProductTexts.CurrencyUnknown.With(string.Join(", ", currencies)));
        var (price, cost) = (read.Money("price", Price, currency), read.Money("cost", Cost, currency));
        var (warranty, life) = (read.Term("warranty", Warranty, WarrantyUnit), read.Term("usefulLife", UsefulLife, UsefulLifeUnit));
        var cycle = read.Whole("repurchaseDays", RepurchaseDays, 1, MostCycleDays);
        var (sessions, every) = (read.Whole("sessions", Sessions, 1, MostSessions), read.Whole("sessionEveryDays", SessionEveryDays, 1, MostCycleDays));
        if (read.IsFine && sessions is null != every is null) read.Say(sessions is null ? "sessions" : "sessionEveryDays", ProductTexts.CourseIncomplete);
        if (!read.IsFine) return (null, this with { Errors = read.Errors });
        return (new Product(id, code, name, category, currency, price, cost, warranty, cycle, life, sessions, every, isActive), this);
    }
}
