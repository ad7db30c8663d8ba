using Changlai.App.Features.Complaints.Contracts;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Contracts.Segments;
using Changlai.App.Features.FollowUps.Model;
using Changlai.App.Features.FollowUps.Planning;
using Changlai.App.Features.FollowUps.Rules;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Calendars;

namespace Changlai.App.Features.FollowUps.Outcomes;

/// <summary>
/// Takes what came of a follow-up, inside the caller's transaction: the contact, the state, what it says about the customer,
/// and at once the customer's plan from here on. A tap that arrives twice counts once.
/// </summary>
internal sealed class OutcomeRecorder(TimeProvider time, SegmentMembership? segments = null)
{
    public OutcomeResult Record(DatabaseSession session, OutcomeRequest request)
    {
        var now = time.GetUtcNow();
        if (OutcomeCheck.Problems(request, now) is { Count: > 0 } problems) return OutcomeResult.Refused(problems);
        var outcome = Outcome.Find(request.Outcome)!;
        // The planner's lock comes first: taken after the row's, two transactions could wait for each other.
        session.LockInTransaction(Planner.Lock);
        if (Open(session, request.CustomerId, request.FollowUpId, request.IdempotencyKey, outcome, out var row) is { } answer) return answer;

        var today = StoreDay.On(now, row!.Zone);
        var next = AfterOutcome.Decide(outcome, row.Tried(session, today), request.CallBackAt);
        var channel = request.Channel is { Length: > 0 } used ? used : row.Channel.Code;
        var note = string.IsNullOrWhiteSpace(request.Note) ? null : request.Note.Trim();
        var mood = request.Mood is { Length: > 0 } felt ? felt : null;
        WriteContact(session, request, channel, mood, note, outcome, now, today);
        WriteState(session, request.CustomerId, request.FollowUpId, next, outcome, request.StaffId, now, today);
        Learn(session, request, outcome, Channel.Of(channel), note, now, today);
        if (outcome == Outcome.Complained)
            OpenComplaint.Open(session, new NewComplaint(request.CustomerId, channel, note ?? "", request.StaffId, row.AssigneeId ?? request.StaffId, now));
        Remember(session, request.IdempotencyKey, next, now);
        new Planner(session, time, segments).RunFor([request.CustomerId], today);
        return new OutcomeResult([], next, OutcomeWords.Said(outcome, next, row.Zone));
    }

    public OutcomeResult Skip(DatabaseSession session, SkipRequest request)
    {
        if (OutcomeCheck.Problems(request) is { Count: > 0 } problems) return OutcomeResult.Refused(problems);
        session.LockInTransaction(Planner.Lock);
        if (Open(session, request.CustomerId, request.FollowUpId, request.IdempotencyKey, null, out var row) is { } answer) return answer;

        var now = time.GetUtcNow();
        var today = StoreDay.On(now, row!.Zone);
        var next = new FollowUpNow(FollowUpState.Skipped, request.Reason.Trim(), null, null, row.Attempts);
        WriteState(session, request.CustomerId, request.FollowUpId, next, null, request.StaffId, now, today);
        Remember(session, request.IdempotencyKey, next, now);
        new Planner(session, time, segments).RunFor([request.CustomerId], today);
        return new OutcomeResult([], next, OutcomeWords.Said(null, next, row.Zone));
    }

    /// <summary>The row when it is open; otherwise the answer to give instead.</summary>
    private static OutcomeResult? Open(DatabaseSession session, long customerId, long followUpId, string key, Outcome? outcome, out StoredFollowUpRow? row)
    {
        row = StoredFollowUpRow.Find(session, customerId, followUpId);
        if (row is null) return OutcomeResult.Refused(new OutcomeProblem("followUp", OutcomeWords.NoFollowUp));
        if (session.Scalar<string>("SELECT result FROM idempotency_key WHERE key = @key", ("key", key)) is { } before)
        {
            var then = FollowUpNow.Parse(before);
            return new OutcomeResult([], then, OutcomeWords.Said(outcome, then, row.Zone), Again: true);
        }
        return row.State == FollowUpState.Planned ? null
            : OutcomeResult.Refused(new OutcomeProblem("followUp", OutcomeWords.NoLongerOpen(row.State, row.Reason, row.Outcome, row.ClosedBy, row.ClosedOn)));
    }

    private static void WriteContact(
        DatabaseSession session, OutcomeRequest request, string channel, string? mood, string? note, Outcome outcome, DateTimeOffset now, DateOnly today)
    {
        session.Execute("""
            INSERT INTO interaction (customer_id, id, follow_up_id, at, day, channel, staff_id, outcome, mood, note)
            VALUES (@customer, @id, @followUp, @at, @day, @channel, @staff, @outcome, @mood, @note)
            """, ("customer", request.CustomerId), ("id", session.ReserveIds("interaction", 1)), ("followUp", request.FollowUpId), ("at", now), ("day", today),
            ("channel", channel), ("staff", request.StaffId), ("outcome", outcome.Code), ("mood", mood), ("note", note));
        session.Execute("""
            INSERT INTO contact_summary (customer_id, contacts, last_contact_on, last_outcome, last_mood)
            VALUES (@customer, @contacts, @on, @outcome, @mood)
            ON CONFLICT (customer_id) DO UPDATE SET contacts = contact_summary.contacts + excluded.contacts,
                last_contact_on = coalesce(excluded.last_contact_on, contact_summary.last_contact_on),
                last_outcome = excluded.last_outcome, last_mood = coalesce(excluded.last_mood, contact_summary.last_mood)
            """, ("customer", request.CustomerId), ("contacts", outcome.Spoke ? 1 : 0), ("on", outcome.Spoke ? today : null), ("outcome", outcome.Code), ("mood", mood));
    }

    private static void WriteState(
        DatabaseSession session, long customerId, long followUpId, FollowUpNow next, Outcome? outcome, long staffId, DateTimeOffset now, DateOnly today)
    {
        var closed = next.State != FollowUpState.Planned;
        session.Execute("""
            UPDATE follow_up SET state = @state, state_reason = @reason, due_on = coalesce(@due, due_on), call_back_at = @callBack, attempts = @attempts,
                day_reason = coalesce(@dayReason, day_reason), outcome = @outcome, closed_at = @closedAt, closed_on = @closedOn, closed_by = @closedBy
            WHERE customer_id = @customer AND id = @id
            """, ("state", next.State), ("reason", next.Reason), ("due", next.DueOn), ("callBack", next.CallBackAt), ("attempts", next.Attempts),
            ("dayReason", closed ? null : (outcome == Outcome.CallBack ? DayReason.Agreed : DayReason.TriedAgain).Code()), ("outcome", closed ? outcome?.Code : null), ("closedAt", closed ? now : null), ("closedOn", closed ? today : null), ("closedBy", closed ? staffId : null),
            ("customer", customerId), ("id", followUpId));
    }

    /// <summary>What the outcome says about the customer beyond this follow-up. A refusal closes the channel, or where it is none of those a customer can refuse, all of them.</summary>
    private static void Learn(DatabaseSession session, OutcomeRequest request, Outcome outcome, Channel channel, string? note, DateTimeOffset now, DateOnly today)
    {
        if (outcome == Outcome.WrongNumber)
            session.Execute("UPDATE customer SET phone_wrong = @yes, version = version + 1 WHERE customer_id = @id", ("yes", true), ("id", request.CustomerId));
        else if (outcome == Outcome.Refused)
            ContactWishes.Refuse(session, new Refusal(request.CustomerId, ContactChannel.Find(channel.Code), channel.Code, note ?? "", request.StaffId, now, today));
    }

    private static void Remember(DatabaseSession session, string key, FollowUpNow next, DateTimeOffset now) =>
        session.Execute("INSERT INTO idempotency_key (key, created_at, result) VALUES (@key, @at, @result)", ("key", key), ("at", now), ("result", next.Stored));
}
