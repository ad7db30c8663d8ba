using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Editing;
using Changlai.App.Features.Customers.Fields;
using Changlai.App.Features.Customers.Segments.Fields;
using Changlai.App.Features.Customers.Segments.Query;
using Changlai.App.Features.FollowUps.Model;
using Changlai.App.Features.Orders.Recording;
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
    private static readonly string[] Marks = ["怕冷", "VIP", "o'tag"];
    private static readonly string?[] Paths = [null, "home/浙江省", "home/浙江省/杭州市", "home/浙江省/杭州市/西湖区", "home/浙江", "home/江苏省/南京市", "abroad/Japan"];
    private static readonly (CustomerAddress Address, string? City, string? Region)[] Places =
    [
        (new(null, "上海市", null, "浦东新区", "世纪大道 1 号"), "上海市", "home/上海市"), (new(null, "浙江省", "宁波市", null, null), "宁波市", "home/浙江省/宁波市"),
        (new("Japan", "Osaka", "Osaka", null, null), "Osaka", "abroad/Japan/Osaka"), (new(null, null, null, null, "无名路"), null, null),
    ];
    private readonly TestCustomers shop;
    private readonly Random random;
    private readonly List<(long Id, FieldType Type)> own = [];
    private readonly List<Card> cards = [];
    private Dictionary<string, long> tags = [];
    private Dictionary<string, long> topics = [];

    private KnownBase(TestCustomers shop, int seed) => (this.shop, random) = (shop, new Random(seed));

    public DateOnly Today { get; } = DateOnly.ParseExact(TestCustomers.Today, "yyyy-MM-dd");

    public SegmentDay Day => new(Today, TimeZoneInfo.FindSystemTimeZoneById(BusinessDay.DefaultTimeZone));

    public Database Database => shop.Database;

    public DatabaseSession Session => shop.Session;

    public List<KnownCustomer> Everybody { get; } = [];

    /// <summary>Values to ask for where a field does not list them.</summary>
    public Dictionary<string, string[]> Choices { get; } = new[] { "orders.product", "needs.product", "needs.open-product", "assets.product" }
        .ToDictionary(field => field, _ => (string[])["1", "2", "3", "99"]);

    public SegmentFieldList Fields { get; private set; } = new([]);

    public static async Task<KnownBase> OpenAsync(DatabaseKind kind, int seed)
    {
        var known = new KnownBase(await TestCustomers.OpenAsync(kind), seed);
        known.Fill(seed);
        known.Fields = TestFields.All(known.Database).Read(known.Session);
        return known;
    }

    public SegmentCustomers Asked(long? store = null) => new(Session, Fields, Day, store is { } one ? CustomerScope.OfStores(one) : CustomerScope.All);

    private void Fill(int seed)
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
        DefineFields();
        (tags, topics) = (Tags.Resolve(Session, Tags.Tag, Marks), Tags.Resolve(Session, Tags.Topic, Marks));
        for (var i = 0; i < Customers; i++) Everybody.Add(Draw(i));
        foreach (var customer in Everybody) Store(customer);
        Choices["customer.region"] = ["home", "home/浙江省", "home/浙江省/杭州市", "abroad", "abroad/Japan", "home/火星"];
        Choices["customer.tags"] = [.. tags.Values.Select(id => id.ToString()), "999"];
        Choices["customer.topics"] = [.. topics.Values.Select(id => id.ToString()), "999"];
        // What stood there before the orders changed must not count, whether the sweep has come by or not.
        Session.Execute("INSERT INTO bought_product SELECT customer_id, 3 FROM customer");
        Session.Execute("INSERT INTO bought_due SELECT customer_id FROM customer");
        BoughtSweep.RunBatch(Session, seed % 2 == 0 ? Customers / 2 : Customers);
    }

    private void DefineFields()
    {
        FieldChoice[] choices = [new(0, new("油性", "Oily"), false), new(0, new("干性", "Dry"), false), new(0, new("以前的", "Former"), true)];
        foreach (var (type, retired) in FieldTypes.All.Select(type => (type, false)).Append((FieldType.Text, true)))
        {
            var field = new CustomerField(0, type, new($"{type} {{0}}", $"{type} {{0}}"), false, false, null, null, null, 0, false, 1) { Choices = type.HasChoices() ? choices : [] };
            var id = CustomerFields.Define(Session, field);
            if (retired) FieldStore.Retire(Session, id, FakeTime.On(TestCustomers.Today).GetUtcNow());
            own.Add((id, type));
        }
    }

    private FieldValue Answer(FieldType type) => type switch
    {
        FieldType.Text => new FieldValue(Text: Pick("怕冷", "Allergic", "50%")),
        FieldType.Number => new FieldValue(Milli: random.Next(-20, 41) * 250),
        FieldType.Date => new FieldValue(Day: Near()),
        FieldType.YesNo => new FieldValue(Yes: random.Next(2) == 0),
        FieldType.Choice => new FieldValue { Choices = [random.Next(1, 4)] },
        FieldType.Choices => new FieldValue { Choices = Some(1L, 2L, 3L) is { Length: > 0 } some ? some : [2] },
        _ => throw new InvalidOperationException(),
    };

    private KnownCustomer Draw(int index)
    {
        var card = new Card(Some(Marks), Some(Marks), Some(Places), Paths[random.Next(Paths.Length)]);
        cards.Add(card);
        return Draw(index, card);
    }

    private KnownCustomer Draw(int index, Card card) => new()
    {
        Kind = Pick("direct", "lead", "supplier"),
        Region = card.Region ?? card.Places.FirstOrDefault().Region,
        Occupation = Maybe(Pick("教师", "teacher", "Baker")),
        IncomeBand = Maybe(Pick("under-5000", "over-50000")),
        WeCom = random.Next(3) == 0,
        FurtherPhone = random.Next(3) == 0,
        CardNumber = random.Next(3) == 0,
        Cities = [.. card.Places.Select(place => place.City)],
        Tags = [.. card.Tags.Select(tag => tags[tag].ToString())],
        Topics = [.. card.Topics.Select(topic => topics[topic].ToString())],
        Liked = random.Next(64),
        Refused = random.Next(32) * 2,
        NotAtWork = random.Next(3) == 0,
        Consented = random.Next(2) == 0,
        Needs = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Pick("noted", "answered", "met")).Select(state =>
            (state, random.Next(3) == 0 ? null : (long?)random.Next(1, 4), state == "met" ? Near() : null))],
        Relations = Some("family", "colleague", "introduced-by", "introduced"),
        Assets = [.. Enumerable.Range(0, random.Next(3)).Select(_ => ((long)random.Next(1, 4), random.Next(3) == 0, random.Next(4) == 0, MaybeNear(), MaybeNear()))],
        Own = own.Where(_ => random.Next(3) > 0).ToDictionary(field => OwnSegmentFields.CodeOf(field.Id), field => Answer(field.Type)),
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
        var index = Everybody.IndexOf(known);
        var card = cards[index];
        var at = known.CreatedOn.ToDateTime(new TimeOnly(random.Next(24), random.Next(60)));
        known.Id = NewCustomers.Write(Session, "test", [new NewCustomer($"NR{index + 1:D4}", known.Name, null, known.Gender, known.Phone, known.Email, known.Language, known.Source,
            known.Tier, known.Store, known.Owner, Weekdays.FromBits(known.Weekdays), known.DoNotContact ? "said so" : null, null, StoreDay.At(at, Day.Zone),
            [.. known.Dates.Select(date => new NewSpecialDate(date.Kind, date.Day))])
        {
            Kind = known.Kind,
            WeComId = known.WeCom ? "wecom" : null,
            Occupation = known.Occupation,
            IncomeBand = known.IncomeBand,
            Region = card.Region,
            FurtherPhones = known.FurtherPhone && known.Phone is not null ? [new CustomerPhone("home", "+8657188880000")] : [],
            Numbers = known.CardNumber ? [new ExternalNumber("会员卡", $"{index}")] : [],
            Addresses = [.. card.Places.Select(place => place.Address)],
            Tags = card.Tags,
            Topics = card.Topics,
            Values = known.Own.ToDictionary(value => long.Parse(value.Key.Split('.')[1]), value => value.Value),
            NotAtWork = known.NotAtWork,
            LikedChannels = new ChannelSet(known.Liked),
            RefusedChannels = new ChannelSet(known.Refused),
            PrivacyConsentAt = known.Consented ? StoreDay.At(at, Day.Zone) : null,
        }]);
        StoreRest(known);
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

    private void StoreRest(KnownCustomer known)
    {
        foreach (var (state, product, met) in known.Needs)
            Session.Execute("""
                INSERT INTO customer_need (customer_id, id, words, product_id, state, noted_at, changed_at, met_on) VALUES (@id, @need, '要', @product, @state, @at, @at, @met)
                """, ("id", known.Id), ("need", Session.ReserveIds("customer_need", 1)), ("product", product), ("state", state), ("at", FakeTime.On(TestCustomers.Today).GetUtcNow()), ("met", met));
        foreach (var relation in known.Relations)
            Session.Execute("INSERT INTO customer_relation (customer_id, other_id, kind, noted_at) VALUES (@id, 1, @kind, @at)",
                ("id", known.Id), ("kind", relation), ("at", FakeTime.On(TestCustomers.Today).GetUtcNow()));
        foreach (var asset in known.Assets)
            Session.Execute("""
                INSERT INTO asset (customer_id, id, product_id, kind, started_on, started_at, warranty_until, life_ends_on, retired_on, repairs, alarm_on, recorded_at)
                VALUES (@id, @asset, @product, 'sold', @on, @at, @warranty, @life, @retired, 0, @alarm, @at)
                """, ("id", known.Id), ("asset", Session.ReserveIds("asset", 1)), ("product", asset.Product), ("on", Today), ("at", FakeTime.On(TestCustomers.Today).GetUtcNow()),
                ("warranty", asset.Warranty), ("life", asset.Life), ("retired", asset.Retired ? (DateOnly?)Today : null), ("alarm", asset.Alarm ? (DateOnly?)Today : null));
    }

    private AnnualDay AnnualDayAt() => random.Next(2) == 0
        ? AnnualDay.Gregorian(random.Next(3) == 0 ? 2 : 12, random.Next(1, 30))
        : AnnualDay.Lunar(random.Next(1, 13), random.Next(1, 31), random.Next(3) == 0);

    private DateOnly? MaybeNear() => random.Next(5) == 0 ? null : Near();

    private DateOnly? Near() => Today.AddDays(random.Next(-130, 60));

    private string? Maybe(string value) => random.Next(4) == 0 ? null : value;

    private T[] Some<T>(params T[] values) => [.. values.Where(_ => random.Next(3) == 0)];

    private string Pick(params string[] values) => values[random.Next(values.Length)];

    public async ValueTask DisposeAsync() => await shop.DisposeAsync();

    /// <summary>What stands on a card in more than one row.</summary>
    private sealed record Card(string[] Tags, string[] Topics, (CustomerAddress Address, string? City, string? Region)[] Places, string? Region);
}
