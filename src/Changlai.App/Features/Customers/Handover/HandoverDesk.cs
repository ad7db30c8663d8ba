using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Rules;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Handover;

/// <summary>Works out a handover into the temporary table <see cref="HandoverMoves"/>: who fits the rule, and who takes whom.</summary>
internal sealed class HandoverDesk(DatabaseSession session, Viewer viewer, IReadOnlyList<IHandoverPart> parts)
{
    /// <summary>People who may give or take, of the reader's store or of all.</summary>
    public List<HandoverPerson> People()
    {
        var people = new List<HandoverPerson>();
        using var rows = session.Read($"""
            SELECT s.id, s.name, s.store_id, s.active, s.daily_capacity, t.name FROM staff s LEFT JOIN store t ON t.id = s.store_id
            WHERE {viewer.InStores.Where("s")} ORDER BY s.store_id, s.id
            """, viewer.InStores.Values);
        while (rows.Next()) people.Add(new HandoverPerson(rows.Long(0), rows.Text(1), rows.LongOrNull(2), rows.Flag(3), rows.Int(4), rows.TextOrNull(5)));
        return people;
    }

    /// <summary>Fills the table of moves.</summary>
    /// <param name="byHand">Who takes a customer instead of whom the rule says.</param>
    public HandoverPreview Fill(HandoverRule rule, IReadOnlyList<HandoverPerson> people, IReadOnlyDictionary<long, long> byHand)
    {
        var takers = people.Where(person => rule.To.Contains(person.Id)).ToDictionary(person => person.Id);
        CollectFitting(rule);
        var going = parts.Select(part => (part, Of: part.OfCustomers(session))).ToList();
        var moves = ReadFitting().ConvertAll(one => one with { Weight = 1 + going.Sum(part => part.Of.GetValueOrDefault(one.Id)) });
        var owned = Owned();
        var open = parts.Select(part => part.OfPeople(session)).ToList();
        var receivers = takers.Values.Select(person => new Receiver(person.Id, owned.GetValueOrDefault(person.Id) + open.Sum(part => part.GetValueOrDefault(person.Id)), person.Capacity));
        var given = HandoverSplit.Split(moves.Select(one => new HandedCustomer(one.Id, one.Weight)), [.. receivers]);
        moves = moves.ConvertAll(one => one with { To = byHand.TryGetValue(one.Id, out var chosen) && takers.ContainsKey(chosen) ? chosen : given[one.Id] });
        Write(moves, takers);
        return new HandoverPreview(moves.Count, [.. takers.Values.Select(person => new HandoverShare(person, owned.GetValueOrDefault(person.Id), moves.Count(one => one.To == person.Id),
            [.. going.Select(part => moves.Where(one => one.To == person.Id).Sum(one => part.Of.GetValueOrDefault(one.Id)))]))],
            [.. parts.Select(part => part.Name)], Listed());
    }

    private void CollectFitting(HandoverRule rule)
    {
        session.CreateTemporaryTable(HandoverMoves.Table, HandoverMoves.Columns);
        // Who belongs to one of the takers stays with them.
        session.Execute($"""
            INSERT INTO {HandoverMoves.Table} (customer_id, from_owner, from_store)
            SELECT c.customer_id, c.owner_id, c.store_id FROM customer c
            WHERE (c.owner_id IS NULL OR c.owner_id NOT IN ({string.Join(", ", rule.To)})) AND {string.Join(" AND ", Conditions(rule))}
            """, ("from", rule.From), ("scope", viewer.Scope.Value), ("store", rule.Store), ("tier", rule.Tier), ("region", rule.Region));
        session.Analyze(HandoverMoves.Table);
    }

    private IEnumerable<string> Conditions(HandoverRule rule)
    {
        // Each value is named even where it does not narrow, so that the database knows its type.
        yield return rule.From is null ? "CAST(@from AS bigint) IS NULL" : "c.owner_id = @from";
        yield return viewer.Scope.Value is null ? $"CAST(@scope AS bigint) IS NULL AND {viewer.Scope.Where("c")}" : viewer.Scope.Where("c");
        yield return rule.Store is null ? "CAST(@store AS bigint) IS NULL" : "c.store_id = @store";
        yield return rule.Tier is null ? "CAST(@tier AS text) IS NULL" : "c.tier = @tier";
        yield return rule.Region is null ? "CAST(@region AS text) IS NULL" : "(c.region = @region OR substr(c.region, 1, length(@region) + 1) = @region || '/')";
        if (rule.OfCompany) yield return "c.owner_id IS NULL";
    }

    private List<Move> ReadFitting()
    {
        var moves = new List<Move>();
        using var rows = session.Read($"SELECT customer_id, from_owner, from_store FROM {HandoverMoves.Table} ORDER BY customer_id");
        while (rows.Next()) moves.Add(new Move(rows.Long(0), rows.LongOrNull(1), rows.LongOrNull(2), 1, 0));
        return moves;
    }

    private void Write(List<Move> moves, Dictionary<long, HandoverPerson> takers)
    {
        session.CreateTemporaryTable(HandoverMoves.Table, HandoverMoves.Columns);
        using (var insert = session.Insert(HandoverMoves.Table, "customer_id", "from_owner", "to_owner", "from_store", "to_store"))
        {
            foreach (var one in moves) insert.Add(one.Id).Add(one.FromOwner).Add(one.To).Add(one.FromStore).Add(takers[one.To].StoreId ?? one.FromStore).EndRow();
            insert.Complete();
        }
        session.Analyze(HandoverMoves.Table);
    }

    private Dictionary<long, int> Owned()
    {
        var owned = new Dictionary<long, int>();
        using var rows = session.Read("SELECT owner_id, count(*) FROM customer WHERE owner_id IS NOT NULL GROUP BY owner_id");
        while (rows.Next()) owned[rows.Long(0)] = (int)rows.Long(1);
        return owned;
    }

    /// <summary>The first of them, to be given to somebody else by hand.</summary>
    private List<HandoverListed> Listed()
    {
        var listed = new List<HandoverListed>();
        using var rows = session.Read($"""
            SELECT m.customer_id, c.name, o.name, m.to_owner FROM {HandoverMoves.Table} m JOIN customer c ON c.customer_id = m.customer_id
            LEFT JOIN staff o ON o.id = m.from_owner ORDER BY m.customer_id LIMIT {HandoverPreview.MostByHand}
            """);
        while (rows.Next()) listed.Add(new HandoverListed(rows.Long(0), rows.Text(1), rows.TextOrNull(2), rows.Long(3)));
        return listed;
    }

    private sealed record Move(long Id, long? FromOwner, long? FromStore, int Weight, long To);
}

/// <summary>Somebody who may give customers away or take them.</summary>
/// <param name="Active">Still works here.</param>
public sealed record HandoverPerson(long Id, string Name, long? StoreId, bool Active, int Capacity, string? Store);

/// <summary>What a handover would do.</summary>
/// <param name="Parts">What goes along, as people call it.</param>
/// <param name="Listed">The first customers, each with who takes them.</param>
public sealed record HandoverPreview(int Customers, IReadOnlyList<HandoverShare> Shares, IReadOnlyList<Core.Values.Text> Parts, IReadOnlyList<HandoverListed> Listed)
{
    public const int MostByHand = 50;
}

/// <param name="Owns">How many customers they have now.</param>
/// <param name="Along">How many of each part go along.</param>
public sealed record HandoverShare(HandoverPerson Person, int Owns, int Gets, IReadOnlyList<int> Along);

public sealed record HandoverListed(long Id, string Name, string? Owner, long To);
