using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Segments.Model;
using Changlai.App.Features.Orders.Recording;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.Benchmarks.Segments;

/// <summary>Segments as shops build them.</summary>
internal static class UsualSegments
{
    private const string OwnNumber = "own.1";
    private const string OwnChoice = "own.2";

    public static IReadOnlyList<(string Name, SegmentGroup Rule)> For(DatabaseSession session)
    {
        var product = session.Scalar<long>("SELECT product_id FROM order_line WHERE customer_id < 200 GROUP BY product_id ORDER BY count(*) DESC, product_id LIMIT 1").ToString();
        var store = session.Scalar<long>("SELECT min(store_id) FROM customer").ToString();
        var category = session.Scalar<string>("SELECT category FROM product WHERE id = @id", ("id", long.Parse(product)))!;
        return
        [
            ("last order 60 to 90 days ago", All(Is("orders.last", "days-ago", "60", "90"))),
            ("last order more than 180 days ago", All(Is("orders.last", "longer-ago", "180"))),
            ("gold, last order 30 to 120 days ago", All(Is("customer.tier", "any-of", "gold"), Is("orders.last", "days-ago", "30", "120"))),
            ("five orders or more, spent 1,000 or more", All(Is("orders.count", "at-least", "5"), Is("orders.total", "at-least", "CNY", "100000"))),
            ("one product bought, last order 60 to 90 days ago", All(Is("orders.product", "any-of", product), Is("orders.last", "days-ago", "60", "90"))),
            ("one product bought", All(Is("orders.product", "any-of", product))),
            ("one product never bought", Not(Is("orders.product", "any-of", product))),
            ("one category bought", All(Is("orders.category", "any-of", category))),
            ("own number between 30 and 35", All(Is(OwnNumber, "between", "30", "35"))),
            ("own number of 20 or more", All(Is(OwnNumber, "at-least", "20"))),
            ("own choice is one of three", All(Is(OwnChoice, "any-of", "1"))),
            ("own choice, last order 60 to 90 days ago", All(Is(OwnChoice, "any-of", "1"), Is("orders.last", "days-ago", "60", "90"))),
            ("one tag", All(Is("customer.tags", "any-of", "1"))),
            ("a rare tag, no need open", All(Is("customer.tags", "any-of", "2"), Is("needs.open", "no"))),
            ("one province", All(Is("customer.region", "any-of", "home/浙江省"))),
            ("one province, gold, silent", All(Is("customer.region", "any-of", "home/浙江省"), Is("customer.tier", "any-of", "gold"), Is("orders.silent", "yes"))),
            ("silent, not contacted for 60 days, may be contacted", All(Is("orders.silent", "yes"), Not(Is("contacts.last", "within-past", "60")), Is("customer.do-not-contact", "no"))),
            ("birthday within 14 days", All(Is("date.birthday", "within-next", "14"))),
            ("of one store, expected within 14 days, or one product", All(Is("customer.store", "any-of", store),
                new SegmentGroup(GroupMatch.Any, [Is("orders.next", "within-next", "14"), Is("orders.product", "any-of", product)]))),
            ("phone known, no follow-up planned, first order this year", All(Is("customer.phone-known", "yes"), Is("follow-ups.any", "no"), Is("orders.first", "within-past", "300"))),
        ];
    }

    /// <summary>What orders alone do not tell: tiers, contacts, birthdays.</summary>
    public static void Prepare(DatabaseSession session, DateOnly today)
    {
        session.Begin();
        session.Execute("UPDATE customer SET tier = CASE WHEN customer_id % 20 = 0 THEN 'gold' WHEN customer_id % 5 = 0 THEN 'silver' ELSE 'standard' END, do_not_contact = customer_id % 50 = 0");
        session.Execute("DELETE FROM contact_summary");
        session.Execute($"""
            INSERT INTO contact_summary (customer_id, contacts, last_contact_on, last_outcome, last_mood)
            SELECT customer_id, 1, {(session.IsSqlite ? "@today - customer_id % 200" : "@today - (customer_id % 200)::int")}, 'reached', 'satisfied' FROM customer WHERE customer_id % 3 > 0
            """, ("today", today));
        session.Execute($"""
            INSERT INTO special_date (customer_id, id, kind, calendar, month, day, leap_month, year)
            SELECT customer_id, customer_id, 'birthday', CASE WHEN customer_id % 4 = 0 THEN 'lunar' ELSE 'gregorian' END, customer_id % 12 + 1, customer_id % 28 + 1, @no, 1980
            FROM customer WHERE customer_id % 2 = 0
            """, ("no", false));
        PrepareCards(session);
        session.Commit();
        while (BoughtSweep.RunBatch(session, BoughtSweep.BatchSize))
        {
        }
        if (session.IsSqlite) session.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        else session.Execute("VACUUM ANALYZE");
    }

    /// <summary>Nine in ten have a region, two in three an own number and choice, one in three the tag; a product in twenty makes a category.</summary>
    private static void PrepareCards(DatabaseSession session)
    {
        session.Execute("UPDATE customer SET region = CASE WHEN customer_id % 10 < 3 THEN 'home/浙江省/杭州市/西湖区' WHEN customer_id % 10 < 9 THEN 'home/江苏省/南京市' END");
        session.Execute("UPDATE product SET category = 'category ' || (id % 20)");
        CustomerFields.Define(session, new CustomerField(0, FieldType.Number, new("头发长度", "Hair length"), false, false, null, null, null, 0, false, 1));
        CustomerFields.Define(session, new CustomerField(0, FieldType.Choice, new("肤质", "Skin"), false, false, null, null, null, 0, false, 1)
        {
            Choices = [new(0, new("油性", "Oily"), false), new(0, new("干性", "Dry"), false), new(0, new("中性", "Normal"), false)],
        });
        session.Execute("INSERT INTO customer_field_value (customer_id, field_id, item, number_milli) SELECT customer_id, 1, 0, customer_id % 100 * 500 FROM customer WHERE customer_id % 3 > 0");
        session.Execute("INSERT INTO customer_field_value (customer_id, field_id, item, choice_id) SELECT customer_id, 2, 0, customer_id % 3 + 1 FROM customer WHERE customer_id % 5 > 0");
        session.Execute("INSERT INTO tag (id, kind, name) VALUES (1, 'tag', '老客'), (2, 'tag', '怕冷')");
        session.Execute("INSERT INTO customer_tag (customer_id, tag_id) SELECT customer_id, 1 FROM customer WHERE customer_id % 3 = 0");
        session.Execute("INSERT INTO customer_tag (customer_id, tag_id) SELECT customer_id, 2 FROM customer WHERE customer_id % 100 = 0");
        session.Execute("""
            INSERT INTO customer_need (customer_id, id, words, state, noted_at, changed_at) SELECT customer_id, customer_id, '要', 'noted', created_at, created_at FROM customer WHERE customer_id % 20 = 0
            """);
    }

    private static SegmentGroup All(params SegmentRule[] rules) => new(GroupMatch.All, rules);

    private static SegmentGroup Not(params SegmentRule[] rules) => new(GroupMatch.None, rules);

    private static SegmentCondition Is(string field, string question, params string[] values) => new(field, question, values);
}
