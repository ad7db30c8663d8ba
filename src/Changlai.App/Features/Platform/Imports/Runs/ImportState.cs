namespace Changlai.App.Features.Platform.Imports.Runs;

/// <summary>Where an uploaded file stands.</summary>
public enum ImportState
{
    /// <summary>Being read, so that people see what would happen.</summary>
    Checking,

    /// <summary>Read; waits for a person's word.</summary>
    Ready,

    /// <summary>Nothing can be taken from it as it is.</summary>
    Unusable,

    /// <summary>Confirmed; waits for its turn.</summary>
    Queued,
    Running,
    Done,

    /// <summary>Something broke on our side; nothing was stored.</summary>
    Failed,

    /// <summary>The program ended before the import did; nothing was stored.</summary>
    Interrupted,

    /// <summary>Given up by a person.</summary>
    Withdrawn,

    /// <summary>Nobody confirmed it in time; the file is gone.</summary>
    Expired,

    /// <summary>Being undone, or waiting for its turn.</summary>
    Undoing,

    /// <summary>The database is as it was before.</summary>
    Undone,
}

internal static class ImportStates
{
    public static string Code(this ImportState state) => state switch
    {
        ImportState.Checking => "checking",
        ImportState.Ready => "ready",
        ImportState.Unusable => "unusable",
        ImportState.Queued => "queued",
        ImportState.Running => "running",
        ImportState.Done => "done",
        ImportState.Failed => "failed",
        ImportState.Interrupted => "interrupted",
        ImportState.Withdrawn => "withdrawn",
        ImportState.Expired => "expired",
        ImportState.Undoing => "undoing",
        ImportState.Undone => "undone",
    };

    public static ImportState Parse(string code)
    {
        foreach (var state in Enum.GetValues<ImportState>())
            if (state.Code() == code) return state;
        throw new InvalidOperationException($"No import state is called {code}.");
    }

    /// <summary>Whether the machine is at it, or will be.</summary>
    public static bool IsAtWork(this ImportState state) => state is ImportState.Checking or ImportState.Queued or ImportState.Running or ImportState.Undoing;

    /// <summary>Whether a person can still change how the file is read, import it or give it up.</summary>
    public static bool IsOpen(this ImportState state) =>
        state is ImportState.Ready or ImportState.Unusable or ImportState.Failed or ImportState.Interrupted;

    /// <summary>Whether a person may say: import it.</summary>
    public static bool CanStart(this ImportState state) => state is ImportState.Ready or ImportState.Failed or ImportState.Interrupted;
}
