using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Orders.Recording;

/// <summary>Finds what a batch would change of stores other than the one it may change. Numbers are shared by all stores of a source.</summary>
internal static class OtherStores
{
    private const string Checked = "checked_number";

    /// <returns>Places of order numbers that are known as orders, or returned parts of orders, of another store.</returns>
    public static HashSet<int> NumbersIn(DatabaseSession session, OrderBatch batch, string source, long own)
    {
        var refused = new HashSet<int>();
        session.CreateTemporaryTable(Checked, "position bigint, number text");
        using (var insert = session.Insert(Checked, "position", "number"))
        {
            for (var i = 0; i < batch.OrderNumbers.Count; i++)
            {
                insert.Add((long)i).Add(batch.OrderNumbers[i]).EndRow();
                insert.Add((long)i).Add(batch.OrderNumbers[i] + BatchOrders.ReturnedPart).EndRow();
            }
            insert.Complete();
        }
        session.Analyze(Checked);
        using (var rows = session.Read($"""
            SELECT w.position FROM {Checked} w CROSS JOIN order_key k CROSS JOIN customer_order o
            WHERE k.source = @source AND k.external_number = w.number AND o.customer_id = k.customer_id AND o.id = k.order_id AND o.store_id <> @own
            """, ("source", source), ("own", own)))
            while (rows.Next()) refused.Add((int)rows.Long(0));
        session.Execute($"DROP TABLE {Checked}");
        return refused;
    }
}
