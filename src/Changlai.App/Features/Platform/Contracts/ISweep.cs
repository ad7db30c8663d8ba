namespace Changlai.App.Features.Platform.Contracts;

/// <summary>A small periodic job: idempotent, restartable, run by one node at a time.</summary>
internal interface ISweep
{
    /// <summary>Names the lease.</summary>
    string Name { get; }

    /// <summary>How long to wait between two runs.</summary>
    TimeSpan Every { get; }

    void Run(DatabaseSession session, CancellationToken stopping);
}
