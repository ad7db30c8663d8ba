using System.Text.Json;
using System.Text.Json.Serialization;
using Changlai.App.Features.Platform.Contracts.Imports;
using Changlai.App.Features.Platform.Contracts.Tables;

namespace Changlai.App.Features.Platform.Imports.Runs;

/// <summary>One uploaded file and what became of it.</summary>
public sealed record ImportRun(
    long Id, string Kind, string FileName, ImportState State, string? StaffName, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt, ImportDetails Details);

/// <summary>What is kept of a run beside its state, as JSON.</summary>
public sealed record ImportDetails
{
    public required ImportSettings Settings { get; init; }

    /// <summary>The machine that has the file.</summary>
    public required string Node { get; init; }

    public long FileBytes { get; init; }

    /// <summary>How often the file was read otherwise than before.</summary>
    public int Checks { get; init; }

    /// <summary>Whether the columns are those that somebody chose the last time.</summary>
    public bool ColumnsRemembered { get; init; }

    public ImportPreview? Preview { get; init; }

    /// <summary>Why the file cannot be taken as it is.</summary>
    public TableProblem? Problem { get; init; }

    /// <summary>What was done, at the end.</summary>
    public ImportCounts? Result { get; init; }

    /// <summary>Until when it can be undone; null for one that never could.</summary>
    public DateTimeOffset? UndoUntil { get; init; }

    /// <summary>What stood in the way when somebody wanted to undo it.</summary>
    public IReadOnlyList<Changlai.Core.Values.Text> InTheWay { get; init; } = [];

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static ImportDetails FromJson(string json) => JsonSerializer.Deserialize<ImportDetails>(json, Json)!;
}
