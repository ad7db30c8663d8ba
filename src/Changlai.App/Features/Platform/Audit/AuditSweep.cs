using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Platform.Audit;

/// <summary>Seals the audit log every half minute.</summary>
internal sealed class AuditSweep(TimeProvider time, AuditKey key) : ISweep
{
    public string Name => "audit-seal";

    public TimeSpan Every => TimeSpan.FromSeconds(30);

    public void Run(DatabaseSession session, CancellationToken stopping)
    {
        while (AuditSealer.SealBatch(session, key, time.GetUtcNow()) == AuditSealer.BatchSize) stopping.ThrowIfCancellationRequested();
    }
}
