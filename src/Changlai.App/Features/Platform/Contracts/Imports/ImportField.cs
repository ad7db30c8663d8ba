using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.Contracts.Imports;

/// <summary>What a column of a file can hold.</summary>
/// <param name="Code">Stable, kebab-case; stands in forms and in remembered columns.</param>
/// <param name="Headings">The usual headings in both languages, the surest first.</param>
public sealed record ImportField(string Code, Text Name, IReadOnlyList<string> Headings);
