using System.Globalization;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Imports;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Relations;

/// <summary>Relations when an import is undone: those it noted go, from both cards; one that somebody noted since with a customer it made stands in the way.</summary>
internal sealed class RelationUndo : IImportUndo
{
    /// <summary>Name of the notes with the relations that an import added.</summary>
    public const string Notes = "customer_relation";

    private const string Noted = "noted_relation";

    public IReadOnlyList<string> CustomerTables => ["customer_relation"];

    public static string Note(long customerId, long otherId, string kind) => string.Create(CultureInfo.InvariantCulture, $"{customerId}\n{otherId}\n{kind}");

    public IEnumerable<Text> InTheWay(DatabaseSession session, UndoScope scope)
    {
        if (!scope.HasMade("customer")) yield break;
        List(session, scope);
        var since = session.Scalar<long>($"""
            SELECT count(*) FROM customer_relation r WHERE {scope.IsMade("customer", "r.customer_id")}
                AND NOT EXISTS (SELECT 1 FROM {Noted} n WHERE n.customer_id = r.customer_id AND n.other_id = r.other_id AND n.kind = r.kind)
            """);
        session.Execute($"DROP TABLE {Noted}");
        if (since > 0) yield return RelationTexts.Since.With(since);
    }

    public void Remove(DatabaseSession session, UndoScope scope)
    {
        List(session, scope);
        session.Execute($"DELETE FROM customer_relation WHERE (customer_id, other_id, kind) IN (SELECT customer_id, other_id, kind FROM {Noted})");
        session.Execute($"DROP TABLE {Noted}");
    }

    private static void List(DatabaseSession session, UndoScope scope)
    {
        // Read to their end first: a connection does one thing at a time.
        var notes = scope.Notes(Notes);
        session.CreateTemporaryTable(Noted, "customer_id bigint, other_id bigint, kind text");
        using var insert = session.Insert(Noted, "customer_id", "other_id", "kind");
        foreach (var parts in notes.Select(note => note.Split('\n')))
            insert.Add(long.Parse(parts[0], CultureInfo.InvariantCulture)).Add(long.Parse(parts[1], CultureInfo.InvariantCulture)).Add(parts[2]).EndRow();
        insert.Complete();
    }
}
