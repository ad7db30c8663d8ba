using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Contracts.Segments;
using Changlai.App.Features.Customers.Segments.Model;
using Changlai.App.Features.Customers.Segments.Query;
using Changlai.App.Tests.Harness;
using Changlai.Core.Calendars;

namespace Changlai.App.Tests.Features.Customers.Segments;

/// <summary>What the database answers, against rules answered one customer after the other in memory.</summary>
public sealed class SegmentCustomersTests
{
    [Theory]
    [OnBothDatabases(1)]
    [OnBothDatabases(2)]
    [OnBothDatabases(3)]
    public async Task A_rule_chooses_whom_it_says_whatever_it_asks(DatabaseKind kind, int seed)
    {
        await using var known = await KnownBase.OpenAsync(kind, seed);
        var rules = new RandomRules(known.Fields.All, known.Choices, known.Today, seed);
        for (var i = 0; i < 150; i++)
        {
            var rule = rules.Rule();
            SegmentCheck.Problems(rule, known.Fields.ByCode).ShouldBeEmpty();
            Chosen(known, rule).ShouldBe(Slowly(known, rule), SegmentJson.Write(rule));
            known.Asked().Count(rule).ShouldBe(Slowly(known, rule).Length, SegmentJson.Write(rule));
        }
    }

    [Theory]
    [OnBothDatabases(10)]
    [OnBothDatabases(11)]
    [OnBothDatabases(12)]
    public async Task Counted_table_by_table_it_is_as_many(DatabaseKind kind, int seed)
    {
        await using var known = await KnownBase.OpenAsync(kind, seed);
        var rules = new RandomRules(known.Fields.All, known.Choices, known.Today, seed);
        var sets = new SegmentSets(known.Session, known.Fields, known.Day);
        foreach (var field in known.Fields.All)
            foreach (var match in Enum.GetValues<GroupMatch>())
            {
                var rule = new SegmentGroup(match, [rules.Condition(field), rules.Condition()]);
                sets.Count(rule).ShouldBe(Slowly(known, rule).Length, SegmentJson.Write(rule));
            }
        for (var i = 0; i < 150; i++)
        {
            var rule = rules.Rule();
            sets.Count(rule).ShouldBe(Slowly(known, rule).Length, SegmentJson.Write(rule));
        }
    }

    [Theory, OnBothDatabases]
    public async Task Each_question_about_each_field_is_understood_alone_and_denied(DatabaseKind kind)
    {
        await using var known = await KnownBase.OpenAsync(kind, 4);
        var rules = new RandomRules(known.Fields.All, known.Choices, known.Today, 4);
        foreach (var field in known.Fields.All)
            for (var i = 0; i < SegmentOperator.Of(field).Count * 2; i++)
            {
                var rule = new SegmentGroup(GroupMatch.All, [rules.Condition(field)]);
                var denied = new SegmentGroup(GroupMatch.None, [rule]);
                Chosen(known, rule).ShouldBe(Slowly(known, rule), SegmentJson.Write(rule));
                known.Asked().Count(rule).ShouldBe(Slowly(known, rule).Length, SegmentJson.Write(rule));
                Chosen(known, denied).ShouldBe(known.Everybody.Select(one => one.Id).Except(Chosen(known, rule)).Order().ToArray(), SegmentJson.Write(denied));
            }
    }

    [Theory, OnBothDatabases]
    public async Task Neither_this_nor_that_is_not_this_and_not_that(DatabaseKind kind)
    {
        await using var known = await KnownBase.OpenAsync(kind, 5);
        var rules = new RandomRules(known.Fields.All, known.Choices, known.Today, 5);
        for (var i = 0; i < 60; i++)
        {
            SegmentRule[] two = [rules.Rule(), rules.Condition()];
            SegmentGroup Not(params SegmentRule[] parts) => new(GroupMatch.None, parts);
            var neither = Chosen(known, Not(two));
            neither.ShouldBe(Chosen(known, new SegmentGroup(GroupMatch.All, [Not(two[0]), Not(two[1])])));
            Chosen(known, Not(new SegmentGroup(GroupMatch.All, two))).ShouldBe(Chosen(known, new SegmentGroup(GroupMatch.Any, [Not(two[0]), Not(two[1])])));
            neither.Concat(Chosen(known, new SegmentGroup(GroupMatch.Any, two))).Order().ShouldBe(known.Everybody.Select(one => one.Id).Order());
        }
    }

    [Theory, OnBothDatabases]
    public async Task Page_after_page_shows_everybody_once(DatabaseKind kind)
    {
        await using var known = await KnownBase.OpenAsync(kind, 6);
        var rule = new SegmentGroup(GroupMatch.Any, [new SegmentCondition("customer.phone-known", "yes", []), new SegmentCondition("orders.count", "at-least", ["2"])]);
        var paged = new List<long>();
        long? before = null;
        while (known.Asked().Page(rule, before, 7) is { Count: > 0 } page)
        {
            paged.AddRange(page);
            before = page[^1];
        }
        paged.ShouldBe(Slowly(known, rule).Reverse());
    }

    [Theory, OnBothDatabases]
    public async Task Those_who_were_registered_long_before_the_newest_are_found_too(DatabaseKind kind)
    {
        await using var known = await KnownBase.OpenAsync(kind, 6);
        var rule = new SegmentGroup(GroupMatch.All, [new SegmentCondition("customer.phone-known", "yes", [])]);
        var before = Chosen(known, rule);
        known.Session.ReserveIds("customer", 50_000);
        NewCustomers.Write(known.Session, "test", [new NewCustomer("far", "新来的", null, null, null, null, null, null, null, 1, null, Weekdays.None, null, null, FakeTime.On("2026-11-20").GetUtcNow(), [])]);

        before.ShouldNotBeEmpty();
        known.Asked().Page(rule, null, 5).ShouldBe(before.Reverse().Take(5));
        Chosen(known, rule).ShouldBe(before);
    }

    [Theory, OnBothDatabases]
    public async Task A_reader_of_one_store_is_answered_with_its_customers_alone(DatabaseKind kind)
    {
        await using var known = await KnownBase.OpenAsync(kind, 7);
        var rules = new RandomRules(known.Fields.All, known.Choices, known.Today, 7);
        for (var i = 0; i < 40; i++)
        {
            var rule = i == 0 ? SegmentGroup.Everybody : rules.Rule();
            var mine = known.Everybody.Where(one => one.Store == 2 && one.Fits(rule, known.Today)).Select(one => one.Id).ToArray();
            known.Asked(store: 2).Page(rule, null, 100).Order().ToArray().ShouldBe(mine, SegmentJson.Write(rule));
            known.Asked(store: 2).Count(rule).ShouldBe(mine.Length);
        }
    }

    [Theory, OnBothDatabases]
    public async Task Whoever_the_passing_days_bring_in_or_out_is_found(DatabaseKind kind)
    {
        await using var known = await KnownBase.OpenAsync(kind, 8);
        var rules = new RandomRules([.. known.Fields.All.Where(field => field.Kind is SegmentFieldKind.Day or SegmentFieldKind.AnnualDay || field.ChangesOn is not null)], known.Choices, known.Today, 8);
        var turned = 0;
        for (var i = 0; i < 80; i++)
        {
            var rule = rules.Rule();
            var later = known.Today.AddDays(1 + i % 9);
            known.Session.CreateTemporaryTable("touched", "customer_id bigint PRIMARY KEY");
            new SegmentAudience(known.Session, known.Fields, rule, later).AddThoseTurning(known.Today, "touched");
            var found = new List<long>();
            using (var rows = known.Session.Read("SELECT customer_id FROM touched"))
                while (rows.Next()) found.Add(rows.Long(0));
            var changed = known.Everybody.Where(one => one.Fits(rule, known.Today) != one.Fits(rule, later)).Select(one => one.Id).ToList();
            changed.Except(found).ShouldBeEmpty(SegmentJson.Write(rule));
            turned += changed.Count;
        }
        turned.ShouldBeGreaterThan(30, "days that change nothing prove nothing");
    }

    [Theory, OnBothDatabases]
    public async Task Hostile_text_is_a_text_like_any_other(DatabaseKind kind)
    {
        await using var known = await KnownBase.OpenAsync(kind, 9);
        foreach (var text in (string[])["' OR 1=1 --", "%", "_", "\\", "<script>alert(1)</script>", "\u202eabc", "👩‍👧‍👦", "@v0", "{0}"])
        {
            var rule = new SegmentGroup(GroupMatch.All, [new SegmentCondition("customer.name", "contains", [text])]);
            Chosen(known, rule).ShouldBe(Slowly(known, rule), text);
        }
        known.Asked().Count(SegmentGroup.Everybody).ShouldBe(KnownBase.Customers);
    }

    private static long[] Chosen(KnownBase known, SegmentGroup rule) => [.. known.Asked().Page(rule, null, 1000).Order()];

    private static long[] Slowly(KnownBase known, SegmentGroup rule) => [.. known.Everybody.Where(one => one.Fits(rule, known.Today)).Select(one => one.Id).Order()];
}
