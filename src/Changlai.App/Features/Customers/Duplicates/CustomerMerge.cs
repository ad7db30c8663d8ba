using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Editing;
using Changlai.App.Features.Customers.Photos;
using Changlai.App.Features.Customers.Rules;
using Changlai.App.Features.Customers.Search;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Duplicates;

/// <summary>Two cards that are one customer.</summary>
/// <param name="SurvivorVersion">The versions of the cards that were read side by side.</param>
/// <param name="Sides">What was chosen, by field; see <see cref="MergedCard"/>.</param>
internal sealed record MergeRequest(
    long Survivor, int SurvivorVersion, long Merged, int MergedVersion, IReadOnlyDictionary<string, Side> Sides, long StaffId);

internal enum MergeOutcome
{
    Done,

    /// <summary>One of the two is not there any more; somebody else may have merged it.</summary>
    Gone,

    /// <summary>Somebody changed one of the cards since they were read.</summary>
    Changed,

    /// <summary>More of one kind would stand on the card than a card takes.</summary>
    TooMany,
}

/// <param name="Id">The merge, where it was done.</param>
internal sealed record MergeResult(MergeOutcome Outcome, long Id = 0);

/// <summary>
/// Merges two customers inside the caller's transaction: every row of the one moves to the other, the card is put together as
/// chosen, of the wishes the stricter hold, and what stood before is kept row by row so that it can be put back.
/// </summary>
internal sealed class CustomerMerge(DatabaseSession session, IEnumerable<ICustomerRows> owners, IEnumerable<ICustomersChanged> listeners, TimeProvider time)
{
    /// <summary>Held while two customers are merged or a merge is undone.</summary>
    public const string Lock = "merging";

    private readonly List<ICustomerRows> owners = [.. owners];

    public MergeResult Merge(MergeRequest request)
    {
        TakeLocks(session, owners, request.Survivor, request.Merged);
        if (MergedPart.Read(session, request.Survivor) is not { } survivor || MergedPart.Read(session, request.Merged) is not { } merged || request.Survivor == request.Merged)
            return new MergeResult(MergeOutcome.Gone);
        if (survivor.Stored.Version != request.SurvivorVersion || merged.Stored.Version != request.MergedVersion) return new MergeResult(MergeOutcome.Changed);

        var details = DetailsOf(survivor, merged, request.Sides);
        if (new[] { details.Phones.Count, details.Emails.Count, details.Numbers.Count, details.Addresses.Count }.Max() > CustomerForm.MostEntries) return new MergeResult(MergeOutcome.TooMany);

        var id = Remember(request, survivor, merged);
        var journal = new MergeJournal(session, id, request.Survivor, request.Merged);
        var tables = owners.SelectMany(owner => owner.Tables).Where(table => table.Fate != RowFate.Apart).ToList();
        foreach (var table in tables) journal.Keep(MergeJournal.Before, table);

        if (request.Sides.GetValueOrDefault(MergeFields.Photo) == Side.Merged) StoredPhoto.KeepOne(session, request.Merged, request.Survivor);
        foreach (var owner in owners) owner.BeforeMerge(session, request.Survivor, request.Merged);
        var columns = new TableColumns(session);
        foreach (var table in tables) Move(session, columns, table, request.Survivor, request.Merged);
        WriteCard(request, survivor, merged, details);
        foreach (var table in tables.Where(table => table.Fate == RowFate.Rewritten))
            session.Execute($"DELETE FROM {table.Name} WHERE {table.Of}", ("one", request.Merged), ("other", request.Merged));
        CustomerFindIndex.Refresh(session, request.Merged);
        foreach (var owner in owners) owner.AfterMerge(session, request.Survivor);
        foreach (var listener in listeners) listener.CustomersChanged(session, [request.Survivor]);
        new DuplicateFinder(session, time).Look([request.Survivor]);

        foreach (var table in tables.Where(table => table.IsWatched)) journal.Keep(MergeJournal.After, table);
        return new MergeResult(MergeOutcome.Done, id);
    }

    /// <summary>
    /// First the merges, then whoever else writes in bulk, then the two customers, then whoever looks for duplicates: always in this order, so that nobody waits for
    /// one who waits for them.
    /// </summary>
    internal static void TakeLocks(DatabaseSession session, IEnumerable<ICustomerRows> owners, long one, long other)
    {
        session.LockInTransaction(Lock);
        foreach (var name in owners.SelectMany(owner => owner.Locks)) session.LockInTransaction(name);
        if (!session.IsSqlite)
            session.Execute("SELECT 1 FROM customer WHERE customer_id IN (@one, @other) ORDER BY customer_id FOR UPDATE", ("one", one), ("other", other));
        session.LockInTransaction(DuplicateFinder.Lock);
    }

    private CustomerDetails DetailsOf(MergedPart survivor, MergedPart merged, IReadOnlyDictionary<string, Side> sides)
    {
        var details = MergedCard.Of(survivor.Stored.Details, merged.Stored.Details, MergeFields.Of(CustomerFields.Read(session)), sides);
        // The number by which the outside system knew the card that goes is not lost; lookups by it find the survivor.
        return survivor.Number is not null && merged.Number is { } number && !details.Numbers.Any(one => one.Number == number)
            ? details with { Numbers = [.. details.Numbers, new ExternalNumber(merged.Source ?? "", number)] }
            : details;
    }

    private long Remember(MergeRequest request, MergedPart survivor, MergedPart merged)
    {
        var id = session.ReserveIds("customer_merge", 1);
        var (one, other) = (survivor.Stored.Details, merged.Stored.Details);
        session.Execute("""
            INSERT INTO customer_merge (id, survivor_id, merged_id, survivor_name, merged_name, store_id, merged_at, merged_by)
            VALUES (@id, @survivor, @merged, @survivorName, @mergedName, @store, @at, @by)
            """, ("id", id), ("survivor", request.Survivor), ("merged", request.Merged), ("survivorName", one.Name), ("mergedName", other.Name),
            ("store", one.StoreId == other.StoreId ? one.StoreId : null), ("at", time.GetUtcNow()), ("by", request.StaffId));
        return id;
    }

    /// <returns>How many rows moved.</returns>
    internal static int Move(DatabaseSession session, TableColumns columns, CustomerTable table, long to, long from)
    {
        if (table.Fate == RowFate.Points)
            return session.Execute($"UPDATE {table.Name} SET customer_id = @to WHERE customer_id = @one AND ({table.Of})", ("to", to), ("one", from), ("other", from));
        if (table.Fate != RowFate.Moves) return 0;
        var rest = columns.Of(table.Name).Where(column => column != "customer_id").ToList();
        session.Execute($"""
            INSERT INTO {table.Name} (customer_id, {TableColumns.List(rest)}) SELECT @to, {TableColumns.List(rest)} FROM {table.Name} WHERE customer_id = @from
            {(table.IsSet ? "ON CONFLICT DO NOTHING" : "")}
            """, ("to", to), ("from", from));
        return session.Execute($"DELETE FROM {table.Name} WHERE customer_id = @from", ("from", from));
    }

    private void WriteCard(MergeRequest request, MergedPart survivor, MergedPart merged, CustomerDetails details)
    {
        new CustomerWriter(session, [], time).Change(request.Survivor, survivor.Stored.Version, details, request.StaffId);
        var withdrawn = survivor.HasWithdrawn || merged.HasWithdrawn;
        MergedWishes.Write(session, request.Survivor, StricterWishes.Of(survivor.Wishes, merged.Wishes, withdrawn, PhoneWrong(survivor, merged, details)));
        session.Execute("UPDATE customer SET created_at = @at, external_source = @source, external_number = @number WHERE customer_id = @id",
            ("at", survivor.CreatedAt <= merged.CreatedAt ? survivor.CreatedAt : merged.CreatedAt), ("source", survivor.Number is null ? merged.Source : survivor.Source),
            ("number", survivor.Number ?? merged.Number), ("id", request.Survivor));
        CustomerFindIndex.Renew(session, request.Survivor);
    }

    /// <summary>A number known to be wrong is wrong on whichever card it stands.</summary>
    private static bool PhoneWrong(MergedPart survivor, MergedPart merged, CustomerDetails details) =>
        details.Phones.FirstOrDefault() is { } dialled && new[] { survivor, merged }.Any(part => part.Wishes.PhoneWrong && part.Stored.Details.Phones.FirstOrDefault()?.E164 == dialled.E164);
}
