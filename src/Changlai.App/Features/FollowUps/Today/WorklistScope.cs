using Changlai.App.Features.FollowUps.Contracts;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.FollowUps.Today;

/// <summary>Whose follow-ups a list shows.</summary>
public enum WorklistKind
{
    /// <summary>The reader's, and those of the reader's store that nobody has.</summary>
    Mine,

    /// <summary>Those of one colleague.</summary>
    Person,

    /// <summary>All of a store, or of every store.</summary>
    Everyone,

    /// <summary>Those that nobody has.</summary>
    Nobody,
}

/// <param name="StoreId">The store that was chosen, or the reader's own; null for every store that they may see.</param>
public sealed record WorklistScope(WorklistKind Kind, long StaffId, long? StoreId)
{
    public const string Everyone = "all";
    public const string Nobody = "none";

    /// <summary>What the reader may see.</summary>
    public CustomerScope Within { get; init; } = StoreId is { } store ? CustomerScope.OfStores(store) : CustomerScope.All;

    /// <summary>What the reader asked for, as far as they may see it: staff see their own, a manager the store, the head office all.</summary>
    internal static WorklistScope Of(Viewer viewer, string? staff, long? store)
    {
        // Of what nobody has, one's own list holds that of one's own store, even of those who see every store.
        var own = new WorklistScope(WorklistKind.Mine, viewer.StaffId, viewer.StoreId) { Within = viewer.Reach == Reach.All && viewer.StoreId is { } home ? CustomerScope.OfStores(home) : viewer.Scope };
        if (!viewer.IsManager) return own;
        var chosen = viewer.Chosen(store);
        var all = new WorklistScope(WorklistKind.Everyone, 0, chosen ?? viewer.Scope.OneStore) { Within = viewer.ScopeIn(chosen) };
        return staff switch
        {
            Everyone => all,
            Nobody => all with { Kind = WorklistKind.Nobody },
            { Length: > 0 } when long.TryParse(staff, out var id) => all with { Kind = id == viewer.StaffId ? WorklistKind.Mine : WorklistKind.Person, StaffId = id },
            // Whoever belongs to no store has no list of their own to begin with.
            _ when viewer.StoreId is null || chosen is not null => all,
            _ => own,
        };
    }

    /// <summary>How the scope is written in an address; null where it is the reader's own.</summary>
    public string? StaffValue => Kind switch
    {
        WorklistKind.Everyone => Everyone,
        WorklistKind.Nobody => Nobody,
        WorklistKind.Person => StaffId.ToString(),
        WorklistKind.Mine => null,
        _ => throw new InvalidOperationException("Unknown scope."),
    };

    /// <summary>The planned follow-ups of the scope: one or two ranges of an index, each of which <paramref name="columns"/> and @today must not leave.</summary>
    public string Ranges(string columns, string due) => Kind switch
    {
        // The plus keeps SQLite from reading all that the store has due to find the few that nobody has.
        WorklistKind.Mine when Within.IsAll => Range(columns, "f.assignee_id = @staff", due),
        WorklistKind.Mine when Within.Owner is not null => $"{Range(columns, "f.assignee_id = @staff", due)} UNION ALL {Range(columns, $"f.assignee_id IS NULL AND {FollowUpScope.OfOwner()}", due)}",
        WorklistKind.Mine => $"{Range(columns, "f.assignee_id = @staff", due)} UNION ALL {Range(columns, $"f.assignee_id IS NULL AND +{Within.Where("f")}", due)}",
        WorklistKind.Person => Range(columns, $"f.assignee_id = @staff{FollowUpScope.And(Within)}", due),
        WorklistKind.Everyone when Within.Owner is not null =>
            $"{Range(columns, "f.assignee_id = @scope", due)} UNION ALL {Range(columns, $"(f.assignee_id IS NULL OR f.assignee_id <> @scope) AND {FollowUpScope.OfOwner()}", due)}",
        WorklistKind.Everyone => Range(columns, InStores, due),
        WorklistKind.Nobody => Range(columns, $"f.assignee_id IS NULL AND {InStores}", due),
        _ => throw new InvalidOperationException("Unknown scope."),
    };

    /// <summary>Neither one person's nor one store's.</summary>
    public bool IsOfEveryStore => Within.IsAll && Kind is (WorklistKind.Everyone or WorklistKind.Nobody);

    public (string Name, object? Value)[] Values => [("staff", StaffId), .. Within.Values];

    // Naming the stores keeps the index by store and day of use where all of them are wanted.
    private string InStores => Within.IsAll ? "f.store_id IN (SELECT id FROM store)" : FollowUpScope.Where(Within);

    private static string Range(string columns, string whose, string due) => $"SELECT {columns} FROM follow_up f WHERE f.state = 'planned' AND {whose}{due}";
}
