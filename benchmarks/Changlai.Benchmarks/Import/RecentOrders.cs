using System.Globalization;
using System.IO.Compression;
using System.Text;
using Changlai.Benchmarks.Running;

namespace Changlai.Benchmarks.Import;

/// <summary>
/// The real file with all its dates moved by the same number of weeks, so that its last day is not long ago: only then does an
/// import also have something to plan.
/// </summary>
internal static class RecentOrders
{
    private static readonly DateOnly LastDay = new(2011, 12, 9);

    public static string File()
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var days = (today.DayNumber - LastDay.DayNumber) / 7 * 7;
        var target = Path.Combine(Places.Made, $"orders-{days}.csv.gz");
        if (System.IO.File.Exists(target)) return target;

        using (var reader = new StreamReader(new GZipStream(System.IO.File.OpenRead(Places.Orders), CompressionMode.Decompress), Encoding.UTF8))
        using (var writer = new StreamWriter(new GZipStream(System.IO.File.Create(target + ".new"), CompressionLevel.Optimal)))
        {
            writer.WriteLine(reader.ReadLine());
            while (reader.ReadLine() is { } line) writer.WriteLine(Moved(line, days));
        }
        System.IO.File.Move(target + ".new", target, overwrite: true);
        return target;
    }

    /// <summary>The only thing in a line that has the form of a date is its date.</summary>
    private static string Moved(string line, int days)
    {
        for (var at = 0; at + 20 <= line.Length; at++)
            if (line[at] == ',' && DateTime.TryParseExact(line.AsSpan(at + 1, 19), "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment))
                return string.Concat(line.AsSpan(0, at + 1), moment.AddDays(days).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), line.AsSpan(at + 20));
        return line;
    }
}
