using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Platform.Imports.Runs;

/// <summary>Uploaded files hold customers' data: what nobody confirmed within a day is deleted, previews included.</summary>
internal sealed class ImportTidying(ImportFiles files, TimeProvider time) : ISweep
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    public string Name => "import-files";

    public TimeSpan Every => TimeSpan.FromMinutes(30);

    public void Run(DatabaseSession session, CancellationToken stopping)
    {
        var before = time.GetUtcNow() - Kept;
        foreach (var run in ImportRuns.OpenSince(session, before))
        {
            if (ImportRuns.Move(session, run.Id, [run.State], ImportState.Expired, run.Details with { Preview = null }, time.GetUtcNow())) files.DeleteAll(run.Id);
        }
        files.DeleteOlderThan(before, ImportRuns.AtWork(session).Select(run => run.Id).ToHashSet());
    }
}
