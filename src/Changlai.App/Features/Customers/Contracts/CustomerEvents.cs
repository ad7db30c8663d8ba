using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Contracts;

/// <summary>What happened to a card itself, for its history: notes, a new owner, another store.</summary>
internal static class CustomerEvents
{
    public const string Note = "note";
    public const string Owner = "owner";
    public const string Store = "store";

    /// <param name="kind">One of the kinds above.</param>
    /// <param name="words">A note's words; for a change what it is now, by its name at the time.</param>
    public static void Add(DatabaseSession session, long customerId, string kind, string words, long? staffId, DateTimeOffset at) => session.Execute(
        "INSERT INTO customer_event (customer_id, id, at, kind, words, staff_id) VALUES (@customer, @id, @at, @kind, @words, @staff)",
        ("customer", customerId), ("id", session.ReserveIds("customer_event", 1)), ("at", at), ("kind", kind), ("words", words), ("staff", staffId));
}
