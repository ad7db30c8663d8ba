using System.Globalization;
using Changlai.Core.Statistics;

namespace Changlai.Benchmarks.Running;

/// <summary>Repeated measurements of one thing.</summary>
internal sealed class Samples
{
    private readonly List<double> values = [];

    public void Add(double value) => values.Add(value);

    public int Count => values.Count;

    /// <param name="probability">Which quantile: 0.99 is what one in a hundred exceeds.</param>
    public double At(double probability) => Quantiles.At(values.ToArray(), probability);

    public double Median => Quantiles.Median(values.ToArray());

    public double Least => values.Min();

    public double Most => values.Max();

    public string Spread(string format) => string.Create(CultureInfo.InvariantCulture,
        $"{Median.ToString(format, CultureInfo.InvariantCulture)} ({Least.ToString(format, CultureInfo.InvariantCulture)}–{Most.ToString(format, CultureInfo.InvariantCulture)})");
}
