using System.Numerics;
using System.Text.RegularExpressions;

namespace Changlai.App.Features.Platform.Contracts;

/// <summary>
/// A statement that a page asks, and where its values come from: from what the page was given, or always the same. Each time
/// it is asked, what its values could be is narrowed down; when nothing is left, learning begins anew.
/// </summary>
internal sealed partial class StatementAhead
{
    /// <summary>So often a statement must have been asked before it is sent unasked.</summary>
    private const int AskedOften = 2;

    /// <summary>For each value a bit for each given that it has always been equal to.</summary>
    private readonly ulong[] given;

    /// <summary>PostgreSQL counts its values, and takes none that the text does not have.</summary>
    private readonly int[] places;

    private (string Name, object? Value)[] first;
    private readonly bool[] always;
    private int asked;

    public StatementAhead(string sql, (string Name, object? Value)[] values)
    {
        Sql = sql;
        (Numbered, places) = Number(sql, values);
        (given, always, first) = (new ulong[values.Length], new bool[values.Length], values);
        Begin(values);
    }

    public string Sql { get; }

    /// <summary>The text with <c>$1</c> for its first value, as the server knows it.</summary>
    public string Numbered { get; }

    /// <summary>How often in a row it was sent and nobody asked for it.</summary>
    public int Unwanted { get; set; }

    public bool IsForeseeable => asked >= AskedOften;

    /// <summary>Learns from one more time that it was asked.</summary>
    public void Asked((string Name, object? Value)[] values, object?[] givens)
    {
        Narrow(values, givens);
        if (!Array.TrueForAll(places, place => given[place] != 0 || always[place]))
        {
            Begin(values);
            Narrow(values, givens);
        }
        asked++;
        Unwanted = 0;
    }

    /// <summary>The values it will be asked with.</summary>
    public object?[] Values(object?[] givens)
    {
        var values = new object?[first.Length];
        for (var i = 0; i < values.Length; i++) values[i] = given[i] == 0 ? first[i].Value : givens[BitOperations.TrailingZeroCount(given[i])];
        return values;
    }

    /// <summary>Those of the values that are sent, in the order of their numbers.</summary>
    public IEnumerable<object?> Sent(object?[] values) => places.Select(place => values[place]);

    public bool Is(string sql, ReadOnlySpan<(string Name, object? Value)> values)
    {
        if (values.Length != first.Length || sql != Sql) return false;
        for (var i = 0; i < values.Length; i++)
            if (values[i].Name != first[i].Name) return false;
        return true;
    }

    /// <summary>Whether it is asked with the very values that were sent.</summary>
    public bool IsSame(object?[] sent, ReadOnlySpan<(string Name, object? Value)> values)
    {
        foreach (var place in places)
            if (!Equals(values[place].Value, sent[place])) return false;
        return true;
    }

    private void Begin((string Name, object? Value)[] values)
    {
        first = values;
        Array.Fill(given, ulong.MaxValue);
        Array.Fill(always, true);
        asked = 0;
    }

    private void Narrow((string Name, object? Value)[] values, object?[] givens)
    {
        for (var i = 0; i < values.Length; i++)
        {
            always[i] &= Equals(values[i].Value, first[i].Value);
            var equal = 0UL;
            for (var j = 0; j < givens.Length; j++)
                if (Equals(values[i].Value, givens[j])) equal |= 1UL << j;
            given[i] &= equal;
        }
    }

    private static (string Numbered, int[] Places) Number(string sql, (string Name, object? Value)[] values)
    {
        var used = new List<int>();
        var numbered = Parameter().Replace(sql, match =>
        {
            var place = Array.FindIndex(values, value => value.Name == match.Groups["name"].Value);
            if (place < 0) return match.Value;
            if (!used.Contains(place)) used.Add(place);
            return $"${used.IndexOf(place) + 1}";
        });
        return (numbered, [.. used]);
    }

    [GeneratedRegex("@(?<name>[A-Za-z][A-Za-z0-9_]*)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();
}
