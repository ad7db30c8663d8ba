using Changlai.App.Features.Customers.Editing;
using Changlai.App.Features.Customers.Search;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Calendars;

namespace Changlai.App.Features.Customers.Contracts;

/// <summary>A customer with everything that is known from the start.</summary>
/// <param name="Number">Their number in the source's system; null for somebody known by phone.</param>
/// <param name="Phone">E.164.</param>
/// <param name="PreferredWeekdays">None when no wish was told.</param>
/// <param name="DoNotContactReason">Null when they may be contacted.</param>
internal sealed record NewCustomer(
    string? Number, string Name, string? Salutation, string? Gender, string? Phone, string? Email, string? Language, string? Source,
    string? Tier, long? StoreId, long? OwnerId, Weekdays PreferredWeekdays, string? DoNotContactReason, DateOnly? DoNotContactOn,
    DateTimeOffset CreatedAt, IReadOnlyList<NewSpecialDate> SpecialDates)
{
    public string Kind { get; init; } = CustomerCodes.Direct;
    public string? PhoneKind { get; init; }
    public string? WeComId { get; init; }
    public string? Occupation { get; init; }
    public string? IncomeBand { get; init; }

    /// <summary>A chosen region; null to follow the first address.</summary>
    public string? Region { get; init; }

    /// <summary>Beyond the first; none without one.</summary>
    public IReadOnlyList<CustomerPhone> FurtherPhones { get; init; } = [];
    public IReadOnlyList<string> FurtherEmails { get; init; } = [];
    public IReadOnlyList<ExternalNumber> Numbers { get; init; } = [];
    public IReadOnlyList<CustomerAddress> Addresses { get; init; } = [];
    public IReadOnlyList<string> Tags { get; init; } = [];
    public IReadOnlyList<string> Topics { get; init; } = [];
    public IReadOnlyDictionary<long, FieldValue> Values { get; init; } = new Dictionary<long, FieldValue>();
    public TimeOnly? PreferredFrom { get; init; }
    public TimeOnly? PreferredUntil { get; init; }
    public bool NotAtWork { get; init; }
    public ChannelSet LikedChannels { get; init; }
    public ChannelSet RefusedChannels { get; init; }

    /// <summary>When they agreed to the shop's privacy wording.</summary>
    public DateTimeOffset? PrivacyConsentAt { get; init; }

    /// <summary>How refusals and consent reached us, and in which words; for their events.</summary>
    public string ConsentSource { get; init; } = "import";
    public string ConsentWording { get; init; } = "";
    public string RefusalWording { get; init; } = "";

    public CustomerDetails Details => new()
    {
        Name = Name,
        Phones = Phone is null ? FurtherPhones : [new CustomerPhone(PhoneKind ?? CustomerPhone.KindOf(Phone), Phone), .. FurtherPhones],
        Emails = Email is null ? FurtherEmails : [Email, .. FurtherEmails],
        Numbers = Numbers,
        Addresses = Addresses,
        ChosenRegion = Region,
        WeComId = WeComId,
        Values = Values,
    };
}

/// <param name="Name">Its own name, for a date of kind <c>other</c>.</param>
internal sealed record NewSpecialDate(string Kind, AnnualDay Day, string? Name = null);

/// <summary>Registers customers in bulk, nobody of whom is known yet. What they hold has been checked by whoever read it.</summary>
internal static class NewCustomers
{
    private static readonly string[] Columns =
    [
        "customer_id", "external_source", "external_number", "name", "salutation", "gender", "phone", "email", "language", "source", "tier", "store_id", "owner_id",
        "preferred_weekdays", "do_not_contact", "do_not_contact_reason", "do_not_contact_on", "created_at", "kind", "phone_kind", "wecom_id", "region", "region_chosen",
        "occupation", "income_band", "preferred_from", "preferred_until", "not_at_work", "liked_channels", "refused_channels", "phone_refused", "privacy_consent_at", "found_by",
    ];

    /// <returns>The id of the first; the others follow in the order given.</returns>
    public static long Write(DatabaseSession session, string source, IReadOnlyList<NewCustomer> customers)
    {
        var first = session.ReserveIds("customer", customers.Count);
        var fields = CustomerFields.Read(session);
        var all = customers.Select((customer, index) => new Entry(first + index, customer, customer.Details, FurtherFinds.Of(customer.Details, fields))).ToList();
        WriteCards(session, source, all);
        WriteKeys(session, source, all);
        WriteSpecialDates(session, all);
        CustomerLists.Insert(session, [.. all.Select(one => (one.Id, one.Details))]);
        FieldValues.Insert(session, all.Select(one => (one.Id, one.Customer.Values)));
        WriteTags(session, all);
        WriteConsent(session, all);
        CustomerFindIndex.Insert(session, all.Select(one =>
            new FindableCustomer(one.Id, one.Customer.Name, one.Customer.Phone, one.Customer.Email, one.Customer.Number, one.Customer.StoreId, one.Further)));
        return first;
    }

    private static void WriteCards(DatabaseSession session, string source, IReadOnlyList<Entry> customers)
    {
        using var insert = session.Insert("customer", Columns);
        foreach (var (id, customer, details, further) in customers)
        {
            insert.Add(id).Add(customer.Number is null ? null : source).Add(customer.Number).Add(customer.Name).Add(customer.Salutation).Add(customer.Gender).Add(customer.Phone).Add(customer.Email)
                .Add(customer.Language).Add(customer.Source).Add(customer.Tier).Add(customer.StoreId).Add(customer.OwnerId).Add((int)customer.PreferredWeekdays.Bits)
                .Add(customer.DoNotContactReason is not null).Add(customer.DoNotContactReason).Add(customer.DoNotContactOn).Add(customer.CreatedAt)
                .Add(customer.Kind).Add(customer.Phone is null ? null : details.Phones[0].Kind).Add(customer.WeComId).Add(details.Region).Add(customer.Region is not null)
                .Add(customer.Occupation).Add(customer.IncomeBand).Add(Minutes(customer.PreferredFrom)).Add(Minutes(customer.PreferredUntil)).Add(customer.NotAtWork)
                .Add(customer.LikedChannels.Bits).Add(customer.RefusedChannels.Without(ContactChannel.Phone).Bits)
                .Add(customer.RefusedChannels.Contains(ContactChannel.Phone)).Add(customer.PrivacyConsentAt).Add(further).EndRow();
        }
        insert.Complete();
    }

    private static int? Minutes(TimeOnly? hour) => hour is { } known ? known.Hour * 60 + known.Minute : null;

    private static void WriteKeys(DatabaseSession session, string source, IReadOnlyList<Entry> customers)
    {
        using var insert = session.Insert("customer_key", "kind", "value", "customer_id");
        foreach (var (id, customer, _, _) in customers.Where(entry => entry.Customer.Number is not null).OrderBy(entry => entry.Customer.Number, StringComparer.Ordinal))
            insert.Add(CustomerKeys.OfNumber(source)).Add(customer.Number).Add(id).EndRow();
        insert.Complete();
    }

    private static void WriteSpecialDates(DatabaseSession session, IReadOnlyList<Entry> customers)
    {
        var id = session.ReserveIds("special_date", customers.Sum(customer => customer.Customer.SpecialDates.Count));
        using var insert = session.Insert("special_date", "customer_id", "id", "kind", "calendar", "month", "day", "leap_month", "year", "name");
        foreach (var (customer, known, _, _) in customers)
            foreach (var date in known.SpecialDates)
            {
                insert.Add(customer).Add(id++).Add(date.Kind).Add(date.Day.Calendar == AnnualCalendar.Lunar ? "lunar" : "gregorian")
                    .Add(date.Day.Month).Add(date.Day.Day).Add(date.Day.IsLeapMonth).Add(date.Day.Year).Add(date.Name).EndRow();
            }
        insert.Complete();
    }

    private static void WriteTags(DatabaseSession session, IReadOnlyList<Entry> customers)
    {
        if (!customers.Any(one => one.Customer.Tags.Count + one.Customer.Topics.Count > 0)) return;
        var tags = Tags.Resolve(session, Tags.Tag, customers.SelectMany(one => one.Customer.Tags));
        var topics = Tags.Resolve(session, Tags.Topic, customers.SelectMany(one => one.Customer.Topics));
        using var insert = session.Insert("customer_tag", "customer_id", "tag_id");
        foreach (var (id, customer, _, _) in customers)
            foreach (var tag in customer.Tags.Select(name => tags[name]).Concat(customer.Topics.Select(name => topics[name])).Distinct().Order())
                insert.Add(id).Add(tag).EndRow();
        insert.Complete();
    }

    private static void WriteConsent(DatabaseSession session, IReadOnlyList<Entry> customers)
    {
        var events = customers.SelectMany(one => ConsentOf(one.Customer).Select(what => (one.Id, one.Customer, what.Kind, what.Channel, what.Wording))).ToList();
        if (events.Count == 0) return;
        var id = session.ReserveIds("consent_event", events.Count);
        using var insert = session.Insert("consent_event", "customer_id", "id", "at", "kind", "channel", "source", "wording");
        foreach (var (customer, known, kind, channel, wording) in events)
            insert.Add(customer).Add(id++).Add(kind == ConsentEvents.Consented ? known.PrivacyConsentAt!.Value : known.CreatedAt).Add(kind).Add(channel).Add(known.ConsentSource).Add(wording).EndRow();
        insert.Complete();
    }

    private static IEnumerable<(string Kind, string? Channel, string Wording)> ConsentOf(NewCustomer customer)
    {
        if (customer.DoNotContactReason is { } reason) yield return (ConsentEvents.DoNotContact, null, reason);
        foreach (var channel in customer.RefusedChannels.Channels) yield return (ConsentEvents.Refused, channel.Code, customer.RefusalWording);
        if (customer.PrivacyConsentAt is not null) yield return (ConsentEvents.Consented, null, customer.ConsentWording);
    }

    private sealed record Entry(long Id, NewCustomer Customer, CustomerDetails Details, string? Further);
}

/// <summary>Kinds of keys by which outside records know a customer.</summary>
internal static class CustomerKeys
{
    public static string OfNumber(string source) => $"number:{source}";
}
