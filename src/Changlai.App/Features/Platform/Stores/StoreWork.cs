using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.Stores;

/// <summary>Makes and changes stores and their days, for the pages and for other programs alike.</summary>
internal sealed class StoreWork(Database database, StoreDirectory stores, SweepSignal signal, IEnumerable<IStoreDaysChanged> listeners, TimeProvider time)
{
    private const string Form = "store";

    public Database Database => database;

    public DateOnly TodayOf(long storeId) => stores.TodayOf(storeId);

    public StoreTaken Add(DatabaseSession session, StoreForm typed, string? key)
    {
        session.Begin();
        session.LockInTransaction(Form);
        if (FormKeys.Take(session, Form, key, time.GetUtcNow()) is { } known)
        {
            session.Commit();
            return new StoreTaken(typed) { Id = long.TryParse(known, out var before) ? before : null, Again = true };
        }
        var (store, form) = typed.Check(0, name => StoreRecord.IsNameTaken(session, name, null), null);
        if (store is null) return new StoreTaken(form);
        var id = store.Add(session);
        FormKeys.Answer(session, Form, key, $"{id}");
        AuditPen.Current?.About(Form, id);
        AuditPen.Current?.OfStore(id);
        session.Commit();
        stores.Forget();
        return new StoreTaken(form) { Id = id, Store = store with { Id = id } };
    }

    /// <summary>Begins to change one: nobody else does until the transaction ends. Null when it is not the viewer's.</summary>
    public static StoreRecord? Open(DatabaseSession session, Viewer viewer, long id)
    {
        session.Begin();
        session.LockInTransaction(Form);
        return StoreRecord.Find(session, viewer.InStores, id);
    }

    public StoreTaken Change(DatabaseSession session, StoreRecord before, StoreForm typed, string? key)
    {
        var (store, form) = typed.Check(before.Id, name => StoreRecord.IsNameTaken(session, name, before.Id), before.TimeZone);
        if (store is null) return new StoreTaken(form);
        var moves = store.ClosedWeekdays != before.ClosedWeekdays || store.Holidays != before.Holidays;
        if (FormKeys.Take(session, $"{Form}/{before.Id}", key, time.GetUtcNow()) is null)
        {
            store.Change(session);
            AuditPen.Current?.OfStore(before.Id);
            AuditPen.Current?.Add("fields", string.Join(' ', store.DifferencesTo(before)));
            if (moves) Tell(session, new StoreDaysChange(before.Id));
        }
        session.Commit();
        stores.Forget();
        if (moves) signal.RunSoon();
        return new StoreTaken(form) { Id = before.Id, Store = store, Moves = moves };
    }

    /// <returns>With what is wrong, if anything is.</returns>
    public StoreDayForm AddDays(DatabaseSession session, StoreRecord store, StoreDayForm typed, string? key)
    {
        var (days, form) = typed.Check();
        if (days is null) return form;
        if (FormKeys.Take(session, $"{Form}/{store.Id}/days", key, time.GetUtcNow()) is null)
        {
            days.Write(session, store.Id);
            AuditPen.Current?.OfStore(store.Id);
            AuditPen.Current?.Add("days", $"{days.From:yyyy-MM-dd}/{days.To:yyyy-MM-dd} {typed.Kind}");
            Tell(session, new StoreDaysChange(store.Id, From: days.From, To: days.To));
        }
        session.Commit();
        signal.RunSoon();
        return form;
    }

    /// <returns>What is wrong, by field; empty when the days are as usual again.</returns>
    public IReadOnlyDictionary<string, Text> RemoveDays(DatabaseSession session, StoreRecord store, string? from, string? to)
    {
        var errors = new Dictionary<string, Text>(StringComparer.Ordinal);
        var (first, last) = StoreDayForm.Range(from ?? "", to ?? "", errors);
        if (errors.Count > 0) return errors;
        if (StoreDayRange.Remove(session, store.Id, first, last) > 0)
        {
            AuditPen.Current?.OfStore(store.Id);
            AuditPen.Current?.Add("days", $"{first:yyyy-MM-dd}/{last:yyyy-MM-dd}");
            Tell(session, new StoreDaysChange(store.Id, From: first, To: last));
        }
        session.Commit();
        signal.RunSoon();
        return errors;
    }

    private void Tell(DatabaseSession session, StoreDaysChange change)
    {
        foreach (var listener in listeners) listener.StoreDaysChanged(session, change);
    }
}

/// <param name="Form">With what is wrong, if anything is.</param>
internal sealed record StoreTaken(StoreForm Form)
{
    public long? Id { get; init; }

    /// <summary>As it stands now; null when it was not taken, or was before.</summary>
    public StoreRecord? Store { get; init; }
    public bool Again { get; init; }

    /// <summary>Whether contacts find other days.</summary>
    public bool Moves { get; init; }
}
