namespace Changlai.App.Features.Platform.Contracts;

/// <summary>Answers that were worked out once and hold as long as the database is in the very state they were worked out in.</summary>
internal sealed class KeptAnswers
{
    private const int Most = 100;

    private readonly Lock guard = new();
    private readonly Dictionary<string, (string State, object Answer)> kept = new(StringComparer.Ordinal);

    public object? Of(string what, string state)
    {
        lock (guard) return kept.TryGetValue(what, out var known) && known.State == state ? known.Answer : null;
    }

    public void Keep(string what, string state, object answer)
    {
        lock (guard)
        {
            if (kept.Count >= Most) kept.Clear();
            kept[what] = (state, answer);
        }
    }
}
