using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.Imports;

/// <summary>What the audit log tells of imports.</summary>
internal static class ImportAudit
{
    public static readonly AuditAction Received = new("import.receive", new Text("上传导入文件", "Import file received"));
    public static readonly AuditAction TakenIn = new("import.take-in", new Text("确认导入", "Import confirmed"));
    public static readonly AuditAction Withdrawn = new("import.withdraw", new Text("放弃导入", "Import withdrawn"));
    public static readonly AuditAction Undone = new("import.undo", new Text("撤销导入", "Import undone"));
    public static readonly AuditAction RejectsTaken = new("import.rejects", new Text("下载退回的行", "Rejected rows downloaded"));

    public static IReadOnlyList<AuditAction> All =>
    [
        Received, TakenIn, Withdrawn, Undone, RejectsTaken,
    ];
}
