using System.Globalization;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Needs;

/// <summary>Notes needs and moves them on, for the pages and for other programs alike.</summary>
internal sealed class NeedWork(
    Database database, StoreDirectory stores, IEnumerable<INeedProducts> products, SweepSignal signal, IEnumerable<ICustomersChanged> listeners, TimeProvider time)
{
    public const int Longest = 500;

    public Database Database => database;

    /// <param name="about">Name or code of a product; empty for none.</param>
    public NeedTaken Add(DatabaseSession session, Viewer viewer, CustomerHead customer, string words, string about, string? key)
    {
        var found = about.Length == 0 ? null : products.Select(one => one.Find(session, about)).FirstOrDefault(one => one is not null);
        var errors = new Dictionary<string, Text>(StringComparer.Ordinal);
        if (words.Length == 0) errors["words"] = NeedTexts.Empty;
        else if (words.Length > Longest) errors["words"] = NeedTexts.Long.With(Longest, words.Length);
        if (about.Length > 0 && found is null) errors["product"] = NeedTexts.NoProduct;
        if (errors.Count > 0) return new NeedTaken(null, errors);
        session.Begin();
        var before = FormKeys.Take(session, $"need/{customer.Id}", key, time.GetUtcNow());
        long? id = long.TryParse(before, out var known) ? known : null;
        if (before is null)
        {
            id = StoredNeed.Add(session, customer.Id, words, found?.Id, viewer.StaffId, time.GetUtcNow());
            FormKeys.Answer(session, $"need/{customer.Id}", key, id.Value.ToString(CultureInfo.InvariantCulture));
            AuditPen.Current?.About("need", id.Value);
            Tell(session, customer.Id);
        }
        session.Commit();
        signal.RunSoon();
        return new NeedTaken(id, errors) { Again = before is not null };
    }

    /// <param name="answer">Null leaves what is stored.</param>
    public NeedTaken Move(DatabaseSession session, Viewer viewer, CustomerHead customer, StoredNeed need, string? state, string? answer)
    {
        var errors = new Dictionary<string, Text>(StringComparer.Ordinal);
        var said = answer is null ? need.Answer : answer.Trim() is { Length: > 0 } typed ? typed : null;
        if (state is null || !NeedTexts.States.Knows(state)) errors["state"] = NeedTexts.NoState;
        else if (said is null && state == StoredNeed.Answered) errors["answer"] = NeedTexts.NoAnswer;
        else if (said?.Length > Longest) errors["answer"] = NeedTexts.Long.With(Longest, said.Length);
        if (errors.Count > 0) return new NeedTaken(null, errors) { Answer = said };
        session.Begin();
        if (StoredNeed.Change(session, need, state!, said, viewer.StaffId, time.GetUtcNow(), stores.TodayOf(customer.StoreId))) Tell(session, customer.Id);
        session.Commit();
        signal.RunSoon();
        return new NeedTaken(need.Id, errors) { Answer = said };
    }

    private void Tell(DatabaseSession session, long id)
    {
        foreach (var listener in listeners) listener.CustomersChanged(session, [id]);
    }
}

/// <param name="Id">Null when it was not taken, or was before and nobody remembers as what.</param>
/// <param name="Errors">By field name.</param>
internal sealed record NeedTaken(long? Id, IReadOnlyDictionary<string, Text> Errors)
{
    public bool Again { get; init; }

    /// <summary>What would be, or is now, the answer.</summary>
    public string? Answer { get; init; }
}
