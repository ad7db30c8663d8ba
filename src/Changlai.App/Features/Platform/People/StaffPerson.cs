using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Platform.People;

/// <summary>Somebody as those see them who look after people.</summary>
/// <param name="Scope">Null as is usual for the role.</param>
public sealed record StaffPerson(
    long Id, string Name, string? SignIn, StaffRole Role, long? StoreId, string? Store, string? Scope, string Language, int DailyCapacity, bool Active, bool HasPassword, bool HasAuthenticator, int Passkeys)
{
    public IReadOnlyList<long> FurtherStores { get; init; } = [];

    private const string Columns =
        "s.id, s.name, s.sign_in_name, s.role, s.store_id, t.name, s.scope, s.language, s.daily_capacity, s.active, CASE WHEN s.password_hash IS NULL THEN 0 ELSE 1 END, CASE WHEN s.totp_secret IS NULL THEN 0 ELSE 1 END, CAST((SELECT count(*) FROM passkey p WHERE p.staff_id = s.id) AS integer)";

    /// <summary>By name; only those whom the reader looks after.</summary>
    /// <param name="role">Only these; null for all.</param>
    /// <param name="store">Only those who work there, or do so beside another store; null for all.</param>
    /// <param name="after">The last name and id of the page before.</param>
    internal static List<StaffPerson> List(DatabaseSession session, Viewer viewer, bool active, StaffRole? role, long? store, (string Name, long Id)? after, int limit)
    {
        var found = new List<StaffPerson>();
        List<(string, object?)> values = [.. viewer.InStores.Values, ("active", active)];
        if (role is { } one) values.Add(("role", one.Code()));
        if (store is not null) values.Add(("store", store));
        if (after is { } place)
        {
            values.Add(("name", place.Name));
            values.Add(("id", place.Id));
        }
        using var rows = session.Read($"""
            SELECT {Columns} FROM staff s LEFT JOIN store t ON t.id = s.store_id
            WHERE {viewer.InStores.Where("s")} AND s.active = @active{(role is null ? "" : " AND s.role = @role")}{(store is null ? "" : " AND (s.store_id = @store OR EXISTS (SELECT 1 FROM staff_store f WHERE f.staff_id = s.id AND f.store_id = @store))")}{(after is null ? "" : " AND (s.name > @name OR s.name = @name AND s.id > @id)")} ORDER BY s.name, s.id LIMIT {limit}
            """, [.. values]);
        while (rows.Next()) found.Add(From(rows));
        return found;
    }

    /// <returns>Null when there is no such person, or the reader does not look after them.</returns>
    internal static StaffPerson? Find(DatabaseSession session, Viewer viewer, long id)
    {
        StaffPerson? person = null;
        using (var rows = session.Read($"SELECT {Columns} FROM staff s LEFT JOIN store t ON t.id = s.store_id WHERE s.id = @id{viewer.InStores.And("s")}", [("id", id), .. viewer.InStores.Values]))
            if (rows.Next()) person = From(rows);
        if (person is null) return null;
        var further = new List<long>();
        using (var rows = session.Read("SELECT store_id FROM staff_store WHERE staff_id = @id ORDER BY store_id", ("id", id)))
            while (rows.Next()) further.Add(rows.Long(0));
        return person with { FurtherStores = further };
    }

    private static StaffPerson From(Rows rows) => new(
        rows.Long(0), rows.Text(1), rows.TextOrNull(2), StaffRoles.Parse(rows.Text(3)), rows.LongOrNull(4), rows.TextOrNull(5), rows.TextOrNull(6), rows.Text(7), rows.Int(8), rows.Flag(9), rows.Int(10) == 1, rows.Int(11) == 1, rows.Int(12));
}
