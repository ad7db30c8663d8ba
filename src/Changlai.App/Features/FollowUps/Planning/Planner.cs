using System.Diagnostics;
using System.Text.Json;
using Changlai.App.Features.FollowUps.Model;
using Changlai.App.Features.FollowUps.Rules;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.FollowUps.Planning;

/// <summary>
/// Works out whom to contact when. One run: expire what is over, look at whom something happened to or falls due, expand,
/// place, write the difference. All inside the caller's transaction; a second run right after changes nothing.
/// </summary>
internal sealed class Planner(DatabaseSession session, TimeProvider time)
{
    public const int DefaultHorizonDays = 35;

    /// <summary>Windows that begin in the horizon may end after it.</summary>
    private const int DaysBeyondHorizon = 31;

    private readonly Stopwatch clock = Stopwatch.StartNew();

    /// <summary>The nightly run.</summary>
    public PlanReport Run(DateOnly day, int horizonDays = DefaultHorizonDays)
    {
        session.LockInTransaction("planning");
        var plans = PlanSettings.Read(session);
        var (today, horizonEnd) = (day.DayNumber, day.DayNumber + horizonDays);
        Expire(day);
        var calendar = ReadCalendar(today, horizonDays);
        var last = LastRun();
        var scope = last is { } run && run.Plans == plans.Fingerprint && run.PlannedFor <= today && run.HorizonEnd >= today
            ? PlanningScope.WhatFallsDue
            : PlanningScope.Everyone;
        ReadLoad(calendar);

        var seen = time.GetUtcNow();
        TouchedCustomers? touched = null;
        if (scope == PlanningScope.WhatFallsDue)
        {
            touched = new TouchedCustomers(session, plans);
            touched.Create();
            touched.AddThoseSomethingHappenedTo();
            touched.AddThoseEntering(Math.Min(last!.Value.HorizonEnd, horizonEnd), horizonEnd);
            touched.AddThoseWaiting(calendar, today, horizonEnd);
            session.Analyze(TouchedCustomers.Table);
        }
        var report = PlanTouched(plans, calendar, today, horizonEnd, touched is null ? null : TouchedCustomers.Table);
        session.Execute("DELETE FROM planning_due WHERE since <= @seen", ("seen", seen));
        Remember(day, horizonEnd, plans, report);
        return report;
    }

    /// <summary>Right after something happened to a few customers: only they are looked at.</summary>
    public PlanReport RunFor(IReadOnlyList<long> customers, DateOnly day)
    {
        session.LockInTransaction("planning");
        var plans = PlanSettings.Read(session);
        var calendar = ReadCalendar(day.DayNumber, DefaultHorizonDays);
        ReadLoad(calendar);
        var touched = new TouchedCustomers(session, plans);
        touched.Create();
        touched.Add(customers);
        return PlanTouched(plans, calendar, day.DayNumber, day.DayNumber + DefaultHorizonDays, TouchedCustomers.Table);
    }

    /// <summary>Every occasion of one customer within the horizon and what became of it; writes nothing.</summary>
    public Explanation Explain(long customerId, DateOnly day)
    {
        var calendar = ReadCalendar(day.DayNumber, DefaultHorizonDays);
        ReadLoad(calendar);
        return new Explainer(session, PlanSettings.Read(session), calendar, day, day.DayNumber + DefaultHorizonDays).Explain(customerId);
    }

    private PlanReport PlanTouched(ActivePlans plans, PlanningCalendar calendar, int today, int horizonEnd, string? touched)
    {
        var policy = ContactPolicy.Default;
        var loader = new BoardLoader(session, calendar, plans, policy, today, horizonEnd);
        var board = loader.Load(touched);
        new Placement(board, calendar, plans, policy, today).Run();
        var plannedBefore = session.Scalar<long>("SELECT count(*) FROM follow_up WHERE state = 'planned'");
        var report = new BoardWriter(session, board, calendar, plans, today).Write(loader.Cancelled);
        report.Unchanged = plannedBefore - report.Moved - report.Cancelled;
        if (touched is not null) session.Execute($"DROP TABLE {touched}");
        report.Seconds = clock.Elapsed.TotalSeconds;
        return report;
    }

    private void Expire(DateOnly day) => session.Execute("""
        UPDATE follow_up SET state = 'expired', state_reason = 'window-over', closed_on = @day
        WHERE state = 'planned' AND latest_on < @day AND call_back_at IS NULL
        """, ("day", day));

    private PlanningCalendar ReadCalendar(int firstDay, int horizonDays) =>
        PlanningCalendarReading.Read(session, firstDay, horizonDays + 1 + DaysBeyondHorizon);

    private void ReadLoad(PlanningCalendar calendar)
    {
        using var rows = session.Read("SELECT assignee_id, due_on, count(*) FROM follow_up WHERE state = 'planned' AND assignee_id IS NOT NULL GROUP BY assignee_id, due_on");
        while (rows.Next())
            if (calendar.PersonOf(rows.Long(0)) is var person && person >= 0) calendar.Load.Add(person, rows.Day(1).DayNumber, (int)rows.Long(2));
    }

    private (int PlannedFor, int HorizonEnd, string Plans)? LastRun()
    {
        using var rows = session.Read("SELECT planned_for, horizon_end, plans FROM planning_run ORDER BY id DESC LIMIT 1");
        return rows.Next() ? (rows.Day(0).DayNumber, rows.Day(1).DayNumber, rows.Text(2)) : null;
    }

    private void Remember(DateOnly day, int horizonEnd, ActivePlans plans, PlanReport report)
    {
        var id = session.ReserveIds("planning_run", 1);
        session.Execute("INSERT INTO planning_run (id, planned_for, horizon_end, plans, finished_at, report) VALUES (@id, @day, @end, @plans, @at, @report)",
            ("id", id), ("day", day), ("end", DateOnly.FromDayNumber(horizonEnd)), ("plans", plans.Fingerprint), ("at", time.GetUtcNow()), ("report", JsonSerializer.Serialize(report)));
    }
}
