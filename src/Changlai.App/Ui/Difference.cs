using Changlai.Core.Values;

namespace Changlai.App.Ui;

/// <summary>One thing that two versions say differently.</summary>
public sealed record Difference(Text What, string Yours, string Theirs)
{
    /// <summary>What differs between two versions that are told line by line, in the same order.</summary>
    public static IReadOnlyList<Difference> Between(IEnumerable<(Text What, string Words)> yours, IEnumerable<(Text What, string Words)> theirs) =>
        [.. yours.Zip(theirs, (one, other) => new Difference(one.What, one.Words, other.Words)).Where(line => line.Yours != line.Theirs)];
}
