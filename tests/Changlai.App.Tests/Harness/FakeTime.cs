namespace Changlai.App.Tests.Harness;

/// <summary>A clock that stands still until told to move; timers due on the way fire in order, on the caller's thread.</summary>
internal sealed class FakeTime(DateTimeOffset now) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<FakeTimer> timers = [];
    private DateTimeOffset now = now;

    /// <summary>Noon UTC of a day, written <c>2026-11-22</c>: for tests that care about days only.</summary>
    public static FakeTime On(string day) =>
        new(new DateTimeOffset(DateOnly.ParseExact(day, "yyyy-MM-dd").ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero));

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate) return now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        var end = GetUtcNow() + by;
        while (NextDue(end) is { } due)
            due.Fire();
        lock (gate) now = end;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new FakeTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    private FakeTimer? NextDue(DateTimeOffset end)
    {
        lock (gate)
        {
            var next = timers.Where(timer => timer.Due <= end).MinBy(timer => timer.Due);
            if (next is null)
                return null;
            now = next.Due > now ? next.Due : now;
            if (next.Period > TimeSpan.Zero)
                next.Due = now + next.Period;
            else
                timers.Remove(next);
            return next;
        }
    }

    private sealed class FakeTimer(FakeTime clock, Action fire) : ITimer
    {
        public DateTimeOffset Due { get; set; }

        public TimeSpan Period { get; private set; }

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.gate)
            {
                clock.timers.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan)
                    return true;
                Due = clock.now + dueTime;
                Period = period;
                clock.timers.Add(this);
                return true;
            }
        }

        public void Dispose()
        {
            lock (clock.gate) clock.timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
