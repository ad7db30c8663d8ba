using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Search;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Duplicates;

internal enum UndoOutcome
{
    Done,

    /// <summary>Somebody has undone it already.</summary>
    DoneBefore,

    /// <summary>One of the two was merged again since; that merge comes first.</summary>
    MergedAgain,

    /// <summary>What people have entered since would be lost or end up with the wrong one.</summary>
    ChangedSince,
}

/// <param name="Later">The merge that comes first.</param>
internal sealed record UndoResult(UndoOutcome Outcome, IReadOnlyList<LaterChange> Changes, StoredMerge? Later = null);

/// <summary>
/// Takes a merge back inside the caller's transaction: both customers stand as they stood, row by row. Refused when people
/// have entered something since that belongs to one of the two and nobody can say to which.
/// </summary>
internal sealed class MergeUndo(DatabaseSession session, IEnumerable<ICustomerRows> owners, IEnumerable<ICustomersChanged> listeners, TimeProvider time)
{
    private readonly List<ICustomerRows> owners = [.. owners];

    public UndoResult Undo(StoredMerge merge, long staffId)
    {
        CustomerMerge.TakeLocks(session, owners, merge.Survivor, merge.Merged);
        if (StoredMerge.Find(session, merge.Id) is not { UndoneAt: null }) return new UndoResult(UndoOutcome.DoneBefore, []);
        if (StoredMerge.LaterThan(session, merge) is { } later) return new UndoResult(UndoOutcome.MergedAgain, [], later);

        var journal = new MergeJournal(session, merge.Id, merge.Survivor, merge.Merged);
        var tables = owners.SelectMany(owner => owner.Tables).Where(table => table.Fate != RowFate.Apart).ToList();
        foreach (var table in tables) journal.Keep(MergeJournal.Now, table);
        var changes = tables.Select(journal.ChangedSince).OfType<LaterChange>().ToList();
        if (changes.Count > 0)
        {
            journal.Forget(MergeJournal.Now);
            return new UndoResult(UndoOutcome.ChangedSince, changes);
        }

        foreach (var table in tables) journal.Delete(table);
        foreach (var table in tables) journal.Restore(table);
        foreach (var phase in (ReadOnlySpan<string>)[MergeJournal.Now, MergeJournal.After, MergeJournal.Before]) journal.Forget(phase);
        session.Execute("UPDATE customer_merge SET undone_at = @at, undone_by = @by WHERE id = @id", ("at", time.GetUtcNow()), ("by", staffId), ("id", merge.Id));

        long[] both = [merge.Survivor, merge.Merged];
        foreach (var id in both) CustomerFindIndex.Renew(session, id);
        foreach (var owner in owners) owner.AfterUndo(session, both);
        foreach (var listener in listeners) listener.CustomersChanged(session, both);
        return new UndoResult(UndoOutcome.Done, []);
    }
}
