using System.Globalization;
using System.Runtime.InteropServices;

namespace Changlai.Benchmarks.Running;

/// <summary>Prints figures as Markdown, ready for docs/performance.md.</summary>
internal static class Report
{
    public static void Heading(string title)
    {
        Console.Out.WriteLine();
        Console.Out.WriteLine($"## {title}");
        Console.Out.WriteLine($"{Environment.ProcessorCount} processors, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}");
        Console.Out.WriteLine();
    }

    public static void Columns(params string[] headings)
    {
        Row(headings);
        Row(headings.Select((_, index) => index == 0 ? "---" : "---:").ToArray());
    }

    public static void Row(params string[] cells)
    {
        Console.Out.WriteLine($"| {string.Join(" | ", cells)} |");
        Console.Out.Flush();
    }

    public static void Line(string text) => Console.Out.WriteLine(text);

    public static void Progress(string text) => Console.Error.WriteLine(text);

    public static string Number(double value) => value.ToString("#,##0", CultureInfo.InvariantCulture);

    public static string Fixed(double value, int digits) => value.ToString("F" + digits, CultureInfo.InvariantCulture);

    public static string Megabytes(double? value) => value is { } known ? $"{Number(known)} MB" : "not measured";

    /// <summary>A figure beside what was asked of it.</summary>
    public static string Verdict(bool holds) => holds ? "holds" : "**falls short**";
}
