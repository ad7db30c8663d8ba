using Changlai.App.Features.Customers.Fields;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Contracts;

/// <summary>Reads the fields that the organisation defined.</summary>
internal static class CustomerFields
{
    /// <summary>In their order on the card; retired ones too.</summary>
    public static IReadOnlyList<CustomerField> Read(DatabaseSession session)
    {
        var choices = new Dictionary<long, List<FieldChoice>>();
        using (var rows = session.Read("SELECT field_id, id, name_zh, name_en, retired FROM customer_field_choice ORDER BY field_id, position, id"))
            while (rows.Next())
            {
                if (!choices.TryGetValue(rows.Long(0), out var list)) choices[rows.Long(0)] = list = [];
                list.Add(new FieldChoice(rows.Long(1), new Text(rows.Text(2), rows.Text(3)), rows.Flag(4)));
            }
        var fields = new List<CustomerField>();
        using (var rows = session.Read("""
            SELECT id, kind, name_zh, name_en, required, searchable, least, most, initial, position, CASE WHEN retired_at IS NULL THEN 0 ELSE 1 END, version
            FROM customer_field ORDER BY position, id
            """))
            while (rows.Next())
                fields.Add(new CustomerField(rows.Long(0), FieldTypes.Find(rows.Text(1)) ?? FieldType.Text, new Text(rows.Text(2), rows.Text(3)), rows.Flag(4), rows.Flag(5),
                    rows.TextOrNull(6), rows.TextOrNull(7), rows.TextOrNull(8), rows.Int(9), rows.Int(10) == 1, rows.Int(11))
                {
                    Choices = choices.GetValueOrDefault(rows.Long(0)) ?? [],
                });
        return fields;
    }

    /// <summary>Defines a field, inside the caller's transaction; its choices get their ids in the order given, from 1 on.</summary>
    public static long Define(DatabaseSession session, CustomerField field) => FieldStore.Add(session, field);

    public static CustomerField? Find(DatabaseSession session, long id) => Read(session).FirstOrDefault(field => field.Id == id);
}
