using System.Numerics;

namespace Changlai.App.Features.Customers.Segments.Query;

/// <summary>Which customers have been seen, a bit for each; ids lie close together, so a million take little more than a hundred kilobytes.</summary>
internal sealed class CustomerSet
{
    private const int BitsOfPart = 16;
    private const int WordsOfPart = 1 << (BitsOfPart - 6);
    private static readonly ulong[] Nobody = new ulong[WordsOfPart];
    private readonly Dictionary<long, ulong[]> parts = [];
    private (long Number, ulong[] Bits) last = (-1, []);

    public long Count => parts.Values.Sum(part => part.Sum(word => (long)BitOperations.PopCount(word)));

    public void Add(long id)
    {
        var number = id >> BitsOfPart;
        if (number != last.Number) last = (number, PartOf(number));
        var place = (int)(id & ((1 << BitsOfPart) - 1));
        last.Bits[place >> 6] |= 1UL << (place & 63);
    }

    public void UnionWith(CustomerSet other)
    {
        foreach (var (number, bits) in other.parts) Combine(PartOf(number), bits, (mine, others) => mine | others);
    }

    public void IntersectWith(CustomerSet other)
    {
        foreach (var (number, mine) in parts) Combine(mine, other.parts.GetValueOrDefault(number) ?? Nobody, (mine, others) => mine & others);
    }

    public void ExceptWith(CustomerSet other)
    {
        foreach (var (number, mine) in parts) Combine(mine, other.parts.GetValueOrDefault(number) ?? Nobody, (mine, others) => mine & ~others);
    }

    private ulong[] PartOf(long number)
    {
        if (!parts.TryGetValue(number, out var bits)) parts[number] = bits = new ulong[WordsOfPart];
        return bits;
    }

    private static void Combine(ulong[] mine, ulong[] others, Func<ulong, ulong, ulong> combined)
    {
        for (var word = 0; word < WordsOfPart; word++) mine[word] = combined(mine[word], others[word]);
    }
}
