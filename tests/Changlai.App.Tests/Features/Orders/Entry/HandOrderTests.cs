using Changlai.App.Features.FollowUps.Planning;
using Changlai.App.Features.Orders.Contracts;
using Changlai.App.Features.Orders.Entry;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.Features.Orders.Entry;

/// <summary>Orders entered by hand, through the same checks as the pages and the API.</summary>
public sealed class HandOrderTests
{
    private static readonly Viewer Lin = new(1, "lin", StaffRole.Manager, TestShop.Store);

    [Theory, OnBothDatabases]
    public async Task Two_boxes_of_thirty_days_bring_the_customer_back_on_day_sixty(DatabaseKind kind)
    {
        await using var desk = await Counter.OpenAsync(kind, "2026-04-01");
        var customer = desk.Customer("1");

        var expected = desk.Expect(customer, Order("2026-04-01", Line("tea", "2")));
        expected.Rhythm!.Value.Basis.ShouldBe(RhythmBasis.Product);
        DateOnly.FromDayNumber(expected.Rhythm.Value.NextPurchaseOn!.Value).ShouldBe(TestShop.Day("2026-04-01").AddDays(60));

        desk.Enter(customer, Order("2026-04-01", Line("tea", "2")));
        desk.NextOf(customer).ShouldBe(TestShop.Day("2026-04-01").AddDays(60));
    }

    [Theory, OnBothDatabases]
    public async Task From_the_third_purchase_on_the_customers_own_rhythm_is_shown_and_then_stored(DatabaseKind kind)
    {
        await using var desk = await Counter.OpenAsync(kind, "2026-04-01");
        desk.Shop.Record(new TestLine("A1", "1", "2026-01-01"), new TestLine("A2", "1", "2026-02-10"));
        var customer = desk.Shop.IdOf("1");
        foreach (var quantity in (string[])["1", "2", "7"])
        {
            var order = Order("2026-04-01", Line("tea", quantity));
            var expected = desk.Expect(customer, order).Rhythm!.Value;
            expected.Basis.ShouldBe(RhythmBasis.Personal);
            var id = desk.Enter(customer, order);
            desk.NextOf(customer).ShouldBe(DateOnly.FromDayNumber(expected.NextPurchaseOn!.Value), quantity);
            desk.Expect(customer, order, replaces: id).Rhythm.ShouldBe(expected, "an order that is changed counts once");
            desk.Remove(id);
        }
    }

    [Theory, OnBothDatabases]
    public async Task An_order_marks_its_customer_for_planning_and_stands_in_the_summary(DatabaseKind kind)
    {
        await using var desk = await Counter.OpenAsync(kind, "2026-04-01");
        var customer = desk.Customer("1");
        desk.Shop.Session.Execute("DELETE FROM planning_due");

        desk.Enter(customer, Order("2026-04-01", Line("tea", "2.5", "100", "50"), Line("cup", "1", "35.50")));

        desk.Shop.Session.Scalar<long>("SELECT customer_id FROM planning_due").ShouldBe(customer);
        desk.Shop.Session.Scalar<long>("SELECT total_minor FROM order_summary WHERE customer_id = @id", ("id", customer)).ShouldBe(10000 + 25000 - 5000 + 3550);
    }

    [Theory, OnBothDatabases]
    public async Task The_same_key_is_one_order(DatabaseKind kind)
    {
        await using var desk = await Counter.OpenAsync(kind, "2026-04-01");
        var customer = desk.Customer("1");
        var first = desk.Enter(customer, Order("2026-04-01", Line("tea", "2")), "key");
        desk.Enter(customer, Order("2026-04-01", Line("tea", "2")), "key").ShouldBe(first);
        desk.Enter(customer, Order("2026-04-01", Line("tea", "2")), "another key").ShouldNotBe(first);
    }

    [Theory, OnBothDatabases]
    public async Task An_import_with_the_same_number_leaves_it_alone(DatabaseKind kind)
    {
        await using var desk = await Counter.OpenAsync(kind, "2026-04-01");
        var customer = desk.Customer("1");
        var id = desk.Enter(customer, Order("2026-04-01", Line("tea", "2")));
        var number = desk.Stored(customer, id).Number;

        desk.Shop.Record(new TestLine(number, "1", "2026-03-01", Quantity: 9)).New.ShouldBe(1);

        desk.Stored(customer, id).Lines.Single().QuantityMilli.ShouldBe(2000);
        OrderSources.IsReserved(" By-Hand ").ShouldBeTrue();
    }

    [Theory, OnBothDatabases]
    public async Task A_changed_order_takes_the_place_of_the_old_one(DatabaseKind kind)
    {
        await using var desk = await Counter.OpenAsync(kind, "2026-04-01");
        var customer = desk.Customer("1");
        var id = desk.Enter(customer, Order("2026-03-30", Line("tea", "2")));

        desk.Change(customer, id, Order("2026-03-31", Line("tea", "3"))).Id.ShouldBe(id);

        desk.NextOf(customer).ShouldBe(TestShop.Day("2026-03-31").AddDays(90));
        desk.Stored(customer, id).Form.Lines.Single().Quantity.ShouldBe("3");
        desk.Change(customer, id, desk.Stored(customer, id).Form).Id.ShouldBe(id, "what the form shows can be saved as it is");
    }

    [Theory, OnBothDatabases]
    public async Task No_more_comes_back_than_was_bought(DatabaseKind kind)
    {
        await using var desk = await Counter.OpenAsync(kind, "2026-04-01");
        var customer = desk.Customer("1");
        var id = desk.Enter(customer, Order("2026-03-01", Line("tea", "3", "100", "1")));

        desk.Return(customer, id, "4").Form.Errors.Values.Single().English.ShouldBe("At most 3 can still come back.");
        desk.Return(customer, id, "1").Id.ShouldNotBeNull();
        desk.Return(customer, id, "2.5").Form.Errors.Values.Single().English.ShouldBe("At most 2 can still come back.");
        desk.Return(customer, id, "").Form.Errors.Values.Single().English.ShouldBe("Give the quantity that came back.");
        desk.Change(customer, id, Order("2026-03-01", Line("cup", "9", "1"))).Form.Errors.Values.Single().English.ShouldContain("1 of tea came back already");
        desk.Change(customer, id, Order("2026-04-01", Line("tea", "3"))).Id.ShouldNotBeNull("the day of the return itself");

        desk.Return(customer, id, "2").Id.ShouldNotBeNull();
        desk.Shop.Session.Scalar<long>("SELECT sum(total_minor) FROM customer_order WHERE customer_id = @id AND (id = @order OR returns_order_id = @order)", ("id", customer), ("order", id)).ShouldBe(0);
        desk.Return(customer, id, "1").Form.Errors.Values.Single().English.ShouldBe("At most 0 can still come back.");
        desk.NextOf(customer).ShouldBe(TestShop.Day("2026-01-01").AddDays(30), "what came back whole was no purchase");
    }

    [Theory, OnBothDatabases]
    public async Task A_return_stays_with_the_order_that_was_named(DatabaseKind kind)
    {
        await using var desk = await Counter.OpenAsync(kind, "2026-04-01");
        var customer = desk.Customer("1");
        var first = desk.Enter(customer, Order("2026-02-01", Line("tea", "2")));
        desk.Enter(customer, Order("2026-03-01", Line("tea", "2")));
        var back = desk.Return(customer, first, "2").Id!.Value;

        desk.Shop.Record(new TestLine("A9", "1", "2026-03-20", Quantity: 5));

        desk.Shop.Session.Scalar<long>("SELECT returns_order_id FROM customer_order WHERE customer_id = @id AND id = @back", ("id", customer), ("back", back)).ShouldBe(first);
    }

    [Theory]
    [OnBothDatabases("orderedOn", "")]
    [OnBothDatabases("orderedOn", "2026-02-30")]
    [OnBothDatabases("orderedOn", "2026-04-02")]
    [OnBothDatabases("orderedOn", "1820-01-01")]
    [OnBothDatabases("store", "2")]
    [OnBothDatabases("store", "x")]
    [OnBothDatabases("staff", "99")]
    [OnBothDatabases("product-0", "")]
    [OnBothDatabases("product-0", "no such thing")]
    [OnBothDatabases("product-0", "c")]
    [OnBothDatabases("quantity-0", "")]
    [OnBothDatabases("quantity-0", "0")]
    [OnBothDatabases("quantity-0", "-1")]
    [OnBothDatabases("quantity-0", "1.2345")]
    [OnBothDatabases("quantity-0", "two")]
    [OnBothDatabases("price-0", "free")]
    [OnBothDatabases("price-0", "0.001")]
    [OnBothDatabases("discount-0", "200.01")]
    public async Task What_cannot_be_taken_is_told_at_its_field_and_nothing_is_written(DatabaseKind kind, string field, string typed)
    {
        await using var desk = await Counter.OpenAsync(kind, "2026-04-01");
        desk.Shop.AddStore("二店");
        var customer = desk.Customer("1");
        var values = new Dictionary<string, string> { ["orderedOn"] = "2026-04-01", ["product-0"] = "tea", ["quantity-0"] = "2", ["price-0"] = "100", [field] = typed };

        var taken = desk.TryEnter(customer, OrderForm.Of(name => values.GetValueOrDefault(name, "")));

        taken.Id.ShouldBeNull();
        taken.Form.Errors.Keys.ShouldBe([field]);
        desk.Shop.Session.Scalar<long>("SELECT count(*) FROM customer_order WHERE source = @source", ("source", OrderSources.ByHand)).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task A_product_is_known_by_code_name_both_or_a_part_that_only_it_has(DatabaseKind kind)
    {
        await using var desk = await Counter.OpenAsync(kind, "2026-04-01");
        desk.Shop.Session.Execute("INSERT INTO product (id, code, name, price_minor, currency, active) VALUES (50, 'T50', '西湖龙井 明前', 46800, 'CNY', @yes)", ("yes", true));
        var customer = desk.Customer("1");
        foreach (var typed in (string[])["T50", " ｔ５０ ", "西湖龙井 明前", "T50 西湖龙井 明前", "龙井"])
            desk.Expect(customer, Order("2026-04-01", Line(typed, "1", ""))).TotalMinor.ShouldBe(46800, typed);
        desk.Shop.Session.Execute("UPDATE product SET active = @no WHERE id = 50", ("no", false));
        desk.Expect(customer, Order("2026-04-01", Line("T50", "1", ""))).Lines.ShouldBeEmpty("one that is no longer sold");
    }

    private static OrderForm Order(string on, params OrderFormLine[] lines) => new() { OrderedOn = on, Lines = lines };

    private static OrderFormLine Line(string product, string quantity, string price = "100", string discount = "") => new(product, quantity, price, discount);

    /// <summary>A shop whose products are tea, for 30 days, and cups; a customer known by number bought once, on New Year's Day.</summary>
    private sealed class Counter : IAsyncDisposable
    {
        private readonly OrderEntry entry;
        private readonly OrderDesk desk;

        private Counter(TestShop shop)
        {
            Shop = shop;
            var stores = new StoreDirectory(shop.Database, shop.Time);
            entry = new OrderEntry(shop.Database, stores, [new FollowUpsOnOrders(shop.Time)], new SweepSignal(), shop.Time);
            desk = entry.DeskOf(shop.Session, Lin, TestShop.Store);
        }

        public TestShop Shop { get; }

        public static async Task<Counter> OpenAsync(DatabaseKind kind, string today)
        {
            var shop = await TestShop.OpenAsync(kind, today);
            shop.AddProduct("cup", 0);
            shop.Session.Execute("UPDATE product SET repurchase_days = NULL WHERE code = 'cup'");
            shop.AddProduct("cap", 0);
            return new Counter(shop);
        }

        public long Customer(string number)
        {
            Shop.Record(new TestLine("A0", number, "2026-01-01"));
            return Shop.IdOf(number);
        }

        public ExpectedPurchase Expect(long customer, OrderForm form, long? replaces = null) => OrderEntry.Expect(Shop.Session, desk, customer, form, Shop.Today, replaces);

        public Taken<OrderForm> TryEnter(long customer, OrderForm form, string? key = null) => entry.Enter(Shop.Session, desk, customer, form, key);

        public long Enter(long customer, OrderForm form, string? key = null)
        {
            var taken = TryEnter(customer, form, key);
            if (taken.Again) Shop.Session.Rollback();
            taken.Form.Errors.ShouldBeEmpty();
            return taken.Id!.Value;
        }

        public Taken<OrderForm> Change(long customer, long order, OrderForm form) => entry.Change(Shop.Session, desk, customer, Stored(customer, order), form);

        public Taken<ReturnForm> Return(long customer, long order, string quantity)
        {
            var stored = Stored(customer, order);
            var form = new ReturnForm { ReturnedOn = "2026-04-01", Quantities = stored.Lines.ToDictionary(line => line.Product.Id, _ => quantity) };
            return entry.Return(Shop.Session, desk, customer, stored, form, key: null);
        }

        public StoredOrder Stored(long customer, long order) => StoredOrder.Find(Shop.Session, customer, order)!;

        public DateOnly? NextOf(long customer)
        {
            using var rows = Shop.Session.Read("SELECT next_purchase_on FROM order_summary WHERE customer_id = @id", ("id", customer));
            rows.Next().ShouldBeTrue();
            return rows.DayOrNull(0);
        }

        public void Remove(long order)
        {
            foreach (var (table, key) in ((string, string)[])[("order_line", "order_id"), ("order_key", "order_id"), ("customer_order", "id")])
                Shop.Session.Execute($"DELETE FROM {table} WHERE {key} = @id", ("id", order));
        }

        public ValueTask DisposeAsync() => Shop.DisposeAsync();
    }
}
