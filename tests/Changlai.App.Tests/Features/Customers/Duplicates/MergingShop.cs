using Changlai.App.Features.Complaints;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Duplicates;
using Changlai.App.Features.Customers.Editing;
using Changlai.App.Features.Customers.Relations;
using Changlai.App.Features.Customers.Rules;
using Changlai.App.Features.FollowUps;
using Changlai.App.Features.FollowUps.Outcomes;
using Changlai.App.Features.FollowUps.Planning;
using Changlai.App.Features.Orders;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Calendars;

namespace Changlai.App.Tests.Features.Customers.Duplicates;

/// <summary>Short ways for tests that merge customers in a <see cref="TestShop"/>.</summary>
internal static class MergingShop
{
    public const long Clerk = 9;

    /// <summary>All who keep something of customers, in the order of the features.</summary>
    public static readonly ICustomerRows[] Owners = [new CardRows(), new RelationRows(), new OrderRows(), new ComplaintRows(), new FollowUpRows()];

    public static NewCustomer CardOf(string number, string name, string? phone = null, string? email = null, long? store = TestShop.Store, long? owner = null) =>
        new(number, name, null, null, phone, email, null, null, null, store, owner, Weekdays.None, null, null, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), []);

    /// <summary>The number of a customer's card is their number in the till too, so that orders find them.</summary>
    public static long Register(this TestShop shop, NewCustomer card) => shop.InTransaction(() => NewCustomers.Write(shop.Session, "till", [card]));

    public static MergeResult Merge(this TestShop shop, long survivor, long merged, params (string Field, Side Side)[] sides) =>
        Merge(shop.Session, shop.Time, survivor, merged, sides);

    public static MergeResult Merge(DatabaseSession session, TimeProvider time, long survivor, long merged, params (string Field, Side Side)[] sides)
    {
        session.Begin();
        var request = new MergeRequest(survivor, VersionOf(session, survivor), merged, VersionOf(session, merged), sides.ToDictionary(side => side.Field, side => side.Side), Clerk);
        var result = new CustomerMerge(session, Owners, [new FollowUpsOnCustomers(time), new DuplicateDue(time)], time).Merge(request);
        if (result.Outcome == MergeOutcome.Done) session.Commit();
        else session.Rollback();
        return result;
    }

    public static UndoResult Undo(this TestShop shop, long merge)
    {
        shop.Session.Begin();
        var result = new MergeUndo(shop.Session, Owners, [new FollowUpsOnCustomers(shop.Time), new DuplicateDue(shop.Time)], shop.Time).Undo(StoredMerge.Find(shop.Session, merge)!, Clerk);
        if (result.Outcome == UndoOutcome.Done) shop.Session.Commit();
        else shop.Session.Rollback();
        return result;
    }

    public static int VersionOf(DatabaseSession session, long customer) => session.Scalar<int>("SELECT version FROM customer WHERE customer_id = @id", ("id", customer));

    public static long Count(this TestShop shop, string table, long customer) => shop.Session.Scalar<long>($"SELECT count(*) FROM {table} WHERE customer_id = @id", ("id", customer));

    public static CustomerDetails Details(this TestShop shop, long customer) => StoredCustomer.Read(shop.Session, customer)!.Details;

    public static void Reach(this TestShop shop, string customer, string plan, string outcome, string key)
    {
        var row = shop.FollowUps(customer, "planned", plan)[0];
        shop.InTransaction(() => new OutcomeRecorder(shop.Time).Record(shop.Session, new OutcomeRequest(row.CustomerId, row.Id, outcome, Clerk, key, Note: "note")));
    }

    /// <summary>Every row of every table that a merge may touch, as text; what only marks work to do, or counts ids, is left out.</summary>
    public static List<string> EveryRow(this TestShop shop)
    {
        string[] marks = ["id_block", "planning_due", "duplicate_due", "bought_due", "customer_merge", "merge_row", "idempotency_key"];
        var (all, columns) = (new List<string>(), new TableColumns(shop.Session));
        foreach (var table in Catalog.Tables(shop.Session).Except(marks).Where(table => !(shop.Session.IsSqlite && table == "customer_find")).Order(StringComparer.Ordinal))
        {
            using var rows = shop.Session.Read($"SELECT {columns.RowAsJson(table)} AS line FROM {table} x ORDER BY line");
            while (rows.Next()) all.Add($"{table} {rows.Text(0)}");
        }
        return all;
    }

    /// <summary>Rows that stand in only one of the two, or not as often.</summary>
    public static List<string> Differences(List<string> before, List<string> after)
    {
        var (gone, come) = (before.ToList(), after.ToList());
        foreach (var row in after) gone.Remove(row);
        foreach (var row in before) come.Remove(row);
        return [.. gone.Select(row => "- " + row), .. come.Select(row => "+ " + row)];
    }
}

/// <summary>What tables and columns the database has.</summary>
internal static class Catalog
{
    public static List<string> Tables(DatabaseSession session)
    {
        var tables = new List<string>();
        using var rows = session.IsSqlite
            ? session.Read("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'customer_find_%'")
            : session.Read("SELECT table_name::text FROM information_schema.tables WHERE table_schema = 'public'");
        while (rows.Next()) tables.Add(rows.Text(0));
        return tables;
    }
}
