using Changlai.App.Features.Customers.Search;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.Benchmarks.Search;

/// <summary>What people type, drawn from the customers themselves with a fixed seed: the same mix in every run over the same shop.</summary>
internal static class Fragments
{
    public const int OfEachKind = 150;
    private const int Seed = 20261128;

    public static IReadOnlyList<(string Kind, IReadOnlyList<string> Typed)> Draw(DatabaseSession session)
    {
        var random = new Random(Seed);
        var all = Some(session, random, "true");
        var enriched = Some(session, random, "c.external_source = 'till'");
        var orders = Orders(session, random);
        IReadOnlyList<string> Of(List<FindableCustomer> people, Func<FindableCustomer, string?> typed) => [.. people.Select(typed).OfType<string>().Take(OfEachKind)];
        return
        [
            ("whole name", Of(all, one => one.Name)),
            ("part of a name", Of(all, one => one.Name[1..])),
            ("one character", Of(all, one => one.Name[..1])),
            ("pinyin initials", Of(all, one => one.Initials)),
            ("pinyin", Of(all, one => one.Spelled)),
            ("end of a phone", Of(all, one => one.DialledPhone?[^5..])),
            ("middle of a phone", Of(all, one => one.DialledPhone?[3..7])),
            ("whole phone", Of(all, one => one.DialledPhone)),
            ("card number", Of(enriched, one => one.Others.FirstOrDefault(other => other.Kind == FurtherFinds.Number)?.Text)),
            ("part of a card number", Of(enriched, one => one.Others.FirstOrDefault(other => other.Kind == FurtherFinds.Number)?.Text[2..7])),
            ("address", Of(enriched, one => one.Others.FirstOrDefault(other => other.Kind == FurtherFinds.Words)?.Text[^9..])),
            ("e-mail", Of(enriched, one => one.Email)),
            ("part of an e-mail", Of(enriched, one => one.Email?[1..7])),
            ("order number", orders),
            ("nobody's", [.. Enumerable.Range(0, OfEachKind).Select(_ => $"{(char)('鑫' + random.Next(40))}{(char)('龘' - random.Next(40))}")]),
        ];
    }

    private static List<FindableCustomer> Some(DatabaseSession session, Random random, string which)
    {
        var most = session.Scalar<long>($"SELECT max(customer_id) FROM customer c WHERE {which}");
        var least = session.Scalar<long>($"SELECT min(customer_id) FROM customer c WHERE {which}");
        var people = new List<FindableCustomer>();
        while (people.Count < OfEachKind)
        {
            using var rows = session.Read($"SELECT {FindableCustomer.Columns} FROM customer c WHERE c.customer_id = @id AND {which}", ("id", random.NextInt64(least, most + 1)));
            if (rows.Next()) people.Add(FindableCustomer.From(rows));
        }
        return people;
    }

    private static List<string> Orders(DatabaseSession session, Random random)
    {
        var most = session.Scalar<long>("SELECT max(customer_id) FROM customer_order");
        var numbers = new List<string>();
        while (numbers.Count < OfEachKind)
            if (session.Scalar<string>("SELECT external_number FROM customer_order WHERE customer_id >= @id ORDER BY customer_id, id LIMIT 1", ("id", random.NextInt64(1, most + 1))) is { } number)
                numbers.Add(number);
        return numbers;
    }
}
