using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Features.Platform.Contracts.Imports;
using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.Imports;

/// <summary>People and stores when an import is undone: they go last, when nothing refers to them any more.</summary>
internal sealed class PeopleUndo : IImportUndo
{
    public static readonly KeptTable Staff = new("staff", "id", null, "staff");

    private static readonly string[] PeopleColumns =
        ["staff_id", "owner_id", "assignee_id", "closed_by", "opened_by", "changed_by", "recorded_by", "entered_by", "manager_id", "author_id"];

    public IEnumerable<Text> InTheWay(DatabaseSession session, UndoScope scope)
    {
        var signing = session.Scalar<long>($"SELECT count(*) FROM staff WHERE {scope.IsMade("staff", "id")} AND password_hash IS NOT NULL");
        if (signing > 0) yield return CanSignIn.With(signing);
        var changed = scope.ChangedSince(Staff).Count;
        if (changed > 0) yield return Changed.With(changed);
    }

    public void Restore(DatabaseSession session, UndoScope scope) => scope.Restore(Staff);

    public IEnumerable<Text> StillUsed(DatabaseSession session, UndoScope scope)
    {
        if (Users(session, scope, "staff", PeopleColumns) is > 0 and var people)
        {
            yield return StaffUsed.With(people);
            yield break;
        }
        session.Execute($"DELETE FROM staff WHERE {scope.IsMade("staff", "id")}");
        if (Users(session, scope, "store", ["store_id"]) is > 0 and var stores)
        {
            yield return StoresUsed.With(stores);
            yield break;
        }
        session.Execute($"DELETE FROM store WHERE {scope.IsMade("store", "id")}");
    }

    /// <summary>How many of them something still refers to.</summary>
    private static int Users(DatabaseSession session, UndoScope scope, string name, string[] columns)
    {
        if (!scope.HasMade(name)) return 0;
        var used = new HashSet<long>();
        foreach (var (table, column) in RowImages.TablesWith(session, columns).Where(entry => entry.Table is not ("import_run" or AuditLog.Table)))
        {
            using var rows = session.Read($"SELECT DISTINCT u.{column} FROM {table} u WHERE {scope.IsMade(name, $"u.{column}")}");
            while (rows.Next()) used.Add(rows.Long(0));
        }
        return used.Count;
    }

    private static readonly Text CanSignIn = new("其中 {0} 位员工已经可以登录。", "People of this import who can sign in already: {0}.");
    private static readonly Text Changed = new("这次更正过的员工，后来又改了 {0} 位。", "People whom this import changed and who were changed again since: {0}.");
    private static readonly Text StaffUsed = new("这次导入的员工，有 {0} 位已负责客户、订单或回访。", "People of this import who have customers, orders or follow-ups of their own: {0}.");
    private static readonly Text StoresUsed = new("这次新建的门店，有 {0} 家已有别的记录。", "Stores made by this import that have other records: {0}.");
}
