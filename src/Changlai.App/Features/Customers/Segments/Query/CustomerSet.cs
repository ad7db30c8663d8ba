using System.Numerics;

namespace Changlai.App.Features.Customers.Segments.Query;

/// <summary>Which customers have been seen, a bit for each; ids lie close together, so a million take little more than a hundred kilobytes.</summary>
internal sealed class CustomerSet
{
    private const int BitsOfPart = 16;
    private readonly Dictionary<long, ulong[]> parts = [];
    private (long Number, ulong[] Bits) last = (-1, []);

    public long Count => parts.Values.Sum(part => part.Sum(word => (long)BitOperations.PopCount(word)));

    public void Add(long id)
    {
        var number = id >> BitsOfPart;
        if (number != last.Number)
        {
            if (!parts.TryGetValue(number, out var bits)) parts[number] = bits = new ulong[1 << (BitsOfPart - 6)];
            last = (number, bits);
        }
        var place = (int)(id & ((1 << BitsOfPart) - 1));
        last.Bits[place >> 6] |= 1UL << (place & 63);
    }
}
