using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Contracts.Segments;
using Changlai.App.Features.Customers.Editing;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Segments.Fields;

/// <summary>Finds regions in which customers live, the larger first: a province stands for all its districts.</summary>
internal sealed class RegionChoices : ISegmentChoices
{
    private const string Between = " › ";

    public IReadOnlyList<SegmentOption> Find(DatabaseSession session, string typed, int limit)
    {
        var found = new List<SegmentOption>();
        foreach (var root in (string[])[Regions.Home, Regions.Abroad])
            if (NameOf(root) is var name && (name.Chinese.Contains(typed, StringComparison.Ordinal) || name.English.Contains(typed, StringComparison.OrdinalIgnoreCase))) found.Add(Option(root));
        // The tree's own roots are stored too once somebody lives in one.
        using var rows = session.Read($"""
            SELECT path FROM region WHERE {(session.IsSqlite ? "instr" : "strpos")}(lower(name), lower(@typed)) > 0 AND path NOT IN ('{Regions.Home}', '{Regions.Abroad}')
            ORDER BY length(path) - length(replace(path, '/', '')), path LIMIT {limit}
            """, ("typed", typed));
        while (rows.Next()) found.Add(Option(rows.Text(0)));
        return [.. found.Take(limit)];
    }

    /// <summary>A region is named by its path, whether or not anybody lives there at present.</summary>
    public IReadOnlyList<SegmentOption> Named(DatabaseSession session, IReadOnlyList<string> values) =>
        [.. values.Where(value => value is Regions.Home or Regions.Abroad || Regions.IsPath(value)).Select(Option)];

    private static SegmentOption Option(string path) => new(path, NameOf(path)) { Said = Said(path) };

    private static Text NameOf(string path)
    {
        var names = Regions.Names(path);
        return names.Count == 0 ? Root(path) : path.StartsWith(Regions.Abroad, StringComparison.Ordinal)
            ? new Text(string.Join(Between, names.Prepend(EditTexts.Abroad.Chinese)), string.Join(Between, names.Prepend(EditTexts.Abroad.English)))
            : new Text(string.Join(Between, names), string.Join(Between, names));
    }

    private static Text Said(string path) => Regions.Names(path) is { Count: > 0 } names ? new Text(string.Concat(names), string.Join(' ', names)) : SegmentOption.Within(Root(path));

    private static Text Root(string path) => path == Regions.Abroad ? EditTexts.Abroad : EditTexts.Home;
}
