namespace Changlai.App.Features.Orders.Import;

/// <summary>
/// The distinct things that a column names. Every spelling is resolved once; a thing joins the list when the first line
/// that names it is accepted, so that rejected lines leave no trace.
/// </summary>
/// <param name="identify">The identity behind a spelling, the same for its own result; empty when the cell names nothing.</param>
/// <param name="show">How the thing is listed, from the first spelling seen; its identity when null.</param>
internal sealed class Roster(Func<string, string> identify, Func<string, string>? show = null)
{
    private const int Nothing = -1;
    private readonly Dictionary<string, int> _spellings = new(StringComparer.Ordinal);
    private readonly List<string> _shown = [];
    private readonly List<int> _places = [];
    private readonly List<string> _listed = [];

    /// <summary>The things named by accepted lines, in the order of their first.</summary>
    public List<string> Listed => _listed;

    /// <summary>Resolves a cell; −1 when it names nothing.</summary>
    public int Find(ReadOnlySpan<char> cell)
    {
        if (cell.IsEmpty)
            return Nothing;
        var lookup = _spellings.GetAlternateLookup<ReadOnlySpan<char>>();
        return lookup.TryGetValue(cell, out var thing) ? thing : Learn(cell.ToString());
    }

    /// <summary>How a thing found is listed.</summary>
    public string Shown(int thing) => _shown[thing];

    /// <summary>The place of a thing in the list, which it joins if it was not there.</summary>
    public int Accept(int thing)
    {
        if (thing < 0)
            return Nothing;
        if (_places[thing] < 0)
        {
            _places[thing] = _listed.Count;
            _listed.Add(_shown[thing]);
        }

        return _places[thing];
    }

    private int Learn(string spelling)
    {
        var identity = identify(spelling);
        if (identity.Length == 0)
            return _spellings[spelling] = Nothing;
        if (!_spellings.TryGetValue(identity, out var thing))
        {
            thing = _shown.Count;
            _shown.Add(show is null ? identity : show(spelling));
            _places.Add(Nothing);
            _spellings.Add(identity, thing);
        }

        _spellings.TryAdd(spelling, thing);
        return thing;
    }
}
