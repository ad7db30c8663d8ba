using Changlai.App.Features.Platform.Contracts.Tables;
using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.Contracts.Imports;

/// <summary>What a file says. With a <see cref="Problem"/> nothing of it may be taken.</summary>
internal abstract record ImportContents
{
    /// <summary>Why the file cannot be taken at all; null when it can.</summary>
    public TableProblem? Problem { get; init; }

    public string Encoding { get; init; } = "";

    /// <summary>The character between cells; null for a workbook.</summary>
    public char? Delimiter { get; init; }

    /// <summary>Every heading of the file.</summary>
    public IReadOnlyList<string> Headings { get; init; } = [];

    /// <summary>Field code to the heading it was found under.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The first rows as they are, each cell shortened, for people to look at.</summary>
    public IReadOnlyList<SampleRow> SampleRows { get; init; } = [];

    /// <summary>What else was recognised, in words.</summary>
    public IReadOnlyList<ImportFact> Facts { get; init; } = [];

    /// <summary>Rows with anything in them, headings apart.</summary>
    public long Rows { get; init; }

    /// <summary>Lines that can be taken.</summary>
    public int Lines { get; init; }

    /// <summary>Lines not taken, by code of the reason.</summary>
    public IReadOnlyDictionary<string, long> Rejected { get; init; } = new Dictionary<string, long>(StringComparer.Ordinal);

    /// <summary>The first of the lines not taken.</summary>
    public IReadOnlyList<RejectedRow> FirstRejected { get; init; } = [];

    /// <summary>What the file says, without comparing it with what is stored.</summary>
    public abstract ImportCounts Count();

    /// <summary>Takes the file inside the caller's transaction: all of it or nothing.</summary>
    /// <param name="isTrial">The transaction will be rolled back: nobody who listens need hear of it.</param>
    public abstract ImportTaken Take(DatabaseSession session, bool isTrial);
}

/// <param name="Line">Its line in the file.</param>
public sealed record SampleRow(int Line, IReadOnlyList<string> Cells);

/// <summary>Something that was recognised in a file.</summary>
/// <param name="IsDoubtful">Worth a second look.</param>
public sealed record ImportFact(Text Name, Text Value, bool IsDoubtful = false);

/// <summary>What came of taking a file.</summary>
/// <param name="Late">Lines that only the comparison with all others, or with what is stored, turned down.</param>
internal sealed record ImportTaken(ImportCounts Counts, IReadOnlyList<LateReject> Late);

/// <param name="Line">Its line in the file.</param>
/// <param name="Heading">The column at fault.</param>
internal sealed record LateReject(int Line, RejectReason Reason, string Heading);

/// <summary>A file of which nothing can be taken.</summary>
internal sealed record UnusableContents : ImportContents
{
    public override ImportCounts Count() => new() { Rows = Rows };

    public override ImportTaken Take(DatabaseSession session, bool isTrial) => new(Count(), []);
}

internal static class LateRejects
{
    /// <summary>The counts by reason with those that came late.</summary>
    public static IReadOnlyDictionary<string, long> Added(IReadOnlyDictionary<string, long> rejected, IReadOnlyList<LateReject> late)
    {
        var all = rejected.ToDictionary(StringComparer.Ordinal);
        foreach (var reject in late) all[reject.Reason.Code] = all.GetValueOrDefault(reject.Reason.Code) + 1;
        return all;
    }
}
