using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Orders.Recording;

/// <summary>
/// Who has ever bought what, one row for each customer and product. Whoever records orders only notes whose rows have to be
/// worked out anew, so that an import does not wait for it; <see cref="BoughtSweep"/> does it afterwards. Until then the
/// lines of those customers count, so that the answer is right at any moment.
/// </summary>
internal static class BoughtProducts
{
    public const string Table = "bought_product";
    public const string Due = "bought_due";

    /// <summary>The orders of so many are read on the way to an answer without anybody noticing.</summary>
    private const int FewDue = 10_000;

    /// <summary>Notes all customers of a temporary table.</summary>
    public static void Mark(DatabaseSession session, string customers) =>
        session.Execute($"INSERT INTO {Due} SELECT customer_id FROM {customers} WHERE true ON CONFLICT DO NOTHING");

    public static BoughtSource Source(DatabaseSession session)
    {
        var due = session.Scalar<int>($"SELECT count(*) FROM (SELECT 1 FROM {Due} LIMIT {FewDue + 1}) d");
        return due == 0
            ? new BoughtSource($"{Table} bought", IsOneRow: true, IsIndexed: true)
            : new BoughtSource($"""
                (SELECT b.customer_id, b.product_id FROM {Table} b WHERE NOT EXISTS (SELECT 1 FROM {Due} d WHERE d.customer_id = b.customer_id)
                    UNION ALL SELECT l.customer_id, l.product_id FROM {Due} d CROSS JOIN order_line l WHERE l.customer_id = d.customer_id) bought
                """, IsOneRow: false, IsIndexed: due <= FewDue);
    }
}

/// <summary>Who has bought what, to be read as <c>bought</c> with a customer and a product.</summary>
/// <param name="From">What stands after FROM: the table alone when nobody waits.</param>
/// <param name="IsOneRow">Whether a customer has one row for each product.</param>
/// <param name="IsIndexed">Whether the customers of a product are found without reading many others.</param>
internal sealed record BoughtSource(string From, bool IsOneRow, bool IsIndexed);
