using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Relations;

/// <summary>Says and takes back who belongs to whom, for the page and for other programs alike.</summary>
internal sealed class RelationWork(Database database, SweepSignal signal, IEnumerable<ICustomersChanged> listeners, TimeProvider time)
{
    public Database Database => database;

    /// <returns>The field that is wrong and why; null when it was taken.</returns>
    public (string Field, Text Problem)? Add(DatabaseSession session, Viewer viewer, CustomerHead customer, long? otherId, string? kind)
    {
        if (kind is null || !RelationTexts.Kinds.Knows(kind)) return ("kind", RelationTexts.NoKind);
        if (otherId is not { } other || other == customer.Id || CustomerAccess.Find(session, viewer, other) is null) return ("otherId", RelationTexts.NoOther);
        session.Begin();
        CustomerRelations.Add(session, customer.Id, other, kind, viewer.StaffId, time.GetUtcNow());
        Tell(session, customer.Id, other);
        session.Commit();
        signal.RunSoon();
        return null;
    }

    public void Remove(DatabaseSession session, CustomerHead customer, long otherId, string kind)
    {
        session.Begin();
        CustomerRelations.Remove(session, customer.Id, otherId, kind);
        Tell(session, customer.Id, otherId);
        session.Commit();
        signal.RunSoon();
    }

    /// <summary>A relation stands on both cards. Always in one order, so that nobody waits for one who waits for them.</summary>
    private void Tell(DatabaseSession session, long one, long other)
    {
        foreach (var listener in listeners) listener.CustomersChanged(session, [Math.Min(one, other), Math.Max(one, other)]);
    }
}
