using Changlai.App.Features.Customers.Segments.Model;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Segments.Storage;

/// <summary>Reads and writes segments. Somebody sees their own and those shared with all; others are not there.</summary>
internal static class SegmentStore
{
    private const string Columns = "g.id, g.name, g.shared, g.owner_id, p.name, g.version, g.changed_at, g.rule";
    private const string From = "segment g LEFT JOIN staff p ON p.id = g.owner_id";
    private const string Seen = "(g.shared OR g.owner_id = @viewer)";

    public static List<StoredSegment> List(DatabaseSession session, Viewer viewer, long? after, int limit)
    {
        var found = new List<StoredSegment>();
        using var rows = session.Read($"SELECT {Columns} FROM {From} WHERE {Seen}{(after is null ? "" : " AND g.id < @after")} ORDER BY g.id DESC LIMIT {limit}",
            ("viewer", viewer.StaffId), ("after", after ?? 0));
        while (rows.Next()) found.Add(Read(rows));
        return found;
    }

    public static StoredSegment? Find(DatabaseSession session, Viewer viewer, long id) => One(session, $"g.id = @id AND {Seen}", ("id", id), ("viewer", viewer.StaffId));

    /// <summary>Whatever the reader: for the program's own work.</summary>
    public static StoredSegment? Find(DatabaseSession session, long id) => One(session, "g.id = @id", ("id", id));

    /// <summary>At most a few of the name: a name need not be unique.</summary>
    public static List<StoredSegment> Named(DatabaseSession session, string name)
    {
        var found = new List<StoredSegment>();
        using var rows = session.Read($"SELECT {Columns} FROM {From} WHERE g.name = @name ORDER BY g.id LIMIT 5", ("name", name));
        while (rows.Next()) found.Add(Read(rows));
        return found;
    }

    /// <summary>Those shared with all, by name.</summary>
    public static List<StoredSegment> Shared(DatabaseSession session, int limit)
    {
        var found = new List<StoredSegment>();
        using var rows = session.Read($"SELECT {Columns} FROM {From} WHERE g.shared ORDER BY g.name, g.id LIMIT {limit}");
        while (rows.Next()) found.Add(Read(rows));
        return found;
    }

    public static long Add(DatabaseSession session, string name, bool shared, SegmentGroup rule, long ownerId, DateTimeOffset now)
    {
        var id = session.ReserveIds("segment", 1);
        session.Execute("""
            INSERT INTO segment (id, name, shared, owner_id, rule, version, created_at, changed_at, changed_by)
            VALUES (@id, @name, @shared, @owner, @rule, 1, @now, @now, @owner)
            """, ("id", id), ("name", name), ("shared", shared), ("owner", ownerId), ("rule", SegmentJson.Write(rule)), ("now", now));
        return id;
    }

    /// <returns>False when somebody else has changed it since.</returns>
    public static bool Change(DatabaseSession session, long id, int version, string name, bool shared, SegmentGroup rule, long by, DateTimeOffset now) => session.Execute("""
        UPDATE segment SET name = @name, shared = @shared, rule = @rule, version = version + 1, changed_at = @now, changed_by = @by WHERE id = @id AND version = @version
        """, ("id", id), ("version", version), ("name", name), ("shared", shared), ("rule", SegmentJson.Write(rule)), ("by", by), ("now", now)) == 1;

    public static void Delete(DatabaseSession session, long id) => session.Execute("DELETE FROM segment WHERE id = @id", ("id", id));

    private static StoredSegment? One(DatabaseSession session, string where, params ReadOnlySpan<(string, object?)> values)
    {
        using var rows = session.Read($"SELECT {Columns} FROM {From} WHERE {where}", values);
        return rows.Next() ? Read(rows) : null;
    }

    private static StoredSegment Read(Rows rows)
    {
        var (rule, problem) = SegmentJson.Read(rows.Text(7));
        return new StoredSegment(rows.Long(0), rows.Text(1), rows.Flag(2), rows.Long(3), rows.TextOrNull(4), rows.Int(5), rows.Instant(6), rule, problem);
    }
}
