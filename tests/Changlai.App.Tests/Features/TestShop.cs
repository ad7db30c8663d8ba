using Changlai.App.Features.FollowUps.Contracts;
using Changlai.App.Features.FollowUps.Model;
using Changlai.App.Features.FollowUps.Planning;
using Changlai.App.Features.Orders.Recording;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Tests.Features.Orders;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.Features;

/// <summary>A shop in a database of its own: one store, open every day, without staff and with tea that lasts 30 days, until a test says otherwise.</summary>
internal sealed class TestShop : IAsyncDisposable
{
    public const long Store = 1;
    private readonly TestDatabase files;

    private TestShop(TestDatabase files, string today)
    {
        this.files = files;
        Time = FakeTime.On(today);
        Database = new Database(files.Connection);
        Session = Database.OpenSession();
    }

    public FakeTime Time { get; }

    public Database Database { get; }

    public DatabaseSession Session { get; }

    public DateOnly Today => DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);

    public static async Task<TestShop> OpenAsync(DatabaseKind kind, string today)
    {
        var shop = new TestShop(await TestDatabase.CreateAsync(kind), today);
        shop.AddStore("一店");
        shop.AddProduct("tea", 30);
        return shop;
    }

    public async ValueTask DisposeAsync()
    {
        Session.Dispose();
        Database.Dispose();
        await files.DisposeAsync();
    }

    public long AddStore(string name, int closedWeekdays = 0, string zone = "Asia/Shanghai")
    {
        var id = Session.ReserveIds("store", 1);
        Session.Execute("INSERT INTO store (id, name, time_zone, currency, closed_weekdays) VALUES (@id, @name, @zone, 'CNY', @closed)",
            ("id", id), ("name", name), ("zone", zone), ("closed", closedWeekdays));
        return id;
    }

    public void Close(string day, long store = Store) =>
        Session.Execute("INSERT INTO store_closed_day (store_id, day, reason) VALUES (@store, @day, 'holiday') ON CONFLICT DO NOTHING", ("store", store), ("day", Day(day)));

    public void AddProduct(string code, int repurchaseDays) => Session.Execute(
        "INSERT INTO product (id, code, name, cost_minor, repurchase_days, active) VALUES (@id, @code, @code, 4000, @days, @yes)",
        ("id", Session.ReserveIds("product", 1)), ("code", code), ("days", repurchaseDays), ("yes", true));

    public long AddStaff(string name, int capacity, int weekdays = 127, long? store = Store, bool active = true)
    {
        var id = Session.ReserveIds("staff", 1);
        Session.Execute("""
            INSERT INTO staff (id, name, security_stamp, role, store_id, working_weekdays, daily_capacity, language, active)
            VALUES (@id, @name, 'stamp', 'staff', @store, @days, @capacity, 'zh', @active)
            """, ("id", id), ("name", name), ("store", store), ("days", weekdays), ("capacity", capacity), ("active", active));
        return id;
    }

    public void Set(string customer, string column, object? value) =>
        Session.Execute($"UPDATE customer SET {column} = @value WHERE customer_id = @id", ("value", value), ("id", IdOf(customer)));

    public void SetPlan(string plan, bool enabled = true, int holdout = 0)
    {
        Session.Execute("DELETE FROM plan_setting WHERE plan = @plan", ("plan", plan));
        Session.Execute("INSERT INTO plan_setting (plan, enabled, holdout_percent, changed_at) VALUES (@plan, @enabled, @holdout, @at)",
            ("plan", plan), ("enabled", enabled), ("holdout", holdout), ("at", Time.GetUtcNow()));
    }

    /// <summary>Nobody is held out, so that a test's few customers all count.</summary>
    public void HoldNobodyOut()
    {
        SetPlan("repurchase");
        SetPlan("win-back");
    }

    public void RunOnly(string plan)
    {
        foreach (var other in ReadyMadePlans.All) SetPlan(other.Code, enabled: other.Code == plan);
    }

    public RecordingReport Record(params IEnumerable<TestLine> lines) => InTransaction(() =>
        new OrderRecorder(Session, [new FollowUpsOnOrders(Time)], Time).Record(TestOrders.Batch(lines), TestOrders.Till));

    public PlanReport Plan(string day, int horizon = Planner.DefaultHorizonDays) => Plan(Day(day), horizon);

    public PlanReport Plan(DateOnly day, int horizon = Planner.DefaultHorizonDays) => InTransaction(() => new Planner(Session, Time).Run(day, horizon));

    public PlanReport PlanFor(string customer, string day) => InTransaction(() => new Planner(Session, Time).RunFor([IdOf(customer)], Day(day)));

    public T InTransaction<T>(Func<T> work)
    {
        Session.Begin();
        var result = work();
        Session.Commit();
        return result;
    }

    /// <summary>Sets the clock forward to noon UTC of a day.</summary>
    public void GoTo(string day) => Time.Advance(FakeTime.On(day).GetUtcNow() - Time.GetUtcNow());

    public long IdOf(string customer) => Session.Scalar<long>("SELECT customer_id FROM customer WHERE external_number = @number", ("number", customer));

    public IReadOnlyList<FollowUpView> FollowUps(string? customer = null, string? state = null, string? plan = null) =>
        [.. FollowUpQuery.Read(Session, new FollowUpFilter { CustomerId = customer is null ? null : IdOf(customer), State = state })
            .Where(row => plan is null || row.Plan == plan)];

    public FollowUpView FollowUp(string customer, string plan, string? step = null) =>
        FollowUps(customer, plan: plan).Single(row => step is null || row.Step == step);

    /// <summary>Every stored row of follow-ups, all that a planner writes: for telling whether anything changed.</summary>
    public IReadOnlyList<string> Everything()
    {
        var all = new List<string>();
        using var rows = Session.Read("""
            SELECT customer_id, id, plan, step, occasion, state, coalesce(state_reason, ''), due_on, coalesce(assignee_id, 0), earliest_on, ideal_on, latest_on,
                value_minor, strength, reason, day_reason, value_basis FROM follow_up ORDER BY customer_id, id
            """);
        while (rows.Next())
            all.Add(string.Join(' ', rows.Long(0), rows.Long(1), rows.Text(2), rows.Text(3), rows.Text(4), rows.Text(5), rows.Text(6), rows.DayOrNull(7)?.ToString("yyyy-MM-dd"),
                rows.Long(8), rows.Day(9).DayNumber, rows.Day(10).DayNumber, rows.Day(11).DayNumber, rows.Long(12), rows.Long(13), rows.Text(14), rows.Text(15), rows.Text(16)));
        return all;
    }

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");
}
