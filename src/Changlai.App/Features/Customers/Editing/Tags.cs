using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Editing;

/// <summary>Words that customers are marked with: tags of ours, and topics of theirs.</summary>
internal static class Tags
{
    public const string Tag = "tag";
    public const string Topic = "topic";
    private const int MostOffered = 60;

    public static List<string> Read(DatabaseSession session, long customerId, string kind)
    {
        var names = new List<string>();
        using var rows = session.Read(
            "SELECT t.name FROM customer_tag c JOIN tag t ON t.id = c.tag_id WHERE c.customer_id = @id AND t.kind = @kind ORDER BY t.name", ("id", customerId), ("kind", kind));
        while (rows.Next()) names.Add(rows.Text(0));
        return names;
    }

    /// <summary>Those there are, for a form to offer.</summary>
    public static List<string> Known(DatabaseSession session, string kind)
    {
        var names = new List<string>();
        using var rows = session.Read($"SELECT name FROM tag WHERE kind = @kind ORDER BY name LIMIT {MostOffered}", ("kind", kind));
        while (rows.Next()) names.Add(rows.Text(0));
        return names;
    }

    /// <summary>Gives each name its id; a name nobody used before becomes a tag.</summary>
    public static Dictionary<string, long> Resolve(DatabaseSession session, string kind, IEnumerable<string> names)
    {
        var known = new Dictionary<string, long>(StringComparer.Ordinal);
        using (var rows = session.Read("SELECT name, id FROM tag WHERE kind = @kind", ("kind", kind)))
            while (rows.Next()) known[rows.Text(0)] = rows.Long(1);
        foreach (var name in names.Where(name => !known.ContainsKey(name)).Distinct(StringComparer.Ordinal).ToList())
        {
            session.Execute("INSERT INTO tag (id, kind, name) VALUES (@id, @kind, @name) ON CONFLICT (kind, name) DO NOTHING",
                ("id", session.ReserveIds("tag", 1)), ("kind", kind), ("name", name));
            known[name] = session.Scalar<long>("SELECT id FROM tag WHERE kind = @kind AND name = @name", ("kind", kind), ("name", name));
        }
        return known;
    }

    /// <summary>Puts these in place of what the customer had.</summary>
    public static void Replace(DatabaseSession session, long customerId, string kind, IReadOnlyList<string> names)
    {
        session.Execute("DELETE FROM customer_tag WHERE customer_id = @id AND tag_id IN (SELECT id FROM tag WHERE kind = @kind)", ("id", customerId), ("kind", kind));
        if (names.Count == 0) return;
        var ids = Resolve(session, kind, names);
        using var insert = session.Insert("customer_tag", "customer_id", "tag_id");
        foreach (var id in names.Select(name => ids[name]).Distinct().Order()) insert.Add(customerId).Add(id).EndRow();
        insert.Complete();
    }
}
