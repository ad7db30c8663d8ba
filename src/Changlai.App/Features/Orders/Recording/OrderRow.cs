namespace Changlai.App.Features.Orders.Recording;

/// <summary>An order ready to be written, with the index of its batch order.</summary>
internal struct OrderRow
{
    public int BatchOrder;
    public long CustomerId;
    public long Id;
    public DateTimeOffset OrderedAt;
    public DateOnly OrderedOn;
    public RecordingStore Store;
    public long TotalMinor;
    public long MarginMinor;
    public int SupplyDays;
    public long SupplyProductId;
    public long ReturnsOrderId;
    public long ContentHash;

    /// <summary>A person said which order came back; it is not guessed anew.</summary>
    public bool ReturnStated;

    /// <summary>The stored order of the same number: 0 when there is none.</summary>
    public long StoredId;

    public long StoredCustomerId;
}

/// <summary>
/// A 64-bit fingerprint of an order's content: equal content is not written again. Values are mixed one at a time with the
/// finisher of SplitMix64 (Steele, Lea and Flood 2014).
/// </summary>
internal struct ContentHash
{
    private ulong state;

    public void Add(long value)
    {
        state = (state ^ (ulong)value) + 0x9E3779B97F4A7C15UL;
        state = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9UL;
        state = (state ^ (state >> 27)) * 0x94D049BB133111EBUL;
        state ^= state >> 31;
    }

    public readonly long Value => (long)state;
}
