using Changlai.App.Features.Customers.Completing;
using Changlai.App.Features.Customers.Completing.Trends;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Rules;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Tests.Features.Customers.Duplicates;
using Changlai.App.Tests.Harness;
using Changlai.Core.Calendars;
using Changlai.Core.Values;

namespace Changlai.App.Tests.Features.Customers.Completing;

/// <summary>The figures of how much is known, week by week.</summary>
public sealed class CompletenessSweepTests
{
    private const string Monday = "2026-03-02";

    [Theory]
    [OnBothDatabases(1)]
    [OnBothDatabases(2)]
    public async Task The_sum_over_all_cards_is_the_sum_of_what_each_card_shows(DatabaseKind kind, int seed)
    {
        await using var shop = await TestShop.OpenAsync(kind, Monday);
        DefineFields(shop);
        var (random, owner) = (new Random(seed), shop.AddStaff("林丽", 10));
        var customers = Enumerable.Range(1, 40).Select(number => shop.Register(Card(number, random, owner))).ToList();
        if (seed == 2) shop.InTransaction(() => { new CardWeights(new Dictionary<string, int> { ["phone"] = 1, ["birthday"] = 0, ["own-field"] = 9 }).Write(shop.Session); return 0; });

        Sweep(shop);
        var shown = customers.Sum(customer => CardCompleteness.Read(shop.Session, customer).Score);
        shown.ShouldBeGreaterThan(0);
        Figures(shop).ShouldBe([$"2026-03-02 store 0 owner 0: {Of(shop, customers, null, null)}", $"2026-03-02 store 1 owner 0: {Of(shop, customers, 1, null)}", $"2026-03-02 store 1 owner {owner}: {Of(shop, customers, 1, owner)}"]);
        shop.Session.Scalar<long>("SELECT sum(points) FROM completeness_figure").ShouldBe(shown);
    }

    [Theory, OnBothDatabases]
    public async Task Each_week_keeps_its_last_figure_and_the_days_before_it_are_replaced(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, Monday);
        var one = shop.Register(MergingShop.CardOf("A", "李明华"));
        Sweep(shop);
        Known(shop, one, "phone");
        Sweep(shop);
        Means(shop).ShouldBe(["2026-03-02 0"], "once a day is enough");
        shop.GoTo("2026-03-08");
        Sweep(shop);
        Means(shop).ShouldBe(["2026-03-02 18"]);
        Known(shop, one, "source");
        shop.GoTo("2026-03-09");
        Sweep(shop);
        Means(shop).ShouldBe(["2026-03-02 18", "2026-03-09 23"]);
    }

    [Theory, OnBothDatabases]
    public async Task Changed_weights_count_from_now_on_and_leave_the_past_as_it_was_taken(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, Monday);
        Known(shop, shop.Register(MergingShop.CardOf("A", "李明华")), "phone");
        Sweep(shop);
        shop.GoTo("2026-03-10");
        Sweep(shop);
        shop.InTransaction(() => { new CardWeights(CardItem.All.ToDictionary(item => item.Code, item => item.Code == "phone" ? 1 : 0)).Write(shop.Session); return 0; });
        Sweep(shop);
        Means(shop).ShouldBe(["2026-03-02 18", "2026-03-09 100"], "the same day is counted again, by the new weights; the week before is not");
        CompletenessWeeks.Read(shop.Session, DateOnly.MinValue, 9).Select(week => week.Basis).Distinct().Count().ShouldBe(2);
    }

    [Theory, OnBothDatabases]
    public async Task A_pass_that_was_stopped_goes_on_where_it_was_and_counts_nobody_twice(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, Monday);
        var one = shop.Register(MergingShop.CardOf("A", "李明华"));
        Known(shop, one, "phone");
        var sweep = new CompletenessSweep(new StoreDirectory(shop.Database, shop.Time));
        using (var stopped = new CancellationTokenSource())
        {
            stopped.Cancel();
            sweep.Run(shop.Session, stopped.Token);
        }
        Means(shop).ShouldBeEmpty();
        // As if it had been stopped after the first batch.
        shop.Session.Execute("INSERT INTO completeness_pass (store_id, owner_id, cards, points) VALUES (1, 0, 1, 18)");
        shop.Session.Execute("UPDATE setting SET value = replace(value, '\"After\":0', @after) WHERE key = 'completeness.pass'", ("after", $"\"After\":{one}"));
        sweep.Run(shop.Session, CancellationToken.None);
        Figures(shop).ShouldBe(["2026-03-02 store 1 owner 0: 1 cards 18 points"]);
        shop.Session.Scalar<long>("SELECT count(*) FROM completeness_pass").ShouldBe(0);
        sweep.Run(shop.Session, CancellationToken.None);
        Figures(shop).Count.ShouldBe(1);
    }

    private static void Sweep(TestShop shop) => new CompletenessSweep(new StoreDirectory(shop.Database, shop.Time)).Run(shop.Session, CancellationToken.None);

    private static void Known(TestShop shop, long customer, string column) =>
        shop.Session.Execute($"UPDATE customer SET {column} = 'x' WHERE customer_id = @id", ("id", customer));

    private static string Of(TestShop shop, List<long> customers, long? store, long? owner)
    {
        var theirs = customers.Where(customer => shop.Details(customer) is var card && card.StoreId == store && card.OwnerId == owner).ToList();
        return $"{theirs.Count} cards {theirs.Sum(customer => CardCompleteness.Read(shop.Session, customer).Score)} points";
    }

    private static List<string> Figures(TestShop shop)
    {
        var figures = new List<string>();
        using var rows = shop.Session.Read("SELECT week_of, store_id, owner_id, cards, points FROM completeness_figure ORDER BY week_of, store_id, owner_id");
        while (rows.Next()) figures.Add($"{rows.Day(0):yyyy-MM-dd} store {rows.Long(1)} owner {rows.Long(2)}: {rows.Long(3)} cards {rows.Long(4)} points");
        return figures;
    }

    private static List<string> Means(TestShop shop)
    {
        var means = new List<string>();
        using var rows = shop.Session.Read("SELECT week_of, CAST(sum(points) / sum(cards) AS bigint) FROM completeness_figure GROUP BY week_of ORDER BY week_of");
        while (rows.Next()) means.Add($"{rows.Day(0):yyyy-MM-dd} {rows.Long(1)}");
        return means;
    }

    private static void DefineFields(TestShop shop) => shop.InTransaction(() =>
    {
        CustomerFields.Define(shop.Session, new CustomerField(0, FieldType.Text, new("口味", "Taste"), false, false, null, null, null, 1, false, 1));
        return CustomerFields.Define(shop.Session, new CustomerField(0, FieldType.YesNo, new("会员", "Member"), false, false, null, null, null, 2, false, 1));
    });

    private static NewCustomer Card(int number, Random random, long owner)
    {
        bool Maybe() => random.Next(2) == 0;
        var (store, hasOwner) = (number % 5 == 0 ? null : (long?)TestShop.Store, number % 5 != 0 && Maybe());
        var dates = new List<NewSpecialDate>();
        if (Maybe()) dates.Add(new("birthday", AnnualDay.Gregorian(3, 4, 1990)));
        if (Maybe()) dates.Add(new("wedding", AnnualDay.Lunar(8, 15, false, null)));
        var values = new Dictionary<long, FieldValue>();
        if (Maybe()) values[1] = new FieldValue(Text: "淡");
        if (Maybe()) values[2] = new FieldValue(Yes: false);
        return MergingShop.CardOf($"N{number}", $"客{number}", Maybe() ? PhoneNumber.Parse($"138000{number:00000}")!.E164 : null, Maybe() ? $"n{number}@example.org" : null, store, hasOwner ? owner : null) with
        {
            Salutation = Maybe() ? "王老师" : null,
            Gender = Maybe() ? "female" : null,
            Source = Maybe() ? "web" : null,
            PreferredWeekdays = Maybe() ? Weekdays.Parse("1-5") : Weekdays.None,
            PreferredFrom = Maybe() ? new TimeOnly(9, 0) : null,
            PrivacyConsentAt = Maybe() ? new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero) : null,
            Tags = Maybe() ? ["老客"] : [],
            WeComId = Maybe() ? "w" : null,
            Addresses = Maybe() ? [new CustomerAddress(null, "浙江省", "杭州市", null, null)] : [],
            Occupation = Maybe() ? "教师" : null,
            IncomeBand = Maybe() ? "under-5000" : null,
            SpecialDates = dates,
            Values = values,
        };
    }
}
