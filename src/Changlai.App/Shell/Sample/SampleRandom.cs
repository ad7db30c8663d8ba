namespace Changlai.App.Shell.Sample;

/// <summary>
/// SplitMix64 (Steele, Lea &amp; Flood, OOPSLA 2014): a few lines whose numbers are the same on every platform and runtime.
/// Each customer draws from a stream of their own, so that one more draw for one changes nobody else.
/// </summary>
internal sealed class SampleRandom(ulong seed, ulong stream)
{
    private const ulong Golden = 0x9E3779B97F4A7C15;
    private ulong _state = Mix(seed + (Golden * (stream + 1)));

    /// <summary>0 or more, below the limit.</summary>
    public int Below(int limit) => (int)(((NextBits() >> 32) * (ulong)limit) >> 32);

    /// <summary>From one number to another, both included.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    public bool Chance(double probability) => NextUnit() < probability;

    public double Between(double low, double high) => low + (NextUnit() * (high - low));

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>An index, each as likely as its weight.</summary>
    public int Weighted(ReadOnlySpan<int> weights)
    {
        var total = 0;
        foreach (var weight in weights)
            total += weight;
        var left = Below(total);
        var index = 0;
        while (left >= weights[index])
            left -= weights[index++];
        return index;
    }

    /// <summary>Mean 0, standard deviation 1, within ±6. A sum of uniforms: logarithms differ between platforms.</summary>
    public double Bell()
    {
        var sum = -6.0;
        for (var i = 0; i < 12; i++)
            sum += NextUnit();
        return sum;
    }

    private double NextUnit() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    private ulong NextBits() => Mix(_state += Golden);

    private static ulong Mix(ulong bits)
    {
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}
