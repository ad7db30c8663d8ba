namespace Changlai.App.Features.Platform.Contracts;

/// <summary>Lets whoever has just committed something wake the sweeps now, instead of waiting for their next turn.</summary>
internal sealed class SweepSignal
{
    private TaskCompletionSource next = NewSource();

    /// <summary>Completes when somebody asks for a run after this was read.</summary>
    public Task Next => Volatile.Read(ref next).Task;

    public void RunSoon() => Interlocked.Exchange(ref next, NewSource()).TrySetResult();

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
