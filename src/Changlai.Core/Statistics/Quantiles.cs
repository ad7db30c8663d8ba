using System.Buffers;

namespace Changlai.Core.Statistics;

/// <summary>Medians and quantiles of small and middling samples. The input is never reordered.</summary>
/// <remarks>
/// Quantiles are of type 7 in Hyndman &amp; Fan, "Sample Quantiles in Statistical Packages", <i>The American Statistician</i>
/// 50(4), 1996: with n sorted values x₀ … xₙ₋₁ and h = (n − 1)p the quantile is x⌊h⌋ + (h − ⌊h⌋)(x⌊h⌋₊₁ − x⌊h⌋), as in R's and
/// spreadsheets' defaults. Samples of up to 128 values are sorted on the stack, larger ones in a pooled array.
/// </remarks>
public static class Quantiles
{
    private const int OnStack = 128;

    /// <summary>The middle value, or the mean of the two middle values.</summary>
    /// <exception cref="ArgumentException">There are no values.</exception>
    public static double Median(ReadOnlySpan<int> values) => At(values, 0.5);

    /// <inheritdoc cref="Median(ReadOnlySpan{int})"/>
    public static double Median(ReadOnlySpan<double> values) => At(values, 0.5);

    /// <summary>The type 7 quantile.</summary>
    /// <param name="values">At least one value, in any order.</param>
    /// <param name="probability">0 (the least value) to 1 (the greatest).</param>
    /// <returns>A number in the unit of the values, between the least and the greatest of them.</returns>
    /// <exception cref="ArgumentException">There are no values, or one of them is infinite or not a number.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not within 0 to 1.</exception>
    public static double At(ReadOnlySpan<int> values, double probability)
    {
        Check(values.Length, probability);
        int[]? rented = null;
        var sorted = values.Length <= OnStack
            ? stackalloc int[values.Length]
            : (rented = ArrayPool<int>.Shared.Rent(values.Length)).AsSpan(0, values.Length);
        values.CopyTo(sorted);
        sorted.Sort();
        var (index, fraction) = Position(sorted.Length, probability);
        double low = sorted[index];
        var result = fraction == 0 ? low : low + (fraction * (sorted[index + 1] - low));
        if (rented is not null)
            ArrayPool<int>.Shared.Return(rented);
        return result;
    }

    /// <inheritdoc cref="At(ReadOnlySpan{int}, double)"/>
    public static double At(ReadOnlySpan<double> values, double probability)
    {
        Check(values.Length, probability);
        foreach (var value in values)
        {
            if (!double.IsFinite(value))
                throw new ArgumentException("A value is not a finite number.", nameof(values));
        }
        double[]? rented = null;
        var sorted = values.Length <= OnStack
            ? stackalloc double[values.Length]
            : (rented = ArrayPool<double>.Shared.Rent(values.Length)).AsSpan(0, values.Length);
        values.CopyTo(sorted);
        sorted.Sort();
        var result = OfSorted(sorted, probability);
        if (rented is not null)
            ArrayPool<double>.Shared.Return(rented);
        return result;
    }

    /// <summary>The type 7 quantile of values already in ascending order; nothing is copied.</summary>
    /// <inheritdoc cref="At(ReadOnlySpan{int}, double)"/>
    public static double OfSorted(ReadOnlySpan<double> sorted, double probability)
    {
        Check(sorted.Length, probability);
        var (index, fraction) = Position(sorted.Length, probability);
        if (fraction == 0)
            return sorted[index];
        // A weighted mean does not overflow as the difference of two huge values may; its rounding is held between the two.
        var (low, high) = (sorted[index], sorted[index + 1]);
        return Math.Clamp(((1 - fraction) * low) + (fraction * high), low, high);
    }

    private static (int Index, double Fraction) Position(int count, double probability)
    {
        var position = (count - 1) * probability;
        var index = (int)Math.Floor(position);
        return (index, position - index);
    }

    private static void Check(int values, double probability)
    {
        if (values == 0)
            throw new ArgumentException("A quantile needs at least one value.", nameof(values));
        if (!(probability >= 0 && probability <= 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability lies within 0 to 1.");
    }
}
