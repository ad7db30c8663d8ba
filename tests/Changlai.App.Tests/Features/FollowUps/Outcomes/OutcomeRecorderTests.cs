using Changlai.App.Features.FollowUps.Model;
using Changlai.App.Features.FollowUps.Outcomes;
using Changlai.App.Tests.Features.Orders;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.Features.FollowUps.Outcomes;

public sealed class OutcomeRecorderTests
{
    private const string Tuesday = "2026-03-03";

    [Theory, OnBothDatabases]
    public async Task Who_was_reached_is_done_with_and_the_contact_is_kept(DatabaseKind kind)
    {
        await using var shop = await WithOrder(kind);
        var staff = shop.AddStaff("李敏", capacity: 20);
        var result = Record(shop, "care-call", "reached", mood: "satisfied", note: " 用得很好 ", staff: staff);

        result.IsTaken.ShouldBeTrue();
        result.Said.Chinese.ShouldBe("记下了。");
        var call = shop.FollowUp("7", "care-call");
        (call.State, call.Outcome, call.ClosedOn).ShouldBe((FollowUpState.Done, "reached", TestShop.Day(Tuesday)));
        using var rows = shop.Session.Read("SELECT day, channel, staff_id, outcome, mood, note, follow_up_id FROM interaction");
        rows.Next().ShouldBeTrue();
        (rows.Day(0), rows.Text(1), rows.Long(2), rows.Text(3), rows.Text(4), rows.Text(5), rows.Long(6))
            .ShouldBe((TestShop.Day(Tuesday), "phone", staff, "reached", "satisfied", "用得很好", call.Id));
    }

    [Theory, OnBothDatabases]
    public async Task The_day_is_that_of_the_store(DatabaseKind kind)
    {
        await using var shop = await WithOrder(kind);
        shop.Session.Execute("UPDATE store SET time_zone = 'Pacific/Auckland'");
        Record(shop, "care-call", "reached");

        // Noon UTC on Tuesday is already Wednesday in Auckland.
        shop.FollowUp("7", "care-call").ClosedOn.ShouldBe(TestShop.Day("2026-03-04"));
    }

    [Theory, OnBothDatabases]
    public async Task A_contact_moves_what_was_planned_too_close_to_it_even_if_shown_already(DatabaseKind kind)
    {
        await using var shop = await WithOrder(kind);
        shop.FollowUp("7", "thanks").DueOn.ShouldBe(TestShop.Day(Tuesday));
        shop.FollowUps("7", plan: "after-sale").Single(row => row.Step == "week-1").State.ShouldBe(FollowUpState.Planned);

        Record(shop, "care-call", "reached");

        // Thanks may wait until the 5th, two days after the call: too soon.
        var thanks = shop.FollowUp("7", "thanks");
        (thanks.State, thanks.StateReason).ShouldBe((FollowUpState.NotPlaced, "too-close"));
        shop.FollowUps("7", FollowUpState.Planned).ShouldAllBe(row => row.DueOn >= TestShop.Day("2026-03-06"));
    }

    [Theory, OnBothDatabases]
    public async Task The_same_tap_again_changes_nothing_and_hears_the_same(DatabaseKind kind)
    {
        await using var shop = await WithOrder(kind);
        var first = Record(shop, "care-call", "no-answer", key: "tap");
        var stored = shop.Everything();
        var again = Record(shop, "care-call", "no-answer", key: "tap");

        (first.Again, again.Again, again.IsTaken).ShouldBe((false, true, true));
        (again.Now, again.Said).ShouldBe((first.Now, first.Said));
        shop.Everything().ShouldBe(stored);
        shop.Session.Scalar<long>("SELECT count(*) FROM interaction").ShouldBe(1);
        Contacts(shop).ShouldBe((0, "no-answer", null));
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_answered_so_it_is_due_the_next_open_day_and_given_up_after_three_tries(DatabaseKind kind)
    {
        await using var shop = await WithOrder(kind);
        shop.Close("2026-03-04");

        Record(shop, "care-call", "no-answer").Said.Chinese.ShouldBe("记下了，3 月 5 日再试一次（已试 1 次）。");
        shop.FollowUp("7", "care-call").DueOn.ShouldBe(TestShop.Day("2026-03-05"));
        shop.GoTo("2026-03-05");
        Record(shop, "care-call", "no-answer");
        shop.GoTo("2026-03-06");
        Record(shop, "care-call", "no-answer");

        var call = shop.FollowUp("7", "care-call");
        (call.State, call.StateReason, call.Attempts).ShouldBe((FollowUpState.Skipped, "no-answer", 3));
    }

    [Theory, OnBothDatabases]
    public async Task A_retry_is_kept_by_the_nights_that_follow(DatabaseKind kind)
    {
        await using var shop = await WithOrder(kind);
        Record(shop, "care-call", "no-answer");
        shop.Plan("2026-03-04");

        var call = shop.FollowUp("7", "care-call");
        (call.DueOn, call.DayReasonCode).ShouldBe((TestShop.Day("2026-03-04"), "tried-again"));
        call.DayReason.English.ShouldBe("Nobody answered the last time; this is the first day open after it.");
    }

    [Theory, OnBothDatabases]
    public async Task An_agreed_call_back_stands_though_its_window_ends_and_the_rest_keeps_away_from_it(DatabaseKind kind)
    {
        await using var shop = await WithOrder(kind);
        var at = new DateTimeOffset(2026, 3, 30, 2, 0, 0, TimeSpan.Zero);
        Record(shop, "care-call", "call-back", callBackAt: at).Said.Chinese.ShouldBe("记下了，3 月 30 日 10:00 再打。");
        for (var day = TestShop.Day("2026-03-04"); day <= TestShop.Day("2026-03-31"); day = day.AddDays(1)) shop.Plan(day);

        var call = shop.FollowUp("7", "care-call");
        (call.State, call.DueOn, call.CallBackAt, call.DayReasonCode).ShouldBe((FollowUpState.Planned, TestShop.Day("2026-03-30"), at, "agreed"));
        shop.FollowUps("7", FollowUpState.Planned).Where(row => row.Id != call.Id)
            .ShouldAllBe(row => Math.Abs(row.DueOn!.Value.DayNumber - call.DueOn!.Value.DayNumber) >= 3);
        shop.Plan("2026-04-15");
        shop.FollowUp("7", "care-call").State.ShouldBe(FollowUpState.Expired);
    }

    [Theory, OnBothDatabases]
    public async Task A_call_back_ends_when_the_customer_buys_or_wants_no_more_contact(DatabaseKind kind)
    {
        await using var shop = await WithOrder(kind);
        Record(shop, "care-call", "call-back", callBackAt: new DateTimeOffset(2026, 3, 30, 2, 0, 0, TimeSpan.Zero));
        shop.Record(new TestLine("A2", "7", "2026-03-20"));
        shop.Plan("2026-03-20");

        var call = shop.FollowUps("7", plan: "care-call").Single(row => row.Occasion == "order:1");
        (call.State, call.StateReason, call.CallBackAt).ShouldBe((FollowUpState.Cancelled, "new-order", null));
    }

    [Theory, OnBothDatabases]
    public async Task A_wrong_number_ends_every_call_at_once(DatabaseKind kind)
    {
        await using var shop = await WithOrder(kind);
        Record(shop, "care-call", "wrong-number");

        shop.FollowUps("7", FollowUpState.Planned).ShouldBeEmpty();
        shop.FollowUp("7", "care-call").StateReason.ShouldBe("phone-wrong");
        shop.FollowUps("7", FollowUpState.Cancelled).ShouldAllBe(row => row.StateReason == "phone-wrong");
        Contacts(shop).ShouldBe((0, "wrong-number", null));
    }

    [Theory, OnBothDatabases]
    public async Task Who_refuses_a_call_gets_no_more_calls(DatabaseKind kind)
    {
        await using var shop = await WithOrder(kind);
        Record(shop, "care-call", "refused");

        (shop.FollowUp("7", "care-call").State, shop.FollowUp("7", "care-call").StateReason).ShouldBe((FollowUpState.Skipped, "refused"));
        shop.FollowUps("7", FollowUpState.Planned).ShouldBeEmpty();
        shop.FollowUps("7", FollowUpState.Cancelled).ShouldAllBe(row => row.StateReason == "phone-refused");
        shop.Session.Scalar<long>("SELECT count(*) FROM customer WHERE phone_refused AND NOT do_not_contact").ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task Who_refuses_messages_gets_no_more_messages_and_the_refusal_is_kept(DatabaseKind kind)
    {
        await using var shop = await WithOrder(kind);
        Record(shop, "thanks", "refused");

        shop.FollowUps("7", FollowUpState.Planned).ShouldAllBe(row => row.Channel == "phone");
        shop.Session.Scalar<long>("SELECT count(*) FROM customer WHERE refused_channels = 2 AND NOT do_not_contact AND NOT phone_refused").ShouldBe(1);
        shop.Session.Scalar<long>("SELECT count(*) FROM consent_event WHERE kind = 'refused' AND channel = 'sms' AND source = 'sms'").ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task Who_bought_hears_no_selling_and_the_order_takes_over_when_it_arrives(DatabaseKind kind)
    {
        await using var shop = await WithOrder(kind, orderedOn: "2026-02-05");
        shop.FollowUp("7", "repurchase").State.ShouldBe(FollowUpState.Planned);
        Record(shop, "repurchase", "bought").Said.English.ShouldStartWith("Recorded, well done");

        shop.FollowUp("7", "repurchase").Outcome.ShouldBe("bought");
        var winBack = shop.FollowUps("7", plan: "win-back").Single();
        (winBack.State, winBack.StateReason).ShouldBe((FollowUpState.Cancelled, "bought"));
        shop.FollowUps("7", FollowUpState.Planned).ShouldAllBe(row => row.Plan == "after-sale");

        shop.Record(new TestLine("A2", "7", "2026-03-04"));
        shop.Plan("2026-03-04");
        shop.FollowUps("7", FollowUpState.Planned).ShouldAllBe(row => row.Occasion.EndsWith(":2"));
    }

    [Theory, OnBothDatabases]
    public async Task A_complaint_is_opened_and_silences_selling_but_not_care(DatabaseKind kind)
    {
        await using var shop = await WithOrder(kind, orderedOn: "2026-02-05");
        var staff = shop.AddStaff("李敏", capacity: 20);
        Record(shop, "repurchase", "complained", note: "包装破了", mood: "unhappy", staff: staff);

        using (var rows = shop.Session.Read("SELECT c.state, c.words, c.opened_by, s.open, s.total FROM complaint c JOIN complaint_summary s ON s.customer_id = c.customer_id"))
        {
            rows.Next().ShouldBeTrue();
            (rows.Text(0), rows.Text(1), rows.Long(2), rows.Int(3), rows.Int(4)).ShouldBe(("open", "包装破了", staff, 1, 1));
        }
        shop.FollowUp("7", "repurchase").State.ShouldBe(FollowUpState.Done);
        shop.FollowUps("7", plan: "win-back").Single().StateReason.ShouldBe("open-complaint");
        shop.FollowUps("7", FollowUpState.Planned).Select(row => row.Plan).ShouldBe(["after-sale"]);
    }

    [Theory, OnBothDatabases]
    public async Task Contacts_add_up_and_the_last_mood_is_kept(DatabaseKind kind)
    {
        await using var shop = await WithOrder(kind);
        Record(shop, "thanks", "reached", mood: "satisfied");
        shop.GoTo("2026-03-07");
        Record(shop, "care-call", "reached");

        Contacts(shop).ShouldBe((2, "reached", "satisfied"));
    }

    [Theory, OnBothDatabases]
    public async Task What_was_done_already_says_by_whom_and_when(DatabaseKind kind)
    {
        await using var shop = await WithOrder(kind);
        var staff = shop.AddStaff("李敏", capacity: 20);
        Record(shop, "care-call", "reached", staff: staff);
        var late = Record(shop, "care-call", "no-answer");

        late.IsTaken.ShouldBeFalse();
        late.Problems.Single().Field.ShouldBe("followUp");
        late.Said.Chinese.ShouldBe("这次回访已由李敏在 3 月 3 日记为「联系上了」。");
        late.Said.English.ShouldBe("李敏 already recorded this follow-up as \"Reached\" on 3 Mar.");
    }

    [Theory, OnBothDatabases]
    public async Task What_is_cancelled_or_unknown_is_said_in_words(DatabaseKind kind)
    {
        await using var shop = await WithOrder(kind);
        shop.SetPlan("care-call", enabled: false);
        shop.Plan(Tuesday);

        Record(shop, "care-call", "reached").Said.English.ShouldBe("This follow-up is no longer open: The plan is switched off.");
        var recorder = new OutcomeRecorder(shop.Time);
        shop.InTransaction(() => recorder.Record(shop.Session, new OutcomeRequest(99, 99, "reached", 1, "k"))).Problems.Single().Field.ShouldBe("followUp");
    }

    [Theory]
    [OnBothDatabases("outcome", "shouted", null, 0, 0)]
    [OnBothDatabases("callBackAt", "call-back", null, 0, 0)]
    [OnBothDatabases("callBackAt", "call-back", null, -60, 0)]
    [OnBothDatabases("callBackAt", "call-back", null, 61 * 24 * 60, 0)]
    [OnBothDatabases("mood", "reached", "furious", 0, 0)]
    [OnBothDatabases("note", "reached", null, 0, 2001)]
    public async Task Bad_input_names_its_field_and_writes_nothing(DatabaseKind kind, string field, string outcome, string? mood, int callBackMinutes, int noteLength)
    {
        await using var shop = await WithOrder(kind);
        var stored = shop.Everything();
        var result = Record(shop, "care-call", outcome, mood: mood, note: noteLength == 0 ? null : new string('茶', noteLength),
            callBackAt: callBackMinutes == 0 ? null : shop.Time.GetUtcNow().AddMinutes(callBackMinutes));

        result.Problems.Single().Field.ShouldBe(field);
        shop.Everything().ShouldBe(stored);
        shop.Session.Scalar<long>("SELECT (SELECT count(*) FROM interaction) + (SELECT count(*) FROM idempotency_key)").ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task A_person_may_leave_one_out_and_says_why(DatabaseKind kind)
    {
        await using var shop = await WithOrder(kind);
        var id = shop.FollowUp("7", "care-call").Id;
        var recorder = new OutcomeRecorder(shop.Time);

        shop.InTransaction(() => recorder.Skip(shop.Session, new SkipRequest(shop.IdOf("7"), id, " ", 1, "k1"))).Problems.Single().Field.ShouldBe("reason");
        shop.InTransaction(() => recorder.Skip(shop.Session, new SkipRequest(shop.IdOf("7"), id, "客户出国三个月", 1, "k2"))).IsTaken.ShouldBeTrue();
        shop.Plan("2026-03-04");

        var call = shop.FollowUp("7", "care-call");
        (call.State, call.StateReason, call.Outcome).ShouldBe((FollowUpState.Skipped, "客户出国三个月", null));
        shop.Session.Scalar<long>("SELECT count(*) FROM interaction").ShouldBe(0);
    }

    /// <summary>One order, planned for on Monday 2 March; it is Tuesday now.</summary>
    private static async Task<TestShop> WithOrder(DatabaseKind kind, string orderedOn = "2026-03-02")
    {
        var shop = await TestShop.OpenAsync(kind, "2026-03-02");
        shop.HoldNobodyOut();
        shop.Record(new TestLine("A1", "7", orderedOn));
        shop.Plan("2026-03-02");
        shop.GoTo(Tuesday);
        return shop;
    }

    private static OutcomeResult Record(
        TestShop shop, string plan, string outcome, string? key = null, string? mood = null, string? note = null, DateTimeOffset? callBackAt = null, long staff = 1)
    {
        var row = shop.FollowUps("7", plan: plan).First();
        key ??= $"{plan} {outcome} {shop.Time.GetUtcNow():O}";
        return shop.InTransaction(() => new OutcomeRecorder(shop.Time).Record(shop.Session,
            new OutcomeRequest(row.CustomerId, row.Id, outcome, staff, key, callBackAt, mood, note)));
    }

    private static (int Contacts, string? Outcome, string? Mood) Contacts(TestShop shop)
    {
        using var rows = shop.Session.Read("SELECT contacts, last_outcome, last_mood FROM contact_summary");
        return rows.Next() ? (rows.Int(0), rows.TextOrNull(1), rows.TextOrNull(2)) : default;
    }
}
