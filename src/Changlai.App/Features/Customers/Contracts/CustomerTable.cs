using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Contracts;

/// <summary>What becomes of a table's rows when one customer is merged into another.</summary>
internal enum RowFate
{
    /// <summary>Copied under the survivor and taken out where they were: a row's customer never changes in place.</summary>
    Moves,

    /// <summary>Looked up by another key; the customer is a mere column and is pointed at the survivor.</summary>
    Points,

    /// <summary>Written anew for the survivor by whoever owns it (a summary, a card); those of the merged customer go.</summary>
    Rewritten,

    /// <summary>Not the merge's business; <see cref="CustomerTable.Why"/> says why.</summary>
    Apart,
}

/// <summary>A table with rows of customers, and what a merge does with them.</summary>
/// <param name="Name">As in the database.</param>
internal sealed record CustomerTable(string Name, RowFate Fate)
{
    /// <summary>What people call the rows, where they are told how many move or what has changed since; null for what only machines read.</summary>
    public Text? Called { get; init; }

    /// <summary>Which rows are those of customers <c>@one</c> and <c>@other</c>.</summary>
    public string Of { get; init; } = "customer_id IN (@one, @other)";

    /// <summary>Tells a row from the others of the same customer.</summary>
    public IReadOnlyList<string> Key { get; init; } = ["id"];

    /// <summary>Rows that the survivor has already are left out.</summary>
    public bool IsSet { get; init; }

    /// <summary>Columns that machines work out: their change says nothing about the merge, and undoing keeps them as they are now.</summary>
    public IReadOnlyList<string> Derived { get; init; } = [];

    /// <summary>Columns by which a person's later change is told; null for all that are not derived.</summary>
    public IReadOnlyList<string>? Watched { get; init; }

    /// <summary>Which rows can carry a person's later change, as a column that is then not empty; null for all.</summary>
    public string? WatchedWhere { get; init; }

    /// <summary>False where nothing that changes here can stand in the way of undoing.</summary>
    public bool IsWatched { get; init; } = true;

    /// <summary>False where an erasure does not delete the rows: somebody else does it, or they say nothing of the person.</summary>
    public bool IsErased { get; init; } = true;

    /// <summary>Why a table stands apart.</summary>
    public string? Why { get; init; }

    public static CustomerTable Apart(string name, string why) => new(name, RowFate.Apart) { Why = why };
}
