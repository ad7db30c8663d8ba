using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.Contracts.Imports;

/// <summary>
/// What a feature does when an import is undone, whatever was imported: a file of orders makes customers, products and people
/// too, and each feature knows its own records best. All of it happens in one transaction.
/// </summary>
internal interface IImportUndo
{
    /// <summary>Locks to hold, in the order in which everybody takes them.</summary>
    IReadOnlyList<string> Locks => [];

    /// <summary>
    /// The tables with a customer in them that this feature answers for: rows of customers whom the import made go with them,
    /// once <see cref="InTheWay"/> has said nothing. Rows in a table that nobody answers for stand in the way.
    /// </summary>
    IReadOnlyList<string> CustomerTables => [];

    /// <summary>What was built on the import since and would be lost, in words with figures.</summary>
    IEnumerable<Text> InTheWay(DatabaseSession session, UndoScope scope) => [];

    /// <summary>Takes away what the import made, the rows of its new customers apart; those on the right go first.</summary>
    void Remove(DatabaseSession session, UndoScope scope)
    {
    }

    /// <summary>Puts back what the import changed, and what follows from it.</summary>
    void Restore(DatabaseSession session, UndoScope scope)
    {
    }

    /// <summary>What still refers to shared records that the import made, after all else is gone: the undo is given up then.</summary>
    IEnumerable<Text> StillUsed(DatabaseSession session, UndoScope scope) => [];
}
