namespace Changlai.App.Features.Platform.Contracts;

/// <summary>People as the database has them now, for whoever asks in their name.</summary>
internal static class Viewers
{
    /// <summary>Somebody as their row says.</summary>
    /// <param name="scope">Null as is usual for the role.</param>
    public static Viewer Of(long id, string name, string role, long? storeId, string? scope, IReadOnlyList<long> furtherStores)
    {
        var viewer = new Viewer(id, name, StaffRoles.Parse(role), storeId) { FurtherStores = furtherStores };
        return scope is null ? viewer : viewer with { Reach = Reaches.Parse(scope) };
    }

    /// <returns>Null when there is no such person, or they work here no more.</returns>
    public static Viewer? Find(DatabaseSession session, long staffId) => Read(session, "s.id = @id", ("id", staffId));

    /// <summary>By the name with which somebody signs in.</summary>
    public static Viewer? Named(DatabaseSession session, string signIn) => Read(session, "s.sign_in_name = @name", ("name", StaffAccounts.Fold(signIn)));

    /// <summary>The condition that somebody, a row <c>s</c> of staff, sees everybody's customers; see <see cref="Reaches.Usual"/>.</summary>
    public const string SeesAll = "(s.scope = 'all' OR s.scope IS NULL AND (s.role IN ('head-office', 'admin') OR s.role = 'auditor' AND s.store_id IS NULL))";

    private static Viewer? Read(DatabaseSession session, string where, (string, object?) value)
    {
        Viewer? viewer = null;
        var further = new List<long>();
        using var rows = session.Read($"""
            SELECT s.id, s.name, s.role, s.store_id, s.scope, f.store_id FROM staff s LEFT JOIN staff_store f ON f.staff_id = s.id WHERE {where} AND s.active
            """, value);
        while (rows.Next())
        {
            viewer ??= Of(rows.Long(0), rows.Text(1), rows.Text(2), rows.LongOrNull(3), rows.TextOrNull(4), further);
            if (rows.LongOrNull(5) is { } store) further.Add(store);
        }
        return viewer;
    }
}
