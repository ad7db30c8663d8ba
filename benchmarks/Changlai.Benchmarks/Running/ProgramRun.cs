using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Changlai.Benchmarks.Running;

/// <summary>One run of a whole process: what it printed, how long it took from start to end, the most memory it ever had.</summary>
/// <param name="PeakMegabytes">Highest resident size as the kernel keeps it (VmHWM); null where there is no /proc.</param>
internal sealed record ProgramRun(JsonElement Output, double Seconds, double ProcessorSeconds, double? PeakMegabytes)
{
    private const int LookEveryMilliseconds = 10;

    /// <summary>The program as users run it.</summary>
    public static ProgramRun OfChanglai(params string[] arguments) => Of([Places.Program, .. arguments]);

    /// <summary>This program again, in a process of its own.</summary>
    public static ProgramRun OfMyself(params string[] arguments) => Of([typeof(ProgramRun).Assembly.Location, .. arguments]);

    private static ProgramRun Of(string[] arguments)
    {
        if (!File.Exists(arguments[0])) throw new FileNotFoundException($"{arguments[0]} is missing: run ./bench, which builds it.");
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        double? peak = null;
        var processor = TimeSpan.Zero;
        while (!process.WaitForExit(LookEveryMilliseconds))
        {
            peak = PeakOf(process.Id) ?? peak;
            processor = ProcessorTimeOf(process) ?? processor;
        }
        process.WaitForExit();
        var seconds = clock.Elapsed.TotalSeconds;
        if (process.ExitCode != 0) throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {process.ExitCode}: {errors.GetAwaiter().GetResult()}");
        using var document = JsonDocument.Parse(output.GetAwaiter().GetResult());
        return new ProgramRun(document.RootElement.Clone(), seconds, processor.TotalSeconds, peak);
    }

    /// <summary>The kernel's high-water mark of a running process in megabytes.</summary>
    public static double? PeakOf(int processId) => StatusOf(processId, "VmHWM:");

    public static double? ResidentOf(int processId) => StatusOf(processId, "VmRSS:");

    private static double? StatusOf(int processId, string field)
    {
        try
        {
            foreach (var line in File.ReadLines($"/proc/{processId}/status"))
                if (line.StartsWith(field, StringComparison.Ordinal))
                    return double.Parse(line.AsSpan(field.Length).Trim().TrimEnd("kB").Trim(), CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            // It has just ended, or there is no /proc.
        }
        return null;
    }

    private static TimeSpan? ProcessorTimeOf(Process process)
    {
        try
        {
            return process.TotalProcessorTime;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
