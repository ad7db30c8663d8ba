using Changlai.App.Features.Complaints.Contracts;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Duplicates;
using Changlai.App.Features.Customers.Rules;
using Changlai.App.Features.Customers.Search;
using Changlai.App.Features.FollowUps.Model;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Tests.Features.Orders;
using Changlai.App.Tests.Harness;
using Changlai.Core.Calendars;
using static Changlai.App.Tests.Features.Customers.Duplicates.MergingShop;

namespace Changlai.App.Tests.Features.Customers.Duplicates;

public sealed class CustomerMergeTests
{
    private const string Monday = "2026-03-02";

    [Theory, OnBothDatabases]
    public async Task Everything_comes_to_the_card_that_stays(DatabaseKind kind)
    {
        await using var shop = await TwoCards(kind);
        shop.Plan(Monday);
        var (one, other) = (shop.IdOf("A"), shop.IdOf("B"));
        var (contacts, followUps) = (shop.Count("interaction", other), shop.Count("follow_up", one) + shop.Count("follow_up", other));

        shop.Merge(one, other).Outcome.ShouldBe(MergeOutcome.Done);

        shop.Count("customer_order", one).ShouldBe(3);
        shop.Count("order_line", one).ShouldBe(3);
        shop.Count("complaint", one).ShouldBe(1);
        shop.Count("special_date", one).ShouldBe(1, "the same birthday on both cards is one");
        shop.Count("customer_event", one).ShouldBe(1);
        shop.Count("interaction", one).ShouldBe(contacts);
        shop.Count("follow_up", one).ShouldBe(followUps, "no two were about the same thing");
        foreach (var table in Owners.SelectMany(owner => owner.Tables).Where(table => table.Fate is RowFate.Moves or RowFate.Rewritten && table.Name != "duplicate_pair"))
            shop.Count(table.Name, other).ShouldBe(0, table.Name);
        shop.Session.Scalar<long>("SELECT count(*) FROM order_key WHERE customer_id = @id", ("id", one)).ShouldBe(3);
        shop.Session.Scalar<int>("SELECT orders FROM order_summary WHERE customer_id = @id", ("id", one)).ShouldBe(3);
        shop.Session.Scalar<int>("SELECT open FROM complaint_summary WHERE customer_id = @id", ("id", one)).ShouldBe(1);
        shop.Session.Scalar<long>("SELECT count(*) FROM planning_due WHERE customer_id = @id", ("id", one)).ShouldBe(1, "the planner is told");
        StoredMerge.Into(shop.Session, other).ShouldBe(one);
    }

    [Theory, OnBothDatabases]
    public async Task The_card_takes_what_was_chosen_and_of_lists_everything(DatabaseKind kind)
    {
        await using var shop = await TwoCards(kind);
        var (one, other) = (shop.IdOf("A"), shop.IdOf("B"));
        shop.Merge(one, other, ("name", Side.Merged), ("gender", Side.Survivor));

        var card = shop.Details(one);
        card.Name.ShouldBe("李鸣华");
        card.Gender.ShouldBeNull("chosen so, although the other card knew");
        card.Phones.Select(phone => phone.E164).ShouldBe(["+8613800138000", "+8613900139000"]);
        card.Emails.ShouldBe(["ming@example.org"], "what only one card has comes along");
        card.Numbers.ShouldContain(new ExternalNumber("till", "B"));
        new CustomerFinder(shop.Session, CustomerScope.All, []).Find("13900139000", 5).Select(found => found.Id).ShouldBe([one]);
        new CustomerFinder(shop.Session, CustomerScope.All, []).Find("李明华", 5).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task The_stricter_wish_holds_whichever_card_stays(DatabaseKind kind)
    {
        foreach (var turned in (bool[])[false, true])
        {
            await using var shop = await TwoCards(kind);
            var (one, other) = (shop.IdOf("A"), shop.IdOf("B"));
            shop.InTransaction(() =>
            {
                ContactWishes.Refuse(shop.Session, new Refusal(other, ContactChannel.Sms, "phone", "no texts", Clerk, shop.Time.GetUtcNow(), shop.Today));
                ContactWishes.Refuse(shop.Session, new Refusal(one, ContactChannel.Phone, "phone", "no calls", Clerk, shop.Time.GetUtcNow(), shop.Today));
                return 0;
            });
            var (survivor, merged) = turned ? (other, one) : (one, other);
            shop.Merge(survivor, merged);

            var wishes = ContactWishes.Read(shop.Session, survivor)!;
            wishes.Refused.Channels.ShouldBe([ContactChannel.Phone, ContactChannel.Sms]);
            shop.Count("consent_event", survivor).ShouldBe(2);
        }
    }

    [Theory, OnBothDatabases]
    public async Task Of_two_follow_ups_about_the_same_thing_the_one_further_along_stays_with_all_contacts(DatabaseKind kind)
    {
        await using var shop = await TwoCards(kind);
        shop.Plan(Monday);
        var (one, other) = (shop.IdOf("A"), shop.IdOf("B"));
        // The same occasion for both, as a birthday of the same day would be.
        shop.Session.Execute("UPDATE follow_up SET occasion = 'birthday:2026' WHERE plan = 'thanks'");
        var planned = shop.FollowUp("A", "thanks").Id;
        shop.GoTo("2026-03-03");
        shop.Session.Execute("""
            UPDATE follow_up SET state = 'done', outcome = 'reached', closed_by = 9, closed_at = @at, closed_on = @on WHERE customer_id = @id AND plan = 'thanks'
            """, ("at", shop.Time.GetUtcNow()), ("on", shop.Today), ("id", other));
        var done = shop.FollowUp("B", "thanks").Id;
        foreach (var (customer, followUp) in new[] { (one, planned), (other, done) })
            shop.Session.Execute("""
                INSERT INTO interaction (customer_id, id, follow_up_id, at, day, channel, outcome) VALUES (@customer, @id, @followUp, @at, @on, 'phone', 'no-answer')
                """, ("customer", customer), ("id", shop.Session.ReserveIds("interaction", 1)), ("followUp", followUp), ("at", shop.Time.GetUtcNow()), ("on", shop.Today));

        shop.Merge(one, other);

        var kept = shop.FollowUp("A", "thanks");
        (kept.Id, kept.State).ShouldBe((done, FollowUpState.Done));
        shop.Session.Scalar<long>("SELECT count(*) FROM interaction WHERE customer_id = @id AND follow_up_id = @followUp", ("id", one), ("followUp", done)).ShouldBe(2);
    }

    [Theory, OnBothDatabases]
    public async Task An_import_after_the_merge_finds_the_card_that_stays_and_writes_nothing_twice(DatabaseKind kind)
    {
        await using var shop = await TwoCards(kind);
        var (one, other) = (shop.IdOf("A"), shop.IdOf("B"));
        shop.Merge(one, other);
        shop.Record(new TestLine("O2", "B", "2026-02-02"), new TestLine("O9", "B", "2026-03-01"));

        shop.Count("customer_order", one).ShouldBe(4);
        shop.Session.Scalar<long>("SELECT count(*) FROM customer WHERE customer_id = @id", ("id", other)).ShouldBe(0);
        shop.Session.Scalar<int>("SELECT orders FROM order_summary WHERE customer_id = @id", ("id", one)).ShouldBe(4);
    }

    [Theory, OnBothDatabases]
    public async Task A_card_somebody_has_changed_meanwhile_is_not_merged_as_it_was_read(DatabaseKind kind)
    {
        await using var shop = await TwoCards(kind);
        var (one, other) = (shop.IdOf("A"), shop.IdOf("B"));
        var before = shop.EveryRow();
        shop.Session.Begin();
        var result = new CustomerMerge(shop.Session, Owners, [], shop.Time).Merge(new MergeRequest(one, VersionOf(shop.Session, one) - 1, other, VersionOf(shop.Session, other), new Dictionary<string, Side>(), Clerk));
        shop.Session.Rollback();
        result.Outcome.ShouldBe(MergeOutcome.Changed);
        shop.EveryRow().ShouldBe(before);
    }

    [Theory, OnBothDatabases]
    public async Task More_phones_than_a_card_takes_are_refused_before_anything_is_written(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, Monday);
        var ids = new[] { "A", "B" }.Select((number, index) => shop.Register(CardOf(number, "李明华", $"+861380000000{index}") with
        {
            FurtherPhones = [.. Enumerable.Range(0, 5).Select(i => new CustomerPhone("mobile", $"+861390000{index}00{i}"))],
        })).ToArray();
        var before = shop.EveryRow();
        shop.Merge(ids[0], ids[1]).Outcome.ShouldBe(MergeOutcome.TooMany);
        shop.EveryRow().ShouldBe(before);
        shop.Merge(ids[0], ids[1], ("phones", Side.Survivor)).Outcome.ShouldBe(MergeOutcome.Done);
    }

    [Theory, OnBothDatabases]
    public async Task The_address_of_a_card_merged_twice_leads_to_the_last(DatabaseKind kind)
    {
        await using var shop = await TwoCards(kind);
        var (one, other, third) = (shop.IdOf("A"), shop.IdOf("B"), shop.Register(CardOf("C", "李明华")));
        shop.Merge(one, other);
        shop.Merge(third, one);
        StoredMerge.Into(shop.Session, other).ShouldBe(third);
        StoredMerge.Into(shop.Session, third).ShouldBeNull();
    }

    /// <summary>Two cards of one person, with orders, a complaint, a note and a birthday.</summary>
    internal static async Task<TestShop> TwoCards(DatabaseKind kind)
    {
        var shop = await TestShop.OpenAsync(kind, Monday);
        shop.HoldNobodyOut();
        var birthday = new NewSpecialDate("birthday", AnnualDay.Lunar(8, 15, year: 1980));
        shop.Register(CardOf("A", "李明华", "+8613800138000") with { SpecialDates = [birthday], Tags = ["爱绿茶"] });
        var other = shop.Register(CardOf("B", "李鸣华", "+8613900139000", "ming@example.org") with { Gender = "female", SpecialDates = [birthday], Tags = ["老街坊"], Topics = ["养生"] });
        shop.Record(new TestLine("O1", "A", "2026-03-01"), new TestLine("O2", "B", "2026-02-02"), new TestLine("O3", "B", "2026-03-01"));
        shop.InTransaction(() =>
        {
            CustomerEvents.Add(shop.Session, other, CustomerEvents.Note, "<script>alert(1)</script> ' OR 1=1 \u202e😀", Clerk, shop.Time.GetUtcNow());
            return OpenComplaint.Open(shop.Session, new NewComplaint(other, "phone", "", Clerk, null, shop.Time.GetUtcNow()));
        });
        return shop;
    }
}
