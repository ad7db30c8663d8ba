using Changlai.App.Features.Customers.Needs;
using Changlai.App.Features.Customers.Relations;
using Changlai.App.Features.Customers.Segments.Model;
using Changlai.App.Features.Customers.Segments.Storage;
using Changlai.App.Features.Orders.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Imports;
using Changlai.App.Features.Platform.Imports.Runs;

namespace Changlai.Browser.Tests.Harness;

/// <summary>What the sample business lacks, so that every page of the program has something to show.</summary>
internal static class SampleExtras
{
    /// <summary>Somebody who may see everything.</summary>
    public const string Administrator = "administrator";

    private const long HeadOffice = 1;

    public static void Add(string file)
    {
        People.Add(file, Administrator, "admin");
        using var database = new Database(file);
        using var session = database.OpenSession();
        var now = TimeProvider.System.GetUtcNow();
        session.Begin();
        StoredNeed.Add(session, 11, "想要小包装的龙井，送人用，最好有手提袋", 1, HeadOffice, now);
        CustomerRelations.Add(session, 11, 12, "family", HeadOffice, now);
        SegmentStore.Add(session, "三个月没来的金卡", shared: true, new SegmentGroup(GroupMatch.All, [new SegmentCondition("customer.tier", "any-of", ["gold"]), new SegmentCondition("orders.last", "days-ago", ["60", "120"])]), HeadOffice, now);
        var import = ImportRuns.Add(session, "orders", "十一月订单.csv", HeadOffice, now, _ => new ImportDetails
        {
            Settings = new ImportSettings { Store = "", TimeZone = "Asia/Shanghai", Currency = "CNY", Source = "till" },
            Node = "elsewhere",
            FileBytes = 48_213,
        });
        ImportRuns.Move(session, import, [ImportState.Checking], ImportState.Withdrawn, finishedAt: now);
        session.Execute("UPDATE customer_order SET source = @hand WHERE (customer_id, id) = (SELECT customer_id, id FROM customer_order WHERE kind = 'order' AND line_count > 1 ORDER BY customer_id, id LIMIT 1)",
            ("hand", OrderSources.ByHand));
        session.Commit();
        // Whoever copies the file copies all of it.
        session.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }
}
