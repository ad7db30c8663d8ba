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

/// <param name="StoreId">Only this store; null for every store.</param>
public sealed record WorklistScope(WorklistKind Kind, long StaffId, long? StoreId)
{
    public const string Everyone = "all";
    public const string Nobody = "none";

    /// <summary>What the reader asked for, as far as they may see it: staff see their own, a manager the store, the head office all.</summary>
    internal static WorklistScope Of(Viewer viewer, string? staff, long? store)
    {
        if (!viewer.IsManager) return new WorklistScope(WorklistKind.Mine, viewer.StaffId, viewer.StoreId);
        var within = viewer.StoreScope ?? store;
        return staff switch
        {
            Everyone => new WorklistScope(WorklistKind.Everyone, 0, within),
            Nobody => new WorklistScope(WorklistKind.Nobody, 0, within),
            { Length: > 0 } when long.TryParse(staff, out var id) => new WorklistScope(id == viewer.StaffId ? WorklistKind.Mine : WorklistKind.Person, id, within),
            // Whoever belongs to no store has no list of their own to begin with.
            _ when viewer.StoreId is null || store is not null => new WorklistScope(WorklistKind.Everyone, 0, within),
            _ => new WorklistScope(WorklistKind.Mine, viewer.StaffId, viewer.StoreId),
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
        WorklistKind.Mine when StoreId is null => Range(columns, "assignee_id = @staff", due),
        WorklistKind.Mine => $"{Range(columns, "assignee_id = @staff", due)} UNION ALL {Range(columns, "assignee_id IS NULL AND +store_id = @store", due)}",
        WorklistKind.Person => Range(columns, StoreId is null ? "assignee_id = @staff" : "assignee_id = @staff AND store_id = @store", due),
        WorklistKind.Everyone => Range(columns, InStores, due),
        WorklistKind.Nobody => Range(columns, $"assignee_id IS NULL AND {InStores}", due),
        _ => throw new InvalidOperationException("Unknown scope."),
    };

    /// <summary>Neither one person's nor one store's.</summary>
    public bool IsOfEveryStore => StoreId is null && Kind is (WorklistKind.Everyone or WorklistKind.Nobody);

    public (string Name, object? Value)[] Values => [("staff", StaffId), ("store", StoreId)];

    // Naming the stores keeps the index by store and day of use where all of them are wanted.
    private string InStores => StoreId is null ? "store_id IN (SELECT id FROM store)" : "store_id = @store";

    private static string Range(string columns, string whose, string due) => $"SELECT {columns} FROM follow_up WHERE state = 'planned' AND {whose}{due}";
}
