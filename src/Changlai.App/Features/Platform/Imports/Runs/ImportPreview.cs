using Changlai.App.Features.Platform.Contracts.Imports;

namespace Changlai.App.Features.Platform.Imports.Runs;

/// <summary>What a file would do, shown before anybody says yes.</summary>
public sealed record ImportPreview
{
    public required string Encoding { get; init; }

    /// <summary>The character between cells; null for a workbook.</summary>
    public char? Delimiter { get; init; }

    public IReadOnlyList<string> Headings { get; init; } = [];

    /// <summary>Field code to the heading it was found under.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public IReadOnlyList<SampleRow> SampleRows { get; init; } = [];
    public IReadOnlyList<ImportFact> Facts { get; init; } = [];
    public long Lines { get; init; }
    public IReadOnlyList<RejectedRow> FirstRejected { get; init; } = [];
    public required ImportCounts Counts { get; init; }

    internal static ImportPreview Of(ImportContents contents, ImportCounts counts) => new()
    {
        Encoding = contents.Encoding,
        Delimiter = contents.Delimiter,
        Headings = contents.Headings,
        Fields = contents.Fields,
        SampleRows = contents.SampleRows,
        Facts = contents.Facts,
        Lines = contents.Lines,
        FirstRejected = contents.FirstRejected,
        Counts = counts,
    };
}
