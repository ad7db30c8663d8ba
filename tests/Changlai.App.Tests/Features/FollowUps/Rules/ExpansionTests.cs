using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.FollowUps.Model;
using Changlai.App.Features.FollowUps.Rules;
using Changlai.App.Features.Orders.Contracts;

namespace Changlai.App.Tests.Features.FollowUps.Rules;

public sealed class ExpansionTests
{
    private const int Ordered = 740_000;
    private const int Horizon = 35;

    [Theory]
    [InlineData("thanks", "next-day", 1)]
    [InlineData("care-call", "day-5", 5)]
    [InlineData("after-sale", "week-1", 7)]
    [InlineData("after-sale", "month-1", 30)]
    [InlineData("after-sale", "month-3", 90)]
    [InlineData("after-sale", "month-6", 180)]
    [InlineData("repurchase", "before-empty", 60 - 5)]
    [InlineData("win-back", "first", 90)]
    [InlineData("win-back", "second", 90 + 30)]
    [InlineData("win-back", "last", 90 + 90)]
    public void Each_step_has_its_ideal_day_after_an_order_of_sixty_days_supply(string plan, string step, int day)
    {
        var found = Expand(on: Ordered + day, [Order(1, Ordered, supply: 60)]).Single(one => one.Plan == plan && one.Step == step);

        found.Ideal.ShouldBe(Ordered + day);
        found.Occasion.ShouldBe(plan == "win-back" ? "rhythm:1" : "order:1");
    }

    [Fact]
    public void The_horizon_holds_what_falls_into_it_and_nothing_beyond()
    {
        Expand(on: Ordered + 90 - Horizon, [Order(1, Ordered)]).ShouldContain(one => one.Step == "month-3");
        Expand(on: Ordered + 90 - Horizon - 1, [Order(1, Ordered)]).ShouldNotContain(one => one.Step == "month-3");
    }

    [Fact]
    public void A_late_joiner_gets_the_steps_still_to_come_and_no_burst_of_past_ones() =>
        Expand(on: Ordered + 60, [Order(1, Ordered)]).Select(one => one.Step).ShouldBe(["month-3", "first"], ignoreOrder: true);

    [Fact]
    public void A_step_past_its_ideal_day_is_offered_until_its_window_closes()
    {
        Expand(on: Ordered + 8, [Order(1, Ordered)]).ShouldContain(one => one.Step == "day-5");
        Expand(on: Ordered + 9, [Order(1, Ordered)]).ShouldNotContain(one => one.Step == "day-5");
    }

    [Fact]
    public void A_new_order_takes_over_but_the_thanks_for_the_old_one_stay()
    {
        var found = Expand(on: Ordered + 2, [Order(1, Ordered), Order(2, Ordered + 2)]);

        found.Where(one => one.Occasion == "order:1").Select(one => one.Step).ShouldBe(["next-day"]);
        found.Where(one => one.Occasion == "order:2").Select(one => one.Step).ShouldBe(["next-day", "day-5", "week-1", "month-1"]);
        WhyNot(on: Ordered + 2, [Order(1, Ordered), Order(2, Ordered + 2)], "day-5").ShouldBe(Exclusion.NewOrder);
    }

    [Fact]
    public void Of_two_orders_of_one_day_only_the_last_is_followed_up()
    {
        OrderFact[] orders = [Order(1, Ordered), Order(2, Ordered)];

        Expand(on: Ordered, orders).ShouldAllBe(one => one.Occasion != "order:1");
        WhyNot(on: Ordered, orders, "next-day").ShouldBe(Exclusion.SameDayOrder);
    }

    [Fact]
    public void From_three_purchases_on_the_reminder_follows_the_own_rhythm()
    {
        var reminder = Expand(on: Ordered + 40, [Order(1, Ordered), Order(2, Ordered + 20), Order(3, Ordered + 40)]).Single(one => one.Plan == "repurchase");

        (reminder.Occasion, reminder.Ideal).ShouldBe(("rhythm:3", Ordered + 60 - 5));
    }

    [Fact]
    public void Who_came_yesterday_is_not_called_silent() =>
        Expand(on: Ordered + 201, [Order(1, Ordered), Order(2, Ordered + 10), Order(3, Ordered + 200)])
            .Where(one => one.Plan == "win-back").ShouldAllBe(one => one.Ideal >= Ordered + 200 + PurchaseRhythm.SilentNeverBefore);

    [Fact]
    public void Nobody_who_asked_to_be_left_alone_is_contacted()
    {
        Expand(on: Ordered, [Order(1, Ordered)], facts => facts.DoNotContact = true).ShouldBeEmpty();
        WhyNot(on: Ordered, [Order(1, Ordered)], "day-5", facts => facts.DoNotContact = true).ShouldBe(Exclusion.DoNotContact);
    }

    [Fact]
    public void Who_refuses_messages_is_still_called()
    {
        var steps = Expand(on: Ordered, [Order(1, Ordered)], facts => facts.RefusedChannels = ChannelSet.Of(ContactChannel.Sms)).Select(one => one.Step).ToList();
        steps.ShouldContain("day-5");
        steps.ShouldNotContain("next-day");
    }

    [Fact]
    public void Who_refuses_calls_is_still_thanked_in_writing() =>
        Expand(on: Ordered, [Order(1, Ordered)], facts => facts.PhoneRefused = true).Select(one => one.Step).ShouldBe(["next-day"]);

    [Fact]
    public void A_wrong_number_reaches_nobody() => Expand(on: Ordered, [Order(1, Ordered)], facts => facts.PhoneWrong = true).ShouldBeEmpty();

    [Fact]
    public void An_open_complaint_silences_selling_but_not_care()
    {
        var found = Expand(on: Ordered, [Order(1, Ordered, supply: 20)], facts => facts.HasOpenComplaint = true);

        found.ShouldContain(one => one.Step == "day-5");
        found.ShouldNotContain(one => one.Plan == "repurchase");
    }

    [Fact]
    public void Who_says_they_bought_hears_no_selling_until_the_order_arrives()
    {
        var said = Ordered + 25;

        Expand(on: said, [Order(1, Ordered, supply: 40)], facts => facts.BoughtOn = said).ShouldNotContain(one => one.Plan == "repurchase");
        Expand(on: said + 1, [Order(1, Ordered, supply: 40), Order(2, said, supply: 20)], facts => facts.BoughtOn = said).ShouldContain(one => one.Plan == "repurchase");
    }

    [Fact]
    public void A_purchase_that_never_shows_up_does_not_silence_selling_for_good() =>
        Expand(on: Ordered + 170, [Order(1, Ordered, supply: 60)], facts => facts.BoughtOn = Ordered + 92).ShouldContain(one => one.Step == "last");

    [Fact]
    public void A_plan_that_is_off_makes_nothing()
    {
        var off = new ActivePlans(ReadyMadePlans.All.Select(plan => (plan, plan.Code != "care-call", 0)));

        Expand(on: Ordered, [Order(1, Ordered)], plans: off).ShouldAllBe(one => one.Plan != "care-call");
        WhyNot(on: Ordered, [Order(1, Ordered)], "day-5", plans: off).ShouldBe(Exclusion.PlanOff);
    }

    [Fact]
    public void What_came_back_whole_is_not_followed_up() =>
        Expand(on: Ordered + 2, [Order(1, Ordered), new OrderFact(2, Ordered + 1, -10_000, -4_000, 0, IsReturn: true, 1)]).ShouldBeEmpty();

    [Fact]
    public void The_value_at_stake_is_the_margin_of_a_purchase_times_the_chance_of_losing_it()
    {
        // Three purchases every 20 days with a margin of 40.00 each. On the ideal day 15 days have gone: 1 in 4 that the last one
        // was the last; still silent with 2^(−15/20): 0.25 / (0.25 + 0.75 × 0.5946) = 0.3592.
        var reminder = Expand(on: Ordered + 40, [Order(1, Ordered), Order(2, Ordered + 20), Order(3, Ordered + 40)]).Single(one => one.Plan == "repurchase");

        reminder.Value.ShouldBe(1437);
    }

    private sealed record Found(string Plan, string Step, string Occasion, int Ideal, long Value);

    private static OrderFact Order(long id, int on, int supply = 0) => new(id, on, 10_000, 4_000, supply, IsReturn: false, 0);

    private static List<Found> Expand(int on, OrderFact[] orders, Action<CustomerFacts>? with = null, ActivePlans? plans = null)
    {
        plans ??= ActivePlans.Defaults;
        var found = new List<Candidate>();
        new Expansion(plans).Expand(Facts(orders, with), on, on + Horizon, found);
        return [.. found.Select(one => new Found(plans.Steps[one.Step].Plan.Code, plans.Steps[one.Step].Step.Code, one.Occasion.ToString(),
            plans.Steps[one.Step].WindowAt(one.AnchorOn).Ideal, one.Value.Minor))];
    }

    private static Exclusion WhyNot(int on, OrderFact[] orders, string step, Action<CustomerFacts>? with = null, ActivePlans? plans = null)
    {
        plans ??= ActivePlans.Defaults;
        var excluded = new List<Excluded>();
        new Expansion(plans).Expand(Facts(orders, with), on, on + Horizon, [], excluded);
        return excluded.First(one => plans.Steps[one.Step].Step.Code == step).Why;
    }

    private static CustomerFacts Facts(OrderFact[] orders, Action<CustomerFacts>? with)
    {
        var facts = new CustomerFacts { Id = 1 };
        foreach (var order in orders) facts.History.Add(order);
        with?.Invoke(facts);
        return facts;
    }
}
