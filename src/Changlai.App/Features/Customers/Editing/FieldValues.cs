using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Editing;

/// <summary>What customers' own fields hold: one row a value, one for each choice where several were made.</summary>
internal static class FieldValues
{
    private static readonly string[] Columns = ["customer_id", "field_id", "item", "text_value", "number_milli", "day_value", "choice_id", "yes"];

    public static Dictionary<long, FieldValue> Read(DatabaseSession session, long customerId)
    {
        var values = new Dictionary<long, FieldValue>();
        using var rows = session.Read(
            "SELECT field_id, text_value, number_milli, day_value, choice_id, yes FROM customer_field_value WHERE customer_id = @id ORDER BY field_id, item", ("id", customerId));
        while (rows.Next())
        {
            var field = rows.Long(0);
            if (rows.LongOrNull(4) is { } choice)
                values[field] = new FieldValue { Choices = values.TryGetValue(field, out var before) ? [.. before.Choices, choice] : [choice] };
            else
                values[field] = new FieldValue(rows.TextOrNull(1), rows.LongOrNull(2), rows.DayOrNull(3), rows.IsNull(5) ? null : rows.Flag(5));
        }
        return values;
    }

    public static void Replace(DatabaseSession session, long customerId, IReadOnlyDictionary<long, FieldValue> values)
    {
        session.Execute("DELETE FROM customer_field_value WHERE customer_id = @id", ("id", customerId));
        Insert(session, [(customerId, values)]);
    }

    /// <summary>In the order of the customers' ids.</summary>
    public static void Insert(DatabaseSession session, IEnumerable<(long CustomerId, IReadOnlyDictionary<long, FieldValue> Values)> customers)
    {
        using var insert = session.Insert("customer_field_value", Columns);
        foreach (var (customer, values) in customers)
            foreach (var (field, value) in values.OrderBy(pair => pair.Key))
            {
                if (value.Choices.Count == 0) Add(insert, customer, field, 0, value, null);
                foreach (var (item, choice) in value.Choices.Index()) Add(insert, customer, field, item, value, choice);
            }
        insert.Complete();
    }

    private static void Add(BulkInsert insert, long customer, long field, int item, FieldValue value, long? choice)
    {
        insert.Add(customer).Add(field).Add(item).Add(value.Text).Add(value.Milli).Add(value.Day).Add(choice);
        (value.Yes is { } yes ? insert.Add(yes) : insert.AddNull()).EndRow();
    }
}
