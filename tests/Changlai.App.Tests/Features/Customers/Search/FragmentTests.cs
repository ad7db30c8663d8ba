using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Search;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Tests.Harness;
using Changlai.Core.Calendars;
using Changlai.Core.Values;

namespace Changlai.App.Tests.Features.Customers.Search;

/// <summary>Finding a customer from what a list does not show: further phones, cards, addresses, fields of the organisation's own.</summary>
public sealed class FragmentTests
{
    [Theory]
    [OnBothDatabases("13911112222", "139 1111 2222")]
    [OnBothDatabases("2222", "139 1111 2222")]
    [OnBothDatabases("+86 139 1111", "139 1111 2222")]
    [OnBothDatabases("0571", "+8657188881234")]
    [OnBothDatabases("second@", "second@example.org")]
    [OnBothDatabases("VIP-0042", "VIP-0042")]
    [OnBothDatabases("0042", "VIP-0042")]
    [OnBothDatabases("西湖区", "浙江省杭州市西湖区文一路 12 号")]
    [OnBothDatabases("文一路12", "浙江省杭州市西湖区文一路 12 号")]
    [OnBothDatabases("lmh-88", "lmh-88")]
    [OnBothDatabases("清淡", "口味清淡")]
    public async Task A_customer_is_found_by_what_else_is_known(DatabaseKind kind, string typed, string by)
    {
        await using var shop = await ShopAsync(kind);
        var found = new CustomerFinder(shop.Session, CustomerScope.All, []).Find(typed, 8);
        found.ShouldHaveSingleItem().By!.Value.In(Language.Chinese).ShouldBe(by);
    }

    [Theory]
    [OnBothDatabases("李 西湖")]
    [OnBothDatabases("李明华 2222")]
    public async Task Words_of_different_kinds_together_find_the_one_they_meet_in(DatabaseKind kind, string typed)
    {
        await using var shop = await ShopAsync(kind);
        new CustomerFinder(shop.Session, CustomerScope.All, []).Find(typed, 8).ShouldHaveSingleItem();
    }

    [Theory]
    [OnBothDatabases("湖西")]
    [OnBothDatabases("13911113333")]
    [OnBothDatabases("路")]
    [OnBothDatabases("秘密")]
    public async Task Nothing_that_does_not_stand_there_is_found(DatabaseKind kind, string typed)
    {
        await using var shop = await ShopAsync(kind);
        new CustomerFinder(shop.Session, CustomerScope.All, []).Find(typed, 8).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task A_name_comes_before_an_address_with_the_same_letters(DatabaseKind kind)
    {
        await using var shop = await ShopAsync(kind);
        var named = shop.Add("文一");
        new CustomerFinder(shop.Session, CustomerScope.All, []).Find("文一", 8).Select(found => found.Id).First().ShouldBe(named);
    }

    [Theory, OnBothDatabases]
    public async Task Renewing_the_index_follows_what_is_stored(DatabaseKind kind)
    {
        await using var shop = await ShopAsync(kind);
        var id = shop.Session.Scalar<long>("SELECT customer_id FROM customer WHERE name = '李明华'");
        shop.Session.Execute("DELETE FROM customer_phone");
        shop.Session.Execute("UPDATE customer_address SET street = '古墩路 9 号'");
        CustomerFindIndex.Renew(shop.Session, id);

        new CustomerFinder(shop.Session, CustomerScope.All, []).Find("2222", 8).ShouldBeEmpty();
        new CustomerFinder(shop.Session, CustomerScope.All, []).Find("古墩路", 8).ShouldHaveSingleItem();
    }

    private static async Task<TestCustomers> ShopAsync(DatabaseKind kind)
    {
        var shop = await TestCustomers.OpenAsync(kind);
        foreach (var (id, name, searchable) in ((long, string, bool)[])[(1, "口味", true), (2, "私下", false)])
            shop.Session.Execute("INSERT INTO customer_field (id, kind, name_zh, name_en, required, searchable, position) VALUES (@id, 'text', @name, 'x', @no, @yes, 1)",
                ("id", id), ("name", name), ("no", false), ("yes", searchable));
        NewCustomers.Write(shop.Session, "test",
        [
            new NewCustomer("N1", "李明华", null, null, "+8613800138000", "first@example.org", null, null, null, null, null, Weekdays.None, null, null, FakeTime.On(TestCustomers.Today).GetUtcNow(), [])
            {
                FurtherPhones = [new("home", "+8613911112222"), new("work", "+8657188881234")],
                FurtherEmails = ["second@example.org"],
                Numbers = [new("会员卡", "VIP-0042")],
                WeComId = "lmh-88",
                Addresses = [new(null, "浙江省", "杭州市", "西湖区", "文一路 12 号")],
                Values = new Dictionary<long, FieldValue> { [1] = new(Text: "口味清淡"), [2] = new(Text: "秘密") },
            },
        ]);
        shop.Add("欧阳雪", "+8617012345679", "B-7");
        return shop;
    }
}
