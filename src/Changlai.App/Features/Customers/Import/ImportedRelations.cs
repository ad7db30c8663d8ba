using Changlai.App.Features.Customers.Relations;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Imports;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Import;

/// <summary>A customer who is said to be related to somebody whom neither the file nor the system knows, or to themselves.</summary>
/// <param name="Field">The column that says so.</param>
internal sealed record Unrelated(ImportedCustomer Customer, RejectReason Reason, string Field);

/// <summary>
/// The relations that a file names: each to a customer of the file or to one who was there before, by number, else by phone.
/// Who is named is found for all of them at once. A customer whose relation is to nobody is not taken; so nobody else is
/// related to them either, unless they were there before.
/// </summary>
internal sealed class ImportedRelations
{
    private const string Named = "named_relation";
    private readonly DatabaseSession session;
    private readonly ImportReading reading;
    private readonly IReadOnlyList<ImportedCustomer> customers;
    private readonly Found?[] known;
    private readonly Dictionary<string, int> byNumber = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> byPhone = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> stored = new(StringComparer.Ordinal);
    private readonly Dictionary<int, Unrelated> unrelated = [];

    /// <param name="known">For each customer of the file who they are among those stored; null for somebody new.</param>
    public ImportedRelations(DatabaseSession session, ImportReading reading, IReadOnlyList<ImportedCustomer> customers, Found?[] known)
    {
        (this.session, this.reading, this.customers, this.known) = (session, reading, customers, known);
        var saying = customers.Index().Where(one => one.Item.Relations.Count > 0).Select(one => one.Index).ToList();
        if (saying.Count == 0) return;
        foreach (var (index, customer) in customers.Index())
        {
            if (customer.Number is { } number) byNumber.TryAdd(number, index);
            if (customer.Phone is { } phone) byPhone.TryAdd(phone, index);
        }
        FindStored([.. saying.SelectMany(index => customers[index].Relations).Select(relation => relation.Named).Distinct(StringComparer.Ordinal)]);
        // Whoever is not taken leaves others without the one they name.
        for (var more = true; more;)
        {
            more = false;
            foreach (var index in saying.Where(index => !unrelated.ContainsKey(index)))
                if (ProblemOf(index) is { } problem)
                {
                    unrelated[index] = problem;
                    more = true;
                }
        }
    }

    public IReadOnlyList<Unrelated> Unrelated => [.. unrelated.OrderBy(one => one.Key).Select(one => one.Value)];

    public bool IsUnrelated(int index) => unrelated.ContainsKey(index);

    /// <summary>Writes what is new, on both cards.</summary>
    /// <param name="first">The id that the first of the new customers got; the others follow.</param>
    /// <returns>The customers who have got a relation.</returns>
    public IReadOnlyCollection<long> Write(IReadOnlyList<ImportedCustomer> fresh, long first)
    {
        var ids = new Dictionary<ImportedCustomer, long>(ReferenceEqualityComparer.Instance);
        foreach (var (place, customer) in fresh.Index()) ids[customer] = first + place;
        var rows = new SortedSet<(long, long, string)>();
        foreach (var (index, customer) in customers.Index().Where(one => one.Item.Relations.Count > 0 && !unrelated.ContainsKey(one.Index)))
        {
            if (IdOf(index, ids) is not { } one) continue;
            foreach (var relation in customer.Relations)
            {
                if (Target(relation.Named) is not var (place, id) || (place is { } other ? IdOf(other, ids) : id) is not { } another || another == one) continue;
                rows.Add((one, another, relation.Kind));
                rows.Add((another, one, RelationTexts.Mirror(relation.Kind)));
            }
        }
        return rows.Count == 0 ? [] : Store(rows);
    }

    private long? IdOf(int index, Dictionary<ImportedCustomer, long> fresh) => known[index]?.Id ?? (fresh.TryGetValue(customers[index], out var id) ? id : null);

    private List<long> Store(SortedSet<(long Customer, long Other, string Kind)> rows)
    {
        session.CreateTemporaryTable(Named, "customer_id bigint, other_id bigint, kind text");
        using (var insert = session.Insert(Named, "customer_id", "other_id", "kind"))
        {
            foreach (var (customer, other, kind) in rows) insert.Add(customer).Add(other).Add(kind).EndRow();
            insert.Complete();
        }
        session.Execute($"""
            DELETE FROM {Named} WHERE EXISTS (
                SELECT 1 FROM customer_relation r WHERE r.customer_id = {Named}.customer_id AND r.other_id = {Named}.other_id AND r.kind = {Named}.kind)
            """);
        var (related, notes) = (new List<long>(), new List<string>());
        using (var read = session.Read($"SELECT customer_id, other_id, kind FROM {Named} ORDER BY customer_id, other_id, kind"))
            while (read.Next())
            {
                related.Add(read.Long(0));
                notes.Add(RelationUndo.Note(read.Long(0), read.Long(1), read.Text(2)));
            }
        session.Journal?.Note(RelationUndo.Notes, notes);
        session.Execute($"INSERT INTO customer_relation (customer_id, other_id, kind, noted_at, noted_by) SELECT customer_id, other_id, kind, @now, @by FROM {Named}",
            ("now", reading.Now), ("by", reading.Settings.StaffId == 0 ? null : reading.Settings.StaffId));
        session.Execute($"DROP TABLE {Named}");
        return [.. related.Distinct()];
    }

    private Unrelated? ProblemOf(int index)
    {
        foreach (var relation in customers[index].Relations)
        {
            var target = Target(relation.Named);
            if (target is null) return new Unrelated(customers[index], CustomerReasons.RelationUnknown, relation.Field);
            if (target.Value.Place == index || target.Value.Stored is { } id && id == known[index]?.Id) return new Unrelated(customers[index], CustomerReasons.RelationSelf, relation.Field);
        }
        return null;
    }

    /// <summary>A customer of the file, or one who was there before; null when nobody is called so.</summary>
    private (int? Place, long? Stored)? Target(string named)
    {
        var (number, phone) = (NumberOf(named), PhoneNumber.Parse(named)?.E164);
        if (number is not null && byNumber.TryGetValue(number, out var place) && IsTaken(place)) return (place, null);
        if (number is not null && stored.TryGetValue(ByNumber(number), out var id)) return (null, id);
        if (phone is not null && byPhone.TryGetValue(phone, out place) && IsTaken(place)) return (place, null);
        return phone is not null && stored.TryGetValue(ByPhone(phone), out id) ? (null, id) : null;
    }

    /// <summary>Somebody else's customer is not there for whoever may not see them.</summary>
    private bool IsTaken(int place) => known[place] is { } there ? MaySee(there) : !unrelated.ContainsKey(place);

    private bool MaySee(Found customer) => !reading.Settings.OnlyThisStore || customer.StoreId == reading.Store?.Id;

    private void FindStored(List<string> named)
    {
        List<Wanted> wanted =
        [
            .. named.Select(NumberOf).OfType<string>().Distinct(StringComparer.Ordinal).Select(number => new Wanted(number, null, "")),
            .. named.Select(one => PhoneNumber.Parse(one)?.E164).OfType<string>().Distinct(StringComparer.Ordinal).Select(phone => new Wanted(null, phone, "")),
        ];
        foreach (var (one, found) in wanted.Zip(CustomerMatching.Find(session, reading.Settings.Source, wanted)))
            if (found is not null && MaySee(found)) stored[one.Number is { } number ? ByNumber(number) : ByPhone(one.Phone!)] = found.Id;
    }

    private static string? NumberOf(string named) => ExternalId.Normalize(named) is { Length: > 0 } number ? number : null;

    private static string ByNumber(string number) => $"number {number}";

    private static string ByPhone(string phone) => $"phone {phone}";
}
