using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Contracts.Segments;
using Changlai.App.Features.Orders.Segments;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Orders.Products;

/// <summary>The products as customers ask for them.</summary>
internal sealed class NeedProducts : INeedProducts
{
    private const int MostOffered = 200;

    public ISegmentChoices Choices { get; } = new ProductChoices();

    public NeedProduct? Find(DatabaseSession session, string typed)
    {
        using var rows = session.Read("SELECT id, name FROM product WHERE code = @typed OR name = @typed LIMIT 2", ("typed", typed.Trim()));
        if (!rows.Next()) return null;
        var product = new NeedProduct(rows.Long(0), rows.Text(1));
        return rows.Next() ? null : product;
    }

    public IReadOnlyList<NeedProduct> Offered(DatabaseSession session)
    {
        var products = new List<NeedProduct>();
        using var rows = session.Read($"SELECT id, name FROM product WHERE active = @yes ORDER BY name LIMIT {MostOffered}", ("yes", true));
        while (rows.Next()) products.Add(new NeedProduct(rows.Long(0), rows.Text(1)));
        return products;
    }
}
