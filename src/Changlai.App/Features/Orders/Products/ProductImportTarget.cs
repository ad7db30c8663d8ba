using System.Text.RegularExpressions;
using Changlai.App.Features.Orders.Model;
using Changlai.App.Features.Orders.Recording;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Imports;
using Changlai.Core.Values;

namespace Changlai.App.Features.Orders.Products;

/// <summary>Price lists, one product to a row, known by its code; for the head office, as all stores share them.</summary>
internal sealed partial class ProductImportTarget(TimeProvider time) : IImportTarget
{
    private static readonly IReadOnlyList<ImportField> AllFields =
    [
        new("code", ProductTexts.Code, ["商品编码", "商品编号", "产品编码", "产品编号", "货号", "条码", "商品条码", "编码", "sku", "product code", "product id", "item code", "item no", "stock code", "barcode", "code"]),
        new("name", ProductTexts.Name, ["商品名称", "产品名称", "品名", "商品名", "名称", "服务项目", "项目名称", "product name", "item name", "product", "name", "description"]),
        new("category", ProductTexts.Category, ["商品分类", "商品类别", "产品分类", "品类", "类别", "分类", "product category", "category", "product type"]),
        new("currency", ProductTexts.Currency, ["币种", "货币", "currency"]),
        new("price", ProductTexts.PriceColumn, ["售价", "单价", "零售价", "价格", "销售价", "price", "unit price", "retail price", "selling price"]),
        new("cost", ProductTexts.CostColumn, ["成本", "成本价", "进价", "进货价", "cost", "unit cost", "cost price", "purchase price"]),
        new("warranty", ProductTexts.Warranty, ["保修", "保修期", "质保", "质保期", "warranty", "guarantee"]),
        new("repurchaseDays", ProductTexts.Cycle, ["重复购买周期", "复购周期", "使用周期", "可用天数", "周期", "repurchase days", "repurchase cycle", "cycle", "cycle days", "lasts days"]),
        new("usefulLife", ProductTexts.UsefulLife, ["使用寿命", "使用年限", "寿命", "useful life", "life"]),
        new("sessions", ProductTexts.Sessions, ["疗程次数", "次数", "sessions", "session count"]),
        new("sessionEveryDays", ProductTexts.SessionEvery, ["疗程间隔", "间隔天数", "session every days", "session interval", "days between sessions"]),
    ];

    public ImportKind Kind => ProductImportTexts.Kind;

    public bool IsFor(Viewer viewer, StoreDirectory stores) => viewer.May(Access.HeadOffice);

    public IReadOnlyList<ImportField> Fields(DatabaseSession session) => AllFields;

    public Text NameOf(string reason) => ProductImportTexts.ReasonName(reason);

    public ImportContents Read(DatabaseSession session, ImportReading reading)
    {
        var known = ProductQuery.All(session);
        var currencies = reading.Stores.Select(store => store.Currency).DefaultIfEmpty(BusinessDay.DefaultCurrency).Distinct(StringComparer.Ordinal).ToList();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var file = RowFile<Product>.Read(reading, AllFields, [["code"]], row =>
        {
            var product = ReadProduct(row, known, currencies);
            if (row.IsRight && !seen.TryAdd(product.Code, row.Line)) row.Wrong("code", ProductImportTexts.Twice);
            return product;
        });
        return new ProductContents(file.Taken, reading, time).Of(file.Contents);
    }

    /// <summary>A cell that is empty leaves what is known as it is.</summary>
    private static Product ReadProduct(ImportRow row, Dictionary<string, Product> known, List<string> currencies)
    {
        var before = known.GetValueOrDefault(ExternalId.Normalize(row["code"]));
        var form = before is null ? new ProductForm { Currency = currencies[0] } : ProductForm.Of(before, currencies[0]);
        var (warranty, warrantyUnit) = Term(row["warranty"], form.Warranty, form.WarrantyUnit);
        var (life, lifeUnit) = Term(row["usefulLife"], form.UsefulLife, form.UsefulLifeUnit);
        var (product, check) = (form with
        {
            Code = row["code"],
            Name = Or(row["name"], form.Name),
            Category = Or(row["category"], form.Category),
            Currency = Or(row["currency"], form.Currency),
            Price = Or(row["price"], form.Price),
            Cost = Or(row["cost"], form.Cost),
            Warranty = warranty,
            WarrantyUnit = warrantyUnit,
            RepurchaseDays = Or(Days(row["repurchaseDays"]), form.RepurchaseDays),
            UsefulLife = life,
            UsefulLifeUnit = lifeUnit,
            Sessions = Or(row["sessions"], form.Sessions),
            SessionEveryDays = Or(Days(row["sessionEveryDays"]), form.SessionEveryDays),
        }).Check(before?.Id ?? 0, currencies, before?.IsActive ?? true);
        foreach (var (field, problem) in check.Errors) row.Wrong(field, ProductImportTexts.OfForm(problem));
        // Whoever says nothing of money leaves the currency open.
        return before is { Currency: null } && product is { PriceMinor: null, CostMinor: null } && row["currency"].Length == 0 ? product with { Currency = null } : product!;
    }

    private static string Or(string cell, string known) => cell.Length > 0 ? cell : known;

    private static string Days(string cell) => LengthOfDays().Match(FullWidth.Fold(cell)) is { Success: true } match ? match.Groups["n"].Value : cell;

    /// <summary>24, 24个月, 2年, 90天, 24m: months unless it says otherwise.</summary>
    private static (string Count, string Unit) Term(string cell, string known, string knownUnit)
    {
        if (cell.Length == 0) return (known, knownUnit);
        if (LengthOfTime().Match(FullWidth.Fold(cell)) is not { Success: true } match) return (cell, "m");
        var unit = match.Groups["u"].Value.ToLowerInvariant();
        if (unit is "年" or "y" or "year" or "years") return (int.TryParse(match.Groups["n"].Value, out var years) && years <= Model.Term.MostMonths ? (years * 12).ToString() : cell, "m");
        return (match.Groups["n"].Value, unit is "天" or "日" or "d" or "day" or "days" ? "d" : "m");
    }

    [GeneratedRegex(@"^\s*(?<n>\d{1,9})\s*(天|日|d|days?)\s*$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 200)]
    private static partial Regex LengthOfDays();

    [GeneratedRegex(@"^\s*(?<n>\d{1,9})\s*(?<u>个月|月|年|天|日|m|d|y|months?|years?|days?)?\s*$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 200)]
    private static partial Regex LengthOfTime();
}

/// <summary>A price list on its way.</summary>
internal sealed record ProductContents(IReadOnlyList<Product> Products, ImportReading Reading, TimeProvider Time) : ImportContents
{
    public override ImportCounts Count() => new() { Rows = Rows, Figures = [Figure], Rejected = Rejected };

    public override ImportTaken Take(DatabaseSession session, bool isTrial)
    {
        session.LockInTransaction(Contracts.OrderLock.Name);
        var known = ProductQuery.All(session);
        var fresh = Products.Where(product => !known.ContainsKey(product.Code)).ToList();
        var changed = Products.Where(product => known.TryGetValue(product.Code, out var before) && before != product with { Id = before.Id })
            .Select(product => (Before: known[product.Code], Now: product with { Id = known[product.Code].Id })).ToList();
        session.Journal?.Keep(OrderTables.Products, [.. changed.Select(change => change.Before.Id)]);
        Add(session, fresh);
        var recorder = new ProductRecorder(session, Time);
        foreach (var (before, now) in changed) recorder.Change(before, now, Reading.Settings.StaffId);
        return new ImportTaken(new ImportCounts
        {
            Rows = Rows,
            Figures = [Figure],
            Changes = new ImportChanges(fresh.Count, changed.Count, Products.Count - fresh.Count - changed.Count),
            Rejected = Rejected,
        }, []);
    }

    private void Add(DatabaseSession session, List<Product> products)
    {
        if (products.Count == 0) return;
        var id = session.ReserveIds("product", products.Count);
        var now = Time.GetUtcNow();
        using var insert = session.Insert("product", "id", "code", "name", "category", "currency", "price_minor", "cost_minor", "warranty", "repurchase_days", "useful_life", "sessions",
            "session_interval_days", "active", "changed_at", "changed_by");
        foreach (var product in products)
            insert.Add(id++).Add(product.Code).Add(product.Name).Add(product.Category).Add(product.Currency).Add(product.PriceMinor).Add(product.CostMinor)
                .Add(product.Warranty?.ToString()).Add(product.RepurchaseDays).Add(product.UsefulLife?.ToString()).Add(product.Sessions).Add(product.SessionEveryDays)
                .Add(true).Add(now).Add(Reading.Settings.StaffId).EndRow();
        insert.Complete();
    }

    private ImportFigure Figure => new(ProductImportTexts.Products, Ui.Formats.Number(Products.Count), ProductImportTexts.InFile);
}
