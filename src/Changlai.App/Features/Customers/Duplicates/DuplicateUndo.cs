using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Imports;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Duplicates;

/// <summary>When an import is undone: what was worked out about its customers goes with them. One who was merged since stands in the way.</summary>
internal sealed class DuplicateUndo(TimeProvider time) : IImportUndo
{
    public IReadOnlyList<string> CustomerTables => ["duplicate_due", "duplicate_key"];

    public IEnumerable<Text> InTheWay(DatabaseSession session, UndoScope scope)
    {
        var merged = session.Scalar<long>($"""
            SELECT count(*) FROM customer_merge m
            WHERE m.undone_at IS NULL AND ({scope.IsMade("customer", "m.survivor_id")} OR {scope.IsMade("customer", "m.merged_id")})
            """);
        if (merged > 0) yield return DuplicateTexts.MergedSince.With(merged);
    }

    public void Remove(DatabaseSession session, UndoScope scope) => session.Execute(
        $"DELETE FROM duplicate_pair WHERE {scope.IsMade("customer", "low_id")} OR {scope.IsMade("customer", "high_id")}");

    /// <summary>Who is as before may be somebody's double again.</summary>
    public void Restore(DatabaseSession session, UndoScope scope) => session.Execute($"""
        INSERT INTO duplicate_due (customer_id, since)
        SELECT t.customer_id, @now FROM {UndoScope.Touched} t JOIN customer c ON c.customer_id = t.customer_id WHERE true
        ON CONFLICT (customer_id) DO UPDATE SET since = excluded.since
        """, ("now", time.GetUtcNow()));
}
