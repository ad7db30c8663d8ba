using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Editing;

/// <summary>A customer's details as they are stored.</summary>
/// <param name="Version">Rises with each change; a form carries it, so that nobody overwrites what they have not seen.</param>
/// <param name="Number">The number in the system the customer came from.</param>
public sealed record StoredCustomer(long Id, int Version, string? Number, CustomerDetails Details)
{
    internal static StoredCustomer? Read(DatabaseSession session, long id)
    {
        if (ReadRow(session, id) is not var (version, number, details)) return null;
        return new StoredCustomer(id, version, number, details with
        {
            Phones = [.. details.Phones, .. ReadAll(session, id, "SELECT kind, e164 FROM customer_phone WHERE customer_id = @id ORDER BY id", rows => new CustomerPhone(rows.Text(0), rows.Text(1)))],
            Emails = [.. details.Emails, .. ReadAll(session, id, "SELECT address FROM customer_email WHERE customer_id = @id ORDER BY id", rows => rows.Text(0))],
            Numbers = ReadAll(session, id, "SELECT label, number FROM customer_number WHERE customer_id = @id ORDER BY id", rows => new ExternalNumber(rows.Text(0), rows.Text(1))),
            Addresses = ReadAll(session, id, "SELECT country, province, city, district, street FROM customer_address WHERE customer_id = @id ORDER BY id",
                rows => new CustomerAddress(rows.TextOrNull(0), rows.TextOrNull(1), rows.TextOrNull(2), rows.TextOrNull(3), rows.TextOrNull(4))),
            Tags = Tags.Read(session, id, Tags.Tag),
            Values = FieldValues.Read(session, id),
        });
    }

    private static (int Version, string? Number, CustomerDetails Details)? ReadRow(DatabaseSession session, long id)
    {
        using var rows = session.Read("""
            SELECT version, external_number, name, salutation, gender, kind, source, tier, store_id, owner_id, occupation, income_band, language, wecom_id,
                region, region_chosen, phone, phone_kind, email FROM customer WHERE customer_id = @id
            """, ("id", id));
        if (!rows.Next()) return null;
        return (rows.Int(0), rows.TextOrNull(1), new CustomerDetails
        {
            Name = rows.Text(2),
            Salutation = rows.TextOrNull(3),
            Gender = rows.TextOrNull(4),
            Kind = rows.Text(5),
            Source = rows.TextOrNull(6),
            Tier = rows.TextOrNull(7),
            StoreId = rows.LongOrNull(8),
            OwnerId = rows.LongOrNull(9),
            Occupation = rows.TextOrNull(10),
            IncomeBand = rows.TextOrNull(11),
            Language = rows.TextOrNull(12),
            WeComId = rows.TextOrNull(13),
            ChosenRegion = rows.Flag(15) ? rows.TextOrNull(14) : null,
            Phones = rows.TextOrNull(16) is { } phone ? [new CustomerPhone(rows.TextOrNull(17) ?? CustomerPhone.KindOf(phone), phone)] : [],
            Emails = rows.TextOrNull(18) is { } email ? [email] : [],
        });
    }

    private static List<T> ReadAll<T>(DatabaseSession session, long id, string sql, Func<Rows, T> of)
    {
        var all = new List<T>();
        using var rows = session.Read(sql, ("id", id));
        while (rows.Next()) all.Add(of(rows));
        return all;
    }
}
