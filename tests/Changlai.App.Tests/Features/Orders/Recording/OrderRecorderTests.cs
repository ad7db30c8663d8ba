using Changlai.App.Features.Orders.Contracts;
using Changlai.App.Features.Orders.Recording;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.Features.Orders.Recording;

public sealed class OrderRecorderTests
{
    private static readonly TestLine[] Usual =
    [
        new("A1", "7", "2026-01-05", Quantity: 2), new("A1", "7", "2026-01-05", "cup", Price: 35.5m),
        new("A2", "8", "2026-01-06", "cup"), new("A3", "7", "2026-02-10"), new("A4", "7", "2026-03-15"),
    ];

    [Theory, OnBothDatabases]
    public async Task What_is_recorded_twice_changes_nothing(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-04-01");
        var first = shop.Record(Usual);
        var (orders, lines, summaries) = (Orders(shop), Lines(shop), Summaries(shop));

        var second = shop.Record(Usual);

        (first.New, first.NewCustomers).ShouldBe((4, 2));
        (second.New, second.Updated, second.Unchanged, second.NewCustomers).ShouldBe((0, 0, 4, 0));
        Orders(shop).ShouldBe(orders);
        Lines(shop).ShouldBe(lines);
        Summaries(shop).ShouldBe(summaries);
    }

    [Theory]
    [OnBothDatabases("price")]
    [OnBothDatabases("quantity")]
    [OnBothDatabases("day")]
    [OnBothDatabases("customer")]
    public async Task A_corrected_record_takes_the_place_of_the_old_one(DatabaseKind kind, string what)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-04-01");
        shop.Record(Usual);
        var corrected = Usual.Select(line => line.Order != "A3" ? line : what switch
        {
            "price" => line with { Price = 80 },
            "quantity" => line with { Quantity = 3 },
            "day" => line with { At = "2026-02-12" },
            _ => line with { Customer = "8" },
        }).ToArray();

        var report = shop.Record(corrected);

        (report.New, report.Updated, report.Unchanged).ShouldBe((0, 1, 3));
        await using var clean = await TestShop.OpenAsync(kind, "2026-04-01");
        clean.Record(corrected);
        Contents(shop).ShouldBe(Contents(clean));
        Summaries(shop).ShouldBe(Summaries(clean), ignoreOrder: true);
        shop.Record(corrected).Unchanged.ShouldBe(4);
    }

    [Theory, OnBothDatabases]
    public async Task A_customer_whose_only_order_moves_to_another_is_left_without_a_summary(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-04-01");
        shop.Record(Usual);
        shop.Record(new TestLine("A2", "7", "2026-01-06", "cup"));

        shop.Session.Scalar<long>("SELECT count(*) FROM order_summary WHERE customer_id = @id", ("id", shop.IdOf("8"))).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task A_return_in_the_same_file_is_tied_to_the_latest_order_that_holds_it(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-04-01");
        shop.Record([.. Usual, new("C1", "7", "2026-02-20", Quantity: -1), new("C2", "7", "2026-02-21", Quantity: -2), new("C3", "8", "2026-02-21")]);

        (ReturnOf(shop, "C1"), ReturnOf(shop, "C2")).ShouldBe(("A3", "A1"));
    }

    [Theory, OnBothDatabases]
    public async Task A_return_in_a_later_file_is_tied_just_as_well(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-04-01");
        shop.Record(Usual);
        shop.Record(new("C1", "7", "2026-02-20", Quantity: -1), new("C2", "7", "2026-02-21", Quantity: -2), new("C3", "7", "2026-02-21", Quantity: -9));

        (ReturnOf(shop, "C1"), ReturnOf(shop, "C2"), ReturnOf(shop, "C3")).ShouldBe(("A3", "A1", null));
    }

    [Theory, OnBothDatabases]
    public async Task A_return_that_arrives_before_its_order_is_tied_when_the_order_comes(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-04-01");
        shop.Record(new TestLine("C1", "7", "2026-02-20", Quantity: -1));
        ReturnOf(shop, "C1").ShouldBeNull();
        shop.Record(Usual);

        ReturnOf(shop, "C1").ShouldBe("A3");
        Summaries(shop).ShouldBe(Recomputed(shop));
    }

    [Theory, OnBothDatabases]
    public async Task An_order_with_negative_lines_is_an_order_and_a_return(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-04-01");
        shop.Record(Usual);
        var report = shop.Record(new("A5", "7", "2026-03-20", "cup"), new("A5", "7", "2026-03-20", Quantity: -1));

        (report.Orders, report.Returns, report.New).ShouldBe((1, 1, 2));
        ReturnOf(shop, "A5" + BatchOrders.ReturnedPart).ShouldBe("A4");
    }

    [Theory, OnBothDatabases]
    public async Task A_returned_part_that_a_corrected_file_no_longer_has_is_gone(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-04-01");
        shop.Record(new("A5", "7", "2026-03-20", "cup"), new("A5", "7", "2026-03-20", Quantity: -1));
        var report = shop.Record(new TestLine("A5", "7", "2026-03-20", "cup"));

        (report.Updated, report.Unchanged).ShouldBe((1, 1));
        Contents(shop).Count.ShouldBe(1);
        Summaries(shop).ShouldBe(Recomputed(shop));
    }

    [Theory, OnBothDatabases]
    public async Task A_line_of_another_customer_under_the_same_number_is_rejected_and_counted(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-04-01");
        var report = shop.Record(new("A1", "7", "2026-01-05"), new("A1", "8", "2026-01-05", "cup"), new("A1", "7", "2026-01-05", "cup"));

        report.LinesOfAnotherCustomer.ShouldBe([1]);
        (report.Orders, report.OrderLines).ShouldBe((1, 2));
    }

    [Theory, OnBothDatabases]
    public async Task An_import_cut_off_leaves_nothing_and_run_again_ends_as_if_it_had_run_once(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-04-01");
        shop.Session.Begin();
        new OrderRecorder(shop.Session, [], shop.Time).Record(TestOrders.Batch(Usual), TestOrders.Till);
        shop.Session.Rollback();
        Orders(shop).ShouldBeEmpty();
        shop.Record(Usual);

        await using var clean = await TestShop.OpenAsync(kind, "2026-04-01");
        clean.Record(Usual);
        Orders(shop).ShouldBe(Orders(clean));
        Lines(shop).ShouldBe(Lines(clean));
    }

    [Theory, OnBothDatabases]
    public async Task The_summaries_are_those_worked_out_from_all_orders_however_these_came(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-06-01");
        var random = new Random(7);
        var lines = Enumerable.Range(0, 400).Select(i => new TestLine($"N{random.Next(160)}", $"{random.Next(25)}",
            TestShop.Day("2026-01-01").AddDays(random.Next(120)).ToString("yyyy-MM-dd"), random.Next(3) == 0 ? "cup" : "tea", random.Next(-2, 4) is var n and not 0 ? n : 1, random.Next(0, 90))).ToArray();
        foreach (var part in lines.Chunk(70)) shop.Record(part);

        Summaries(shop).ShouldBe(Recomputed(shop));
        shop.Session.Scalar<long>("SELECT count(*) FROM order_summary WHERE returns > 0").ShouldBeGreaterThan(5);
    }

    [Theory, OnBothDatabases]
    public async Task Two_lines_of_the_same_product_last_as_long_as_one_line_of_two(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-04-01");
        shop.Record(new("A1", "7", "2026-01-05"), new("A1", "7", "2026-01-05"), new("A2", "8", "2026-01-05", Quantity: 2));

        shop.Session.Scalar<long>("SELECT count(*) FROM customer_order WHERE supply_days = 60").ShouldBe(2);
    }

    private static List<string> Orders(TestShop shop) => Read(shop, """
        SELECT external_number || ' ' || id || ' ' || customer_id || ' ' || kind || ' ' || total_minor || ' ' || margin_minor || ' ' || line_count
            || ' ' || coalesce(supply_days, 0) || ' ' || coalesce(returns_order_id, 0) || ' ' || content_hash FROM customer_order ORDER BY id
        """);

    private static List<string> Lines(TestShop shop) => Read(shop, """
        SELECT '' || customer_id || ' ' || order_id || ' ' || line || ' ' || product_id || ' ' || quantity_milli || ' ' || unit_price_minor || ' ' || amount_minor
        FROM order_line ORDER BY order_id, line
        """);

    /// <summary>Orders by what the outside calls them: for comparing databases whose ids differ.</summary>
    private static List<string> Contents(TestShop shop) => Read(shop, """
        SELECT o.external_number || ' ' || c.external_number || ' ' || o.kind || ' ' || o.ordered_on || ' ' || o.total_minor || ' ' || o.margin_minor
            || ' ' || o.line_count || ' ' || coalesce(o.supply_days, 0)
        FROM customer_order o JOIN customer c ON c.customer_id = o.customer_id ORDER BY o.external_number
        """);

    private static List<string> Read(TestShop shop, string sql)
    {
        var all = new List<string>();
        using var rows = shop.Session.Read(sql);
        while (rows.Next()) all.Add(rows.Text(0));
        return all;
    }

    private static string? ReturnOf(TestShop shop, string number) => shop.Session.Scalar<string>("""
        SELECT o.external_number FROM customer_order r JOIN customer_order o ON o.customer_id = r.customer_id AND o.id = r.returns_order_id
        WHERE r.external_number = @number AND r.kind = 'return'
        """, ("number", number));

    private static List<string> Summaries(TestShop shop)
    {
        var all = new List<string>();
        using var rows = shop.Session.Read("""
            SELECT customer_id, orders, returns, total_minor, margin_minor, last_order_on, next_purchase_on, silent_on FROM order_summary ORDER BY customer_id
            """);
        while (rows.Next()) all.Add(Summary(rows.Long(0), rows.Int(1), rows.Int(2), rows.Long(3), rows.Long(4), rows.DayOrNull(5), rows.DayOrNull(6), rows.DayOrNull(7)));
        return all;
    }

    private static List<string> Recomputed(TestShop shop)
    {
        var histories = new SortedDictionary<long, PurchaseHistory>();
        using (var rows = shop.Session.Read("SELECT customer_id, id, ordered_on, total_minor, margin_minor, supply_days, kind, returns_order_id FROM customer_order"))
            while (rows.Next())
            {
                if (!histories.TryGetValue(rows.Long(0), out var history)) histories[rows.Long(0)] = history = new PurchaseHistory();
                history.Add(new OrderFact(rows.Long(1), rows.Day(2).DayNumber, rows.Long(3), rows.Long(4), rows.IntOrNull(5) ?? 0, rows.Text(6) == "return", rows.LongOrNull(7) ?? 0));
            }
        return [.. histories.Select(entry =>
        {
            var history = entry.Value;
            history.Build();
            DateOnly? Day(int? number) => number is { } day ? DateOnly.FromDayNumber(day) : null;
            return Summary(entry.Key, history.Orders, history.Returns, history.TotalMinor, history.MarginMinor,
                Day(history.Rhythm?.LastOn), Day(history.Rhythm?.NextPurchaseOn), Day(history.Rhythm?.SilentOn));
        })];
    }

    private static string Summary(long customer, int orders, int returns, long total, long margin, DateOnly? last, DateOnly? next, DateOnly? silent) =>
        $"{customer}: {orders} − {returns}, {total} / {margin}, {last:yyyy-MM-dd} {next:yyyy-MM-dd} {silent:yyyy-MM-dd}";
}
