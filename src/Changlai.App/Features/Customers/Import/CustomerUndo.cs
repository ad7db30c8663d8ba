using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Search;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Imports;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Import;

/// <summary>Cards when an import is undone: those it made go, those it changed are as they were.</summary>
internal sealed class CustomerUndo(IEnumerable<ICustomersChanged> listeners) : IImportUndo
{
    /// <summary>Name of the notes with keys given to customers who were there before.</summary>
    public const string Keys = "customer_key";

    private const string Restored = "restored_card";

    public IReadOnlyList<string> Locks => [CustomerTaking.Lock];

    public IReadOnlyList<string> CustomerTables =>
        [.. Import.CustomerTables.All.Select(table => table.Name), "customer_key", "customer_find", "consent_event", "customer_event", "customer_photo"];

    public IEnumerable<Text> InTheWay(DatabaseSession session, UndoScope scope)
    {
        var made = scope.IsMade("customer", "c.customer_id");
        var missing = scope.CountMade("customer") - session.Scalar<long>($"SELECT count(*) FROM customer c WHERE {made}");
        if (missing > 0) yield return CustomerImportTexts.Gone.With(missing);
        var changed = Import.CustomerTables.All.SelectMany(scope.ChangedSince).Select(group => group.First).ToHashSet();
        using (var rows = session.Read($"""
            SELECT c.customer_id FROM customer c WHERE {made} AND c.version > 1
            UNION SELECT c.customer_id FROM customer_event c WHERE {made}
            UNION SELECT c.customer_id FROM customer_photo c WHERE {made}
            UNION SELECT c.customer_id FROM consent_event c WHERE {made} AND NOT {scope.IsMade("consent_event", "c.id")}
            UNION SELECT c.customer_id FROM special_date c WHERE {made} AND NOT {scope.IsMade("special_date", "c.id")}
            """))
            while (rows.Next()) changed.Add(rows.Long(0));
        if (changed.Count > 0) yield return CustomerImportTexts.Changed.With(changed.Count);
    }

    public void Remove(DatabaseSession session, UndoScope scope)
    {
        if (session.IsSqlite) session.Execute($"DELETE FROM customer_find WHERE {scope.IsMade("customer", "rowid")}");
        if (scope.HasMade("consent_event"))
            session.Execute($"DELETE FROM consent_event WHERE customer_id IN (SELECT customer_id FROM {UndoScope.Touched}) AND {scope.IsMade("consent_event", "id")}");
        RemoveKeys(session, scope.Notes(Keys));
    }

    public void Restore(DatabaseSession session, UndoScope scope)
    {
        foreach (var table in Import.CustomerTables.All) scope.Restore(table);
        var restored = new SortedSet<long>(scope.Kept(Import.CustomerTables.Card).Concat(scope.Kept(Import.CustomerTables.Dates)));
        if (restored.Count > 0)
        {
            session.CreateTemporaryTable(Restored, "customer_id bigint PRIMARY KEY");
            using (var insert = session.Insert(Restored, "customer_id"))
            {
                foreach (var customer in restored) insert.Add(customer).EndRow();
                insert.Complete();
            }
            CustomerFindIndex.RefreshAll(session, Restored);
            session.Execute($"DROP TABLE {Restored}");
            foreach (var listener in listeners) listener.CustomersChanged(session, restored);
        }
        if (scope.HasMade("tag")) session.Execute($"DELETE FROM tag WHERE {scope.IsMade("tag", "id")} AND NOT EXISTS (SELECT 1 FROM customer_tag c WHERE c.tag_id = tag.id)");
        // The deepest first: a region goes when nobody lives in it, or below it, any more.
        foreach (var path in scope.Notes("region").OrderByDescending(path => path.Length))
            session.Execute("""
                DELETE FROM region WHERE path = @path AND NOT EXISTS (SELECT 1 FROM region r WHERE r.parent = @path)
                    AND NOT EXISTS (SELECT 1 FROM customer c WHERE c.region = @path)
                """, ("path", path));
    }

    private static void RemoveKeys(DatabaseSession session, List<string> keys)
    {
        if (keys.Count == 0) return;
        const string Removed = "removed_key";
        session.CreateTemporaryTable(Removed, "kind text, value text");
        using (var insert = session.Insert(Removed, "kind", "value"))
        {
            foreach (var parts in keys.Select(key => key.Split('\n', 2))) insert.Add(parts[0]).Add(parts[1]).EndRow();
            insert.Complete();
        }
        session.Execute($"DELETE FROM customer_key WHERE (kind, value) IN (SELECT kind, value FROM {Removed})");
        session.Execute($"DROP TABLE {Removed}");
    }
}
