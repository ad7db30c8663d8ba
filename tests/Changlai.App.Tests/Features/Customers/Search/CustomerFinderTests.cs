using Changlai.App.Features.Customers.Search;
using Changlai.App.Features.Orders.Find;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Tests.Harness;
using Changlai.Core.Values;

namespace Changlai.App.Tests.Features.Customers.Search;

public sealed class CustomerFinderTests
{
    [Theory]
    [OnBothDatabases("李明华")]
    [OnBothDatabases("明")]
    [OnBothDatabases("明华")]
    [OnBothDatabases("lmh")]
    [OnBothDatabases("LMH")]
    [OnBothDatabases("mh")]
    [OnBothDatabases("liming")]
    [OnBothDatabases("minghua")]
    [OnBothDatabases("li")]
    [OnBothDatabases("hu")]
    [OnBothDatabases("l")]
    [OnBothDatabases("138")]
    [OnBothDatabases("0013")]
    [OnBothDatabases("8000")]
    [OnBothDatabases("138 0013-8000")]
    [OnBothDatabases("+86 138 0013 8000")]
    [OnBothDatabases("0086 138")]
    [OnBothDatabases("１３８００")]
    [OnBothDatabases("VIP-0042")]
    [OnBothDatabases("vip0042")]
    [OnBothDatabases("p00")]
    [OnBothDatabases("0042")]
    [OnBothDatabases("minghua.li@")]
    [OnBothDatabases("example.org")]
    [OnBothDatabases("李 138")]
    [OnBothDatabases("华 李")]
    public async Task A_customer_is_found_by(DatabaseKind kind, string typed)
    {
        await using var shop = await TestCustomers.OpenAsync(kind);
        var wanted = shop.Add("李明华", "+8613800138000", "VIP-0042", "minghua.li@example.org");
        shop.Add("欧阳雪", "+8617012345679", "B-7");

        Found(shop, typed).ShouldBe([wanted]);
    }

    [Theory]
    [OnBothDatabases("明李")]
    [OnBothDatabases("hl")]
    [OnBothDatabases("139")]
    [OnBothDatabases("13")]
    [OnBothDatabases("")]
    [OnBothDatabases("   ")]
    [OnBothDatabases("\"")]
    [OnBothDatabases("李\" OR \"欧")]
    [OnBothDatabases("* NEAR(李 明)")]
    [OnBothDatabases("^ - : ( )")]
    [OnBothDatabases("%")]
    [OnBothDatabases("_")]
    [OnBothDatabases("' OR 1=1 --")]
    [OnBothDatabases("\\")]
    [OnBothDatabases("😀")]
    [OnBothDatabases("\u202e")]
    [OnBothDatabases("\0")]
    [OnBothDatabases("@1")]
    public async Task Nobody_is_found_by(DatabaseKind kind, string typed)
    {
        await using var shop = await TestCustomers.OpenAsync(kind);
        shop.Add("李明华", "+8613800138000", "VIP-0042", store: shop.AddStore("一店"));

        Found(shop, typed).ShouldBeEmpty();
    }

    [Theory]
    [OnBothDatabases("<script>alert(1)</script>", "script")]
    [OnBothDatabases("O'Brien \"Bob\"", "o'b")]
    [OnBothDatabases("李😀明", "李明")]
    [OnBothDatabases("𠮷野家", "𠮷")]
    [OnBothDatabases("𠮷野家", "𠮷野")]
    [OnBothDatabases("عبد الله", "عبد")]
    [OnBothDatabases("\u202eevil", "evil")]
    [OnBothDatabases("NEAR OR AND", "or and")]
    [OnBothDatabases("100% 张", "100% 张")]
    [OnBothDatabases("Ærø Öst", "ærø ö")]
    public async Task A_hostile_name_is_found_by_its_letters(DatabaseKind kind, string name, string typed)
    {
        await using var shop = await TestCustomers.OpenAsync(kind);
        var wanted = shop.Add(name);

        Found(shop, typed).ShouldBe([wanted]);
    }

    [Theory, OnBothDatabases]
    public async Task Every_customer_is_found_by_every_fragment_of_the_name(DatabaseKind kind)
    {
        string[] names = ["王伟", "欧阳娜娜", "John Smith", "Maria-José de la Cruz", "李 Anna", "尉迟恭", "王小二", "Anna Wang", "𠮷田 太郎", "Şükrü", "A1 维修"];
        await using var shop = await TestCustomers.OpenAsync(kind);
        var ids = names.ToDictionary(name => name, name => shop.Add(name));

        foreach (var name in names)
            foreach (var fragment in Fragments(name))
                Found(shop, fragment).ShouldContain(ids[name], $"{name} by “{fragment}”");
    }

    [Theory, OnBothDatabases]
    public async Task The_closest_comes_first_and_the_best_customer_among_equals(DatabaseKind kind)
    {
        await using var shop = await TestCustomers.OpenAsync(kind);
        var contains = shop.Add("李王明");
        var begins = shop.Add("王明");
        var better = shop.Add("王明远");
        var whole = shop.Add("王");
        var exact = shop.Add("赵四", number: "王");
        var spelled = shop.Add("汪洋");
        shop.Summarise(contains, 9_000_00, last: "2026-11-01");
        shop.Summarise(better, 5_000_00, last: "2026-11-01");
        shop.Summarise(begins, 1_000_00, last: "2026-11-01");

        Found(shop, "王").ShouldBe([exact, whole, better, begins, contains]);
        Found(shop, "wang").ShouldContain(spelled);
    }

    [Theory, OnBothDatabases]
    public async Task A_whole_phone_or_number_stands_above_those_that_contain_it(DatabaseKind kind)
    {
        await using var shop = await TestCustomers.OpenAsync(kind);
        var longer = shop.Add("甲", number: "17850");
        var exact = shop.Add("乙", number: "785");
        shop.Summarise(longer, 1_000_000_00, last: "2026-11-01");

        Found(shop, "785").ShouldBe([exact, longer]);
    }

    [Theory, OnBothDatabases]
    public async Task A_spelled_name_is_found_among_hundreds_that_sound_nearly_the_same(DatabaseKind kind)
    {
        await using var shop = await TestCustomers.OpenAsync(kind);
        // wangxiaoming shares with them all that lies across two of its syllables.
        for (var i = 0; i < 700; i++) shop.Add("张小敏");
        var meant = shop.Add("王小明");
        for (var i = 0; i < 700; i++) shop.Add("杨小米");

        Found(shop, "wangxiaoming").ShouldBe([meant]);
        Found(shop, "wangxiaom").ShouldBe([meant]);
    }

    [Theory, OnBothDatabases]
    public async Task Somebody_is_found_whom_hundreds_share_a_fragment_with(DatabaseKind kind)
    {
        await using var shop = await TestCustomers.OpenAsync(kind);
        for (var i = 0; i < 700; i++) shop.Add("王某", $"+86138{i:D8}");
        var best = shop.Add("王五", "+8613811111111");
        shop.Summarise(best, 1_00, last: "2026-11-01");

        Found(shop, "王")[0].ShouldBe(best);
        Found(shop, "1111111").ShouldBe([best]);
        Found(shop, "王五").ShouldBe([best]);
    }

    [Theory, OnBothDatabases]
    public async Task Customers_of_another_store_are_not_found(DatabaseKind kind)
    {
        await using var shop = await TestCustomers.OpenAsync(kind);
        var (one, other) = (shop.AddStore("一店"), shop.AddStore("二店"));
        var mine = shop.Add("王明", "+8613800138000", store: one);
        var theirs = shop.Add("王明", "+8613800138001", "N-9", store: other);
        var nobodys = shop.Add("王明");
        Order(shop, theirs, "SO-1");

        foreach (var typed in (string[])["王", "王明", "wm", "1380", "n9", "SO-1"])
            Found(shop, typed, one).ShouldNotContain(theirs, typed);
        Found(shop, "王", one).ShouldBe([mine]);
        Found(shop, "王").ShouldBe([mine, theirs, nobodys], ignoreOrder: true);
    }

    [Theory]
    [OnBothDatabases("536365")]
    [OnBothDatabases("536365 ")]
    [OnBothDatabases("５３６３６５")]
    public async Task The_number_of_an_order_finds_its_customer(DatabaseKind kind, string typed)
    {
        await using var shop = await TestCustomers.OpenAsync(kind);
        var wanted = shop.Add("李明");
        Order(shop, shop.Add("王芳"), "536366", source: "a");
        Order(shop, wanted, "536365", source: "b");

        var found = new CustomerFinder(shop.Session, CustomerScope.All, [new OrderNumberSearch()]).Find(typed, 30);
        found.ShouldHaveSingleItem().ShouldBe(new FoundCustomer(wanted, new Text("订单 536365", "Order 536365")));
    }

    [Theory, OnBothDatabases]
    public async Task A_corrected_name_is_found_and_the_old_one_no_longer(DatabaseKind kind)
    {
        await using var shop = await TestCustomers.OpenAsync(kind);
        var id = shop.Add("李明");
        shop.Session.Execute("UPDATE customer SET name = '张三' WHERE customer_id = @id", ("id", id));
        CustomerFindIndex.Refresh(shop.Session, id);

        Found(shop, "李").ShouldBeEmpty();
        Found(shop, "张").ShouldBe([id]);
    }

    [Theory, OnBothDatabases]
    public async Task Never_more_than_asked_for(DatabaseKind kind)
    {
        await using var shop = await TestCustomers.OpenAsync(kind);
        for (var i = 0; i < 40; i++) shop.Add("王");

        new CustomerFinder(shop.Session, CustomerScope.All, []).Find("王", 8).Count.ShouldBe(8);
    }

    private static long[] Found(TestCustomers shop, string typed, long? store = null) =>
        [.. new CustomerFinder(shop.Session, store is { } one ? CustomerScope.OfStores(one) : CustomerScope.All, [new OrderNumberSearch()]).Find(typed, 30).Select(one => one.Id)];

    private static void Order(TestCustomers shop, long customer, string number, string source = "till") =>
        shop.Session.Execute("INSERT INTO order_key (source, external_number, customer_id, order_id) VALUES (@source, @number, @customer, 1)",
            ("source", source), ("number", number), ("customer", customer));

    // Two letters and more; of Chinese one is enough.
    private static IEnumerable<string> Fragments(string name)
    {
        for (var start = 0; start < name.Length; start++)
            for (var end = start + 1; end <= name.Length; end++)
            {
                var fragment = name[start..end];
                if (char.IsLowSurrogate(fragment[0]) || char.IsHighSurrogate(fragment[^1])) continue;
                var letters = FindableCustomer.Fold(fragment);
                if (letters.Length > 1 || letters.Length == 1 && FindableCustomer.IsHan(letters[0])) yield return fragment;
            }
    }
}
