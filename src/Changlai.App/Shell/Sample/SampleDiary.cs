using Changlai.App.Features.FollowUps.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Calendars;

namespace Changlai.App.Shell.Sample;

/// <summary>
/// The sample's last weeks as they would have gone: each night planned, each day most of what was due done, some of it not.
/// What came of a contact is drawn from the seed, and somebody who then did buy is told as such.
/// </summary>
internal sealed class SampleDiary(DatabaseSession session, SampleBusiness sample, TimeProvider time)
{
    public const int Days = 30;
    private const string Done = "sample_contact";

    /// <summary>As the product does it: after so many tries without an answer a follow-up is given up.</summary>
    private const int MostAttempts = 3;

    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById(SampleBusiness.TimeZone);

    public void Write()
    {
        for (var day = sample.Today.AddDays(-Days); day < sample.Today; day = day.AddDays(1))
        {
            session.Execute("""
                INSERT INTO planning_due (customer_id, since) SELECT DISTINCT customer_id, @now FROM customer_order
                WHERE ordered_on >= @yesterday AND ordered_on <= @day ON CONFLICT (customer_id) DO NOTHING
                """, ("now", time.GetUtcNow()), ("yesterday", day.AddDays(-1)), ("day", day));
            HorizonPlanning.Run(session, day, time);
            Store(Work(day), day);
        }
        session.Execute("""
            INSERT INTO contact_summary (customer_id, contacts, last_contact_on, last_outcome, last_mood)
            SELECT n.customer_id, n.contacts, n.spoken_on, last.outcome, felt.mood
            FROM (SELECT customer_id, max(id) AS last_id, max(CASE WHEN mood IS NOT NULL THEN id END) AS felt_id,
                    sum(CASE WHEN outcome = 'no-answer' THEN 0 ELSE 1 END) AS contacts, max(CASE WHEN outcome <> 'no-answer' THEN day END) AS spoken_on
                FROM interaction GROUP BY customer_id) n
            JOIN interaction last ON last.customer_id = n.customer_id AND last.id = n.last_id
            LEFT JOIN interaction felt ON felt.customer_id = n.customer_id AND felt.id = n.felt_id
            """);
        // The nights above looked at the past with today's summaries; the last run looks at everyone anew.
        session.Execute("DELETE FROM planning_run");
    }

    private List<Contact> Work(DateOnly day)
    {
        var contacts = new List<Contact>();
        var daysOff = sample.Stores[0].DaysOff.ToHashSet();
        using var rows = session.Read("""
            SELECT f.customer_id, f.id, f.channel, f.assignee_id, f.due_on, f.plan,
                CASE WHEN s.last_order_on > @day AND s.last_order_on <= @soon THEN 1 ELSE 0 END, coalesce(p.working_weekdays, 127), t.closed_weekdays,
                f.latest_on, f.attempts
            FROM follow_up f JOIN order_summary s ON s.customer_id = f.customer_id
            JOIN store t ON t.id = f.store_id LEFT JOIN staff p ON p.id = f.assignee_id
            WHERE f.state = 'planned' AND f.due_on <= @day ORDER BY f.customer_id, f.id
            """, ("day", day), ("soon", day.AddDays(3)));
        while (rows.Next())
        {
            var working = new WorkingDays(Weekdays.FromBits(rows.Int(7)).Except(Weekdays.FromBits(rows.Int(8))), daysOff);
            if (!working.Contains(day)) continue;
            var random = new SampleRandom(sample.Seed, (ulong)((rows.Long(1) * 512) + (day.DayNumber % 512)));
            // The nearer to today, the more is still to do; what is late gets done sooner.
            if (!random.Chance(rows.Day(4) < day ? 0.7 : day.AddDays(2) >= sample.Today ? 0.8 : 0.9)) continue;
            var isCall = rows.Text(2) == "phone";
            var (outcome, mood) = isCall ? Answer(random, rows.Text(5), rows.Int(6) == 1) : ("reached", null);
            var next = outcome == "no-answer" && rows.Int(10) + 1 < MostAttempts && working.NextOnOrAfter(day.AddDays(1)) is { } free && free <= rows.Day(9) ? free : (DateOnly?)null;
            contacts.Add(new Contact(rows.Long(0), rows.Long(1), rows.Text(2), rows.LongOrNull(3), outcome, mood, next,
                StoreDay.At(day, new TimeOnly(random.Between(10, 18), random.Below(60)), Zone)));
        }
        return contacts;
    }

    private static (string Outcome, string? Mood) Answer(SampleRandom random, string plan, bool buysSoon)
    {
        if (random.Chance(0.24)) return ("no-answer", null);
        if (buysSoon && plan is "repurchase" or "win-back") return ("bought", "satisfied");
        return ("reached", random.Weighted([55, 38, 7]) switch { 0 => "satisfied", 1 => "neutral", _ => "unhappy" });
    }

    private void Store(List<Contact> contacts, DateOnly day)
    {
        if (contacts.Count == 0) return;
        var id = session.ReserveIds("interaction", contacts.Count);
        session.CreateTemporaryTable(Done, $"customer_id bigint, id bigint, outcome text, next_on date, at {(session.IsSqlite ? "bigint" : "timestamptz")}");
        using (var insert = session.Insert(Done, "customer_id", "id", "outcome", "next_on", "at"))
        {
            foreach (var contact in contacts) insert.Add(contact.CustomerId).Add(contact.FollowUpId).Add(contact.Outcome).Add(contact.NextOn).Add(contact.At).EndRow();
            insert.Complete();
        }
        using (var insert = session.Insert("interaction", "customer_id", "id", "follow_up_id", "at", "day", "channel", "staff_id", "outcome", "mood"))
        {
            foreach (var contact in contacts)
                insert.Add(contact.CustomerId).Add(id++).Add(contact.FollowUpId).Add(contact.At).Add(day).Add(contact.Channel).Add(contact.StaffId)
                    .Add(contact.Outcome).Add(contact.Mood).EndRow();
            insert.Complete();
        }
        session.Analyze(Done);
        session.Execute($"""
            UPDATE follow_up SET due_on = d.next_on, attempts = attempts + 1, day_reason = 'tried-again'
            FROM {Done} d WHERE follow_up.customer_id = d.customer_id AND follow_up.id = d.id AND d.next_on IS NOT NULL
            """);
        session.Execute($"""
            UPDATE follow_up SET state = CASE WHEN d.outcome = 'no-answer' THEN 'skipped' ELSE 'done' END,
                state_reason = CASE WHEN d.outcome = 'no-answer' THEN 'no-answer' END,
                attempts = attempts + CASE WHEN d.outcome = 'no-answer' THEN 1 ELSE 0 END,
                outcome = d.outcome, closed_at = d.at, closed_on = @day, closed_by = assignee_id
            FROM {Done} d WHERE follow_up.customer_id = d.customer_id AND follow_up.id = d.id AND d.next_on IS NULL
            """, ("day", day));
        session.Execute($"DROP TABLE {Done}");
    }

    private sealed record Contact(long CustomerId, long FollowUpId, string Channel, long? StaffId, string Outcome, string? Mood, DateOnly? NextOn, DateTimeOffset At);
}
