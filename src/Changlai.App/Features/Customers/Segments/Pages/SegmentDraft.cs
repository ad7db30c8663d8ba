using Changlai.App.Features.Customers.List;
using Changlai.App.Features.Customers.Segments.Model;
using Changlai.App.Features.Customers.Segments.Query;
using Changlai.App.Ui;
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
/// <param name="Currencies">Those of the stores, the reader's first.</param>
public sealed record SegmentBuilding(
    SegmentFieldList Fields, IReadOnlyDictionary<(string Field, string Value), Text> Names, IReadOnlyList<SegmentProblem> Problems,
    IReadOnlyDictionary<string, SegmentFound> Found, IReadOnlyList<string> Currencies)
{
    public string? ProblemAt(string path, Language language) => string.Join(" ", Problems.Where(problem => problem.At == path).Select(problem => problem.Words.In(language))) is { Length: > 0 } words ? words : null;
}

/// <summary>What was typed to find values, and what it found.</summary>
public sealed record SegmentFound(string Typed, IReadOnlyList<Option> Options);

/// <summary>Whom a draft chooses, as far as it is finished.</summary>
/// <param name="Unfinished">Conditions that cannot be asked yet and are left out.</param>
/// <param name="First">The first customers of them.</param>
public sealed record SegmentAnswer(long Count, Text Sentence, int Unfinished, IReadOnlyList<CustomerRow> First);
