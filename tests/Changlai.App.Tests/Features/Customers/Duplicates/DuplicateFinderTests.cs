using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Duplicates;
using Changlai.App.Features.Customers.Rules;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Tests.Harness;
using Changlai.Core.Calendars;
using static Changlai.App.Tests.Features.Customers.Duplicates.MergingShop;

namespace Changlai.App.Tests.Features.Customers.Duplicates;

public sealed class DuplicateFinderTests
{
    private const string Today = "2026-11-22";

    [Theory, OnBothDatabases]
    public async Task The_whole_base_is_looked_at_once_and_then_only_who_is_new_or_changed(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, Today);
        var one = shop.Register(CardOf("A", "李明华", "+8613800138000"));
        var other = shop.Register(CardOf("B", "李鸣华", "+8613800138000"));
        shop.Register(CardOf("C", "王芳", "+8613900139000"));
        Sweep(shop);
        Pairs(shop).ShouldBe([(one, other)]);

        shop.Session.Execute("DELETE FROM duplicate_pair");
        Sweep(shop);
        Pairs(shop).ShouldBeEmpty("nobody has changed");

        DuplicateDue.Mark(shop.Session, [other], shop.Time.GetUtcNow());
        var third = shop.Register(CardOf("D", "王芳", "+8613900139000"));
        Sweep(shop);
        Pairs(shop).ShouldBe([(one, other), (3, third)]);
        shop.Session.Scalar<long>("SELECT count(*) FROM duplicate_due").ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task A_further_phone_an_email_a_birthday_an_address_and_a_number_elsewhere_are_found_too(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, Today);
        var address = new CustomerAddress(null, "浙江省", "杭州市", "西湖区", "文一路 12 号");
        var birthday = new NewSpecialDate("birthday", AnnualDay.Gregorian(5, 1, 1980));
        var (phone, email) = (shop.Register(CardOf("A1", "陈晨", "+8613800000001")), shop.Register(CardOf("A2", "何花", null, "He.Hua@example.org")));
        var (born, lives) = (shop.Register(CardOf("A3", "孙悦") with { SpecialDates = [birthday] }), shop.Register(CardOf("A4", "周洋") with { Addresses = [address] }));
        var (phone2, email2) = (shop.Register(CardOf("B1", "陈晨", "+8613811111111") with { FurtherPhones = [new CustomerPhone("home", "+8613800000001")] }),
            shop.Register(CardOf("B2", "何花", null, "he.hua@example.org")));
        var (born2, lives2) = (shop.Register(CardOf("B3", "孙悦") with { SpecialDates = [birthday] }), shop.Register(CardOf("B4", "周洋") with { Addresses = [address] }));
        Sweep(shop);
        Pairs(shop).ShouldBe([(phone, phone2), (email, email2), (born, born2), (lives, lives2)], ignoreOrder: true);
    }

    [Theory, OnBothDatabases]
    public async Task A_pair_told_apart_never_comes_again(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, Today);
        var (one, other) = (shop.Register(CardOf("A", "李明华", "+8613800138000")), shop.Register(CardOf("B", "李明华", "+8613800138000")));
        Sweep(shop);
        DuplicatePairs.TellApart(shop.Session, one, other, Clerk, shop.Time.GetUtcNow());
        DuplicateDue.Mark(shop.Session, [one, other], shop.Time.GetUtcNow());
        Sweep(shop);
        Pairs(shop).ShouldBeEmpty();
        DuplicatePairs.IsToldApart(shop.Session, one, other).ShouldBeTrue();
    }

    [Theory, OnBothDatabases]
    public async Task A_pair_that_no_longer_looks_alike_goes_away_by_itself(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, Today);
        shop.Register(CardOf("A", "李明华", "+8613800138000"));
        var other = shop.Register(CardOf("B", "李明华", "+8613800138000"));
        Sweep(shop);
        shop.Set("B", "phone", "+8613900139000");
        DuplicateDue.Mark(shop.Session, [other], shop.Time.GetUtcNow());
        Sweep(shop);
        Pairs(shop).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task What_more_cards_have_in_common_than_one_person_could_have_is_set_aside(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, Today);
        var crowd = Enumerable.Range(0, DuplicateFinder.MostInBlock + 10).Select(i => CardOf($"N{i}", $"客户{i}甲", "+8613800000000", $"u{i}@example.org")).ToArray();
        shop.InTransaction(() => NewCustomers.Write(shop.Session, "till", crowd));
        var one = shop.Register(CardOf("A", "李明华", "+8613800000000", "li@example.org"));
        var other = shop.Register(CardOf("B", "李明华", "+8613800000000", "li@example.org"));
        Sweep(shop);
        Pairs(shop).ShouldBe([(one, other)], "the e-mail still tells");
        shop.Session.Scalar<long>("SELECT count(*) FROM duplicate_common").ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task The_list_shows_the_surest_first_page_by_page_and_one_store_its_own_pairs_alone(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, Today);
        var second = shop.AddStore("二店");
        for (var i = 0; i < 5; i++)
        {
            shop.Register(CardOf($"A{i}", "李明华", $"+861380013800{i}", store: i == 4 ? second : 1));
            shop.Register(CardOf($"B{i}", i % 2 == 0 ? "李明华" : "李鸣华", $"+861380013800{i}", store: i == 3 ? second : i == 4 ? second : 1));
        }
        Sweep(shop);
        var all = DuplicatePairs.Read(shop.Session, CustomerScope.All, null, 100);
        all.Select(pair => pair.Score).ShouldBeInOrder(SortDirection.Descending);
        var paged = new List<DuplicatePair>();
        for (var page = DuplicatePairs.Read(shop.Session, CustomerScope.All, null, 3); page.Count > 0;
            page = DuplicatePairs.Read(shop.Session, CustomerScope.All, new PairPlace(page[^1].Score, page[^1].Low.Id, page[^1].High.Id), 3)) paged.AddRange(page);
        paged.Select(pair => (pair.Low.Id, pair.High.Id)).ShouldBe(all.Select(pair => (pair.Low.Id, pair.High.Id)));

        DuplicatePairs.Read(shop.Session, CustomerScope.OfStores(second), null, 100).ShouldAllBe(pair => pair.Low.Id >= 8);
        DuplicatePairs.Read(shop.Session, CustomerScope.OfStores(second), null, 100).ShouldNotBeEmpty();
        DuplicatePairs.Read(shop.Session, CustomerScope.OfStores(1), null, 100).ShouldAllBe(pair => pair.High.Id != 8 && pair.Low.Id != 8 && pair.High.Id < 9);
    }

    [Fact]
    public void Evidence_is_read_back_as_it_was_written_and_what_nobody_knows_is_left_out()
    {
        Evidence[] evidence = [.. Enum.GetValues<EvidenceKind>().Select((kind, index) => new Evidence(kind, 10 - index))];
        StoredEvidence.Read(StoredEvidence.Write(evidence)).ShouldBe(evidence);
        StoredEvidence.Read("unheard-of:5,same-phone:50,same-name:x").ShouldBe([new Evidence(EvidenceKind.SamePhone, 50)]);
    }

    [Theory]
    [InlineData("80.1.2", true)]
    [InlineData("80.1", false)]
    [InlineData("x.1.2", false)]
    [InlineData("99999999999.1.2", false)]
    public void A_made_up_place_is_the_beginning(string text, bool isPlace) => PairPlace.Parse(text).HasValue.ShouldBe(isPlace);

    private static void Sweep(TestShop shop) => new DuplicateSweep(shop.Time).Run(shop.Session, CancellationToken.None);

    private static List<(long, long)> Pairs(TestShop shop) => [.. DuplicatePairs.Read(shop.Session, CustomerScope.All, null, 100).Select(pair => (pair.Low.Id, pair.High.Id)).Order()];
}
