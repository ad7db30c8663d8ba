using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Microsoft.Extensions.Primitives;

namespace Changlai.App.Features.Customers.Handover;

/// <summary>Looks at a handover, does it and takes it back, for the pages and for other programs alike.</summary>
internal sealed class HandoverWork(
    Database database, StoreDirectory stores, SweepSignal signal, IEnumerable<IHandoverPart> parts, IEnumerable<ICustomersChanged> listeners, TimeProvider time)
{
    private const string Form = "handover";
    private readonly List<IHandoverPart> all = [.. parts];

    public Database Database => database;

    /// <summary>The rule as it was sent, with what is wrong with it, if anything is.</summary>
    public HandoverRule Rule(DatabaseSession session, Viewer viewer, Func<string, StringValues> field) => HandoverRule.Read(
        field, new HandoverDesk(session, viewer, all).People().ToDictionary(person => person.Id, person => person.Active), [.. stores.Of(viewer).Select(store => store.Id)]);

    public HandoverPreview Preview(DatabaseSession session, Viewer viewer, HandoverRule rule)
    {
        var desk = new HandoverDesk(session, viewer, all);
        session.Begin();
        var preview = desk.Fill(rule, desk.People(), new Dictionary<long, long>());
        session.Rollback();
        return preview;
    }

    /// <param name="byHand">Who takes a customer instead of whom the rule says.</param>
    /// <param name="seen">How many customers the preview had.</param>
    public HandoverTaken HandOver(DatabaseSession session, Viewer viewer, HandoverRule rule, IReadOnlyDictionary<long, long> byHand, long? seen, string? key)
    {
        var desk = new HandoverDesk(session, viewer, all);
        session.Begin();
        HandoverWriter.TakeLocks(session, all);
        if (FormKeys.Take(session, Form, key, time.GetUtcNow()) is { } before)
        {
            session.Rollback();
            return new HandoverTaken(null) { Id = long.TryParse(before, out var known) ? known : null, Again = true };
        }
        var preview = desk.Fill(rule, desk.People(), byHand);
        if (preview.Customers == 0 || seen != preview.Customers)
        {
            session.Rollback();
            return new HandoverTaken(preview);
        }
        var (id, along) = new HandoverWriter(session, all, listeners, time).HandOver(rule, viewer);
        FormKeys.Answer(session, Form, key, $"{id}");
        AuditPen.Current?.About(Form, id);
        session.Commit();
        signal.RunSoon();
        return new HandoverTaken(preview) { Id = id, Along = along };
    }

    public bool MayUndo(DatabaseSession session, StoredHandover handover) => new HandoverWriter(session, [], [], time).MayUndo(handover);

    /// <returns>The handover, or null when it is not the viewer's; how many customers are back, or null when it is too late.</returns>
    public (StoredHandover? Handover, int? Back) Undo(DatabaseSession session, Viewer viewer, long id)
    {
        session.Begin();
        HandoverWriter.TakeLocks(session, all);
        if (StoredHandover.Find(session, viewer, id, forUpdate: true) is not { } handover) return (null, null);
        var writer = new HandoverWriter(session, all, listeners, time);
        if (!writer.MayUndo(handover))
        {
            session.Rollback();
            return (handover, null);
        }
        var back = writer.Undo(handover, viewer.StaffId);
        session.Commit();
        signal.RunSoon();
        return (handover, back);
    }
}

/// <param name="Preview">What it does, or would do now where something has changed; null when it was done before.</param>
internal sealed record HandoverTaken(HandoverPreview? Preview)
{
    /// <summary>Null when it was not done.</summary>
    public long? Id { get; init; }

    /// <summary>How many follow-ups and the like went along.</summary>
    public int Along { get; init; }
    public bool Again { get; init; }
}
