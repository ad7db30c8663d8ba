namespace Changlai.App.Features.Customers.Segments.Model;

/// <summary>Names places in a rule and changes what stands there.</summary>
internal static class SegmentPaths
{
    public const string Root = "0";

    public static string Part(string path, int index) => $"{path}-{index}";

    /// <summary>The steps from the outermost group to a place; null for what is no path.</summary>
    public static int[]? Parse(string? path)
    {
        if (path is null || path.Length > 60) return null;
        var parts = path.Split('-');
        var steps = new int[parts.Length];
        for (var i = 0; i < parts.Length; i++)
            if (parts[i].Length is 0 or > 4 || !int.TryParse(parts[i], System.Globalization.NumberStyles.None, null, out steps[i])) return null;
        return steps[0] == 0 ? steps[1..] : null;
    }

    /// <summary>The rule with another part at the end of one of its groups; the same rule when there is no such group.</summary>
    public static SegmentGroup Added(SegmentGroup rule, string path, SegmentRule part) =>
        Changed(rule, path, found => found is SegmentGroup group ? group with { Rules = [.. group.Rules, part] } : found);

    /// <summary>The rule with another condition in place of one of its own.</summary>
    public static SegmentGroup Replaced(SegmentGroup rule, string path, SegmentCondition condition) => Changed(rule, path, found => found is SegmentCondition ? condition : found);

    /// <summary>The rule without one of its parts; the outermost group stays.</summary>
    public static SegmentGroup Removed(SegmentGroup rule, string path) => path == Root ? rule : Changed(rule, path, _ => null);

    private static SegmentGroup Changed(SegmentGroup rule, string path, Func<SegmentRule, SegmentRule?> change) =>
        Parse(path) is { } steps && Changed(rule, steps, change) is SegmentGroup changed ? changed : rule;

    private static SegmentRule? Changed(SegmentRule rule, ReadOnlySpan<int> steps, Func<SegmentRule, SegmentRule?> change)
    {
        if (steps.Length == 0) return change(rule);
        if (rule is not SegmentGroup group || steps[0] >= group.Rules.Count) return rule;
        var changed = Changed(group.Rules[steps[0]], steps[1..], change);
        var rules = group.Rules.ToList();
        if (changed is null) rules.RemoveAt(steps[0]);
        else rules[steps[0]] = changed;
        return group with { Rules = rules };
    }
}
