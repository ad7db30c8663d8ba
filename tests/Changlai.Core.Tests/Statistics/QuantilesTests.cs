using Changlai.Core.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace Changlai.Core.Tests.Statistics;

public sealed class QuantilesTests
{
    private static readonly Gen<int[]> Samples =
        from size in Gen.Frequency((9, Gen.Choose(1, 40)), (1, Gen.Choose(120, 600)))
        from values in Gen.Choose(-10_000, 10_000).ArrayOf(size)
        select values;

    private static readonly Gen<double> Probabilities = from thousandths in Gen.Choose(0, 1000) select thousandths / 1000.0;

    // R: quantile(c(3, 1, 4, 1, 5, 9, 2, 6), p, type = 7)
    [Theory]
    [InlineData(0.0, 1.0)]
    [InlineData(0.1, 1.0)]
    [InlineData(0.25, 1.75)]
    [InlineData(0.5, 3.5)]
    [InlineData(0.8, 5.6)]
    [InlineData(1.0, 9.0)]
    public void Quantiles_are_of_type_7(double probability, double expected)
    {
        Quantiles.At([3, 1, 4, 1, 5, 9, 2, 6], probability).ShouldBe(expected, 1e-12);
        Quantiles.At([3.0, 1, 4, 1, 5, 9, 2, 6], probability).ShouldBe(expected, 1e-12);
    }

    [Fact]
    public void The_median_is_the_middle_or_the_mean_of_the_two_in_the_middle()
    {
        Quantiles.Median([9, 1, 5]).ShouldBe(5);
        Quantiles.Median([9, 1, 5, 6]).ShouldBe(5.5);
        Quantiles.Median([7.5]).ShouldBe(7.5);
    }

    [Fact]
    public void A_median_ignores_one_wild_value() => Quantiles.Median([28, 30, 29, 31, 4000]).ShouldBe(30);

    [Fact]
    public void Extreme_values_do_not_overflow()
    {
        Quantiles.Median([int.MaxValue, int.MinValue]).ShouldBe(-0.5);
        Quantiles.Median([double.MaxValue, -double.MaxValue]).ShouldBe(0);
    }

    [Fact]
    public void A_quantile_rises_with_the_probability_and_stays_within_the_sample() =>
        Prop.ForAll(Samples.ToArbitrary(), Probabilities.ToArbitrary(), Probabilities.ToArbitrary(), (values, one, other) =>
        {
            var (low, high) = (Quantiles.At(values, Math.Min(one, other)), Quantiles.At(values, Math.Max(one, other)));
            low.ShouldBeLessThanOrEqualTo(high);
            low.ShouldBeGreaterThanOrEqualTo(values.Min());
            high.ShouldBeLessThanOrEqualTo(values.Max());
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Whole_numbers_and_fractions_give_the_same_answer_and_leave_the_sample_as_it_was() =>
        Prop.ForAll(Samples.ToArbitrary(), Probabilities.ToArbitrary(), (values, probability) =>
        {
            var before = values.ToArray();
            var fractions = Array.ConvertAll(values, value => (double)value);
            Quantiles.At(values, probability).ShouldBe(Quantiles.At(fractions, probability), 1e-6);
            values.ShouldBe(before);
            Quantiles.OfSorted([.. fractions.Order()], probability).ShouldBe(Quantiles.At(fractions, probability));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Half_of_the_sample_lies_on_either_side_of_the_median() =>
        Prop.ForAll(Samples.ToArbitrary(), values =>
        {
            var median = Quantiles.Median(values);
            values.Count(value => value <= median).ShouldBeGreaterThanOrEqualTo((values.Length + 1) / 2);
            values.Count(value => value >= median).ShouldBeGreaterThanOrEqualTo((values.Length + 1) / 2);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Small_samples_are_sorted_without_allocating()
    {
        ReadOnlySpan<int> values = [5, 3, 8, 1];
        Quantiles.Median(values);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Quantiles.At(values, 0.8);
        GC.GetAllocatedBytesForCurrentThread().ShouldBe(before);
    }

    [Fact]
    public void Impossible_questions_are_refused()
    {
        Should.Throw<ArgumentException>(() => Quantiles.Median(Array.Empty<int>()));
        Should.Throw<ArgumentException>(() => Quantiles.Median([1.0, double.NaN]));
        Should.Throw<ArgumentOutOfRangeException>(() => Quantiles.At([1], 1.01));
        Should.Throw<ArgumentOutOfRangeException>(() => Quantiles.At([1], double.NaN));
    }
}
