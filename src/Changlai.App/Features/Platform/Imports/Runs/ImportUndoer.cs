using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Features.Platform.Contracts.Imports;
using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.Imports.Runs;

/// <summary>
/// Undoes a whole import in one transaction, as long as nothing else was built on it: the database is afterwards as it was
/// before, or exactly as it is now with a word on what stands in the way.
/// </summary>
internal sealed class ImportUndoer(Database database, IEnumerable<IImportUndo> features, StoreDirectory stores, SweepSignal signal, TimeProvider time)
{
    private const int MostNamed = 3;

    public void Undo(DatabaseSession session, ImportRun run, ImportWork work)
    {
        work.Phase = ImportPhase.Undoing;
        List<Text> inTheWay;
        using (var undoing = database.OpenBulkSession())
        {
            undoing.Begin();
            foreach (var name in features.SelectMany(feature => feature.Locks).Distinct(StringComparer.Ordinal)) undoing.LockInTransaction(name);
            inTheWay = TakeBack(undoing, run.Id);
            if (inTheWay.Count == 0)
            {
                ImportJournal.Forget(undoing, run.Id);
                if (!ImportRuns.Move(undoing, run.Id, [ImportState.Undoing], ImportState.Undone, run.Details with { InTheWay = [], UndoUntil = null }, time.GetUtcNow())) return;
                undoing.Commit();
            }
        }

        if (inTheWay.Count > 0) ImportRuns.Move(session, run.Id, [ImportState.Undoing], ImportState.Done, run.Details with { InTheWay = inTheWay });
        stores.Forget();
        signal.RunSoon();
    }

    private List<Text> TakeBack(DatabaseSession session, long run)
    {
        var scope = new UndoScope(session, run);
        var tables = CustomerTables(session);
        List<Text> inTheWay =
        [
            .. LaterImports(session, scope),
            .. features.SelectMany(feature => feature.InTheWay(session, scope)),
            .. tables.Except(features.SelectMany(feature => feature.CustomerTables), StringComparer.Ordinal).SelectMany(table => Unaccounted(session, scope, table)),
        ];
        if (inTheWay.Count > 0) return inTheWay;

        foreach (var feature in features.Reverse()) feature.Remove(session, scope);
        if (scope.HasMade("customer"))
            foreach (var table in tables)
                session.Execute($"DELETE FROM {table} WHERE {scope.IsMade("customer", "customer_id")}");
        foreach (var feature in features) feature.Restore(session, scope);
        return [.. features.SelectMany(feature => feature.StillUsed(session, scope))];
    }

    // The audit log tells of customers who are gone, too.
    private static List<string> CustomerTables(DatabaseSession session) =>
        [.. RowImages.TablesWith(session, "customer_id").Select(entry => entry.Table).Where(table => !table.StartsWith("customer_find_", StringComparison.Ordinal) && table != AuditLog.Table)];

    /// <summary>Of two imports that changed the same, the later goes first.</summary>
    private static IEnumerable<Text> LaterImports(DatabaseSession session, UndoScope scope)
    {
        using var rows = session.Read($"""
            SELECT r.file_name FROM import_run r WHERE r.id > @run AND r.state = 'done' AND (
                EXISTS (SELECT 1 FROM import_touched t WHERE t.run_id = r.id AND {scope.IsMade("customer", "t.touched_id")})
                OR EXISTS (SELECT 1 FROM import_image l JOIN import_image m ON m.run_id = @run AND m.table_name = l.table_name AND m.first_key = l.first_key AND m.second_key = l.second_key
                    WHERE l.run_id = r.id AND l.phase = 'after' AND m.phase = 'after')
                OR EXISTS (SELECT 1 FROM import_image l WHERE l.run_id = r.id AND l.table_name = 'customer_order' AND {scope.IsMade("order", "l.second_key")})
                OR EXISTS (SELECT 1 FROM import_image l WHERE l.run_id = r.id AND l.table_name = 'product' AND {scope.IsMade("product", "l.first_key")})
                OR EXISTS (SELECT 1 FROM import_image l WHERE l.run_id = r.id AND l.table_name = 'staff' AND {scope.IsMade("staff", "l.first_key")}))
            ORDER BY r.id LIMIT {MostNamed}
            """, ("run", scope.Run));
        var names = new List<Text>();
        while (rows.Next()) names.Add(ImportProblems.LaterImport.With(rows.Text(0)));
        return names;
    }

    private static IEnumerable<Text> Unaccounted(DatabaseSession session, UndoScope scope, string table)
    {
        if (!scope.HasMade("customer")) yield break;
        var count = session.Scalar<long>($"SELECT count(DISTINCT customer_id) FROM {table} WHERE {scope.IsMade("customer", "customer_id")}");
        if (count > 0) yield return ImportProblems.OtherRecords.With(count, table);
    }
}
