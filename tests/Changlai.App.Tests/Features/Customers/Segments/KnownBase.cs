using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Segments.Query;
using Changlai.App.Features.FollowUps.Model;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Tests.Harness;
using Changlai.Core.Calendars;

namespace Changlai.App.Tests.Features.Customers.Segments;

/// <summary>Some dozens of customers drawn from a seed, in a database and in memory.</summary>
internal sealed class KnownBase : IAsyncDisposable
{
    public const int Customers = 60;
    private static readonly string[] DateKinds = ["birthday", "wedding", "spouse-birthday"];
    private static readonly string?[] Categories = ["茶", "茶具", null];
    private readonly TestCustomers shop;
    private readonly Random random;

    private KnownBase(TestCustomers shop, int seed) => (this.shop, random) = (shop, new Random(seed));

    public DateOnly Today { get; } = DateOnly.ParseExact(TestCustomers.Today, "yyyy-MM-dd");

    public SegmentDay Day => new(Today, TimeZoneInfo.FindSystemTimeZoneById(BusinessDay.DefaultTimeZone));

    public Database Database => shop.Database;

    public DatabaseSession Session => shop.Session;

    public List<KnownCustomer> Everybody { get; } = [];

    public SegmentFieldList Fields { get; private set; } = new([]);

    public static async Task<KnownBase> OpenAsync(DatabaseKind kind, int seed)
    {
        var known = new KnownBase(await TestCustomers.OpenAsync(kind), seed);
        known.Fill();
        known.Fields = TestFields.All(known.Database).Read(known.Session);
        return known;
    }

    public SegmentCustomers Asked(long? store = null) => new(Session, Fields, Day, store);

    private void Fill()
    {
        shop.AddStore("一店");
        shop.AddStore("二店");
        for (var id = 1; id <= 3; id++)
        {
            Session.Execute("INSERT INTO product (id, code, name, category, active) VALUES (@id, @code, @code, @category, @yes)",
                ("id", (long)id), ("code", $"P{id}"), ("category", Categories[id - 1]), ("yes", true));
            Session.Execute("""
                INSERT INTO staff (id, name, security_stamp, role, store_id, working_weekdays, daily_capacity, language, active)
                VALUES (@id, @name, 'stamp', 'staff', 1, 127, 30, 'zh', @yes)
                """, ("id", (long)id), ("name", $"店员 {id}"), ("yes", true));
        }
        for (var i = 0; i < Customers; i++) Everybody.Add(Draw(i));
        foreach (var customer in Everybody) Store(customer);
    }

    private KnownCustomer Draw(int index) => new()
    {
        Name = Pick("李明", "Anna", "O'Neill", "50% _x\\", $"NR{index + 1:D4}", "𠮷野"),
        Phone = Maybe($"+86138{index:D8}"),
        Email = Maybe($"c{index}@example.test"),
        Gender = Maybe(Pick("female", "male")),
        Language = Maybe(Pick("zh", "en")),
        Source = Maybe(Pick("walk-in", "referral", "web")),
        Tier = Maybe(Pick("standard", "silver", "gold")),
        Store = random.Next(4) == 0 ? null : random.Next(1, 3),
        Owner = random.Next(3) == 0 ? null : random.Next(1, 4),
        Weekdays = random.Next(3) == 0 ? 0 : random.Next(128),
        DoNotContact = random.Next(5) == 0,
        PhoneWrong = random.Next(5) == 0,
        PhoneRefused = random.Next(5) == 0,
        CreatedOn = Near()!.Value,
        Dates = [.. DateKinds.Where(_ => random.Next(3) == 0).Select(kind => (kind, AnnualDayAt()))],
        Summary = random.Next(5) == 0 ? null : (random.Next(6), random.Next(400), Pick("CNY", "CNY", "USD"), MaybeNear(), MaybeNear(), random.Next(3) == 0 ? null : random.Next(60), MaybeNear(), MaybeNear()),
        Bought = [.. Enumerable.Range(0, random.Next(3)).Select(_ => random.Next(1, 4)).Select(product => ((long)product, Categories[product - 1]))],
        Contact = random.Next(3) == 0 ? null : (random.Next(4), MaybeNear(), Maybe(Pick("reached", "no-answer", "bought")), Maybe(Pick("satisfied", "unhappy"))),
        FollowUps = [.. ReadyMadePlans.All.Where(_ => random.Next(3) == 0).Select(plan => (plan.Code, Pick("planned", "held-out", "done")))],
        Complaints = random.Next(2) == 0 ? null : (random.Next(2), random.Next(1, 4)),
    };

    private void Store(KnownCustomer known)
    {
        var at = known.CreatedOn.ToDateTime(new TimeOnly(random.Next(24), random.Next(60)));
        known.Id = NewCustomers.Write(Session, "test", [new NewCustomer($"NR{Everybody.IndexOf(known) + 1:D4}", known.Name, null, known.Gender, known.Phone, known.Email, known.Language, known.Source,
            known.Tier, known.Store, known.Owner, Weekdays.FromBits(known.Weekdays), known.DoNotContact ? "said so" : null, null, StoreDay.At(at, Day.Zone),
            [.. known.Dates.Select(date => new NewSpecialDate(date.Kind, date.Day))])]);
        Session.Execute("UPDATE customer SET phone_wrong = @wrong, phone_refused = @refused WHERE customer_id = @id",
            ("id", known.Id), ("wrong", known.PhoneWrong), ("refused", known.PhoneRefused));
        if (known.Summary is { } sum)
            Session.Execute("""
                INSERT INTO order_summary (customer_id, orders, returns, total_minor, margin_minor, currency, first_order_on, last_order_on, median_days, next_purchase_on, silent_on)
                VALUES (@id, @orders, 0, @total, 0, @currency, @first, @last, @interval, @next, @silent)
                """, ("id", known.Id), ("orders", sum.Orders), ("total", sum.Total), ("currency", sum.Currency), ("first", sum.First), ("last", sum.Last), ("interval", sum.Interval),
                ("next", sum.Next), ("silent", sum.Silent));
        foreach (var (line, product) in known.Bought.Index())
            Session.Execute("INSERT INTO order_line (customer_id, order_id, line, product_id, quantity_milli, unit_price_minor, amount_minor) VALUES (@id, 1, @line, @product, 1000, 1, 1)",
                ("id", known.Id), ("line", line), ("product", product.Product));
        if (known.Contact is { } contact)
            Session.Execute("INSERT INTO contact_summary (customer_id, contacts, last_contact_on, last_outcome, last_mood) VALUES (@id, @contacts, @on, @outcome, @mood)",
                ("id", known.Id), ("contacts", contact.Contacts), ("on", contact.Last), ("outcome", contact.Outcome), ("mood", contact.Mood));
        foreach (var (plan, state) in known.FollowUps)
            Session.Execute("""
                INSERT INTO follow_up (customer_id, id, plan, step, occasion, state, channel, store_id, earliest_on, ideal_on, latest_on, priority, value_minor, currency, strength,
                    reason, day_reason, value_basis, planned_on)
                VALUES (@id, @number, @plan, 'step', 'order:1', @state, 'phone', 1, @day, @day, @day, 1, 1, 'CNY', 1, '', 'ideal', '', @day)
                """, ("id", known.Id), ("number", Session.ReserveIds("follow_up", 1)), ("plan", plan), ("state", state), ("day", Today));
        if (known.Complaints is { } complaints)
            Session.Execute("INSERT INTO complaint_summary (customer_id, open, total) VALUES (@id, @open, @total)", ("id", known.Id), ("open", complaints.Open), ("total", complaints.Total));
    }

    private AnnualDay AnnualDayAt() => random.Next(2) == 0
        ? AnnualDay.Gregorian(random.Next(3) == 0 ? 2 : 12, random.Next(1, 30))
        : AnnualDay.Lunar(random.Next(1, 13), random.Next(1, 31), random.Next(3) == 0);

    private DateOnly? MaybeNear() => random.Next(5) == 0 ? null : Near();

    private DateOnly? Near() => Today.AddDays(random.Next(-130, 60));

    private string? Maybe(string value) => random.Next(4) == 0 ? null : value;

    private string Pick(params string[] values) => values[random.Next(values.Length)];

    public async ValueTask DisposeAsync() => await shop.DisposeAsync();
}
