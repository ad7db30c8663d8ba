using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Contracts;

/// <summary>
/// What goes with customers who are given to somebody else: open follow-ups, promises. Everything is done for all of them
/// at once, inside the caller's transaction, from the temporary table <see cref="HandoverMoves"/>.
/// </summary>
internal interface IHandoverPart
{
    /// <summary>What is counted, as people call it.</summary>
    Text Name { get; }

    /// <summary>Locks that whoever writes the rows holds; taken before any customer is touched.</summary>
    IReadOnlyList<string> Locks => [];

    /// <summary>How many open ones each person has.</summary>
    IReadOnlyDictionary<long, int> OfPeople(DatabaseSession session);

    /// <summary>How many would go along with each customer of the table; who has none is not named.</summary>
    IReadOnlyDictionary<long, int> OfCustomers(DatabaseSession session);

    /// <returns>How many went along.</returns>
    int HandOver(DatabaseSession session);
}

/// <summary>The temporary table of a handover: who goes from whom to whom.</summary>
internal static class HandoverMoves
{
    public const string Table = "handover_move";

    /// <summary>Owner and store are empty for the company and for none.</summary>
    public const string Columns = "customer_id bigint PRIMARY KEY, from_owner bigint, to_owner bigint, from_store bigint, to_store bigint";
}
