using Changlai.App.Features.Orders.Contracts;
using Changlai.App.Features.Orders.Products;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Imports;
using Changlai.Core.Values;

namespace Changlai.App.Features.Orders.Recording;

/// <summary>Orders, products and summaries when an import is undone.</summary>
internal sealed class OrderUndo(TimeProvider time) : IImportUndo
{
    /// <summary>Name of the note with the new orders' contents in one number.</summary>
    public const string Digest = "order_digest";

    public IReadOnlyList<string> Locks => [OrderLock.Name];

    public IReadOnlyList<string> CustomerTables => ["customer_order", "order_line", "order_key", "order_summary", "bought_product", "bought_due", "asset", "asset_serial", "repair"];

    public IEnumerable<Text> InTheWay(DatabaseSession session, UndoScope scope)
    {
        var (customers, orders) = (scope.IsMade("customer", "o.customer_id"), scope.IsMade(OrderTables.Ids, "o.id"));
        var bought = session.Scalar<long>($"SELECT count(DISTINCT o.customer_id) FROM customer_order o WHERE {customers} AND NOT {orders}");
        if (bought > 0) yield return UndoTexts.Bought.With(bought);
        var devices = session.Scalar<long>($"SELECT count(DISTINCT a.customer_id) FROM asset a WHERE {scope.IsMade("customer", "a.customer_id")}");
        if (devices > 0) yield return UndoTexts.Devices.With(devices);
        var returned = session.Scalar<long>($"""
            SELECT count(*) FROM {UndoScope.Touched} t CROSS JOIN customer_order o WHERE o.customer_id = t.customer_id AND NOT {orders} AND {scope.IsMade(OrderTables.Ids, "o.returns_order_id")}
                AND o.return_stated
            """);
        if (returned > 0) yield return UndoTexts.Returned.With(returned);
        var changed = OrderTables.All.SelectMany(scope.ChangedSince).Select(group => group.Second).ToHashSet();
        if (changed.Count > 0) yield return UndoTexts.Changed.With(changed.Count);
        else if (HasChanged(session, scope)) yield return UndoTexts.SomeChanged;
        var products = scope.ChangedSince(OrderTables.Products).Count
            + session.Scalar<long>($"SELECT count(*) FROM product p WHERE {scope.IsMade("product", "p.id")} AND p.changed_at > (SELECT r.finished_at FROM import_run r WHERE r.id = @run)", ("run", scope.Run));
        if (products > 0) yield return UndoTexts.ProductsChanged.With(products);
    }

    public void Remove(DatabaseSession session, UndoScope scope)
    {
        if (!scope.HasMade(OrderTables.Ids)) return;
        var ofTouched = $"customer_id IN (SELECT customer_id FROM {UndoScope.Touched})";
        session.Execute($"""
            DELETE FROM order_key WHERE (source, external_number) IN (
                SELECT o.source, o.external_number FROM {UndoScope.Touched} t CROSS JOIN customer_order o WHERE o.customer_id = t.customer_id AND {scope.IsMade(OrderTables.Ids, "o.id")})
            """);
        session.Execute($"DELETE FROM order_line WHERE {ofTouched} AND {scope.IsMade(OrderTables.Ids, "order_id")}");
        session.Execute($"DELETE FROM customer_order WHERE {ofTouched} AND {scope.IsMade(OrderTables.Ids, "id")}");
    }

    public void Restore(DatabaseSession session, UndoScope scope)
    {
        foreach (var table in OrderTables.All) scope.Restore(table);
        var cycles = CyclesOfKept(session, scope);
        if (scope.Restore(OrderTables.Products))
            foreach (var (product, cycle) in CyclesOfKept(session, scope))
                if (cycles.GetValueOrDefault(product) is var was && was != cycle) CycleSweep.Ask(session, product, time.GetUtcNow(), tellsAll: was.Category != cycle.Category);
        var touched = new SortedSet<long>();
        using (var rows = session.Read($"SELECT customer_id FROM {UndoScope.Touched}"))
            while (rows.Next()) touched.Add(rows.Long(0));
        if (touched.Count > 0 && (scope.HasMade(OrderTables.Ids) || scope.HasKept(OrderTables.Orders))) OrderSummaries.Refresh(session, touched);
    }

    public IEnumerable<Text> StillUsed(DatabaseSession session, UndoScope scope)
    {
        if (!scope.HasMade("product")) yield break;
        var used = new HashSet<long>();
        foreach (var (table, column) in RowImages.TablesWith(session, "product_id", "supply_product_id").Where(entry => entry.Table is not ("product_recalculation" or BoughtProducts.Table)))
        {
            using var rows = session.Read($"SELECT DISTINCT u.{column} FROM {table} u WHERE {scope.IsMade("product", $"u.{column}")}");
            while (rows.Next()) used.Add(rows.Long(0));
        }
        if (used.Count > 0)
        {
            yield return UndoTexts.ProductsUsed.With(used.Count);
            yield break;
        }
        session.Execute($"DELETE FROM product_recalculation WHERE {scope.IsMade("product", "product_id")}");
        session.Execute($"DELETE FROM {BoughtProducts.Table} WHERE {scope.IsMade("product", "product_id")}");
        session.Execute($"DELETE FROM product WHERE {scope.IsMade("product", "id")}");
    }

    private static Dictionary<long, (int Days, string? Category)> CyclesOfKept(DatabaseSession session, UndoScope scope)
    {
        var cycles = new Dictionary<long, (int, string?)>();
        using var rows = session.Read("""
            SELECT p.id, coalesce(p.repurchase_days, p.sessions * p.session_interval_days, 0), p.category FROM product p
            WHERE p.id IN (SELECT first_key FROM import_image WHERE run_id = @run AND table_name = 'product' AND phase = 'before')
            """, ("run", scope.Run));
        while (rows.Next()) cycles[rows.Long(0)] = (rows.Int(1), rows.TextOrNull(2));
        return cycles;
    }

    /// <summary>Whether the new orders are other than they were written, or some of them are gone.</summary>
    private static bool HasChanged(DatabaseSession session, UndoScope scope)
    {
        if (scope.Notes(Digest) is not [var written, ..] || !scope.HasMade(OrderTables.Ids)) return false;
        var (digest, count) = (0L, 0L);
        using var rows = session.Read($"""
            SELECT o.content_hash FROM customer_order o WHERE {scope.IsMade("customer", "o.customer_id")} AND {scope.IsMade(OrderTables.Ids, "o.id")}
            UNION ALL SELECT o.content_hash FROM {UndoScope.Touched} t CROSS JOIN customer_order o WHERE o.customer_id = t.customer_id AND {scope.IsMade(OrderTables.Ids, "o.id")}
            """);
        while (rows.Next()) (digest, count) = (digest ^ rows.Long(0), count + 1);
        return count != scope.CountMade(OrderTables.Ids) || digest != long.Parse(written);
    }
}

internal static class UndoTexts
{
    public static readonly Text Bought = new("其中 {0} 位客户后来又有了别的订单。", "Customers of this import who have other orders by now: {0}.");
    public static readonly Text Devices = new("其中 {0} 位客户登记了设备。", "Customers of this import who have devices recorded: {0}.");
    public static readonly Text Returned = new("有 {0} 笔退货退的是这次导入的订单。", "Returns of orders of this import: {0}.");
    public static readonly Text Changed = new("这次更正过的订单，后来又改了 {0} 张。", "Orders that this import corrected and that were changed again since: {0}.");
    public static readonly Text SomeChanged = new("这次导入的订单，后来有的改过或移走了。", "Some orders of this import were changed or moved since.");
    public static readonly Text ProductsChanged = new("后来改过其中 {0} 种商品。", "Products of this import changed since: {0}.");
    public static readonly Text ProductsUsed = new("这次导入的商品，有 {0} 种已用在别的订单或设备上。", "Products of this import that other orders or devices use: {0}.");
}
