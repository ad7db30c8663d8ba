using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Duplicates;

/// <summary>
/// Somebody may write a note to a card in the very moment in which it is merged away: it would lie under a number that
/// nobody opens any more. What has arrived so is brought after the rest.
/// </summary>
internal sealed class StrayRows(IEnumerable<ICustomerRows> owners, IEnumerable<ICustomersChanged> listeners, TimeProvider time) : ISweep
{
    private static readonly TimeSpan Recent = TimeSpan.FromHours(1);
    private const int Most = 200;

    public string Name => "stray-rows";

    public TimeSpan Every => TimeSpan.FromMinutes(2);

    public void Run(DatabaseSession session, CancellationToken stopping)
    {
        var since = time.GetUtcNow() - Recent;
        foreach (var merge in StoredMerge.Since(session, since, Most)) Bring(session, merge.Merged);
    }

    private void Bring(DatabaseSession session, long gone)
    {
        session.Begin();
        if (StoredMerge.Into(session, gone) is { } into)
        {
            CustomerMerge.TakeLocks(session, owners, into, gone);
            if (!IsThere(session, gone) && IsThere(session, into)) Move(session, into, gone);
        }
        session.Commit();
    }

    private void Move(DatabaseSession session, long into, long gone)
    {
        foreach (var owner in owners) owner.BeforeMerge(session, into, gone);
        var columns = new TableColumns(session);
        if (owners.SelectMany(owner => owner.Tables).ToList().Sum(table => CustomerMerge.Move(session, columns, table, into, gone)) == 0) return;
        foreach (var owner in owners) owner.AfterMerge(session, into);
        foreach (var listener in listeners) listener.CustomersChanged(session, [into]);
    }

    private static bool IsThere(DatabaseSession session, long id) => session.Scalar<long>("SELECT count(*) FROM customer WHERE customer_id = @id", ("id", id)) > 0;
}
