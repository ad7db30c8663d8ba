using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Changlai.App.Features.Platform.Imports.Runs;

/// <summary>The runs that wait for the machine, and how far the one at work is. What must survive a restart is in the table.</summary>
internal sealed class ImportQueue
{
    private readonly Channel<long> waiting = Channel.CreateUnbounded<long>(new UnboundedChannelOptions { SingleReader = true });
    private readonly ConcurrentDictionary<long, ImportWork> works = new();

    /// <summary>Puts a run at the end of the line; the task completes when its turn is over.</summary>
    public Task Add(long run)
    {
        var work = Begin(run);
        waiting.Writer.TryWrite(run);
        return work.Over;
    }

    public IAsyncEnumerable<long> TakeAll(CancellationToken stopping) => waiting.Reader.ReadAllAsync(stopping);

    /// <summary>The work of a run whose turn it is.</summary>
    public ImportWork Begin(long run) => works.GetOrAdd(run, _ => new ImportWork());

    /// <summary>How far a run is; null when this machine is not at it.</summary>
    public ImportWork? WorkOf(long run) => works.GetValueOrDefault(run);

    public void End(long run)
    {
        if (works.TryRemove(run, out var work)) work.End();
    }
}

/// <summary>How far one run is.</summary>
public sealed class ImportWork : IProgress<long>
{
    private readonly TaskCompletionSource over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long rows;
    private int phase;

    public Task Over => over.Task;

    public ImportPhase Phase
    {
        get => (ImportPhase)Volatile.Read(ref phase);
        set => Volatile.Write(ref phase, (int)value);
    }

    public long Rows => Interlocked.Read(ref rows);

    public void Report(long value) => Interlocked.Exchange(ref rows, value);

    public void End() => over.TrySetResult();
}

public enum ImportPhase
{
    Waiting,
    Reading,

    /// <summary>Comparing with what is stored, to say beforehand what would change.</summary>
    Comparing,
    Writing,
    Undoing,
}
