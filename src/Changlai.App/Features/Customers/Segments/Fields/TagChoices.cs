using Changlai.App.Features.Customers.Contracts.Segments;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Segments.Fields;

/// <summary>Finds tags, or topics, by part of their name.</summary>
internal sealed class TagChoices(string kind) : ISegmentChoices
{
    public IReadOnlyList<SegmentOption> Find(DatabaseSession session, string typed, int limit) => Read(session, $"""
        SELECT id, name FROM tag WHERE kind = @kind AND {(session.IsSqlite ? "instr" : "strpos")}(lower(name), lower(@typed)) > 0 ORDER BY name, id LIMIT {limit}
        """, ("kind", kind), ("typed", typed));

    public IReadOnlyList<SegmentOption> Named(DatabaseSession session, IReadOnlyList<string> values)
    {
        var named = values.Select((value, index) => ($"v{index}", (object?)long.Parse(value))).ToArray();
        return Read(session, $"SELECT id, name FROM tag WHERE id IN ({string.Join(", ", named.Select(value => "@" + value.Item1))})", named);
    }

    private static List<SegmentOption> Read(DatabaseSession session, string sql, params ReadOnlySpan<(string, object?)> values)
    {
        var options = new List<SegmentOption>();
        using var rows = session.Read(sql, values);
        while (rows.Next()) options.Add(new SegmentOption(rows.Long(0).ToString(), new Text(rows.Text(1), rows.Text(1))));
        return options;
    }
}
