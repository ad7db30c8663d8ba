using System.Diagnostics;
using System.Text.Json;
using Changlai.App.Features.Customers.Contracts.Segments;
using Changlai.App.Features.FollowUps.Contracts;
using Changlai.App.Features.FollowUps.Model;
using Changlai.App.Features.FollowUps.Rules;
using Changlai.App.Features.Orders.Contracts;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.FollowUps.Planning;

/// <summary>
/// Works out whom to contact when. One run: expire what is over, look at whom something happened to or falls due, expand,
/// place, write the difference. All inside the caller's transaction; a second run right after changes nothing.
/// </summary>
/// <param name="segments">Says who belongs to a segment; may be left out where no plan is for one.</param>
internal sealed class Planner(DatabaseSession session, TimeProvider time, SegmentMembership? segments = null)
{
    public const int DefaultHorizonDays = 35;

    /// <summary>Whoever changes follow-ups holds this lock; taken before any row of theirs is.</summary>
    public const string Lock = "planning";

    /// <summary>Held while orders are recorded.</summary>
    private const string OrdersLock = OrderLock.Name;

    /// <summary>An agreed call-back that nobody made is given up after so many days.</summary>
    private const int DaysKeptAfterCallBack = 14;

    /// <summary>Windows that begin in the horizon may end after it.</summary>
    private const int DaysBeyondHorizon = 31;

    /// <summary>A bound for what should end by itself.</summary>
    private const int MostPasses = 10;

    private readonly Stopwatch clock = Stopwatch.StartNew();

    /// <summary>The nightly run.</summary>
    public PlanReport Run(DateOnly day, int horizonDays = DefaultHorizonDays)
    {
        // An import holds the first lock and takes the second at its end; the same order here keeps the two from waiting for each other.
        session.LockInTransaction(OrdersLock);
        session.LockInTransaction(Lock);
        var plans = PlanSettings.Read(session);
        var (today, horizonEnd) = (day.DayNumber, day.DayNumber + horizonDays);
        Expire(day);
        var last = LastRun();
        var incremental = last is { } run && run.Plans == plans.Fingerprint && run.PlannedFor <= today && run.HorizonEnd >= today;
        var dropped = incremental ? [] : DropUnknownPlans(plans);
        var calendar = ReadCalendar(today, horizonEnd);
        var booked = PlannedLoad.Read(session, calendar);
        var report = incremental ? PlanWhatFallsDue(plans, calendar, booked, today, horizonEnd, last!.Value) : PlanEveryone(plans, calendar, today, horizonEnd);
        report.Unchanged = booked.Planned - report.Moved - report.Cancelled;
        foreach (var (plan, count) in dropped) report.Of(plan).Cancelled += count;
        report.Seconds = clock.Elapsed.TotalSeconds;
        Remember(day, horizonEnd, plans, report);
        return report;
    }

    /// <summary>
    /// Right after something happened to a few customers: only they are looked at, as far ahead as the last nightly run looked,
    /// and only the load of those who could be given their work is read.
    /// </summary>
    public PlanReport RunFor(IReadOnlyList<long> customers, DateOnly day)
    {
        session.LockInTransaction(Lock);
        var plans = PlanSettings.Read(session);
        var horizonEnd = Math.Max(day.DayNumber + DefaultHorizonDays, LastRun()?.HorizonEnd ?? 0);
        var calendar = ReadCalendar(day.DayNumber, horizonEnd);
        var touched = new TouchedCustomers(session, plans);
        touched.Create();
        touched.Add(customers);
        PlannedLoad.ReadFor(session, calendar, TouchedCustomers.Table);
        var report = PlanTouched(plans, calendar, day.DayNumber, horizonEnd, TouchedCustomers.Table);
        report.Seconds = clock.Elapsed.TotalSeconds;
        return report;
    }

    /// <summary>Every occasion of one customer within the horizon and what became of it; writes nothing.</summary>
    public Explanation Explain(long customerId, DateOnly day)
    {
        var horizonEnd = day.DayNumber + DefaultHorizonDays;
        var calendar = ReadCalendar(day.DayNumber, horizonEnd);
        PlannedLoad.Read(session, calendar);
        var plans = PlanSettings.Read(session);
        return new Explainer(session, plans, new PlanAudiences(session, segments, plans, day), calendar, day, horizonEnd).Explain(customerId);
    }

    private PlanReport PlanEveryone(ActivePlans plans, PlanningCalendar calendar, int today, int horizonEnd)
    {
        session.Execute("DELETE FROM planning_due");
        return PlanTouched(plans, calendar, today, horizonEnd, null);
    }

    private PlanReport PlanWhatFallsDue(ActivePlans plans, PlanningCalendar calendar, PlannedLoad booked, int today, int horizonEnd, LastRunRow last)
    {
        var lastDay = horizonEnd + DaysBeyondHorizon;
        var touched = new TouchedCustomers(session, plans);
        touched.Create();
        touched.AddThoseSomethingHappenedTo();
        touched.AddThoseWithOrdersAfter(last.PlannedFor);
        touched.AddThoseEntering(Math.Min(last.HorizonEnd, horizonEnd), horizonEnd);
        touched.AddThoseWhoseDayIsGone(calendar, booked, today, lastDay);
        AudiencesOn(plans, today).AddThoseTurning(DateOnly.FromDayNumber(last.PlannedFor), TouchedCustomers.Table);
        var offered = TouchedCustomers.Waiting(session, calendar, today, lastDay).ToHashSet();
        touched.Add(offered);
        session.Analyze(TouchedCustomers.Table);
        var report = PlanTouched(plans, calendar, today, horizonEnd, TouchedCustomers.Table);

        // What moved or ended has freed places for some who were not looked at; they are asked until nobody is left to ask.
        for (var pass = 0; pass < MostPasses; pass++)
        {
            var next = TouchedCustomers.Waiting(session, calendar, today, lastDay).Where(customer => !offered.Contains(customer)).ToList();
            if (next.Count == 0) break;
            touched.Create();
            touched.Add(next);
            session.Analyze(TouchedCustomers.Table);
            var more = PlanTouched(plans, calendar, today, horizonEnd, TouchedCustomers.Table);
            if (more.Moved + more.Cancelled > 0) offered.Clear();
            offered.UnionWith(next);
            report.Add(more);
        }
        return report;
    }

    private PlanReport PlanTouched(ActivePlans plans, PlanningCalendar calendar, int today, int horizonEnd, string? touched)
    {
        var policy = ContactPolicy.Default;
        var loader = new BoardLoader(session, calendar, plans, AudiencesOn(plans, today), policy, today, horizonEnd);
        var board = loader.Load(touched);
        new Placement(board, calendar, plans, policy, today).Run();
        var report = new BoardWriter(session, board, calendar, plans, today).Write(loader.Cancelled);
        if (touched is not null) session.Execute($"DROP TABLE {touched}");
        return report;
    }

    private PlanAudiences AudiencesOn(ActivePlans plans, int today) => new(session, segments, plans, DateOnly.FromDayNumber(today));

    /// <summary>What nobody had time for keeps that reason; a call-back has no window but is not kept for ever.</summary>
    private void Expire(DateOnly day) => session.Execute("""
        UPDATE follow_up SET state = 'expired', closed_on = @day, state_reason = CASE WHEN state = 'planned' THEN 'window-over' ELSE state_reason END
        WHERE state IN ('planned', 'not-placed') AND latest_on < @day AND (call_back_at IS NULL OR due_on < @stale)
        """, ("day", day), ("stale", day.AddDays(-DaysKeptAfterCallBack)));

    /// <summary>Nobody can explain or carry out a step that the plans no longer have.</summary>
    private Dictionary<string, int> DropUnknownPlans(ActivePlans plans)
    {
        var known = string.Join(", ", plans.Steps.Select(step => $"'{step.Plan.Code}/{step.Step.Code}'"));
        var dropped = new Dictionary<string, int>(StringComparer.Ordinal);
        using (var rows = session.Read($"SELECT plan, count(*) FROM follow_up WHERE state = 'planned' AND plan || '/' || step NOT IN ({known}) GROUP BY plan"))
            while (rows.Next()) dropped[rows.Text(0)] = (int)rows.Long(1);
        if (dropped.Count > 0)
            session.Execute($"""
                UPDATE follow_up SET state = 'cancelled', state_reason = 'plan-off', due_on = NULL, call_back_at = NULL
                WHERE state = 'planned' AND plan || '/' || step NOT IN ({known})
                """);
        return dropped;
    }

    private PlanningCalendar ReadCalendar(int firstDay, int horizonEnd) =>
        PlanningCalendarReading.Read(session, firstDay, horizonEnd - firstDay + 1 + DaysBeyondHorizon);

    private LastRunRow? LastRun()
    {
        using var rows = session.Read("SELECT planned_for, horizon_end, plans FROM planning_run ORDER BY id DESC LIMIT 1");
        return rows.Next() ? new LastRunRow(rows.Day(0).DayNumber, rows.Day(1).DayNumber, rows.Text(2)) : null;
    }

    private void Remember(DateOnly day, int horizonEnd, ActivePlans plans, PlanReport report)
    {
        var id = session.ReserveIds("planning_run", 1);
        session.Execute("INSERT INTO planning_run (id, planned_for, horizon_end, plans, finished_at, report) VALUES (@id, @day, @end, @plans, @at, @report)",
            ("id", id), ("day", day), ("end", DateOnly.FromDayNumber(horizonEnd)), ("plans", plans.Fingerprint), ("at", time.GetUtcNow()), ("report", JsonSerializer.Serialize(report)));
    }

    private readonly record struct LastRunRow(int PlannedFor, int HorizonEnd, string Plans);
}
