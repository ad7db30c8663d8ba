using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Duplicates;

/// <summary>Merges, tells apart and takes a merge back, for the pages and for other programs alike.</summary>
internal sealed class DuplicateWork(Database database, SweepSignal signal, IEnumerable<ICustomerRows> owners, IEnumerable<ICustomersChanged> listeners, TimeProvider time)
{
    public Database Database => database;

    /// <summary>Of two the viewer may see.</summary>
    public MergeTaken Merge(DatabaseSession session, Viewer viewer, MergeForm form, string? key)
    {
        var own = CustomerFields.Read(session);
        var (request, problem) = form.Check(own, new FieldsInWords(Language.Chinese, _ => null, _ => null, own).NameOf, viewer.StaffId);
        if (request is null) return new MergeTaken(null) { Problem = problem };
        var name = $"merge/{form.Low}/{form.High}";
        session.Begin();
        if (FormKeys.Take(session, name, key, time.GetUtcNow()) is { } before)
        {
            // The same form again after its merge was undone: whoever wants to merge once more looks once more.
            session.Rollback();
            return new MergeTaken(null) { Again = true, Merge = long.TryParse(before, out var known) ? StoredMerge.Find(session, known) : null };
        }
        var result = new CustomerMerge(session, owners, listeners, time).Merge(request);
        if (result.Outcome != MergeOutcome.Done)
        {
            session.Rollback();
            return new MergeTaken(result.Outcome);
        }
        FormKeys.Answer(session, name, key, $"{result.Id}");
        var merge = StoredMerge.Find(session, result.Id)!;
        session.Commit();
        signal.RunSoon();
        return new MergeTaken(result.Outcome) { Merge = merge };
    }

    public void TellApart(DatabaseSession session, Viewer viewer, long low, long high)
    {
        session.Begin();
        AuditPen.Current?.OfCustomer(low);
        DuplicatePairs.TellApart(session, low, high, viewer.StaffId, time.GetUtcNow());
        session.Commit();
    }

    public UndoResult Undo(DatabaseSession session, Viewer viewer, StoredMerge merge)
    {
        session.Begin();
        var result = new MergeUndo(session, owners, listeners, time).Undo(merge, viewer.StaffId);
        if (result.Outcome == UndoOutcome.Done) session.Commit();
        else session.Rollback();
        signal.RunSoon();
        return result;
    }

    public static bool MaySee(DatabaseSession session, Viewer viewer, long low, long high) =>
        low != high && CustomerAccess.Find(session, viewer, low) is not null && CustomerAccess.Find(session, viewer, high) is not null;
}

/// <param name="Outcome">Null when nothing was tried.</param>
internal sealed record MergeTaken(MergeOutcome? Outcome)
{
    public StoredMerge? Merge { get; init; }

    /// <summary>What is wrong with what was chosen.</summary>
    public Text? Problem { get; init; }
    public bool Again { get; init; }
}
