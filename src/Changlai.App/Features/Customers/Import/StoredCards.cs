using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Dates;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Calendars;

namespace Changlai.App.Features.Customers.Import;

/// <summary>A card as it is stored, with what an import may add to.</summary>
/// <param name="HasWithdrawn">They agreed to the privacy wording once and took it back.</param>
internal sealed record StoredCard(
    long Id, CustomerDetails Details, string? Source, string? Number, ContactWishes Wishes, IReadOnlyList<string> Topics, bool HasWithdrawn, IReadOnlyList<StoredDate> Dates);

/// <summary>Reads many cards at once.</summary>
internal static class StoredCards
{
    public const string Listed = "read_card";

    /// <returns>By the customer's id.</returns>
    public static Dictionary<long, StoredCard> Read(DatabaseSession session, IEnumerable<long> customers)
    {
        session.CreateTemporaryTable(Listed, "customer_id bigint PRIMARY KEY");
        using (var insert = session.Insert(Listed, "customer_id"))
        {
            foreach (var customer in customers.Distinct().Order()) insert.Add(customer).EndRow();
            insert.Complete();
        }
        session.Analyze(Listed);
        var phones = Lists(session, "customer_phone", "x.kind, x.e164", rows => new CustomerPhone(rows.Text(1), rows.Text(2)));
        var emails = Lists(session, "customer_email", "x.address", rows => rows.Text(1));
        var numbers = Lists(session, "customer_number", "x.label, x.number", rows => new ExternalNumber(rows.Text(1), rows.Text(2)));
        var addresses = Lists(session, "customer_address", "x.country, x.province, x.city, x.district, x.street",
            rows => new CustomerAddress(rows.TextOrNull(1), rows.TextOrNull(2), rows.TextOrNull(3), rows.TextOrNull(4), rows.TextOrNull(5)));
        var dates = Lists(session, "special_date", "x.id, x.kind, x.calendar, x.month, x.day, x.leap_month, x.year, x.name", rows => new StoredDate(rows.Long(1), rows.Text(2), rows.TextOrNull(8),
            rows.Text(3) == DateForm.LunarCode ? AnnualDay.Lunar(rows.Int(4), rows.Int(5), rows.Flag(6), rows.IntOrNull(7)) : AnnualDay.Gregorian(rows.Int(4), rows.Int(5), rows.IntOrNull(7))));
        var tags = TagNames(session, Editing.Tags.Tag);
        var topics = TagNames(session, Editing.Tags.Topic);
        var values = Values(session);
        var cards = new Dictionary<long, StoredCard>();
        using (var rows = session.Read($"""
            SELECT c.customer_id, c.name, c.salutation, c.gender, c.kind, c.source, c.tier, c.store_id, c.owner_id, c.occupation, c.income_band, c.language, c.wecom_id,
                c.region, c.region_chosen, c.phone, c.phone_kind, c.email, c.external_source, c.external_number,
                CASE WHEN c.privacy_consent_at IS NULL AND EXISTS (SELECT 1 FROM consent_event e WHERE e.customer_id = c.customer_id AND e.kind = 'withdrawn') THEN 1 ELSE 0 END,
                {ContactWishes.Columns}
            FROM {Listed} l CROSS JOIN customer c WHERE c.customer_id = l.customer_id
            """))
            while (rows.Next())
            {
                var id = rows.Long(0);
                cards[id] = new StoredCard(id, new CustomerDetails
                {
                    Name = rows.Text(1),
                    Salutation = rows.TextOrNull(2),
                    Gender = rows.TextOrNull(3),
                    Kind = rows.Text(4),
                    Source = rows.TextOrNull(5),
                    Tier = rows.TextOrNull(6),
                    StoreId = rows.LongOrNull(7),
                    OwnerId = rows.LongOrNull(8),
                    Occupation = rows.TextOrNull(9),
                    IncomeBand = rows.TextOrNull(10),
                    Language = rows.TextOrNull(11),
                    WeComId = rows.TextOrNull(12),
                    ChosenRegion = rows.Flag(14) ? rows.TextOrNull(13) : null,
                    Phones = [.. rows.TextOrNull(15) is { } phone ? [new CustomerPhone(rows.TextOrNull(16) ?? CustomerCodes.Mobile, phone)] : Array.Empty<CustomerPhone>(), .. phones[id]],
                    Emails = [.. rows.TextOrNull(17) is { } email ? [email] : Array.Empty<string>(), .. emails[id]],
                    Numbers = [.. numbers[id]],
                    Addresses = [.. addresses[id]],
                    Tags = [.. tags[id]],
                    Values = values.TryGetValue(id, out var own) ? own : [],
                }, rows.TextOrNull(18), rows.TextOrNull(19), ContactWishes.From(rows, 21), [.. topics[id]], rows.Int(20) == 1, [.. dates[id]]);
            }
        session.Execute($"DROP TABLE {Listed}");
        return cards;
    }

    private static ILookup<long, T> Lists<T>(DatabaseSession session, string table, string columns, Func<Rows, T> of)
    {
        var all = new List<(long Customer, T Entry)>();
        using var rows = session.Read($"SELECT x.customer_id, {columns} FROM {Listed} l CROSS JOIN {table} x WHERE x.customer_id = l.customer_id ORDER BY x.customer_id, x.id");
        while (rows.Next()) all.Add((rows.Long(0), of(rows)));
        return all.ToLookup(entry => entry.Customer, entry => entry.Entry);
    }

    private static ILookup<long, string> TagNames(DatabaseSession session, string kind)
    {
        var all = new List<(long Customer, string Name)>();
        using var rows = session.Read($"""
            SELECT c.customer_id, t.name FROM {Listed} l CROSS JOIN customer_tag c CROSS JOIN tag t
            WHERE c.customer_id = l.customer_id AND t.id = c.tag_id AND t.kind = '{kind}' ORDER BY c.customer_id, t.name
            """);
        while (rows.Next()) all.Add((rows.Long(0), rows.Text(1)));
        return all.ToLookup(entry => entry.Customer, entry => entry.Name);
    }

    private static Dictionary<long, Dictionary<long, FieldValue>> Values(DatabaseSession session)
    {
        var all = new Dictionary<long, Dictionary<long, FieldValue>>();
        using var rows = session.Read($"""
            SELECT v.customer_id, v.field_id, v.text_value, v.number_milli, v.day_value, v.choice_id, v.yes FROM {Listed} l CROSS JOIN customer_field_value v
            WHERE v.customer_id = l.customer_id ORDER BY v.customer_id, v.field_id, v.item
            """);
        while (rows.Next())
        {
            if (!all.TryGetValue(rows.Long(0), out var values)) all[rows.Long(0)] = values = [];
            var field = rows.Long(1);
            values[field] = rows.LongOrNull(5) is { } choice
                ? new FieldValue { Choices = values.TryGetValue(field, out var before) ? [.. before.Choices, choice] : [choice] }
                : new FieldValue(rows.TextOrNull(2), rows.LongOrNull(3), rows.DayOrNull(4), rows.IsNull(6) ? null : rows.Flag(6));
        }
        return all;
    }
}
