using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.Audit;

/// <summary>Something that is not as it was sealed.</summary>
/// <param name="Kind">A stable word for programs.</param>
/// <param name="Number">An entry's id, or a position in the chain; which of both the words say.</param>
internal sealed record AuditFinding(string Kind, long Number, Text Words)
{
    public static AuditFinding Changed(long entry) => new("changed", entry, new Text($"第 {entry} 条记录或它的封存值被改过。", $"Entry {entry}, or its seal, was changed."));

    public static AuditFinding Missing(long entry) => new("missing", entry, new Text($"第 {entry} 条记录不见了。", $"Entry {entry} is missing."));

    public static AuditFinding Added(long entry) => new("added", entry, new Text($"第 {entry} 条记录不是由常来写进来的。", $"Entry {entry} was put in without passing through Changlai."));

    public static AuditFinding NoLink(long position) => new("no-link", position, new Text($"封存链的第 {position} 环不见了。", $"Link {position} of the chain is missing."));

    public static AuditFinding WrongSeal(long position) => new("wrong-seal", position, new Text($"封到第 {position} 环的封印对不上。", $"The seal up to link {position} does not fit."));

    public static AuditFinding NoSeal(long position) => new("no-seal", position, new Text($"第 {position} 环之后没有封印。", $"There is no seal after link {position}."));

    public static AuditFinding OtherKey(long position) => new("other-key", position, new Text(
        $"封到第 {position} 环用的是另一把密钥；用 {AuditKey.Variable} 给出那把才能核对。", $"The seal up to link {position} was made with another key; give that one in {AuditKey.Variable} to check it."));

    public static AuditFinding Cut(long position) => new("cut", position, new Text(
        $"第 {position} 环和留存的值不符：链的尾巴被剪掉，或整条链被重做过。", $"Link {position} is not the one whose hash was kept: the tail was cut off, or the chain was made anew."));
}
