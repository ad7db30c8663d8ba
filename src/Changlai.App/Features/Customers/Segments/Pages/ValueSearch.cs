using Changlai.App.Features.Customers.Contracts.Segments;
using Changlai.App.Features.Customers.Segments.Model;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Segments.Pages;

/// <summary>Values that are too many to show them all: found by part of their name.</summary>
internal static class ValueSearch
{
    /// <summary>So many are shown to be ticked.</summary>
    private const int MostShown = 14;
    private const int MostFound = 12;

    public static bool IsFor(SegmentField field) => field.Choices is not null || field.Options.Count(option => !option.IsRetired) > MostShown;

    /// <summary>The best that fit; those to begin with when nothing was typed.</summary>
    public static IReadOnlyList<SegmentOption> Find(DatabaseSession session, SegmentField field, string typed) => field.Choices is { } choices
        ? choices.Find(session, typed, MostFound)
        : [.. field.Options.Where(option => !option.IsRetired && Fits(option, typed)).Take(MostFound)];

    /// <summary>Those to begin with, for each field of a rule that is searched; each field is asked once.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<SegmentOption>> Beginnings(DatabaseSession session, SegmentGroup rule, IReadOnlyDictionary<string, SegmentField> fields) =>
        rule.Conditions.Select(condition => fields.GetValueOrDefault(condition.Field)).OfType<SegmentField>().Distinct().Where(IsFor)
            .ToDictionary(field => field.Code, field => Find(session, field, ""), StringComparer.Ordinal);

    private static bool Fits(SegmentOption option, string typed) =>
        option.Name.Chinese.Contains(typed, StringComparison.OrdinalIgnoreCase) || option.Name.English.Contains(typed, StringComparison.OrdinalIgnoreCase);
}
