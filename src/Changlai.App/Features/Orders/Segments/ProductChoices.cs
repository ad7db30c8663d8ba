using Changlai.App.Features.Customers.Contracts.Segments;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Values;

namespace Changlai.App.Features.Orders.Segments;

/// <summary>Finds products by part of their code or name.</summary>
internal sealed class ProductChoices : ISegmentChoices
{
    public IReadOnlyList<SegmentOption> Find(DatabaseSession session, string typed, int limit)
    {
        // Of a long list the first few by name, as the index holds them.
        if (typed.Length == 0) return Read(session, $"SELECT id, code, name FROM product WHERE active = @yes ORDER BY name LIMIT {limit}", ("yes", true));
        var at = session.IsSqlite ? "instr" : "strpos";
        return Read(session, $"""
            SELECT id, code, name FROM product WHERE {at}(lower(name), lower(@typed)) > 0 OR {at}(lower(code), lower(@typed)) > 0
            ORDER BY CASE WHEN lower(code) = lower(@typed) THEN 0 ELSE 1 END, name, id LIMIT {limit}
            """, ("typed", typed));
    }

    public IReadOnlyList<SegmentOption> Named(DatabaseSession session, IReadOnlyList<string> values)
    {
        var named = values.Select((value, index) => ($"v{index}", (object?)long.Parse(value))).ToArray();
        return Read(session, $"SELECT id, code, name FROM product WHERE id IN ({string.Join(", ", named.Select(value => "@" + value.Item1))})", named);
    }

    private static List<SegmentOption> Read(DatabaseSession session, string sql, params ReadOnlySpan<(string, object?)> values)
    {
        var options = new List<SegmentOption>();
        using var rows = session.Read(sql, values);
        while (rows.Next())
        {
            var name = rows.Text(2) == rows.Text(1) ? rows.Text(2) : $"{rows.Text(2)} {rows.Text(1)}";
            options.Add(new SegmentOption(rows.Long(0).ToString(), new Text(name, name)));
        }
        return options;
    }
}
