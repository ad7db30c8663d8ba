using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Tests.Harness;
using Changlai.Core.Calendars;

namespace Changlai.App.Tests.Features.Customers;

/// <summary>Customers in a database of their own, with what lists and searches read of them.</summary>
internal sealed class TestCustomers : IAsyncDisposable
{
    public const string Today = "2026-11-22";
    private readonly TestDatabase files;
    private int registered;

    private TestCustomers(TestDatabase files)
    {
        this.files = files;
        Database = new Database(files.Connection);
        Session = Database.OpenSession();
    }

    public Database Database { get; }

    public DatabaseSession Session { get; }

    public static async Task<TestCustomers> OpenAsync(DatabaseKind kind) => new(await TestDatabase.CreateAsync(kind));

    public long AddStore(string name)
    {
        var id = Session.ReserveIds("store", 1);
        Session.Execute("INSERT INTO store (id, name, time_zone, currency, closed_weekdays) VALUES (@id, @name, 'Asia/Shanghai', 'CNY', 0)", ("id", id), ("name", name));
        return id;
    }

    public long Add(
        string name, string? phone = null, string? number = null, string? email = null, long? store = null, long? owner = null, params IReadOnlyList<NewSpecialDate> dates) =>
        NewCustomers.Write(Session, "test",
        [
            new NewCustomer(number ?? $"NR{++registered:D4}", name, null, null, phone, email, null, null, null, store, owner, Weekdays.None, null, null,
                FakeTime.On(Today).GetUtcNow(), dates),
        ]);

    /// <summary>What the orders feature would have summed up. Days as <c>2026-11-22</c>.</summary>
    public void Summarise(long customer, long total = 0, string? first = null, string? last = null, string? next = null, string? silent = null) => Session.Execute("""
        INSERT INTO order_summary (customer_id, orders, returns, total_minor, margin_minor, currency, first_order_on, last_order_on, next_purchase_on, silent_on)
        VALUES (@id, 1, 0, @total, 0, 'CNY', @first, @last, @next, @silent)
        """, ("id", customer), ("total", total), ("first", Day(first ?? last)), ("last", Day(last)), ("next", Day(next)), ("silent", Day(silent)));

    public async ValueTask DisposeAsync()
    {
        Session.Dispose();
        Database.Dispose();
        await files.DisposeAsync();
    }

    private static DateOnly? Day(string? day) => day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd");
}
