using Changlai.App.Features.Orders.Model;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Orders.Products;

/// <summary>
/// Writes products, inside the caller's transaction. When a cycle changes, the dates of everybody who has the product follow:
/// <see cref="CycleSweep"/> works them out in batches.
/// </summary>
internal sealed class ProductRecorder(DatabaseSession session, TimeProvider time)
{
    /// <returns>The id; null when another product has the code.</returns>
    public long? Enter(Product product, long staffId)
    {
        var id = session.ReserveIds("product", 1);
        var written = session.Execute("""
            INSERT INTO product (id, code, name, category, currency, price_minor, cost_minor, warranty, repurchase_days, useful_life, sessions, session_interval_days, active, changed_at, changed_by)
            VALUES (@id, @code, @name, @category, @currency, @price, @cost, @warranty, @cycle, @life, @sessions, @every, @active, @at, @by) ON CONFLICT (code) DO NOTHING
            """, Values(product with { Id = id }, staffId));
        return written == 0 ? null : id;
    }

    /// <returns>False when another product has the code.</returns>
    public bool Change(Product before, Product product, long staffId)
    {
        if (product.Code != before.Code && ProductQuery.OfCode(session, product.Code) is not null) return false;
        session.Execute("""
            UPDATE product SET code = @code, name = @name, category = @category, currency = @currency, price_minor = @price, cost_minor = @cost, warranty = @warranty,
                repurchase_days = @cycle, useful_life = @life, sessions = @sessions, session_interval_days = @every, active = @active, changed_at = @at, changed_by = @by
            WHERE id = @id
            """, Values(product, staffId));
        if (product.CycleDays != before.CycleDays || product.Category != before.Category)
            CycleSweep.Ask(session, product.Id, time.GetUtcNow(), tellsAll: product.Category != before.Category);
        return true;
    }

    /// <summary>A retired product is no longer offered; orders that hold it stay as they are.</summary>
    public void SetActive(long id, bool active, long staffId) => session.Execute(
        "UPDATE product SET active = @active, changed_at = @at, changed_by = @by WHERE id = @id", ("active", active), ("at", time.GetUtcNow()), ("by", staffId), ("id", id));

    private (string, object?)[] Values(Product product, long staffId) =>
    [
        ("id", product.Id), ("code", product.Code), ("name", product.Name), ("category", product.Category), ("currency", product.Currency),
        ("price", product.PriceMinor), ("cost", product.CostMinor), ("warranty", product.Warranty?.ToString()), ("cycle", product.RepurchaseDays),
        ("life", product.UsefulLife?.ToString()), ("sessions", product.Sessions), ("every", product.SessionEveryDays), ("active", product.IsActive),
        ("at", time.GetUtcNow()), ("by", staffId),
    ];
}
