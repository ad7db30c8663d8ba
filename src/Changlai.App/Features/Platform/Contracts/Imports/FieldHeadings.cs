using System.Text;
using Changlai.App.Features.Platform.Contracts.Tables;
using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.Contracts.Imports;

/// <summary>
/// Finds the column of each field by its usual headings. Letter case, spaces, punctuation and full-width forms do not matter,
/// nor does a unit in brackets: <c>单价（元）</c> is <c>单价</c>.
/// </summary>
internal sealed class FieldHeadings
{
    private readonly IReadOnlyList<ImportField> fields;
    private readonly Dictionary<string, (string Field, int Rank)> byHeading = new(StringComparer.Ordinal);

    public FieldHeadings(IReadOnlyList<ImportField> fields)
    {
        this.fields = fields;
        foreach (var field in fields)
            foreach (var (rank, heading) in field.Headings.Index()) byHeading.TryAdd(Plain(heading), (field.Code, rank));
    }

    /// <summary>Finds the column of each field, by the field's code.</summary>
    /// <param name="headings">The file's headings.</param>
    /// <param name="map">Field to heading, as someone stated them; they win over recognition. An empty heading: the file does not have the field.</param>
    /// <param name="problem">An unknown field, or a heading that the file does not have.</param>
    public Dictionary<string, int> Find(IReadOnlyList<string> headings, IReadOnlyDictionary<string, string> map, out TableProblem? problem)
    {
        var stated = new Dictionary<string, int>(StringComparer.Ordinal);
        var absent = new HashSet<string>(StringComparer.Ordinal);
        problem = null;
        foreach (var (name, heading) in map)
        {
            if (FieldOf(name) is not { } field) problem ??= UnknownField(name);
            else if (heading.Length == 0) absent.Add(field);
            else if (ColumnOf(headings, heading) is { } column) stated[field] = column;
            else problem ??= UnknownHeading(heading, headings);
        }
        if (problem is not null) return stated;

        var found = headings
            .Select((heading, column) => (Column: column, Meaning: MeaningOf(heading)))
            .Where(entry => entry.Meaning is { } meaning && !stated.ContainsKey(meaning.Field) && !absent.Contains(meaning.Field) && !stated.ContainsValue(entry.Column))
            .GroupBy(entry => entry.Meaning!.Value.Field, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.MinBy(entry => entry.Meaning!.Value.Rank).Column, StringComparer.Ordinal);
        foreach (var (field, column) in stated) found[field] = column;
        return found;
    }

    /// <summary>The problem when none of some columns is there without which no line could be taken.</summary>
    /// <param name="needed">Codes of fields, any one of each group.</param>
    public TableProblem? Missing(IReadOnlyDictionary<string, int> found, IReadOnlyList<string> headings, IReadOnlyList<string[]> needed)
    {
        var missing = needed.Where(choices => !Array.Exists(choices, found.ContainsKey)).Select(choices => fields.First(field => field.Code == choices[0])).ToList();
        return missing.Count == 0 ? null : new TableProblem("columns-missing",
            new Text(
                "文件里没有找到" + string.Join("、", missing.Select(field => $"“{field.Name.Chinese}”")) + "列。文件里的列有：" + Listed(headings) + "。",
                "The file has no column for " + string.Join(", ", missing.Select(field => field.Name.English.ToLowerInvariant())) + ". Its columns are: " + Listed(headings) + "."),
            new Text("请在下面的“列的对应”里选一列。", "Choose the column under “Columns” below."));
    }

    /// <summary>The same for two rows of headings that people would take for the same.</summary>
    public static string KeyOf(IReadOnlyList<string> headings) => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(
        Encoding.UTF8.GetBytes(string.Join('\n', headings.Where(heading => heading is not ("line" or "reason")).Select(Plain)))));

    private string? FieldOf(string name) =>
        fields.FirstOrDefault(field => Plain(field.Code) == Plain(name))?.Code ?? MeaningOf(name)?.Field;

    private static int? ColumnOf(IReadOnlyList<string> headings, string wanted)
    {
        for (var i = 0; i < headings.Count; i++)
            if (string.Equals(headings[i], wanted.Trim(), StringComparison.OrdinalIgnoreCase)) return i;
        var plain = Plain(wanted);
        for (var i = 0; i < headings.Count; i++)
            if (plain.Length > 0 && string.Equals(Plain(headings[i]), plain, StringComparison.Ordinal)) return i;
        return null;
    }

    private (string Field, int Rank)? MeaningOf(string heading)
    {
        if (byHeading.TryGetValue(Plain(heading), out var meaning)) return meaning;
        var folded = FullWidth.Fold(heading);
        var bracket = folded.IndexOf('(', StringComparison.Ordinal);
        return bracket > 0 && byHeading.TryGetValue(Plain(folded[..bracket]), out meaning) ? meaning : null;
    }

    private TableProblem UnknownField(string name) => new("map-field-unknown",
        new Text("没有名为“{0}”的字段。", "There is no field “{0}”.").With(name),
        new Text("可用的字段：{0}。", "The fields are: {0}.").With(string.Join(", ", fields.Select(field => field.Code))));

    private static TableProblem UnknownHeading(string heading, IReadOnlyList<string> headings) => new("map-heading-unknown",
        new Text("文件里没有“{0}”这一列。", "The file has no column “{0}”.").With(heading),
        new Text("文件里的列有：{0}。", "Its columns are: {0}.").With(Listed(headings)), Heading: heading);

    private static string Listed(IReadOnlyList<string> headings) =>
        string.Join(", ", headings.Where(heading => heading.Length > 0).Take(40).Select(CellText.Shorten));

    /// <summary>Letters and digits only, full-width folded, lower case.</summary>
    private static string Plain(string heading)
    {
        var plain = new StringBuilder(heading.Length);
        foreach (var character in heading)
        {
            var folded = FullWidth.Fold(character);
            if (char.IsLetterOrDigit(folded)) plain.Append(char.ToLowerInvariant(folded));
        }
        return plain.ToString();
    }
}
