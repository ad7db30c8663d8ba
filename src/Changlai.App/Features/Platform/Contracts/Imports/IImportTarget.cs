using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.Contracts.Imports;

/// <summary>
/// Something that files can be imported as. The feature that owns the records says which columns it knows, reads the file and
/// takes it; uploading, waiting, looking, confirming and undoing are the same for all.
/// </summary>
internal interface IImportTarget
{
    ImportKind Kind { get; }

    /// <summary>Whether somebody may import this at all. For which store is decided by <see cref="ImportSettings.OnlyThisStore"/>.</summary>
    bool IsFor(Viewer viewer, StoreDirectory stores);

    IReadOnlyList<ImportField> Fields(DatabaseSession session);

    /// <summary>Reads the whole file and stores nothing. Nothing that a file can contain makes it throw.</summary>
    ImportContents Read(DatabaseSession session, ImportReading reading);

    /// <summary>A reason for turning lines down, in two or three words.</summary>
    Text NameOf(string reason);

    /// <summary>Why a name cannot stand for the system that the numbers come from; null when it can.</summary>
    Text? ProblemWith(string source) => null;
}
