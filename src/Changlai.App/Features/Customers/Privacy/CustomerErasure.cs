using System.Text.Json;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Duplicates;
using Changlai.App.Features.Customers.Editing;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;

namespace Changlai.App.Features.Customers.Privacy;

/// <summary>
/// Erases a customer inside the caller's transaction: every row that any feature keeps of them, the copies kept for undoing, the index. What the law wants kept stays
/// in tables that name no customer. What was done is written into a certificate.
/// </summary>
internal sealed class CustomerErasure(DatabaseSession session, IEnumerable<ICustomerRows> owners, IEnumerable<ICustomersChanged> listeners, TimeProvider time)
{
    private readonly List<ICustomerRows> owners = [.. owners];

    /// <summary>How many records of each kind there are.</summary>
    public List<ErasedRecords> Count(long customerId)
    {
        var counted = new List<ErasedRecords>();
        foreach (var table in owners.SelectMany(owner => owner.Tables).Where(table => table is { Called: not null, IsErased: true }))
            if (session.Scalar<long>($"SELECT count(*) FROM {table.Name} WHERE {table.Of}", ("one", customerId), ("other", customerId)) is > 0 and var count)
                counted.Add(new ErasedRecords(table.Called!.Value.Chinese, table.Called!.Value.English, count));
        return counted;
    }

    /// <summary>What would stay, and on what ground.</summary>
    public List<KeptRecords> Retainable(long customerId) =>
        [.. owners.SelectMany(owner => owner.Retainable(session, customerId)).Select(one => new KeptRecords(one.Called.Chinese, one.Called.English, one.Count, one.Ground.Chinese, one.Ground.English))];

    /// <returns>Null when there is no such customer any more.</returns>
    public Certificate? Erase(long customerId, ErasureRequest request, Viewer by)
    {
        CustomerMerge.TakeLocks(session, owners, customerId, customerId);
        if (StoredCustomer.Read(session, customerId) is not { } stored) return null;
        // Free pages of the file are overwritten, so that nothing is left between the rows.
        if (session.IsSqlite) session.Execute("PRAGMA secure_delete = ON");
        ErasedKeys.Remember(session, customerId);
        // Who is related to them has one relation less.
        var related = RelatedTo(customerId);
        var deleted = Count(customerId);
        var kept = Retainable(customerId);
        foreach (var owner in owners) owner.Retain(session, customerId);
        foreach (var table in owners.SelectMany(owner => owner.Tables).Where(table => table.IsErased))
            session.Execute($"DELETE FROM {table.Name} WHERE {table.Of}", ("one", customerId), ("other", customerId));
        foreach (var owner in owners) owner.Erase(session, customerId);
        foreach (var listener in listeners.Where(_ => related.Count > 0)) listener.CustomersChanged(session, related);

        var certificate = new Certificate(session.ReserveIds("erasure", 1), customerId, stored.Details.StoreId, request.AskedOn, request.AskedHow, Whole(time.GetUtcNow()), by.StaffId, by.Name, new ErasureReport(deleted, kept));
        session.Execute("""
            INSERT INTO erasure (id, erased_id, store_id, asked_on, asked_how, done_at, done_by, done_by_name, report, seal)
            VALUES (@id, @erased, @store, @on, @how, @at, @by, @name, @report, @seal)
            """, ("id", certificate.Id), ("erased", customerId), ("store", certificate.StoreId), ("on", certificate.AskedOn), ("how", certificate.AskedHow), ("at", certificate.DoneAt),
            ("by", by.StaffId), ("name", by.Name), ("report", JsonSerializer.Serialize(certificate.Report)), ("seal", certificate.SealNow));
        AuditPen.Current?.About("erasure", certificate.Id);
        AuditPen.Current?.OfStore(certificate.StoreId);
        return certificate;
    }

    private List<long> RelatedTo(long customerId)
    {
        var related = new List<long>();
        using var rows = session.Read("SELECT DISTINCT other_id FROM customer_relation WHERE customer_id = @id ORDER BY other_id", ("id", customerId));
        while (rows.Next()) related.Add(rows.Long(0));
        return related;
    }

    /// <summary>As precise as both databases keep it.</summary>
    private static DateTimeOffset Whole(DateTimeOffset at) => DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds());
}

/// <param name="AskedHow">How they asked and how it was made sure that it was they; nothing personal.</param>
internal sealed record ErasureRequest(DateOnly AskedOn, string AskedHow);
