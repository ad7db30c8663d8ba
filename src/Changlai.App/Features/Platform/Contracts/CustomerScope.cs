namespace Changlai.App.Features.Platform.Contracts;

/// <summary>
/// Whose customers somebody may see: everybody's, those of some stores, or their own. It stands in the query itself, so that
/// what is out of sight is neither read nor counted. One value, <c>@scope</c>, keeps a statement the same for everybody of its
/// kind; several stores stand in its text.
/// </summary>
public sealed record CustomerScope
{
    private const string Name = "scope";

    /// <summary>Everybody's.</summary>
    public static readonly CustomerScope All = new([], null, "all");

    private CustomerScope(IReadOnlyList<long> stores, long? owner, string key) => (Stores, Owner, Key) = (stores, owner, key);

    /// <summary>Those of some stores; of none nobody's.</summary>
    public static CustomerScope OfStores(params IEnumerable<long> stores)
    {
        long[] ids = [.. stores.Distinct().Order()];
        return new(ids.Length == 0 ? [0] : ids, null, ids.Length == 1 ? $"store {ids[0]}" : $"stores {string.Join(' ', ids)}");
    }

    /// <summary>Those that one person answers for.</summary>
    public static CustomerScope OfOwner(long staffId) => new([], staffId, $"owner {staffId}");

    /// <summary>Empty when it does not go by stores.</summary>
    public IReadOnlyList<long> Stores { get; }

    /// <summary>Null when it does not go by owner.</summary>
    public long? Owner { get; }

    /// <summary>Tells scopes apart: what was worked out under one is not shown to another.</summary>
    public string Key { get; }

    public bool IsAll => Owner is null && Stores.Count == 0;

    /// <summary>The store, where it is one.</summary>
    public long? OneStore => Stores.Count == 1 ? Stores[0] : null;

    /// <summary>The same for all scopes that are asked for with the same text.</summary>
    public string Shape => Owner is not null ? "of an owner" : Stores.Count switch { 0 => "of all", 1 => "of a store", _ => $"of {Key}" };

    /// <summary>The value of <c>@scope</c>; null where none is needed.</summary>
    public long? Value => Owner ?? OneStore;

    /// <summary>What a query is given.</summary>
    public (string Name, object? Value)[] Values => Value is { } value ? [(Name, value)] : [];

    /// <summary>A condition on a row with the columns <c>store_id</c> and <c>owner_id</c>.</summary>
    public string Where(string alias) => Owner is not null ? $"{alias}.owner_id = @{Name}" : Stores.Count switch
    {
        0 => "true",
        1 => $"{alias}.store_id = @{Name}",
        _ => $"{alias}.store_id IN ({string.Join(", ", Stores)})",
    };

    /// <summary>The condition as one more; nothing where all may be seen.</summary>
    public string And(string alias) => IsAll ? "" : $" AND {Where(alias)}";

    public bool Includes(long? storeId, long? ownerId) => Owner is { } owner ? ownerId == owner : Stores.Count == 0 || storeId is { } store && Stores.Contains(store);

    public bool Equals(CustomerScope? other) => other?.Key == Key;

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Key);

    public override string ToString() => Key;
}
