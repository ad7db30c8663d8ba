using Changlai.App.Features.Platform.Audit;
using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.Contracts.Audit;

/// <summary>Checking the log, for the command line.</summary>
internal static class AuditCheck
{
    /// <summary>What is wrong with the key that the environment gives; null when it will do, or when there is none.</summary>
    public static Text? KeyProblem()
    {
        try
        {
            _ = AuditKey.FromEnvironment();
            return null;
        }
        catch (Exception problem) when (problem is ArgumentException or IOException or UnauthorizedAccessException)
        {
            return new Text($"{AuditKey.Variable}：读不到密钥，或密钥太短（至少 {AuditKey.Shortest} 个字符）。", $"{AuditKey.Variable}: the key cannot be read, or is too short (at least {AuditKey.Shortest} characters).");
        }
    }

    /// <param name="kept">A head kept elsewhere, <c>position:hash</c>.</param>
    public static AuditOutcome Run(DatabaseSession session, string? kept)
    {
        var report = new AuditVerification(session, AuditKey.FromEnvironment()).Run(kept is null ? null : AuditHead.Parse(kept));
        return new AuditOutcome(report.Checked, report.Waiting, report.Head.ToString(), [.. report.Findings.Select(found => new AuditProblem(found.Kind, found.Number, found.Words))]);
    }

    public static bool IsHead(string text) => AuditHead.Parse(text) is not null;

    /// <summary>Seals what waits, so that the head covers everything up to now.</summary>
    public static string Head(DatabaseSession session, TimeProvider time)
    {
        var key = AuditKey.FromEnvironment();
        while (AuditSealer.SealBatch(session, key, time.GetUtcNow()) == AuditSealer.BatchSize)
        {
        }
        var (position, hash) = AuditSealer.Head(session);
        return new AuditHead(position, hash).ToString();
    }
}

internal sealed record AuditOutcome(long Checked, long Waiting, string Head, IReadOnlyList<AuditProblem> Problems);

internal sealed record AuditProblem(string Kind, long Number, Text Words);
