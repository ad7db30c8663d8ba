using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.Contracts.Imports;

/// <summary>The figures of an import, beforehand and afterwards.</summary>
public sealed record ImportCounts
{
    public long Rows { get; init; }

    /// <summary>What the lines are about.</summary>
    public IReadOnlyList<ImportFigure> Figures { get; init; } = [];

    /// <summary>What becomes of the records; null when the file was too long to compare beforehand.</summary>
    public ImportChanges? Changes { get; init; }

    /// <summary>Lines not taken, by code of the reason.</summary>
    public IReadOnlyDictionary<string, long> Rejected { get; init; } = new Dictionary<string, long>(StringComparer.Ordinal);

    public long RejectedLines => Rejected.Values.Sum();

    /// <summary>How long it took; null beforehand.</summary>
    public double? Seconds { get; init; }
}

/// <summary>A number with what gives it a measure.</summary>
/// <param name="Value">Written for people; digits read the same in both languages.</param>
public sealed record ImportFigure(Text Name, string Value, Text Beside);

public sealed record ImportChanges(int New, int Updated, int Unchanged);
