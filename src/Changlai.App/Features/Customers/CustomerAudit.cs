using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers;

/// <summary>What the audit log tells of customers, segments and what belongs to them.</summary>
internal static class CustomerAudit
{
    public static readonly AuditAction Created = new("customer.create", new Text("登记客户", "Customer entered"));
    public static readonly AuditAction Changed = new("customer.change", new Text("修改客户资料", "Customer changed"));
    public static readonly AuditAction WishesChanged = new("wishes.change", new Text("修改联系意愿", "Wishes changed"));
    public static readonly AuditAction RelationAdded = new("relation.add", new Text("添加关系", "Relation added"));
    public static readonly AuditAction RelationRemoved = new("relation.remove", new Text("删除关系", "Relation removed"));
    public static readonly AuditAction NeedAdded = new("need.add", new Text("记下需求", "Need noted"));
    public static readonly AuditAction NeedMoved = new("need.move", new Text("需求换了状态", "Need moved on"));
    public static readonly AuditAction NoteAdded = new("note.add", new Text("写备注", "Note written"));
    public static readonly AuditAction DateAdded = new("date.add", new Text("添加特殊日子", "Special date added"));
    public static readonly AuditAction DateChanged = new("date.change", new Text("修改特殊日子", "Special date changed"));
    public static readonly AuditAction DateRemoved = new("date.remove", new Text("删除特殊日子", "Special date removed"));
    public static readonly AuditAction Merged = new("customer.merge", new Text("合并客户", "Customers merged"));
    public static readonly AuditAction ToldApart = new("customer.tell-apart", new Text("确认不是同一人", "Told apart"));
    public static readonly AuditAction MergeUndone = new("merge.undo", new Text("撤销合并", "Merge undone"));
    public static readonly AuditAction HandedOver = new("handover.do", new Text("交接客户", "Customers handed over"));
    public static readonly AuditAction HandoverUndone = new("handover.undo", new Text("撤销交接", "Handover undone"));
    public static readonly AuditAction SegmentSaved = new("segment.save", new Text("保存细分", "Segment saved"));
    public static readonly AuditAction SegmentChanged = new("segment.change", new Text("修改细分", "Segment changed"));
    public static readonly AuditAction SegmentDeleted = new("segment.delete", new Text("删除细分", "Segment deleted"));
    public static readonly AuditAction SegmentExported = new("segment.export", new Text("导出细分客户", "Segment exported"));
    public static readonly AuditAction FieldMade = new("field.make", new Text("新增自定义项", "Own field made"));
    public static readonly AuditAction FieldChanged = new("field.change", new Text("修改自定义项", "Own field changed"));
    public static readonly AuditAction FieldRetired = new("field.retire", new Text("停用自定义项", "Own field retired"));
    public static readonly AuditAction FieldRestored = new("field.restore", new Text("恢复自定义项", "Own field restored"));
    public static readonly AuditAction WeightsChanged = new("completeness.weights", new Text("修改完整度分量", "Completeness weights changed"));
    public static readonly AuditAction Revealed = new("customer.reveal", new Text("查看完整资料", "Seen in full"));
    public static readonly AuditAction SawMany = new("customer.bulk-view", new Text("一小时内看了许多客户", "Many customers seen within an hour"));
    public static readonly AuditAction MasksChanged = new("masking.change", new Text("修改脱敏规则", "Masking changed"));
    public static readonly AuditAction HeldRead = new("customer.held", new Text("查看一位客户的全部资料", "All that is held on a customer read"));
    public static readonly AuditAction HeldExported = new("customer.held-export", new Text("导出一位客户的全部资料", "All that is held on a customer exported"));
    public static readonly AuditAction Erased = new("customer.erase", new Text("应要求删除客户", "Customer erased at their request"));
    public static readonly AuditAction Exported = new("customer.export", new Text("导出客户", "Customers exported"));

    public static IReadOnlyList<AuditAction> All =>
    [
        Created, Changed, WishesChanged, RelationAdded, RelationRemoved, NeedAdded, NeedMoved, NoteAdded,
        DateAdded, DateChanged, DateRemoved, Merged, ToldApart, MergeUndone, HandedOver, HandoverUndone,
        SegmentSaved, SegmentChanged, SegmentDeleted, SegmentExported, FieldMade, FieldChanged, FieldRetired, FieldRestored,
        WeightsChanged, Exported, Revealed, SawMany, MasksChanged, HeldRead, HeldExported, Erased,
    ];
}
