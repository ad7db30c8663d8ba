using Changlai.App.Features.Customers.Contracts.Segments;
using Changlai.App.Features.Customers.List;
using Changlai.App.Features.Customers.Segments.Model;
using Changlai.App.Features.Customers.Segments.Query;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Segments.Pages;

/// <summary>A segment while somebody works on it; the rule holds what was typed.</summary>
/// <param name="Id">Null while it is new.</param>
/// <param name="Version">The stored version that the work began from.</param>
public sealed record SegmentDraft(long? Id, int Version, string Name, bool IsShared, SegmentGroup Rule);

/// <summary>What the builder shows beside the draft itself.</summary>
/// <param name="Names">Names of chosen values that no list holds.</param>
/// <param name="Problems">What is wrong, by place; empty until somebody has tried to save.</param>
/// <param name="Found">What a search of values found, by place.</param>
/// <param name="Beginnings">Values to begin with, by field, where they are found by a search.</param>
/// <param name="Sought">What was typed to find a field, by place.</param>
/// <param name="Currencies">Those of the stores, the reader's first.</param>
public sealed record SegmentBuilding(
    SegmentFieldList Fields, IReadOnlyDictionary<(string Field, string Value), Text> Names, IReadOnlyList<SegmentProblem> Problems, IReadOnlyDictionary<string, SegmentFound> Found,
    IReadOnlyDictionary<string, IReadOnlyList<SegmentOption>> Beginnings, IReadOnlyDictionary<string, string> Sought, IReadOnlyList<string> Currencies)
{
    /// <summary>Fields that a condition can be made of.</summary>
    public IEnumerable<SegmentField> Offered => Fields.All.Where(one => !one.IsRetired);

    /// <summary>Offered fields by part of their name or topic, in either language.</summary>
    public IEnumerable<SegmentField> FieldsLike(string typed) => Offered.Where(field => IsLike(field.Name, typed.Trim()) || IsLike(field.Topic, typed.Trim())).Take(MostFields);

    public string? ProblemAt(string path, Language language) => string.Join(" ", Problems.Where(problem => problem.At == path).Select(problem => problem.Words.In(language))) is { Length: > 0 } words ? words : null;

    private const int MostFields = 20;

    private static bool IsLike(Text name, string typed) =>
        name.Chinese.Contains(typed, StringComparison.OrdinalIgnoreCase) || name.English.Contains(typed, StringComparison.OrdinalIgnoreCase);
}

/// <summary>What was typed to find values, and what it found.</summary>
public sealed record SegmentFound(string Typed, IReadOnlyList<SegmentOption> Options);

/// <summary>Whom a draft chooses, as far as it is finished.</summary>
/// <param name="Unfinished">Conditions that cannot be asked yet and are left out; those that are about nothing yet are not counted.</param>
/// <param name="First">The first customers of them.</param>
public sealed record SegmentAnswer(long Count, Text Sentence, int Unfinished, IReadOnlyList<CustomerRow> First);
