using System.Collections;

namespace Changlai.App.Features.Orders.Import;

/// <summary>
/// The lines of a file, kept in chunks: a list of ten million lines would need twice its size each time that it grows.
/// </summary>
internal sealed class OrderFileLines : IReadOnlyList<OrderFileLine>
{
    private const int ChunkBits = 14;
    private const int ChunkSize = 1 << ChunkBits;
    private readonly List<OrderFileLine[]> _chunks = [];

    public int Count { get; private set; }

    OrderFileLine IReadOnlyList<OrderFileLine>.this[int index] => this[index];

    /// <summary>A line, without copying it.</summary>
    public ref readonly OrderFileLine this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
            return ref Slot(index);
        }
    }

    public static OrderFileLines Of(IEnumerable<OrderFileLine> lines)
    {
        var list = new OrderFileLines();
        foreach (var line in lines)
            list.Add(line);
        return list;
    }

    public IEnumerator<OrderFileLine> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
            yield return Slot(i);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Add(in OrderFileLine line)
    {
        if (Count == _chunks.Count * ChunkSize)
            _chunks.Add(new OrderFileLine[ChunkSize]);
        Slot(Count++) = line;
    }

    /// <summary>Puts another line in the place of one.</summary>
    internal void Replace(int index, in OrderFileLine line) => Slot(index) = line;

    /// <summary>Keeps the first lines only.</summary>
    internal void Truncate(int count)
    {
        Count = count;
        var chunks = (count + ChunkSize - 1) / ChunkSize;
        _chunks.RemoveRange(chunks, _chunks.Count - chunks);
    }

    private ref OrderFileLine Slot(int index) => ref _chunks[index >> ChunkBits][index & (ChunkSize - 1)];
}
