using Changlai.App.Features.Complaints.Contracts;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Duplicates;
using Changlai.App.Features.Customers.Rules;
using Changlai.App.Features.Customers.Search;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Tests.Features.Orders;
using Changlai.App.Tests.Harness;
using Changlai.Core.Calendars;
using Changlai.Core.Values;
using static Changlai.App.Tests.Features.Customers.Duplicates.MergingShop;

namespace Changlai.App.Tests.Features.Customers.Duplicates;

public sealed class MergeUndoTests
{
    private const string Monday = "2026-03-02";

    [Theory]
    [OnBothDatabases(1)]
    [OnBothDatabases(2)]
    [OnBothDatabases(3)]
    public async Task Merging_and_undoing_leaves_every_row_of_every_table_as_it_was(DatabaseKind kind, int seed)
    {
        await using var shop = await TestShop.OpenAsync(kind, Monday);
        var random = new Random(seed);
        var customers = RandomCards(shop, random);
        var before = shop.EveryRow();
        for (var round = 0; round < 8; round++)
        {
            var (one, other) = (customers[random.Next(customers.Count)], customers[random.Next(customers.Count)]);
            if (one == other) continue;
            var sides = MergeFields.Of([]).Where(_ => random.Next(2) == 0).Select(field => (field.Code, field.IsMany ? (Side)random.Next(3) : (Side)random.Next(2))).ToArray();
            var merge = shop.Merge(one, other, sides);
            merge.Outcome.ShouldBe(MergeOutcome.Done);
            shop.EveryRow().ShouldNotBe(before);
            shop.Undo(merge.Id).Outcome.ShouldBe(UndoOutcome.Done);
            MergingShop.Differences(before, shop.EveryRow()).ShouldBeEmpty($"seed {seed}, round {round}");
        }
    }

    [Theory, OnBothDatabases]
    public async Task Merges_one_upon_another_are_undone_from_the_last_to_the_first(DatabaseKind kind)
    {
        await using var shop = await CustomerMergeTests.TwoCards(kind);
        var (one, other, third) = (shop.IdOf("A"), shop.IdOf("B"), shop.Register(CardOf("C", "李明华", "+8613700137000")));
        var before = shop.EveryRow();
        var first = shop.Merge(one, other);
        var between = shop.EveryRow();
        var second = shop.Merge(third, one);

        var early = shop.Undo(first.Id);
        early.Outcome.ShouldBe(UndoOutcome.MergedAgain);
        early.Later!.Id.ShouldBe(second.Id);
        shop.Undo(second.Id).Outcome.ShouldBe(UndoOutcome.Done);
        MergingShop.Differences(between, shop.EveryRow()).ShouldBeEmpty();
        shop.Undo(first.Id).Outcome.ShouldBe(UndoOutcome.Done);
        MergingShop.Differences(before, shop.EveryRow()).ShouldBeEmpty();
        shop.Undo(first.Id).Outcome.ShouldBe(UndoOutcome.DoneBefore);
    }

    [Theory, OnBothDatabases]
    public async Task Both_are_found_again_and_planned_again(DatabaseKind kind)
    {
        await using var shop = await CustomerMergeTests.TwoCards(kind);
        var (one, other) = (shop.IdOf("A"), shop.IdOf("B"));
        var merge = shop.Merge(one, other);
        shop.Plan(Monday);
        shop.Undo(merge.Id).Outcome.ShouldBe(UndoOutcome.Done, "what the planner did since stands in nobody's way");

        new CustomerFinder(shop.Session, CustomerScope.All, []).Find("ming@example.org", 5).Select(found => found.Id).ShouldBe([other]);
        new CustomerFinder(shop.Session, CustomerScope.All, []).Find("13800138000", 5).Select(found => found.Id).ShouldBe([one]);
        shop.Session.Scalar<long>("SELECT count(*) FROM planning_due").ShouldBe(2);
        shop.Plan("2026-03-03");
        shop.FollowUps("B", "planned").ShouldNotBeEmpty();
        StoredMerge.Into(shop.Session, other).ShouldBeNull();
    }

    [Theory]
    [OnBothDatabases("order", "订单与退货新增 1")]
    [OnBothDatabases("note", "备注与变更新增 1")]
    [OnBothDatabases("card", "客户资料改动 1")]
    [OnBothDatabases("complaint", "投诉新增 1")]
    [OnBothDatabases("contact", "沟通记录新增 1")]
    public async Task What_came_since_and_belongs_to_nobody_for_sure_stops_the_undoing_and_is_named(DatabaseKind kind, string what, string words)
    {
        await using var shop = await CustomerMergeTests.TwoCards(kind);
        var one = shop.IdOf("A");
        var merge = shop.Merge(one, shop.IdOf("B"));
        shop.Plan(Monday);
        shop.GoTo("2026-03-03");
        switch (what)
        {
            case "order":
                shop.Record(new TestLine("O8", "B", "2026-03-02"));
                break;
            case "note":
                CustomerEvents.Add(shop.Session, one, CustomerEvents.Note, "later", Clerk, shop.Time.GetUtcNow());
                break;
            case "card":
                ContactWishes.Refuse(shop.Session, new Refusal(one, ContactChannel.Sms, "phone", "", Clerk, shop.Time.GetUtcNow(), shop.Today));
                break;
            case "complaint":
                OpenComplaint.Open(shop.Session, new NewComplaint(one, "phone", "", Clerk, null, shop.Time.GetUtcNow()));
                break;
            default:
                shop.Reach("A", "care-call", "reached", "k");
                break;
        }
        var after = shop.EveryRow();

        var result = shop.Undo(merge.Id);

        result.Outcome.ShouldBe(UndoOutcome.ChangedSince);
        UndoWords.Of(result, StoredMerge.Find(shop.Session, merge.Id)!, Language.Chinese).ShouldContain(words);
        shop.EveryRow().ShouldBe(after, "nothing is half undone");
    }

    [Theory, OnBothDatabases]
    public async Task A_pair_told_apart_stays_apart_after_a_merge_and_its_undoing(DatabaseKind kind)
    {
        await using var shop = await CustomerMergeTests.TwoCards(kind);
        var (one, other, third) = (shop.IdOf("A"), shop.IdOf("B"), shop.Register(CardOf("C", "李鸣华", "+8613900139000")));
        DuplicatePairs.TellApart(shop.Session, other, third, Clerk, shop.Time.GetUtcNow());
        var merge = shop.Merge(one, other);
        DuplicatePairs.IsToldApart(shop.Session, one, third).ShouldBeTrue();
        shop.Undo(merge.Id);
        DuplicatePairs.IsToldApart(shop.Session, other, third).ShouldBeTrue();
        DuplicatePairs.IsToldApart(shop.Session, one, third).ShouldBeFalse();
    }

    private static List<long> RandomCards(TestShop shop, Random random)
    {
        string[] names = ["李明华", "李鸣华", "<script>x</script>", "' OR 1=1 \u202e😀", "王芳"];
        var customers = Enumerable.Range(0, 6).Select(i => shop.Register(CardOf($"N{i}", names[random.Next(names.Length)], random.Next(4) == 0 ? null : $"+861380013800{random.Next(10)}",
            random.Next(3) == 0 ? null : $"u{random.Next(3)}@example.org") with
        {
            Gender = random.Next(3) switch { 0 => "male", 1 => "female", _ => null },
            SpecialDates = random.Next(2) == 0 ? [] : [new NewSpecialDate("birthday", AnnualDay.Gregorian(2, 29)), new NewSpecialDate("other", AnnualDay.Lunar(8, random.Next(1, 16)), "店庆")],
            FurtherPhones = random.Next(2) == 0 ? [] : [new CustomerPhone("home", $"+865718888123{i}")],
            Addresses = random.Next(2) == 0 ? [] : [new CustomerAddress(null, "浙江省", "杭州市", null, "文一路 12 号")],
            Tags = random.Next(2) == 0 ? [] : ["爱绿茶", "老街坊"],
            Topics = random.Next(2) == 0 ? [] : ["养生"],
            RefusedChannels = new ChannelSet(random.Next(64)),
            DoNotContactReason = random.Next(4) == 0 ? "moved" : null,
            PreferredFrom = random.Next(2) == 0 ? null : new TimeOnly(9, 0),
            PrivacyConsentAt = random.Next(2) == 0 ? null : shop.Time.GetUtcNow(),
        })).ToList();
        shop.Record(Enumerable.Range(0, 20).Select(i => new TestLine($"O{i}", $"N{random.Next(6)}", TestShop.Day(Monday).AddDays(-random.Next(90)).ToString("yyyy-MM-dd"), Quantity: random.Next(5) == 0 ? -1 : 2)));
        shop.Plan(Monday);
        shop.GoTo("2026-03-03");
        foreach (var (index, row) in shop.FollowUps(state: "planned").Take(6).Index())
            shop.InTransaction(() => new App.Features.FollowUps.Outcomes.OutcomeRecorder(shop.Time).Record(shop.Session, new App.Features.FollowUps.Outcomes.OutcomeRequest(
                row.CustomerId, row.Id, random.Next(2) == 0 ? "reached" : "no-answer", Clerk, $"k{index}", Mood: random.Next(2) == 0 ? "satisfied" : null)));
        foreach (var customer in customers.Where(_ => random.Next(2) == 0))
        {
            CustomerEvents.Add(shop.Session, customer, CustomerEvents.Note, names[random.Next(names.Length)], Clerk, shop.Time.GetUtcNow());
            ConsentEvents.Add(shop.Session, customer, ConsentEvents.Withdrawn, null, "phone", "no", Clerk, shop.Time.GetUtcNow());
            OpenComplaint.Open(shop.Session, new NewComplaint(customer, "phone", "words", Clerk, null, shop.Time.GetUtcNow()));
        }
        shop.InTransaction(() => new DuplicateFinder(shop.Session, shop.Time).Look(customers));
        return customers;
    }
}
