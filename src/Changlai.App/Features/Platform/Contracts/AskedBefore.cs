using System.Collections.Concurrent;

namespace Changlai.App.Features.Platform.Contracts;

/// <summary>What each page asks of the database, learned from the times it was opened. Nothing but texts and constants is kept, never an answer.</summary>
internal sealed class AskedBefore
{
    /// <summary>A page kept for each of ever new names would be a leak.</summary>
    private const int MostPages = 200;

    private readonly ConcurrentDictionary<string, PageQuestions> pages = new(StringComparer.Ordinal);

    public PageQuestions? Of(string page) => pages.TryGetValue(page, out var known) ? known : pages.Count < MostPages ? pages.GetOrAdd(page, _ => new PageQuestions()) : null;
}

/// <summary>The statements of one page in the order they are asked.</summary>
internal sealed class PageQuestions
{
    private const int MostStatements = 80;

    /// <summary>A statement that nobody asked for so often in a row is not sent any more.</summary>
    private const int UnwantedTooOften = 20;

    private readonly Lock learning = new();
    private readonly List<StatementAhead> known = [];

    /// <summary>What to send when the page is opened next.</summary>
    public IReadOnlyList<StatementAhead> Foreseen { get; private set => Volatile.Write(ref field, value); } = [];

    /// <param name="asked">What the page has asked this time, in order.</param>
    /// <param name="givens">What it was opened with.</param>
    public void Learn(IReadOnlyList<(string Sql, (string Name, object? Value)[] Values)> asked, object?[] givens)
    {
        lock (learning)
        {
            var wanted = new HashSet<StatementAhead>();
            var place = 0;
            foreach (var (sql, values) in asked)
            {
                var at = known.FindIndex(one => !wanted.Contains(one) && one.Is(sql, values));
                if (at < 0)
                {
                    if (known.Count == MostStatements) continue;
                    known.Insert(at = place, new StatementAhead(sql, values));
                }
                known[at].Asked(values, givens);
                wanted.Add(known[at]);
                place = at + 1;
            }
            foreach (var one in known)
                if (!wanted.Contains(one)) one.Unwanted++;
            known.RemoveAll(one => one.Unwanted > UnwantedTooOften);
            Foreseen = [.. known.Where(one => one.IsForeseeable)];
        }
    }
}
