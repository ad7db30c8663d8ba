using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Fields;

/// <summary>Writes definitions of fields, inside the caller's transaction.</summary>
internal static class FieldStore
{
    /// <summary>Enough to say how much a field is used; nobody needs to know it of a million.</summary>
    public const int MostCounted = 1000;

    public static int CountUses(DatabaseSession session, long fieldId) => (int)session.Scalar<long>(
        $"SELECT count(*) FROM (SELECT DISTINCT customer_id FROM customer_field_value WHERE field_id = @id LIMIT {MostCounted}) v", ("id", fieldId));

    public static bool IsUsed(DatabaseSession session, long fieldId) =>
        session.Scalar<long>("SELECT count(*) FROM (SELECT 1 FROM customer_field_value WHERE field_id = @id LIMIT 1) v", ("id", fieldId)) > 0;

    public static int NextPosition(DatabaseSession session) => (int)session.Scalar<long>("SELECT coalesce(max(position), 0) + 10 FROM customer_field");

    public static long Add(DatabaseSession session, CustomerField field)
    {
        var id = session.ReserveIds("customer_field", 1);
        session.Execute("""
            INSERT INTO customer_field (id, kind, name_zh, name_en, required, searchable, least, most, initial, position)
            VALUES (@id, @kind, @zh, @en, @required, @searchable, @least, @most, @initial, @position)
            """, Values(field, id));
        WriteChoices(session, id, field.Choices);
        return id;
    }

    /// <returns>False when somebody has changed it since this version was read.</returns>
    public static bool Change(DatabaseSession session, CustomerField field)
    {
        var changed = session.Execute("""
            UPDATE customer_field SET kind = @kind, name_zh = @zh, name_en = @en, required = @required, searchable = @searchable, least = @least, most = @most,
                initial = @initial, position = @position, version = version + 1 WHERE id = @id AND version = @version
            """, [.. Values(field, field.Id), ("version", field.Version)]);
        if (changed > 0) WriteChoices(session, field.Id, field.Choices);
        return changed > 0;
    }

    public static void Retire(DatabaseSession session, long id, DateTimeOffset? at) =>
        session.Execute("UPDATE customer_field SET retired_at = @at, version = version + 1 WHERE id = @id", ("at", at), ("id", id));

    /// <summary>Only a field that no customer has a value of may be removed.</summary>
    public static void Remove(DatabaseSession session, long id)
    {
        session.Execute("DELETE FROM customer_field_choice WHERE field_id = @id", ("id", id));
        session.Execute("DELETE FROM customer_field WHERE id = @id", ("id", id));
    }

    /// <summary>Choices are never deleted here: a customer may hold one.</summary>
    private static void WriteChoices(DatabaseSession session, long fieldId, IReadOnlyList<FieldChoice> choices)
    {
        var next = session.Scalar<long>("SELECT coalesce(max(id), 0) FROM customer_field_choice WHERE field_id = @field", ("field", fieldId)) + 1;
        foreach (var (index, choice) in choices.Index())
            session.Execute("""
                INSERT INTO customer_field_choice (field_id, id, name_zh, name_en, position, retired) VALUES (@field, @id, @zh, @en, @position, @retired)
                ON CONFLICT (field_id, id) DO UPDATE SET name_zh = excluded.name_zh, name_en = excluded.name_en, position = excluded.position, retired = excluded.retired
                """, ("field", fieldId), ("id", choice.Id == 0 ? next++ : choice.Id), ("zh", choice.Name.Chinese), ("en", choice.Name.English), ("position", index), ("retired", choice.IsRetired));
    }

    private static (string, object?)[] Values(CustomerField field, long id) =>
    [
        ("id", id), ("kind", field.Type.Code()), ("zh", field.Name.Chinese), ("en", field.Name.English), ("required", field.Required), ("searchable", field.Searchable),
        ("least", field.Least), ("most", field.Most), ("initial", field.Initial), ("position", field.Position),
    ];
}
