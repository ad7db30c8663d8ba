using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Search;

/// <summary>A customer found, and by what when a list does not show it: an order's number, a second phone, an address.</summary>
internal sealed record FoundCustomer(long Id, Text? By);

/// <summary>
/// One box finds customers from any fragment. The index gives candidates, a bounded number of them; each is checked against
/// the customer itself and ranked, the best customer first among equals. Where a fragment is so common that only some of its
/// candidates are read, the best customers of all are looked at too: they are whom people mean. A fragment that many of the
/// best customers have is not looked up at all: a list of a million is no help to anybody.
/// </summary>
internal sealed class CustomerFinder(DatabaseSession session, CustomerScope scope, IEnumerable<ISearchSource> sources, Masking? masking = null)
{
    private const int FewCandidates = 300;
    private const int ManyCandidates = 10_000;
    private const int BestCustomers = 600;
    private const int Sample = 200;

    /// <summary>So many of the sample, one in twenty-five, make a fragment common.</summary>
    private const int ManyOfSample = 8;

    private readonly Dictionary<long, Hit> hits = [];
    private FindWords? asked;

    public IReadOnlyList<FoundCustomer> Find(string? typed, int limit)
    {
        if (FindWords.Parse(typed) is not { } words) return [];
        asked = words;
        AskSources(typed!, limit);
        ReadIndex(words, limit);
        return [.. hits.OrderBy(hit => hit.Value.Rank).ThenByDescending(hit => hit.Value.TotalMinor).ThenBy(hit => hit.Key)
            .Take(limit).Select(hit => new FoundCustomer(hit.Key, hit.Value.By))];
    }

    private void AskSources(string typed, int limit)
    {
        var found = sources.SelectMany(source => source.Find(session, typed, limit)).DistinctBy(one => one.CustomerId).ToDictionary(one => one.CustomerId, one => one.By);
        if (found.Count == 0) return;
        var ids = string.Join(',', found.Keys);
        Read($"SELECT customer_id AS id FROM customer WHERE customer_id IN ({ids})", [], customer => (FindRank.Exact, CustomerTexts.ByOrder.With(found[customer.Id])));
    }

    private void ReadIndex(FindWords words, int limit)
    {
        (int, Text?)? Rank(FindableCustomer customer) => FindRank.Of(customer, words) is { } rank ? (rank, FindRank.By(customer, words)?.Shown) : null;
        Candidates([SearchGrams.Whole(words.Whole)], FewCandidates, Rank);
        var isCommon = scope.IsAll && ReadBestCustomers(Sample, limit, Rank) >= Math.Min(ManyOfSample, limit);
        // 伟 is in many names and begins few: those few still come first.
        if (!isCommon || hits.Values.Count(hit => hit.Rank <= FindRank.LastBeginning) < ManyOfSample)
            isCommon |= ReadEnough(SearchGrams.Beginning(words.Whole), limit, Rank);
        if (!isCommon && SearchGrams.Anywhere(words.Whole) is { } anywhere) isCommon = ReadEnough(anywhere, limit, Rank);
        if (hits.Count < limit && words.Words.Count > 1) isCommon |= ReadEnough(Apart(words), limit, Rank);
        if (isCommon) ReadBestCustomers(BestCustomers, limit, Rank);
    }

    /// <summary>What all the words together need; of a single letter only beginnings are known.</summary>
    private static IReadOnlyList<string> Apart(FindWords words) =>
        [.. words.Words.SelectMany(word => SearchGrams.Anywhere(word) ?? SearchGrams.Beginning(word)).Distinct(StringComparer.Ordinal)];

    /// <returns>Whether there are more candidates than were read.</returns>
    private bool ReadEnough(IReadOnlyList<string> grams, int limit, Func<FindableCustomer, (int, Text?)?> rank)
    {
        var (read, fitting) = Candidates(grams, FewCandidates, rank);
        if (read < FewCandidates) return false;
        // Candidates that mostly do not fit ("1111" is only 111 to the index) are worth a second, longer look.
        if (fitting < limit && fitting < read / 2) return Candidates(grams, ManyCandidates, rank).Read == ManyCandidates;
        return true;
    }

    private (int Read, int Fitting) Candidates(IReadOnlyList<string> grams, int most, Func<FindableCustomer, (int, Text?)?> rank)
    {
        string[] stores = [.. scope.Stores.Select(SearchGrams.Store)];
        // An owner is not in the index: what it finds is looked up among theirs.
        (string, object?)[] owner = scope.Owner is null ? [] : scope.Values;
        const string own = "IN (SELECT mine.customer_id FROM customer mine WHERE mine.owner_id = @scope)";
        if (session.IsSqlite)
        {
            // PostgreSQL begins with the rarest by itself; SQLite reads the list of each.
            var wanted = SearchGrams.Telling(grams).Select(Quoted).Concat(stores.Length == 0 ? [] : [$"({string.Join(" OR ", stores.Select(Quoted))})"]);
            // The plus keeps SQLite from asking the index for one of theirs after another.
            return Read($"SELECT rowid AS id FROM customer_find WHERE customer_find MATCH @grams{(owner.Length == 0 ? "" : $" AND +rowid {own}")} LIMIT {most}",
                [("grams", string.Join(" AND ", wanted)), .. owner], rank);
        }
        return stores.Length > 1
            ? Read($"SELECT customer_id AS id FROM customer_find WHERE grams @> @grams AND grams && @stores LIMIT {most}", [("grams", grams.ToArray()), ("stores", stores)], rank)
            : Read($"SELECT customer_id AS id FROM customer_find WHERE grams @> @grams{(owner.Length == 0 ? "" : $" AND customer_id {own}")} LIMIT {most}",
                [("grams", grams.Concat(stores).ToArray()), .. owner], rank);
    }

    private static string Quoted(string gram) => $"\"{gram}\"";

    /// <returns>How many of them fit; no more are looked for than are wanted.</returns>
    private int ReadBestCustomers(int most, int enough, Func<FindableCustomer, (int, Text?)?> rank) =>
        Read($"SELECT customer_id AS id, total_minor FROM order_summary ORDER BY total_minor DESC, customer_id DESC LIMIT {most}", [], rank, enough,
            // Whoever reads only some of them needs the best; SQLite joins in their order by itself.
            session.IsSqlite ? "" : "ORDER BY f.total_minor DESC, f.id DESC").Fitting;

    private (int Read, int Fitting) Read(string candidates, (string, object?)[] values, Func<FindableCustomer, (int Rank, Text? By)?> rank, int enough = int.MaxValue, string order = "")
    {
        var (read, fitting) = (0, 0);
        using var rows = session.Read($"""
            SELECT {FindableCustomer.Columns}, s.total_minor, c.owner_id FROM ({candidates}) f
            JOIN customer c ON c.customer_id = f.id LEFT JOIN order_summary s ON s.customer_id = f.id {order}
            """, values);
        while (fitting < enough && rows.Next())
        {
            read++;
            var customer = FindableCustomer.From(rows);
            if (masking?.IsOn(customer.Id) == true) customer = customer.AsSeenBy(masking, asked!);
            // The index knows the store; the row decides.
            if (!scope.Includes(customer.StoreId, rows.LongOrNull(8)) || rank(customer) is not { } how) continue;
            fitting++;
            if (!hits.TryGetValue(customer.Id, out var known) || how.Rank < known.Rank)
                hits[customer.Id] = new Hit(how.Rank, rows.LongOrNull(7) ?? 0, how.By);
        }
        return (read, fitting);
    }

    private readonly record struct Hit(int Rank, long TotalMinor, Text? By);
}
