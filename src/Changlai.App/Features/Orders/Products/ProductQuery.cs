using Changlai.App.Features.Orders.Model;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Values;

namespace Changlai.App.Features.Orders.Products;

/// <summary>Reads products. They are few and shared by all, so a fragment is looked for by reading through them.</summary>
internal static class ProductQuery
{
    private const string Columns =
        "p.id, p.code, p.name, p.category, p.currency, p.price_minor, p.cost_minor, p.warranty, p.repurchase_days, p.useful_life, p.sessions, p.session_interval_days, p.active";

    public static Product? Find(DatabaseSession session, long id) =>
        Read(session, "p.id = @id", 1, ("id", id)) is [var product] ? product : null;

    public static Product? OfCode(DatabaseSession session, string code) =>
        Read(session, "p.code = @code", 1, ("code", ExternalId.Normalize(code))) is [var product] ? product : null;

    /// <summary>One page by code.</summary>
    /// <param name="words">Any part of the code or the name; null for all.</param>
    /// <param name="after">The code that the page before ended with.</param>
    public static List<Product> List(DatabaseSession session, string? words, bool active, string? after, int limit)
    {
        var where = $"{(active ? "p.active" : "NOT p.active")}{(after is null ? "" : " AND p.code > @after")}";
        return words is null
            ? Read(session, where, limit, ("after", after ?? ""))
            : Read(session, $@"{where} AND (lower(p.code) LIKE @part ESCAPE '\' OR lower(p.name) LIKE @part ESCAPE '\')", limit, ("after", after ?? ""), ("part", Part(words)));
    }

    /// <summary>What somebody means who types a code, a name, both, or a part that only one product has.</summary>
    /// <returns>The product, or how many it could be: 0, or 2 for several.</returns>
    public static (Product? Product, int Found) Meant(DatabaseSession session, string typed)
    {
        var code = ExternalId.Normalize(typed);
        var beforeSpace = code.IndexOf(' ') is > 0 and var space ? code[..space] : code;
        var exact = Read(session, "p.active AND (p.code = @code OR p.code = @before OR p.name = @name)", 4, ("code", code), ("before", beforeSpace), ("name", typed.Trim()));
        var sure = exact.Find(product => product.Code == code) ?? exact.Find(product => ExternalId.Normalize(product.Label) == code)
            ?? (exact.Count(product => product.Name == typed.Trim()) == 1 ? exact.Find(product => product.Name == typed.Trim()) : null);
        if (sure is not null) return (sure, 1);
        return List(session, typed.Trim(), active: true, after: null, 2) switch
        {
            [var only] => (only, 1),
            var several => (null, several.Count),
        };
    }

    /// <summary>All there are, by code.</summary>
    public static Dictionary<string, Product> All(DatabaseSession session) => Read(session, "1 = 1", int.MaxValue).ToDictionary(product => product.Code, StringComparer.Ordinal);

    public static List<string> Categories(DatabaseSession session)
    {
        var categories = new List<string>();
        using var rows = session.Read("SELECT DISTINCT category FROM product WHERE category IS NOT NULL ORDER BY category LIMIT 200");
        while (rows.Next()) categories.Add(rows.Text(0));
        return categories;
    }

    /// <summary>Those of a list of ids, by id.</summary>
    public static Dictionary<long, Product> Of(DatabaseSession session, IReadOnlyCollection<long> ids) =>
        ids.Count == 0 ? [] : Read(session, $"p.id IN ({string.Join(',', ids)})", ids.Count).ToDictionary(product => product.Id);

    private static List<Product> Read(DatabaseSession session, string where, int limit, params ReadOnlySpan<(string, object?)> values)
    {
        var products = new List<Product>();
        using var rows = session.Read($"SELECT {Columns} FROM product p WHERE {where} ORDER BY p.code LIMIT {limit}", values.ToArray());
        while (rows.Next())
            products.Add(new Product(rows.Long(0), rows.Text(1), rows.Text(2), rows.TextOrNull(3), rows.TextOrNull(4), rows.LongOrNull(5), rows.LongOrNull(6),
                Term.Parse(rows.TextOrNull(7)), rows.IntOrNull(8), Term.Parse(rows.TextOrNull(9)), rows.IntOrNull(10), rows.IntOrNull(11), rows.Flag(12)));
        return products;
    }

    private static string Part(string words) =>
        $"%{FullWidth.Fold(words).ToLowerInvariant().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
}
