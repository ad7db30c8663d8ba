using System.Globalization;
using Changlai.App.Features.Customers.Segments.Model;
using Microsoft.AspNetCore.Http;

namespace Changlai.App.Features.Customers.Segments.Pages;

/// <summary>
/// Reads the builder's form. A group at a place is <c>match.0-1</c>, a condition <c>field.0-2</c>, <c>is.0-2</c> and <c>value.0-2</c>.
/// Whatever somebody made up is left out; what is too large is cut where the check will complain of it.
/// </summary>
internal static class SegmentForm
{
    /// <summary>More parts than any rule within the limits has; enough for the check to say that there are too many.</summary>
    private const int MostParts = 120;
    private const int MostValues = SegmentLimits.Values + 1;
    private const int LongestValue = 400;

    public static SegmentDraft Read(IFormCollection form, long? id)
    {
        var parts = form.Keys.Where(key => key.StartsWith("match.", StringComparison.Ordinal) || key.StartsWith("field.", StringComparison.Ordinal))
            .Select(key => key[(key.IndexOf('.') + 1)..]).Distinct(StringComparer.Ordinal)
            .Select(path => (Path: path, Steps: SegmentPaths.Parse(path))).Where(part => part.Steps is not null && part.Steps.Length <= SegmentLimits.Depth + 2)
            .Take(MostParts).ToDictionary(part => part.Path, part => part.Steps!, StringComparer.Ordinal);
        var rule = Read(form, parts, SegmentPaths.Root) as SegmentGroup ?? SegmentGroup.Everybody;
        _ = int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version);
        return new SegmentDraft(id, version, Cut(form["name"].ToString().Trim()), form["shared"].ToString() == "true", rule);
    }

    /// <summary>What a button asks for: <c>condition:0-1</c> adds one there.</summary>
    public static SegmentGroup Acted(SegmentGroup rule, string? act)
    {
        var (what, at, which) = act?.Split(':', 3) is [var first, var second, .. var rest] ? (first, second, rest.FirstOrDefault("")) : ("", "", "");
        return what switch
        {
            "condition" => SegmentPaths.Added(rule, at, SegmentCondition.Blank),
            "group" => SegmentPaths.Added(rule, at, new SegmentGroup(GroupMatch.Any, [SegmentCondition.Blank])),
            "field" => SegmentPaths.Replaced(rule, at, new SegmentCondition(Cut(which), "", [])),
            "remove" => SegmentPaths.Removed(rule, at),
            _ => rule,
        };
    }

    /// <summary>What was typed to find a field, by place.</summary>
    public static Dictionary<string, string> Sought(IFormCollection form) => form.Where(entry => entry.Key.StartsWith("seek.", StringComparison.Ordinal)).Take(MostParts)
        .ToDictionary(entry => entry.Key["seek.".Length..], entry => Cut(entry.Value.ToString().Trim()), StringComparer.Ordinal);

    private static SegmentRule? Read(IFormCollection form, Dictionary<string, int[]> parts, string path)
    {
        if (SegmentJson.Parse(form["match." + path]) is { } match)
        {
            var depth = parts.TryGetValue(path, out var own) ? own.Length : 0;
            var children = parts.Where(part => part.Value.Length == depth + 1 && part.Key.StartsWith(path + "-", StringComparison.Ordinal)).OrderBy(part => part.Value[^1]);
            return new SegmentGroup(match, [.. children.Select(child => Read(form, parts, child.Key)).OfType<SegmentRule>()]);
        }
        return form.TryGetValue("field." + path, out var field)
            ? new SegmentCondition(Cut(field.ToString()), Cut(form["is." + path].ToString()), [.. form["value." + path].Take(MostValues).Select(value => Cut(value ?? ""))])
            : null;
    }

    private static string Cut(string text) => text.Length <= LongestValue ? text : text[..LongestValue];
}
